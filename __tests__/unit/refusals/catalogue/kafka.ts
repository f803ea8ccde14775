import { CleanupPolicy, Duration, Retention, Size, TimestampType } from '../../../../constructs';
import { CLUSTER, JVM, PLATFORM, TEXT_OF_250, type Catalogue, type Row } from './row';

const HOUR = Retention.upTo(Duration.hours(1));
const RETENTION = 'is a Retention in which';
const NODES = [0, 2, 4, 6, -1, 1.5, NaN, '3'];

const TOPIC_NAMES: readonly Row[] = [
  ['topicName', 'must be not empty', ['']],
  ['topicName', "must be not '.' or '..'", ['.', '..']],
  ['topicName', 'must be at most 249 characters', [TEXT_OF_250], ['a', 'a.b_c-D9', 'a'.repeat(249)]],
  ['topicName', "must be of a-z, A-Z, 0-9, '.', '_' and '-'", ['a b', 'ä', 'a/b']],
];

const TOPIC_SETTINGS: readonly Row[] = [
  [
    'settings segment.bytes',
    'must be a whole number from 14 to 2147483647',
    [13, 2 ** 31],
    [14, 2 ** 31 - 1],
  ],
  [
    'settings segment.ms',
    'must be a whole number, 1 or more',
    [0, 1.5, '9223372036854775808'],
    [1, '9223372036854775807', Number.MAX_SAFE_INTEGER],
  ],
  ['settings segment.ms', 'must be given as text', [2 ** 63]],
  ['settings segment.index.bytes', 'must be a whole number from 4', [3], [4]],
  ['settings min.cleanable.dirty.ratio', 'must be a number from 0 to 1', [1.1, -0.1, 'half'], [1, 0, '0.5']],
  ['settings compression.type', 'must be one of', ['zip'], ['zstd']],
  ['settings compression.gzip.level', 'must be', [0, 10], [-1, 9]],
  ['settings compression.lz4.level', 'must be', [18], [17]],
  ['settings compression.zstd.level', 'must be', [23], [22]],
  ['settings delete.retention.ms', 'must be', [-1], [0]],
  ['settings flush.messages', 'must be', [0], [1]],
  ['settings max.compaction.lag.ms', 'must be', [0], [1]],
  ['settings preallocate', 'must be', ['yes'], ['true']],
  ['settings message.format.version', 'must be', ['5.0'], ['3.0']],
  ['settings message.downconversion.enable', 'must be', ['no'], [false]],
  ['settings remote.log.copy.disable', 'must be', ['no'], [true]],
  ['settings follower.replication.throttled.replicas', 'must be', [], ['0:1,0:2']],
  ['settings leader.replication.throttled.replicas', 'must be', [], ['0:1,0:2']],
  ['settings retention.ms', 'must be set by the property retention', [-2, 1]],
  ['settings retention.bytes', 'must be set by the property retention', [1]],
  ['settings cleanup.policy', 'must be set by the property cleanupPolicy', [1]],
  ['settings min.insync.replicas', 'must be set by the property minInsyncReplicas', [1]],
  ['settings max.message.bytes', 'must be set by the property maxMessageSize', [1]],
  ['settings message.timestamp.type', 'must be set by the property timestampType', [1]],
  [
    'settings',
    "is an object in which 'retention' is not a topic setting that Kafka knows",
    [{ retention: 1 }],
  ],
  [
    'settings',
    "is an object in which 'retention.hours' is not a topic setting that Kafka knows",
    [{ 'retention.hours': 1 }, { 'retention.hours': 1, 'retention.ms': 1 }],
  ],
  ['settings', 'must be an object of settings by their name in Kafka', [null, 'x', ['segment.ms']]],
  [
    '',
    'min.compaction.lag.ms (2) must be at most max.compaction.lag.ms (1)',
    [{ settings: { 'min.compaction.lag.ms': 2, 'max.compaction.lag.ms': 1 } }],
    [{ settings: { 'min.compaction.lag.ms': 2, 'max.compaction.lag.ms': 2 } }],
  ],
  ['foreignSettings retention.ms', 'must be set by the property retention', [1]],
  [
    '',
    'segment.bytes must be at least maxMessageSize (2097152)',
    [{ maxMessageSize: Size.mebibytes(2), settings: { 'segment.bytes': 2_097_151 } }],
    [{ maxMessageSize: Size.mebibytes(2), settings: { 'segment.bytes': 2_097_152 } }],
  ],
];

