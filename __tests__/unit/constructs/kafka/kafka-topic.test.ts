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
  expect(withBytes(1024 ** 2 - 1)).toThrow(
    'segment.bytes must be a whole number from 1048576 to 2147483647; got 1048575',
  );
  expect(withBytes(1024 ** 2)).not.toThrow();
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
