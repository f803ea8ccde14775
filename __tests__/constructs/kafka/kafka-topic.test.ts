import { Testing } from 'cdktf';
import { Duration } from '../../../constructs/core/duration';
import { Size } from '../../../constructs/core/size';
import { KafkaCluster } from '../../../constructs/kafka/kafka-cluster';
import { KafkaTopic, TimestampType, type KafkaTopicProps } from '../../../constructs/kafka/kafka-topic';
import { Metadata } from '../../../constructs/kafka/metadata';
import { CleanupPolicy, Retention } from '../../../constructs/kafka/retention';
import { ZooKeeperEnsemble } from '../../../constructs/zookeeper/zookeeper-ensemble';
import { newPlatform, newStack, resources, synth } from '../../support/synth';

function newCluster(stack = newStack('kafka')): KafkaCluster {
  const platform = newPlatform(stack);
  const metadata = Metadata.zooKeeper(new ZooKeeperEnsemble(stack, 'zookeeper', { platform }));
  return new KafkaCluster(stack, 'brokers', { platform, metadata });
}

function topic(props: Partial<KafkaTopicProps> = {}, stack = newStack()): KafkaTopic {
  return new KafkaTopic(stack, 'events', { cluster: newCluster(), ...props });
}

const config = (props: Partial<KafkaTopicProps>): unknown => {
  const stack = newStack();
  topic(props, stack);
  return resources(stack, 'kafka_topic')[0]?.config;
};

test('has one partition and the durability of its cluster, and leaves the rest to the brokers', () => {
  const stack = newStack();
  topic({}, stack);
  expect(resources(stack, 'kafka_topic')).toMatchObject([
    { name: 'events', partitions: 1, replication_factor: 3, config: { 'min.insync.replicas': '2' } },
  ]);
  expect(resources(stack, 'kafka_topic')[0]?.config).toEqual({ 'min.insync.replicas': '2' });
});

test('is made through the brokers of its cluster, without TLS', () => {
  const stack = newStack();
  topic({}, stack);
  expect(synth(stack).provider?.kafka).toEqual([
    { bootstrap_servers: ['localhost:9092', 'localhost:9093', 'localhost:9094'], tls_enabled: false },
  ]);
});

test('waits for every broker before it is made', () => {
  const stack = newStack();
  const cluster = newCluster(stack);
  new KafkaTopic(stack, 'events', { cluster });
  expect((resources(stack, 'kafka_topic')[0]?.depends_on as string[]).join()).toMatch(
    /kafka1.*kafka2.*kafka3/,
  );
});

test('comes after the stack of its cluster', () => {
  const [kafka, topics] = [newStack('kafka'), newStack('topics')];
  new KafkaTopic(topics, 'events', { cluster: newCluster(kafka) });
  expect(topics.dependencies).toEqual([kafka]);
});

test.each([
  [Retention.upTo(Duration.hours(1)), '3600000', '-1'],
  [Retention.upTo(Duration.hours(1), Size.mebibytes(1)), '3600000', '1048576'],
  [Retention.upToSize(Size.mebibytes(1)), '-1', '1048576'],
  [Retention.forever(), '-1', '-1'],
])('keeps records by age and size', (retention, milliseconds, bytes) => {
  expect(config({ retention })).toMatchObject({ 'retention.ms': milliseconds, 'retention.bytes': bytes });
});

test('sets clean-up, timestamps, the size of a message and anything else that Kafka knows', () => {
  expect(
    config({
      cleanupPolicy: CleanupPolicy.COMPACT,
      timestampType: TimestampType.LOG_APPEND_TIME,
      maxMessageSize: Size.mebibytes(2),
      settings: { 'min.cleanable.dirty.ratio': 0.1, preallocate: false },
    }),
  ).toEqual({
    'cleanup.policy': 'compact',
    'message.timestamp.type': 'LogAppendTime',
    'max.message.bytes': '2097152',
    'min.cleanable.dirty.ratio': '0.1',
    'min.insync.replicas': '2',
    preallocate: 'false',
  });
});

test('one copy needs only one in sync', () => {
  expect(config({ replicationFactor: 1 })).toEqual({ 'min.insync.replicas': '1' });
});

test('a topic made elsewhere renders nothing', () => {
  const stack = newStack();
  expect(KafkaTopic.fromTopicName(stack, 'other', 'theirs').topicName).toBe('theirs');
  expect(resources(stack, 'kafka_topic')).toEqual([]);
});

test.each(['a', 'a.b_c-D9', 'a'.repeat(249)])('takes the name %p', (topicName) => {
  expect(() => topic({ topicName })).not.toThrow();
});

test.each([
  '',
  '.',
  '..',
  'has space',
  'ä',
  'a/b',
  'a'.repeat(250),
  '__consumer_offsets',
  '__transaction_state',
])('refuses the name %p', (topicName) => {
  expect(() => topic({ topicName })).toThrow(/test\/events cannot be made:\n {2}- topicName must/);
});

test.each([0, -1, 1.5, NaN, Infinity, '3' as unknown as number])('refuses %p partitions', (partitions) => {
  expect(() => topic({ partitions })).toThrow('partitions must be a whole number, 1 or more');
});

