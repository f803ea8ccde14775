import { isResolved } from '../core/resolved';
import type { HasSettings, Settings } from '../core/setting-rules';
import type { Rule } from '../core/validation';
import { BY_CONFIG_PROVIDER, clientSettings } from '../kafka/client-settings';
import type { IKafkaCluster } from '../kafka/interfaces';
import { CLIENTS } from './worker-settings';

interface Facts extends HasSettings {
  readonly cluster: IKafkaCluster;
}

/** What stands before the settings of the clients that work with the brokers of the workers: first of the worker's own. */
const clientsOfBrokers = (settings: Settings): readonly string[] =>
  ['', ...CLIENTS.map((client) => `${client}.`)].filter(
    (prefix) => !(`${prefix}bootstrap.servers` in settings),
  );

/** What the cluster wants of the worker and, each behind its prefix, of its connectors' clients. */
export function securitySettings({ settings, cluster }: Facts): Readonly<Record<string, string>> {
  const all = Object.entries(clientSettings(cluster.security, { reference: BY_CONFIG_PROVIDER }));
  return Object.fromEntries(
    clientsOfBrokers(settings).flatMap((prefix) => all.map(([name, value]) => [prefix + name, value])),
  );
}

const isSecured = (value: unknown): boolean => isResolved(value) && !/^\s*plaintext\s*$/i.test(String(value));

/** What says otherwise than the brokers want it. */
function otherwise({ settings, cluster }: Facts): string[] {
  if (cluster.security)
    return Object.keys(securitySettings({ settings, cluster })).filter((name) => name in settings);
  return clientsOfBrokers(settings)
    .map((prefix) => `${prefix}security.protocol`)
    .filter((name) => name in settings && isSecured(settings[name]));
}

export const SECURITY_OF_BROKERS: Rule<Facts> = {
  requires: 'TLS and login are those of the cluster, where the brokers are those of the workers.',
  fails: (facts) => otherwise(facts).length > 0,
  message: (facts) =>
    facts.cluster.security
      ? `settings: ${otherwise(facts).join(', ')} must be left out, because it is set by the security of ${facts.cluster.node.path}.`
      : `settings: ${otherwise(facts).join(', ')} must be PLAINTEXT, because the cluster of the workers speaks nothing else; leave it out.`,
  source: 'policy',
};
