import { isResolved } from '../core/resolved';
import { atMost, numberOf, valueOf, type HasSettings } from '../core/setting-rules';
import { formatValue } from '../core/format-value';
import type { Rule } from '../core/validation';
import { BROKER_CONFIGS } from './broker-settings';

const VALIDATED = 'kafka.server.KafkaConfig#validateValues';
const GROUPS = 'org.apache.kafka.coordinator.group.GroupCoordinatorConfig';
const SHARE_GROUPS = 'org.apache.kafka.server.config.ShareGroupConfig';
const METADATA_LOG = 'kafka.raft.KafkaMetadataLog';
const MEBIBYTE = 1024 ** 2;

/** Settings, and what else of the cluster they depend on, as far as it is known. */
interface BrokerFacts extends HasSettings {
  readonly metadata?: { readonly kind: 'ZooKeeper' | 'KRaft' };
  readonly defaultReplicationFactor?: number;
}

const set = ({ settings }: HasSettings, name: string): number | undefined =>
  numberOf('broker', settings, name);

/** The mechanism that brokers use among themselves, if it is one that they do not take. */
const unsupportedMechanism = ({ settings }: HasSettings): string | undefined => {
  const mechanism = settings['sasl.mechanism.inter.broker.protocol'];
  const enabled = settings['sasl.enabled.mechanisms'] ?? 'GSSAPI';
  if (mechanism === undefined || !isResolved(mechanism, enabled)) return undefined;
  const mechanisms = String(enabled).split(/\s*,\s*/);
  return mechanisms.includes(String(mechanism)) ? undefined : String(mechanism);
};

/** Settings whose own range the class does not say, but asks for when a broker starts. */
function atLeast(name: string, least: number): Rule<HasSettings> {
  return {
    requires: `${name} is ${least} or more.`,
    fails: (facts) => (set(facts, name) ?? least) < least,
    message: (facts) => `settings: ${name} must be ${least} or more, got ${set(facts, name)}; raise it.`,
    source: VALIDATED,
  };
}

/** Where a broker heeds the milliseconds, and the hours not. */
function oneUnit(name: string): Rule<HasSettings> {
  const units = [`${name}.ms`, `${name}.hours`];
  return {
    requires: `${units.join(' and ')} are not both set.`,
    fails: ({ settings }) => units.every((unit) => unit in settings),
    message: () =>
      `settings: ${units.join(' and ')} exclude each other, for only the first counts; leave one out.`,
    source: `${BROKER_CONFIGS}_${name}.ms; policy`,
  };
}

/** Between what a group may ask for at least and at most. */
function groupRules(kind: 'consumer' | 'share', source: string): Rule<HasSettings>[] {
  const name = (rest: string): string => `group.${kind}.${rest}.ms`;
  return [
    ...['heartbeat.interval', 'session.timeout'].flatMap((what) => [
      atMost('broker', name(`min.${what}`), name(`max.${what}`), source),
      atMost('broker', name(`min.${what}`), name(what), source),
      atMost('broker', name(what), name(`max.${what}`), source),
    ]),
    ...(kind === 'consumer'
      ? [atMost('broker', name('heartbeat.interval'), name('session.timeout'), source, { strictly: true })]
      : []),
  ];
}

const text = ({ settings }: HasSettings, name: string): string => valueOf('broker', settings, name) ?? '';
/** Where nobody says what keeps the metadata, everything goes that goes in ZooKeeper. */
const isKraft = ({ metadata }: BrokerFacts): boolean => metadata?.kind === 'KRaft';

const IBP = 'inter.broker.protocol.version';
const FORMAT = 'log.message.format.version';
/** Versions whose records are of an older format. */
const OLD_RECORDS = /^0\.(8|9|10)\./;
const lock = (end = ''): string => `group.share.${end}record.lock.duration.ms`;
const protocols = (settings: HasSettings['settings']): readonly string[] =>
  (valueOf('broker', settings, 'group.coordinator.rebalance.protocols') ?? 'classic').split(/\s*,\s*/);
const bufferPerThread = (facts: HasSettings): number =>
  (set(facts, 'log.cleaner.dedupe.buffer.size') ?? Infinity) / (set(facts, 'log.cleaner.threads') ?? 1);
const overrides = ({ settings }: HasSettings): string =>
  valueOf('broker', settings, 'max.connections.per.ip.overrides') ?? '';