test.each([0, 4, 1.5])('refuses %p copies of three brokers', (replicationFactor) => {
  expect(() => topic({ replicationFactor })).toThrow(
    `replicationFactor must be a whole number from 1 to 3 (one copy a broker), got ${replicationFactor}`,
  );
});

test('refuses more in-sync replicas than copies, and fewer than one', () => {
  expect(() => topic({ replicationFactor: 2, minInsyncReplicas: 3 })).toThrow(
    'at most 2 (the replication factor)',
  );
  expect(() => topic({ minInsyncReplicas: 0 })).toThrow(
    'minInsyncReplicas must be a whole number, 1 or more, got 0',
  );
});

test('warns when every copy must be in sync', () => {
  const warnings = (minInsyncReplicas: number): number => topic({ minInsyncReplicas }).node.metadata.length;
  expect(warnings(3)).toBe(1);
  expect(warnings(2)).toBe(0);
});

test('refuses retention of a topic that is only compacted', () => {
  const retention = Retention.upTo(Duration.hours(1));
  expect(() => topic({ cleanupPolicy: CleanupPolicy.COMPACT, retention })).toThrow('retention has no effect');
  expect(() => topic({ cleanupPolicy: CleanupPolicy.COMPACT_AND_DELETE, retention })).not.toThrow();
});

test('refuses an unknown clean-up policy', () => {
  expect(() => topic({ cleanupPolicy: 'compress' as unknown as CleanupPolicy })).toThrow("got 'compress'");
});

test('warns when a segment stays open for longer than the retention', () => {
  const warnings = (ms: number): number =>
    topic({ retention: Retention.upTo(Duration.hours(1)), settings: { 'segment.ms': ms } }).node.metadata
      .length;
  expect(warnings(3_600_001)).toBe(1);
  expect(warnings(3_600_000)).toBe(0);
});

test.each([
  ['segment.bytes', 13, 14],
  ['segment.bytes', 2_147_483_648, 2_147_483_647],
  ['segment.ms', 0, 1],
  ['segment.index.bytes', 3, 4],
  ['min.cleanable.dirty.ratio', 1.1, 1],
  ['min.cleanable.dirty.ratio', -0.1, 0],
  ['min.cleanable.dirty.ratio', 'half', '0.5'],
  ['compression.type', 'zip', 'zstd'],
  ['compression.gzip.level', 0, 9],
  ['compression.gzip.level', 10, -1],
  ['compression.lz4.level', 18, 17],
  ['compression.zstd.level', 23, 22],
  ['delete.retention.ms', -1, 0],
  ['flush.messages', 0, 1],
  ['max.compaction.lag.ms', 0, 1],
  ['preallocate', 'yes', 'true'],
  ['segment.ms', 1.5, 2],
])('the setting %s refuses %p and takes %p', (name, bad, good) => {
  expect(() => topic({ settings: { [name]: bad } })).toThrow(`settings: ${name} must be`);
  expect(() => topic({ settings: { [name]: good } })).not.toThrow();
});

test.each([
  'retention.ms',
  'retention.bytes',
  'cleanup.policy',
  'min.insync.replicas',
  'max.message.bytes',
  'message.timestamp.type',
])('refuses the setting %s, which has a property', (name) => {
  expect(() => topic({ settings: { [name]: 1 } })).toThrow(`${name} must be set by the property`);
});

test('refuses a setting that Kafka does not know', () => {
  expect(() => topic({ settings: { 'retention.hours': 1 } })).toThrow(
    "Kafka knows no topic setting 'retention.hours'",
  );
});

test('refuses a compaction lag that is larger at least than at most', () => {
  const settings = { 'min.compaction.lag.ms': 2, 'max.compaction.lag.ms': 1 };
  expect(() => topic({ settings })).toThrow(
    'min.compaction.lag.ms (2) must be at most max.compaction.lag.ms (1)',
  );
  expect(() => topic({ settings: { ...settings, 'max.compaction.lag.ms': 2 } })).not.toThrow();
});

test('refuses once, with the path and every broken rule', () => {
  expect(() => topic({ topicName: 'has space', partitions: 0, replicationFactor: 9 })).toThrow(
    /test\/events.*topicName.*partitions.*replicationFactor/s,
  );
});

test('refuses the same topic twice in a cluster, also across stacks, and names both', () => {
  const app = Testing.app();
  const cluster = newCluster(newStack('kafka', app));
  new KafkaTopic(newStack('one', app), 'first', { cluster, topicName: 'events' });
  new KafkaTopic(newStack('two', app), 'second', { cluster, topicName: 'events' });
  expect(() => app.synth()).toThrow("two/second: the topic 'events' is already declared by one/first");
});

test('refuses two names that are one in the metrics', () => {
  const app = Testing.app();
  const cluster = newCluster(newStack('kafka', app));
  const stack = newStack('topics', app);
  new KafkaTopic(stack, 'first', { cluster, topicName: 'a.b' });
  new KafkaTopic(stack, 'second', { cluster, topicName: 'a_b' });
  expect(() => app.synth()).toThrow("'a_b' and 'a.b' (topics/first) have the same metric name");
});
