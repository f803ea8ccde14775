import { KafkaProvider } from '@cdktf/provider-kafka/lib/provider';
import type { IConstruct } from 'constructs';
import { escapeTemplate } from '../core/escape-template';
import { ensureProvider, isOurs } from '../core/provider';
import type { IKafkaCluster } from './interfaces';

/** The provider for `cluster` in the stack around `scope`. */
export function kafkaProvider(scope: IConstruct, cluster: IKafkaCluster): KafkaProvider {
  const servers = [...cluster.hostBootstrapServers];
  // The provider's own default is TLS, and a plaintext listener then answers with an unexplained EOF.
  const wanted = cluster.hostSecurity ?? cluster.security;
  const security = { tlsEnabled: false, ...wanted?.provider };
  return ensureProvider(
    scope,
    KafkaProvider,
    'kafka',
    { bootstrapServers: servers, ...security },
    (provider) =>
      sorted(provider.bootstrapServers) === sorted(servers) &&
      // One that the stack's owner made knows the login of a cluster that has none here.
      ((!wanted && !isOurs(provider)) || speaks(provider, escapeTemplate(security))),
  );
}

const sorted = (servers: readonly string[] = []): string => [...servers].sort().join();

/** What a provider is told of TLS and login; another of it is another provider, also at the same address. */
const SECURITY = [
  ...(['tlsEnabled', 'caCert', 'clientCert', 'clientKey'] as const),
  ...(['saslMechanism', 'saslUsername', 'saslPassword', 'saslTokenUrl', 'saslOauthScopes'] as const),
  ...(['saslAwsRegion', 'saslAwsRoleArn', 'saslAwsProfile'] as const),
];

function speaks(
  provider: KafkaProvider,
  security: Readonly<Record<string, string | boolean | readonly string[] | undefined>>,
): boolean {
  return SECURITY.every((name) => String(provider[name]) === String(security[name]));
}