/** What brokers, ZooKeeper and topics refuse. */
export const KAFKA: Catalogue = {
  KafkaTopic: [
    CLUSTER,
    ...TOPIC_NAMES,
    ['topicName', "must be another than Kafka's own", ['__consumer_offsets', '__transaction_state']],
    [
      'partitions',
      'must be a whole number from 1 to 2147483647',
      [0, -1, 1.5, NaN, Infinity, '3', 2 ** 31, 2 ** 32 + 1],
      [1, 2 ** 31 - 1],
    ],
    ['replicationFactor', 'must be a whole number from 1 to 32767', [0, 1.5], [1]],
    ['replicationFactor', 'must be a whole number from 1 to 3 (one replica per broker), got 4', [4], [3]],
    ['minInsyncReplicas', 'must be a whole number from 1 to 2147483647; got 0', [0], [1]],
    ['minInsyncReplicas', 'must be at most 3 (the replication factor)', [4], [3]],
    [
      '',
      'minInsyncReplicas must be at most 2 (the replication factor)',
      [{ replicationFactor: 2, minInsyncReplicas: 3 }],
    ],
    ['retention', 'must be a Retention, such as Retention.upTo(Duration.hours(168))', ['7 days']],
    [
      'retention',
      `${RETENTION} age must be a duration of zero or more that comes to whole milliseconds; got -2`,
      [Retention.upTo(Duration.milliseconds(-2)), Retention.upTo(Duration.hours(-2))],
    ],
    [
      'retention',
      `${RETENTION} age must be a Duration, such as Duration.minutes(1); got '7 days'`,
      [Retention.upTo('7 days' as never)],
    ],
    [
      'retention',
      `${RETENTION} sizePerPartition must be a size of zero or more`,
      [Retention.upToSize(Size.bytes(-2))],
    ],
    [
      '',
      'retention has no effect on a topic that is only compacted',
      [{ cleanupPolicy: CleanupPolicy.COMPACT, retention: HOUR }],
      [{ cleanupPolicy: CleanupPolicy.COMPACT_AND_DELETE, retention: HOUR }],
    ],
    ['cleanupPolicy', "must be one of 'delete', 'compact', 'compact,delete'; got 'compress'", ['compress']],
    ['maxMessageSize', 'must be a size of zero or more', [Size.bytes(-1)]],
    ['maxMessageSize', 'must be more than 0', [Size.bytes(0)], [Size.bytes(1)]],
    [
      'maxMessageSize',
      'must be at most 50 MiB',
      [Size.mebibytes(51), Size.bytes(50 * 1024 ** 2 + 1)],
      [Size.mebibytes(50)],
    ],
    [
      'timestampType',
      "must be one of 'CreateTime', 'LogAppendTime'",
      ['LogTime'],
      [TimestampType.LOG_APPEND_TIME],
    ],
    ['', "there is no property 'partition'", [{ partition: 3 }]],
    ...TOPIC_SETTINGS,
  ],

  SchemaRegistryTopic: [CLUSTER, ...TOPIC_NAMES, ['topicName', 'must be text', [42]]],

  KafkaCluster: [
    PLATFORM,
    ['brokers', 'must be a whole number from 1 to 908', [0, -1, 1.5, 909, NaN]],
    ['defaultReplicationFactor', 'must be a whole number from 1 to 32767; got 0', [0]],
    [
      'defaultReplicationFactor',
      'must be a whole number from 1 to 3 (one replica per broker), got 4',
      [4],
      [3],
    ],
    ['minInsyncReplicas', 'must be a whole number, 1 or more', [0]],
    ['minInsyncReplicas', 'must be a whole number from 1 to 3 (the default replication factor), got 4', [4]],
    ['racks', 'must be 3, one for each broker; got 2', [['a', 'b']]],
    ['racks', 'must be 3, one for each broker; got 4', [['a', 'b', 'c', 'd']], [['a', 'b', 'c']]],
    ['racks', "is a list in which [1] must be the name of a rack; got ''", [['a', '', 'c']]],
    ['heap', 'must be at least 32 MiB', [Size.mebibytes(31)], [Size.mebibytes(32)]],
    ...JVM,
    [
      '',
      'log.cleaner.dedupe.buffer.size must be at most half of the heap (64 MiB)',
      [{ heap: Size.mebibytes(64), settings: { 'log.cleaner.dedupe.buffer.size': 33_554_433 } }],
      [{ heap: Size.mebibytes(64), settings: { 'log.cleaner.dedupe.buffer.size': 33_554_432 } }],
    ],
    [
      'settings offsets.topic.replication.factor',
      'must be set by the property defaultReplicationFactor',
      [4],
    ],
    ['settings log.retention.hours', 'must be set by the property retention', [1]],
    [
      'settings',
      'is an object in which log.retention.hours must be set by the property retention; got 1, and log.retention.ms must',
      [{ 'log.retention.hours': 1, 'log.retention.ms': 1 }],
    ],
    ['', 'must be at most queued.max.request.bytes', [{ settings: { 'queued.max.request.bytes': 1 } }]],
    ['settings sasl.mechanism.inter.broker.protocol', 'must be one of sasl.enabled.mechanisms', ['PLAIN']],
    ['settings broker.id', 'must be left out', [-1]],
    ['settings advertised.listeners', 'must be set by the property listeners', ['X://0.0.0.0:1']],
    ['settings listeners', 'must be set by the property listeners', ['A://:1']],
    ['settings inter.broker.listener.name', 'must be set by the property listeners', ['NONE']],
    ...[
      'process.roles',
      'node.id',
      'controller.quorum.voters',
      'controller.listener.names',
      'metadata.log.dir',
    ].map((name): Row => [`settings ${name}`, 'must be', ['x']]),
  ],

  ZooKeeperEnsemble: [
    ['nodes', 'must be 1, 3 or 5', NODES, [1, 3, 5]],
    ['', "there is no property 'ids'", [{ ids: [1, 1] }]],
    ...JVM,
  ],

  ControllerQuorum: [
    ['controllers', 'must be 1, 3 or 5', NODES, [1, 3, 5]],
    [
      'clusterId',
      'must be 22 of a-z',
      ['', 'mine', 'MkU3OEVBNTcwNTJENDM2Q', 'MkU3OEVBNTcwNTJENDM2Qgg', 'MkU3OEVBNTcwNTJENDM2+g'],
      ['MkU3OEVBNTcwNTJENDM2Qk'],
    ],
    ['migratesFrom', 'must be a ZooKeeperEnsemble', ['zoo1:2181']],
    ...JVM,
  ],
};

