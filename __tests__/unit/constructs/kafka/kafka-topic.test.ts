import { TerraformVariable, Testing } from 'cdktf';
import { Duration } from '../../../../constructs/core/duration';
import { Size } from '../../../../constructs/core/size';
import { KafkaCluster } from '../../../../constructs/kafka/kafka-cluster';
import { KafkaTopic } from '../../../../constructs/kafka/kafka-topic';
import type { KafkaTopicProps } from '../../../../constructs/kafka/kafka-topic-props';
import { CleanupPolicy, Retention } from '../../../../constructs/kafka/retention';
import { TimestampType } from '../../../../constructs/kafka/timestamp-type';
import { newCluster } from '../../../support/cluster';
import { accepted, newPlatform, newStack, resources, synth, warnings } from '../../../support/synth';

const CLUSTER = newCluster();

function topic(props: Partial<KafkaTopicProps> = {}, stack = newStack()): KafkaTopic {
  return accepted(new KafkaTopic(stack, 'events', { cluster: CLUSTER, ...props }));
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
  const cluster = newCluster(newPlatform(stack));
  new KafkaTopic(stack, 'events', { cluster });
  expect((resources(stack, 'kafka_topic')[0]?.depends_on as string[]).join()).toMatch(
    /kafka1.*kafka2.*kafka3/,
  );
});

test('waits for the first topic of its cluster in its stack, so that one alone connects', () => {
  const stack = newStack();
  const [one, other] = ['one', 'other'].map((id) =>
    KafkaCluster.fromBootstrapServers(stack, id, { bootstrapServers: [`${id}:9092`] }),
  );
  for (const id of ['a', 'b', 'c']) new KafkaTopic(stack, id, { cluster: one! });
  for (const id of ['d', 'e']) new KafkaTopic(stack, id, { cluster: other! });
  const waits = resources(stack, 'kafka_topic').map(({ name, depends_on = [] }) => [
    name,
    ...(depends_on as string[]).map((each) => each.replace(/_[^_]*$/, '')),
  ]);
  expect(waits).toEqual([
    ['a'],
    ['b', 'kafka_topic.a'],
    ['c', 'kafka_topic.a'],
    ['d'],
    ['e', 'kafka_topic.d'],
  ]);
});

