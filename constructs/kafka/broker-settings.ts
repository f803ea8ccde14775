import { BY_REFERENCE } from '../core/plain-sight';
import {
  byLine,
  CLASSES,
  settingNames,
  settingOf,
  TABLE_VERSIONS,
  type KafkaLine,
  type Setting,
} from '../core/setting-tables';
import { foreignSettings, settingsByName, type KnownSettings } from '../core/settings-by-name';
import { HOST_LISTENER, INTERNAL_LISTENER } from './listeners';
import { CONTROLLER_LISTENER } from './kraft';

export const BROKER_CONFIGS = 'https://kafka.apache.org/39/documentation.html#brokerconfigs';

const each = (instead: string, ...names: string[]): [string, string][] =>
  names.map((name) => [name, instead]);

/** Rendered from properties or by the cluster, so that two places cannot disagree. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ...each('left out, because the cluster numbers its brokers', 'broker.id', 'node.id'),
  ...each('set by the property racks', 'broker.rack'),
  ...each(
    'set by the property metadata',
    'zookeeper.connect',
    'zookeeper.metadata.migration.enable',
    'process.roles',
    'controller.quorum.voters',
    'controller.quorum.bootstrap.servers',
    'controller.listener.names',
  ),
  ...each(
    'left out, because the volume of the broker is where its data is',
    'log.dir',
    'log.dirs',
    'metadata.log.dir',
  ),
  ...each(
    'set by the property listeners',
    'listeners',
    'advertised.listeners',
    'listener.security.protocol.map',
    'inter.broker.listener.name',
    'security.inter.broker.protocol',
    'control.plane.listener.name',
    'early.start.listeners',
  ),
  ...each(
    'left out, because controllers show each other certificates: users with passwords are kept in what they have yet to agree on',
    'sasl.mechanism.controller.protocol',
  ),
  ...each(
    'set by the property retention',
    'log.retention.ms',
    'log.retention.minutes',
    'log.retention.hours',
    'log.retention.bytes',
  ),
  ...each('set by the property cleanupPolicy', 'log.cleanup.policy'),
  ...each(
    'set by the property defaultReplicationFactor',
    'default.replication.factor',
    'offsets.topic.replication.factor',
    'transaction.state.log.replication.factor',
    'share.coordinator.state.topic.replication.factor',
  ),
  ...each(
    'set by the property minInsyncReplicas',
    'min.insync.replicas',
    'transaction.state.log.min.isr',
    'share.coordinator.state.topic.min.isr',
  ),
]);

/** What the table leaves out, or what is only read when a broker starts. */
const BESIDE: ReadonlyMap<string, Setting> = new Map<string, Setting>([
  // org.apache.kafka.metadata.authorizer.StandardAuthorizer, kafka.security.authorizer.AclAuthorizer, 3.9.1
  ['super.users', { type: 'STRING' }],
  ['allow.everyone.if.no.acl.found', { type: 'BOOLEAN' }],
  // kafka.server.KafkaConfig#getMap, 3.9.1
  [
    'max.connections.per.ip.overrides',
    { type: 'LIST', pattern: '^[\\w\\-%.:]+:\\d{1,9}$', allowed: 'address:number,…' },
  ],
  // org.apache.kafka.common.record.CompressionType#forId, 3.9.1
  ['offsets.topic.compression.codec', { type: 'INT', values: ['0', '1', '2', '3', '4'] }],
  // kafka.server.KafkaConfig#createNewAuthorizer, kafka.server.ReplicaManager#createReplicaSelector, 3.9.1
  ['authorizer.class.name', { ...CLASSES, most: 1 }],
  ['replica.selector.class', { ...CLASSES, most: 1 }],
  // kafka.network.Acceptor, 3.9.1: what java.net.ServerSocket takes, or -1 for the system's own
  ['socket.receive.buffer.bytes', { type: 'INT', min: -1, not: [0] }],
  ['socket.send.buffer.bytes', { type: 'INT', min: -1, not: [0] }],
  // kafka.raft.KafkaMetadataLog, 3.9.1; what is smaller holds no batch of metadata
  ['metadata.log.segment.bytes', { type: 'INT', default: '1073741824', min: 8_388_608 }],
  // org.apache.kafka.raft.QuorumState#randomElectionTimeoutMs, 3.9.1: up to twice as much has to be an INT
  ['controller.quorum.election.timeout.ms', { type: 'INT', min: 0, max: 2 ** 30 - 1 }],
  // kafka.network.ConnectionQuotas, 3.9.1: with none, a broker cannot reach itself
  ['max.connections', { type: 'INT', min: 1 }],
  // org.apache.kafka.common.metrics.Sensor.RecordingLevel#forName, 3.9.1
  ['metrics.recording.level', { type: 'STRING', anyCase: true, values: ['INFO', 'DEBUG', 'TRACE'] }],
]);