/** What they warn of: upstream accepts it, and it may be meant. */
export const KAFKA_WARNINGS: Catalogue = {
  KafkaTopic: [
    ['minInsyncReplicas', 'is 3, the replication factor: no broker may be away', [3], [2]],
    [
      '',
      'records outlive it',
      [{ retention: HOUR, settings: { 'segment.ms': 3_600_001 } }],
      [{ retention: HOUR, settings: { 'segment.ms': 3_600_000 } }],
    ],
    [
      '',
      'segment.bytes (10485761) is larger than the retention (10485760 bytes)',
      [{ retention: Retention.upToSize(Size.mebibytes(10)), settings: { 'segment.bytes': 10_485_761 } }],
      [{ retention: Retention.upToSize(Size.mebibytes(10)), settings: { 'segment.bytes': 10_485_760 } }],
    ],
    [
      'retention',
      'keeps more than it says',
      [Retention.upTo(Duration.milliseconds(3_999)), Retention.upToSize(Size.bytes(1_048_587))],
      [Retention.upTo(Duration.seconds(4)), Retention.upToSize(Size.bytes(1_048_588))],
    ],
  ],
  KafkaCluster: [
    ['minInsyncReplicas', 'is 3, the default replication factor: no broker may be away', [3], [2]],
    ['brokers', 'is 1: while it is down nothing can be written', [1], [3]],
    ['brokers', 'is 2: while one is away, what the other acknowledges is only there', [2], [3]],
  ],
};
