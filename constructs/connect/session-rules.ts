import { isResolved } from '../core/resolved';
import { numberOf, valueOf, type HasSettings, type Settings } from '../core/setting-rules';
import type { Rule } from '../core/validation';
import type { IKafkaCluster } from '../kafka/interfaces';

export const SESSION_TIMEOUT = 'org.apache.kafka.common.errors.InvalidSessionTimeoutException';

type Cluster = Pick<IKafkaCluster, 'node' | 'sessionTimeouts'>;

/** How a session timeout is one that no broker lets into a group; undefined if it fits, or nobody knows. */
function problem(name: string, session: number | undefined, cluster: Cluster): string[] {
  const limits = cluster.sessionTimeouts;
  const [least, most] = [
    limits?.least?.toMilliseconds() ?? -Infinity,
    limits?.most?.toMilliseconds() ?? Infinity,
  ];
  if (session === undefined || (session >= least && session <= most)) return [];
  const [must, limit, cure] =
    session < least
      ? ['at least', `min.session.timeout.ms (${least})`, 'raise']
      : ['at most', `max.session.timeout.ms (${most})`, 'lower'];
  return [
    `${name} (${session}) must be ${must} group.${limit} of ${cluster.node.path}, or its brokers let no member into the group; ${cure} it, or change theirs`,
  ];
}

/** @param prefix of a client's settings, behind which it is said that it is to be in a group at all */
export function consumerSessionProblems(settings: Settings, prefix: string, cluster: Cluster): string[] {
  const name = `${prefix}session.timeout.ms`;
  const isElsewhere = `${prefix}bootstrap.servers` in settings;
  const isClassic = /^classic$/i.test(valueOf('consumer', settings, 'group.protocol', prefix) ?? '');
  if (!(name in settings) || !isResolved(settings[name]) || isElsewhere || !isClassic) return [];
  return problem(name, numberOf('consumer', settings, 'session.timeout.ms', prefix), cluster);
}

const problems = ({ settings, cluster }: HasSettings & { readonly cluster: Cluster }): string[] => [
  ...problem('session.timeout.ms', numberOf('worker', settings, 'session.timeout.ms'), cluster),
  ...consumerSessionProblems(settings, 'consumer.', cluster),
];

export const SESSION_OF_WORKERS: Rule<HasSettings & { readonly cluster: Cluster }> = {
  requires:
    'session.timeout.ms, also of the consumers of connectors, is from group.min.session.timeout.ms to group.max.session.timeout.ms of the brokers, as far as they are declared here.',
  fails: (facts) => problems(facts).length > 0,
  message: (facts) => `settings: ${problems(facts).join('; ')}.`,
  source: SESSION_TIMEOUT,
};