/** The same of one line alone. */
const BESIDE_IN: Readonly<Record<KafkaLine, ReadonlyMap<string, Setting>>> = {
  '3.9': new Map([
    // org.apache.kafka.coordinator.group.GroupCoordinatorConfig, 3.9.1
    ['group.consumer.assignors', CLASSES],
  ]),
  '4': new Map([
    // The same, 4.3.1: Kafka's own by their short names, too.
    [
      'group.consumer.assignors',
      {
        ...CLASSES,
        pattern: `^(uniform|range)$|${CLASSES.pattern}`,
        allowed: 'uniform, range, full names of classes',
      },
    ],
  ]),
};

/** Names that whoever runs the brokers goes on with, handed to what a class of theirs wants. */
const OPEN =
  /^(config\.providers(\.[a-z0-9_-]+\.(class|param\..+))?|(rsm\.config|rlmm\.config|metrics\.context|authorizer\.zookeeper)\..+)$/;

const LISTENERS = [INTERNAL_LISTENER, HOST_LISTENER, CONTROLLER_LISTENER].map((name) => name.toLowerCase());
/** A setting of one listener, and there perhaps of one mechanism. */
const OF_LISTENER = /^listener\.name\.([a-z0-9_]+)\.(?:[a-z0-9-]+\.(?=sasl\.|connections\.))?(.+)$/;

/** By environment, in which letters have no case. */
export const WRITTEN = /^[a-z][a-z0-9]*([._-][a-z0-9]+)*$/;

function find(name: string, line: KafkaLine): Setting | undefined {
  if (!WRITTEN.test(name)) return undefined;
  const [, listener, own] = OF_LISTENER.exec(name) ?? [];
  if (listener !== undefined && own !== undefined)
    return LISTENERS.includes(listener) ? settingOf('broker', own, line) : undefined;
  const setting = BESIDE_IN[line].get(name) ?? BESIDE.get(name) ?? settingOf('broker', name, line);
  if (setting !== undefined) return THREADS.test(name) ? { ...setting, max: MOST_THREADS } : setting;
  return OPEN.test(name) ? { type: 'STRING' } : undefined;
}

/** A broker starts so many at once, and no machine has room for those of its table's end. */
const THREADS = /\b(threads|fetchers)$|\.threads\.per\.|\.thread\.pool\.size$/;
const MOST_THREADS = 10_000;

const known = (line: KafkaLine): KnownSettings => ({
  product: 'Kafka',
  kind: 'broker setting',
  version: TABLE_VERSIONS.kafka[line],
  source: BROKER_CONFIGS,
  example: 'num.io.threads',
  written: WRITTEN,
  find: (name) => find(name, line),
  cure: BY_REFERENCE,
  names: () => [
    ...settingNames('broker', line).filter((name) => WRITTEN.test(name)),
    ...BESIDE.keys(),
    ...LISTENERS.flatMap((listener) =>
      ['sasl.jaas.config', 'sasl.enabled.mechanisms', 'ssl.keystore.location'].map(
        (name) => `listener.name.${listener}.${name}`,
      ),
    ),
  ],
  instead: (name) => INSTEAD.get(name),
});

/** By the line of the brokers' image. */
export const SETTINGS_OF_BROKERS = byLine((line) => ({
  settings: settingsByName(known(line)),
  foreignSettings: foreignSettings(known(line)),
}));
