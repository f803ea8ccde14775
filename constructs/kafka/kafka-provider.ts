import { KafkaProvider } from '@cdktf/provider-kafka/lib/provider';
import type { IConstruct } from 'constructs';
import { ensureProvider } from '../core/provider';
import type { IKafkaCluster } from './kafka-cluster';

/** The provider for `cluster` in the stack around `scope`. */
export function kafkaProvider(scope: IConstruct, cluster: IKafkaCluster): KafkaProvider {
  const servers = [...cluster.hostBootstrapServers];
  return ensureProvider(
    scope,
    KafkaProvider,
    'kafka',
    // The provider's own default is TLS, and a plaintext listener then answers with an unexplained EOF.
    { bootstrapServers: servers, tlsEnabled: false, ...cluster.security?.provider },
    ({ bootstrapServers }) => String(bootstrapServers) === String(servers),
  );
}
