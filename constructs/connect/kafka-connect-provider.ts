import { KafkaConnectProvider } from '@cdktf/provider-kafka-connect/lib/provider';
import type { IConstruct } from 'constructs';
import { escapeTemplate } from '../core/escape-template';
import { ensureProvider, isOurs } from '../core/provider';
import { secretText } from '../core/secret';
import type { IKafkaConnect } from './interfaces';

/** The provider for `connect` in the stack around `scope`. */
export function kafkaConnectProvider(scope: IConstruct, connect: IKafkaConnect): KafkaConnectProvider {
  const { hostRestUrl: url, login } = connect;
  const config = {
    url,
    ...(login && { basicAuthUsername: login.username, basicAuthPassword: secretText(login.password) }),
  };
  return ensureProvider(
    scope,
    KafkaConnectProvider,
    'kafka-connect',
    config,
    (provider) =>
      provider.url === url &&
      // One that the stack's owner made knows the login.
      (!isOurs(provider) || provider.basicAuthUsername === escapeTemplate(login?.username)),
  );
}