/** What ends a broker's start beside a wrong value of one setting. */
export const BROKER_SETTINGS_TOGETHER: readonly Rule<BrokerFacts>[] = [
  {
    requires: 'The mechanism among brokers is one that they take.',
    fails: (facts) => unsupportedMechanism(facts) !== undefined,
    message: (facts) =>
      `sasl.mechanism.inter.broker.protocol must be one of sasl.enabled.mechanisms (${facts.settings['sasl.enabled.mechanisms'] ?? 'GSSAPI'}), got ${formatValue(unsupportedMechanism(facts))}; add it there.`,
    source: `${VALIDATED}; policy`,
  },
  {
    requires: 'Topics do not make themselves.',
    severity: 'warning',
    fails: ({ settings }) => /^true$/i.test(String(settings['auto.create.topics.enable']).trim()),
    message: () =>
      'settings: auto.create.topics.enable is true: a misspelt topic comes into being, and one that is declared may be there before the provider makes it; leave it off and declare topics.',
    source: `${BROKER_CONFIGS}_auto.create.topics.enable; policy`,
  },
  atMost('broker', 'socket.request.max.bytes', 'queued.max.request.bytes', VALIDATED, {
    unless: (bytes) => bytes <= 0,
  }),
  atMost('broker', 'replica.fetch.wait.max.ms', 'replica.socket.timeout.ms', VALIDATED),
  atMost('broker', 'group.min.session.timeout.ms', 'group.max.session.timeout.ms', `${GROUPS}; policy`),
  {
    requires: 'Consumers join groups with the session timeout that they have by themselves.',
    severity: 'warning',
    fails: ({ settings }) => SESSIONS.some((name) => name in settings) && !takesUsualSession(settings),
    message: ({ settings }) =>
      `settings: ${SESSIONS.filter((name) => name in settings).join(' and ')} leave out ${USUAL_SESSION}, the session.timeout.ms of consumers that say nothing; none of them joins its group, unless each is told another.`,
    source: 'org.apache.kafka.common.errors.InvalidSessionTimeoutException; policy',
  },
  {
    requires: 'message.max.bytes is at most log.segment.bytes, where both are set.',
    fails: (facts) => 'message.max.bytes' in facts.settings && segmentTooSmall(facts),
    message: (facts) =>
      `settings: message.max.bytes (${set(facts, 'message.max.bytes')}) must be at most log.segment.bytes (${set(facts, 'log.segment.bytes')}), or brokers refuse what is larger; lower it.`,
    source: 'org.apache.kafka.common.errors.RecordBatchTooLargeException',
  },
  atMost('broker', 'replica.fetch.wait.max.ms', 'replica.lag.time.max.ms', VALIDATED),
  atMost('broker', 'connection.failed.authentication.delay.ms', 'connections.max.idle.ms', VALIDATED, {
    strictly: true,
    unless: (idle) => idle < 0,
  }),
  oneUnit('log.roll'),
  oneUnit('log.roll.jitter'),
  atLeast('log.cleaner.threads', 1),
  atLeast('log.roll.ms', 1),
  atLeast('log.roll.jitter.ms', 0),
  atLeast('metadata.log.segment.ms', 1),
  atLeast('log.flush.interval.ms', 0),
  {
    requires: 'log.flush.scheduler.interval.ms is 0 or more where log.flush.interval.ms is left to it.',
    fails: (facts) =>
      !('log.flush.interval.ms' in facts.settings) &&
      (set(facts, 'log.flush.scheduler.interval.ms') ?? 0) < 0,
    message: (facts) =>
      `settings: log.flush.scheduler.interval.ms must be 0 or more, got ${set(facts, 'log.flush.scheduler.interval.ms')}; raise it, or set log.flush.interval.ms.`,
    source: 'org.apache.kafka.storage.internals.log.LogConfig',
  },
  atMost(
    'broker',
    'log.cleaner.min.compaction.lag.ms',
    'log.cleaner.max.compaction.lag.ms',
    'org.apache.kafka.storage.internals.log.LogConfig#validateValues',
  ),
  ...[
    'controller.quorum.fetch.timeout.ms',
    'controller.quorum.request.timeout.ms',
    'controller.socket.timeout.ms',
    'request.timeout.ms',
  ].map((name) => atLeast(name, 0)),
  atLeast('broker.heartbeat.interval.ms', 1),
  atMost('broker', 'broker.heartbeat.interval.ms', 'broker.session.timeout.ms', 'policy', { strictly: true }),
  // A broker that has not started by then ends; it takes seconds, and more on a busy machine.
  atLeast('server.max.startup.time.ms', 10_000),
  atLeast('initial.broker.registration.timeout.ms', 10_000),
  {
    requires: 'remote.log.storage.system.enable is on only with remote.log.storage.manager.class.name.',
    fails: (facts) =>
      /^true$/i.test(text(facts, 'remote.log.storage.system.enable').trim()) &&
      !('remote.log.storage.manager.class.name' in facts.settings),
    message: () =>
      'settings: remote.log.storage.system.enable must be left out without remote.log.storage.manager.class.name; give that too.',
    source: 'kafka.log.remote.RemoteLogManager#createRemoteStorageManager',
  },
  atMost('broker', 'metadata.log.segment.min.bytes', 'metadata.log.segment.bytes', METADATA_LOG),
  {
    requires: 'log.cleaner.dedupe.buffer.size is more than 1 MiB for each of log.cleaner.threads.',
    fails: (facts) => bufferPerThread(facts) <= MEBIBYTE,
    message: (facts) =>
      `settings: log.cleaner.dedupe.buffer.size must be more than ${MEBIBYTE} for each of log.cleaner.threads (${set(facts, 'log.cleaner.threads')}), got ${set(facts, 'log.cleaner.dedupe.buffer.size')}; raise it.`,
    source: VALIDATED,
  },
  {
    requires:
      'max.connections.per.ip is 0 only where max.connections.per.ip.overrides names who may connect.',
    fails: (facts) => set(facts, 'max.connections.per.ip') === 0 && overrides(facts) === '',
    message: () =>
      'settings: max.connections.per.ip must be 1 or more, or no client can connect; got 0, raise it or name who may in max.connections.per.ip.overrides.',
    source: VALIDATED,
  },
  {
    requires: 'offsets.commit.required.acks is from -1 to defaultReplicationFactor.',
    fails: (facts) => !isAcks(set(facts, 'offsets.commit.required.acks') ?? -1, facts),
    message: (facts) =>
      `settings: offsets.commit.required.acks must be from -1 to the replication factor of the offsets' topic, got ${set(facts, 'offsets.commit.required.acks')}; leave it out.`,
    source: GROUPS,
  },
  {
    requires: "group.coordinator.rebalance.protocols has 'classic'.",
    fails: ({ settings }) => !protocols(settings).includes('classic'),
    message: ({ settings }) =>
      `settings: group.coordinator.rebalance.protocols must have 'classic', which cannot be turned off; got ${formatValue(protocols(settings).join(','))}, add it.`,
    source: GROUPS,
  },
  {
    requires: "group.coordinator.rebalance.protocols has 'consumer' only in KRaft.",
    fails: (facts) => !isKraft(facts) && protocols(facts.settings).includes('consumer'),
    message: () =>
      "settings: group.coordinator.rebalance.protocols must not have 'consumer' with metadata in ZooKeeper; leave it out, or take Metadata.kraft().",
    source: GROUPS,
  },
  {
    requires: 'inter.broker.protocol.version is 3.0-IV1 or later in KRaft.',
    fails: (facts) => isKraft(facts) && /^(0|1|2)\.|^3\.0-IV0$/.test(text(facts, IBP)),
    message: ({ settings }) =>
      `settings: ${IBP} must be 3.0-IV1 or later in KRaft, got ${formatValue(settings[IBP])}; leave it out.`,
    source: 'kafka.server.KafkaConfig#interBrokerProtocolVersion',
  },
  {
    requires: 'inter.broker.protocol.version is one of a release in KRaft.',
    fails: (facts) => isKraft(facts) && /^4\./.test(text(facts, IBP)),
    message: ({ settings }) =>
      `settings: ${IBP} must be at most 3.9, which Kafka 3.9.1 was released with; got ${formatValue(settings[IBP])}, leave it out.`,
    source: 'org.apache.kafka.server.common.MetadataVersion#LATEST_PRODUCTION',
  },
  {
    requires:
      'inter.broker.protocol.version is 0.11.0 or later, unless log.message.format.version is before it, too.',
    fails: (facts) =>
      !isKraft(facts) && OLD_RECORDS.test(text(facts, IBP)) && !OLD_RECORDS.test(text(facts, FORMAT)),
    message: ({ settings }) =>
      `settings: ${IBP} must be 0.11.0 or later, because records are of that format; got ${formatValue(settings[IBP])}, leave it out.`,
    source: VALIDATED,
  },
  ...groupRules('consumer', GROUPS),
  ...groupRules('share', SHARE_GROUPS),
  atMost('broker', lock('min.'), lock(), SHARE_GROUPS),
  atMost('broker', lock(), lock('max.'), SHARE_GROUPS),
];

const SESSIONS = ['group.min.session.timeout.ms', 'group.max.session.timeout.ms'] as const;
/** Of Kafka's consumers, in milliseconds. */
const USUAL_SESSION = 45_000;

function takesUsualSession(settings: HasSettings['settings']): boolean {
  const [least = 0, most = Infinity] = SESSIONS.map((name) => numberOf('broker', settings, name));
  // Which of the two is wrong is said alone.
  return least > most || (least <= USUAL_SESSION && USUAL_SESSION <= most);
}

const segmentTooSmall = (facts: HasSettings): boolean =>
  'log.segment.bytes' in facts.settings &&
  (set(facts, 'message.max.bytes') ?? 0) > (set(facts, 'log.segment.bytes') ?? Infinity);
const isAcks = (acks: number, facts: BrokerFacts): boolean =>
  acks >= -1 && acks <= (facts.defaultReplicationFactor ?? 3);