test('comes after the stack of its cluster', () => {
  const [kafka, topics] = [newStack('kafka'), newStack('topics')];
  new KafkaTopic(topics, 'events', { cluster: newCluster(newPlatform(kafka)) });
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

test.each(['', '..', 'a b', 'a'.repeat(250)])(
  'refers to no topic of the name %p, which none can have',
  (name) => {
    expect(() => KafkaTopic.fromTopicName(newStack(), 'other', name)).toThrow(
      /^test\/other cannot be made:\n {2}- topicName must be/,
    );
  },
);

test('refers to a topic that the brokers make', () => {
  const offsets = KafkaTopic.fromTopicName(newStack(), 'offsets', '__consumer_offsets');
  expect(accepted(offsets).topicName).toBe('__consumer_offsets');
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
  expect(() => topic({ partitions })).toThrow('partitions must be a whole number from 1 to 2147483647');
});

test.each([0, 4, 1.5])('refuses %p copies of three brokers', (replicationFactor) => {
  expect(() => topic({ replicationFactor })).toThrow(
    /replicationFactor must be a whole number from 1 to (3|32767).*got/,
  );
});

test('refuses more in-sync replicas than copies, and fewer than one', () => {
  expect(() => topic({ replicationFactor: 2, minInsyncReplicas: 3 })).toThrow(
    'at most 2 (the replication factor)',
  );
  expect(() => topic({ minInsyncReplicas: 0 })).toThrow(
    'minInsyncReplicas must be a whole number from 1 to 2147483647; got 0',
  );
});

test('warns when every copy must be in sync', () => {
  expect(warnings(topic({ minInsyncReplicas: 3 }))).toEqual([expect.stringContaining('take 2')]);
  expect(warnings(topic({ minInsyncReplicas: 2 }))).toEqual([]);
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
  const retention = Retention.upTo(Duration.hours(1));
  const warned = (ms: number): string[] => warnings(topic({ retention, settings: { 'segment.ms': ms } }));
  expect(warned(3_600_001)).toEqual([expect.stringContaining('shorten it')]);
  expect(warned(3_600_000)).toEqual([]);
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
  ['segment.ms', '9223372036854775808', '9223372036854775807'],
  ['segment.ms', 9_223_372_036_854_775_807, Number.MAX_SAFE_INTEGER],
  ['message.format.version', '5.0', '3.0'],
  ['message.downconversion.enable', 'no', false],
  ['remote.log.copy.disable', 'no', true],
])('the setting %s refuses %p and takes %p', (name, bad, good) => {
  expect(() => topic({ settings: { [name]: bad } })).toThrow(`${name} must be`);
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

test.each([null, 'x', ['segment.ms']])('refuses settings that are %p', (settings) => {
  expect(() => topic({ settings: settings as never })).toThrow(
    'settings must be an object of settings by their name in Kafka',
  );
});

test.each(['follower', 'leader'])('takes any list of replicas whose %s is throttled', (side) => {
  expect(() => topic({ settings: { [`${side}.replication.throttled.replicas`]: '0:1,0:2' } })).not.toThrow();
});

test('what Kafka does not know is rendered as it is where it is said to be foreign', () => {
  const stack = newStack();
  topic(
    {
      settings: { 'segment.ms': '9223372036854775807' },
      foreignSettings: { 'confluent.value.schema.validation': true },
    },
    stack,
  );
  expect(resources(stack, 'kafka_topic')).toMatchObject([
    { config: { 'segment.ms': '9223372036854775807', 'confluent.value.schema.validation': 'true' } },
  ]);
  expect(() => topic({ settings: { 'confluent.value.schema.validation': true } })).toThrow(
    'give it in foreignSettings',
  );
  expect(() => topic({ foreignSettings: { 'retention.ms': 1 } })).toThrow('set by the property retention');
});

test('refuses more partitions than the provider can hold, which would make them few', () => {
  expect(() => topic({ partitions: 2 ** 32 + 1 })).toThrow('from 1 to 2147483647; got 4294967297');
  expect(() => topic({ partitions: 2 ** 31 - 1 })).not.toThrow();
});

test('refuses a setting that Kafka does not know', () => {
  expect(() => topic({ settings: { 'retention.hours': 1 } })).toThrow(
    "'retention.hours' is not a topic setting that Kafka knows",
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
  const cluster = newCluster(newPlatform(newStack('kafka', app)));
  new KafkaTopic(newStack('one', app), 'first', { cluster, topicName: 'events' });
  new KafkaTopic(newStack('two', app), 'second', { cluster, topicName: 'events' });
  expect(() => app.synth()).toThrow(
    "two/second cannot be made:\n  - the topic 'events' is already that of one/first; delete one of them.",
  );
});

test('refuses two names that are one in the metrics', () => {
  const app = Testing.app();
  const cluster = newCluster(newPlatform(newStack('kafka', app)));
  const stack = newStack('topics', app);
  new KafkaTopic(stack, 'first', { cluster, topicName: 'a.b' });
  new KafkaTopic(stack, 'second', { cluster, topicName: 'a_b' });
  expect(() => app.synth()).toThrow(
    "topics/second cannot be made:\n  - the name of a topic's metrics 'a_b' is already that of topics/first, 'a.b'; rename one of them",
  );
});

test('numbers and a name that Terraform alone knows pass, and are left to it to check', () => {
  const stack = newStack();
  const count = new TerraformVariable(stack, 'count', { type: 'number' }).numberValue;
  const name = new TerraformVariable(stack, 'name', { type: 'string' }).stringValue;
  topic({ topicName: name, partitions: count, replicationFactor: count }, stack);
  expect(resources(stack, 'kafka_topic')).toMatchObject([
    {
      name: '${var.name}',
      partitions: '${var.count}',
      lifecycle: {
        precondition: [
          { condition: expect.stringContaining('regex(') as string },
          {
            condition:
              '${(((floor(var.count) == var.count) && (var.count >= 1)) && (var.count <= 2147483647))}',
          },
          {
            condition: '${(((floor(var.count) == var.count) && (var.count >= 1)) && (var.count <= 32767))}',
            error_message: 'test/events: replicationFactor must be a whole number from 1 to 32767.',
          },
          {
            condition: '${(var.count <= 3)}',
            error_message: 'test/events: replicationFactor must be at most 3 (one replica per broker).',
          },
        ],
      },
    },
  ]);
});

test('segment.bytes is 14 or more for Kafka 3, and 1 MiB or more for Kafka 4', () => {
  const cluster = Object.assign(newCluster(), { kafkaMajorVersion: 4 });
  const withBytes = (bytes: number): (() => unknown) => {
    return () => topic({ cluster, settings: { 'segment.bytes': bytes } });
  };
  expect(withBytes(1024 ** 2 - 1)).toThrow('segment.bytes must be at least 1048576 on brokers of Kafka 4');
  expect(withBytes(1024 ** 2)).not.toThrow();
});

test('refuses messages that are larger than what consumers fetch at once', () => {
  expect(() => topic({ maxMessageSize: Size.bytes(52_428_801) })).toThrow(
    'maxMessageSize must be at most 50 MiB',
  );
  expect(() => topic({ maxMessageSize: Size.mebibytes(50) })).not.toThrow();
});

test('refuses an age or a size of retention that cannot be, with the path of the topic', () => {
  expect(() => topic({ retention: Retention.upTo(Duration.hours(-2)) })).toThrow(
    'test/events cannot be made:\n  - retention is a Retention in which age must be a duration of zero or more that comes to whole milliseconds; got -2 hours.',
  );
  expect(() => topic({ retention: Retention.upToSize(Size.bytes(-2)) })).toThrow(
    'retention is a Retention in which sizePerPartition must be a size of zero or more',
  );
  expect(() => topic({ retention: Retention.upTo('7 days' as unknown as Duration) })).toThrow(
    "retention is a Retention in which age must be a Duration, such as Duration.minutes(1); got '7 days'",
  );
  expect(() => topic({ retention: '7 days' as unknown as Retention })).toThrow(
    "retention must be a Retention, such as Retention.upTo(Duration.hours(168)); got '7 days'",
  );
});

test('refuses a cluster that is none, and a property that there is not', () => {
  expect(() => topic({ cluster: 'localhost:9092' as unknown as KafkaCluster })).toThrow(
    "cluster must be a KafkaCluster; got 'localhost:9092'",
  );
  expect(() => topic({ partition: 3 } as Partial<KafkaTopicProps>)).toThrow(
    "there is no property 'partition'",
  );
});

describe('segments', () => {
  const minute = Retention.upTo(Duration.minutes(1));

  test('follow a short and a small retention, unless settings say otherwise', () => {
    expect(config({ retention: Retention.upTo(Duration.minutes(1), Size.mebibytes(10)) })).toMatchObject({
      'segment.ms': '30000',
      'segment.bytes': '2621440',
    });
    expect(config({ retention: minute, settings: { 'segment.ms': 5000 } })).toMatchObject({
      'segment.ms': '5000',
    });
  });

  test('of an ordinary retention are left to the brokers', () => {
    const rendered = config({ retention: Retention.upTo(Duration.days(7), Size.gibibytes(10)) });
    expect(Object.keys(rendered as object)).not.toContainEqual(expect.stringMatching(/^segment/));
  });

  test("of an ordinary retention are Kafka's where the cluster's are shorter", () => {
    const cluster = newCluster(newPlatform(newStack('kafka')), { retention: minute });
    expect(config({ cluster, retention: Retention.upTo(Duration.days(30)) })).toMatchObject({
      'segment.ms': '604800000',
    });
    expect(config({ cluster })).not.toHaveProperty('segment.ms');
  });

  test('larger than the retention are warned about', () => {
    const retention = Retention.upToSize(Size.mebibytes(10));
    const warned = (bytes: number): string[] =>
      warnings(topic({ retention, settings: { 'segment.bytes': bytes } }));
    expect(warned(10_485_760)).toEqual([]);
    expect(warned(10_485_761)).toEqual([
      expect.stringContaining('segment.bytes (10485761) is larger than the retention (10485760 bytes)'),
    ]);
  });

  test('hold the largest record', () => {
    const maxMessageSize = Size.mebibytes(2);
    const withBytes = (bytes: number) => (): KafkaTopic =>
      topic({ maxMessageSize, settings: { 'segment.bytes': bytes } });
    expect(withBytes(2_097_151)).toThrow('segment.bytes must be at least maxMessageSize (2097152)');
    expect(withBytes(2_097_152)).not.toThrow();
  });

  test.each([
    [Retention.upTo(Duration.milliseconds(3999)), Retention.upTo(Duration.seconds(4))],
    [Retention.upToSize(Size.bytes(1_048_587)), Retention.upToSize(Size.bytes(1_048_588))],
  ])('cannot follow a retention as little as %p', (little, enough) => {
    expect(warnings(topic({ retention: little }))).toEqual([
      expect.stringContaining('retention keeps more than it says'),
    ]);
    expect(warnings(topic({ retention: enough }))).toEqual([]);
  });

  test.each([
    [Retention.upTo(Duration.seconds(599)), Retention.upTo(Duration.seconds(600))],
    [Retention.upToSize(Size.mebibytes(299)), Retention.upToSize(Size.mebibytes(300))],
  ])('are not enough on brokers of others for %p', (little, enough) => {
    const stack = newStack('others');
    const cluster = KafkaCluster.fromBootstrapServers(stack, 'kafka', { bootstrapServers: ['k:1'] });
    expect(warnings(topic({ cluster, retention: little }))).toEqual([
      expect.stringContaining('log.retention.check.interval.ms: five minutes, unless who runs them set it.'),
    ]);
    expect(warnings(topic({ cluster, retention: enough }))).toEqual([]);
  });
});

test('warns where the settings of the cluster say that brokers look seldom', () => {
  const looks = (milliseconds: number): string[] => {
    const cluster = Object.assign(newCluster(), { keep: () => milliseconds });
    return warnings(topic({ cluster, retention: Retention.upTo(Duration.minutes(1)) }));
  };
  expect(looks(30_000)).toEqual([]);
  expect(looks(30_001)).toEqual([
    expect.stringContaining('30001 by the settings of the cluster; leave it out there'),
  ]);
});

test('refuses retention where the cluster only compacts', () => {
  const cluster = newCluster(newPlatform(newStack('kafka')), { cleanupPolicy: CleanupPolicy.COMPACT });
  const retention = Retention.upTo(Duration.hours(1));
  expect(() => topic({ cluster, retention })).toThrow(
    'retention has no effect on a topic that is only compacted, as its cluster says',
  );
  expect(() => topic({ cluster, retention, cleanupPolicy: CleanupPolicy.DELETE })).not.toThrow();
});

test('its largest record fits into a segment of its cluster, unless the topic has segments of its own', () => {
  const make =
    (bytes: number, props: Partial<KafkaTopicProps> = {}) =>
    (): unknown => {
      const cluster = newCluster(undefined, { settings: { 'log.segment.bytes': 2_000_000 } });
      return topic({ cluster, maxMessageSize: Size.bytes(bytes), ...props });
    };
  expect(make(2_000_000)).not.toThrow();
  expect(make(2_000_001)).toThrow('maxMessageSize must be at most 2000000, the bytes of a segment');
  expect(make(2_000_001, { settings: { 'segment.bytes': 2_000_001 } })).not.toThrow();
  expect(make(2_000_001, { retention: Retention.upToSize(Size.mebibytes(100)) })).not.toThrow();
});
