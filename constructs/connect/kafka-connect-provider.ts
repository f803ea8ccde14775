import { KafkaConnectProvider } from '@cdktf/provider-kafka-connect/lib/provider';
import type { IConstruct } from 'constructs';
import { ensureProvider } from '../core/provider';
import type { IKafkaConnect } from './interfaces';

/** The provider for `connect` in the stack around `scope`. */
export function kafkaConnectProvider(scope: IConstruct, connect: IKafkaConnect): KafkaConnectProvider {
  const config = { url: connect.hostRestUrl };
  return ensureProvider(
    scope,
    KafkaConnectProvider,
    'kafka-connect',
    config,
    ({ url }) => url === config.url,
  );
}
