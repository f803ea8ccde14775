import { KafkaConnectProvider } from '@cdktf/provider-kafka-connect/lib/provider';
import type { IConstruct } from 'constructs';
import { loginOfProvider } from '../core/basic-login';
import { escapeTemplate } from '../core/escape-template';
import { ensureProvider, isOurs } from '../core/provider';
import type { IKafkaConnect } from './interfaces';

/** The provider for `connect` in the stack around `scope`. */
export function kafkaConnectProvider(scope: IConstruct, connect: IKafkaConnect): KafkaConnectProvider {
  const { hostRestUrl: url } = connect;
  const login = connect.login && loginOfProvider(connect.login);
  const config = {
    url,
    ...(login && { basicAuthUsername: login.username, basicAuthPassword: login.password }),
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
