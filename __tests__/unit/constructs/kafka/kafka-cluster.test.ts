import { TerraformStack, Testing } from 'cdktf';
import { ContainerImage } from '../../../../constructs/core/container-image';
import { Duration } from '../../../../constructs/core/duration';
import { Size } from '../../../../constructs/core/size';
import { KafkaCluster } from '../../../../constructs/kafka/kafka-cluster';
import type { KafkaClusterProps } from '../../../../constructs/kafka/kafka-cluster-props';
import { kafkaMajorVersion } from '../../../../constructs/core/kafka-version';
import { Metadata } from '../../../../constructs/kafka/metadata';
import { CleanupPolicy, Retention } from '../../../../constructs/kafka/retention';
import { newCluster } from '../../../support/cluster';
import {
  accepted,
  container,
  environment,
  IMAGES,
  newPlatform,
  newStack,
  resources,
  warnings,
} from '../../../support/synth';

function cluster(props: Partial<KafkaClusterProps> = {}, stack = newStack()): KafkaCluster {
  return accepted(newCluster(props.platform ?? newPlatform(stack), props, stack));
}

test('is three brokers, kafka1 to kafka3, with addresses inside and on the host', () => {
  const kafka = cluster();
  expect(kafka.bootstrapServers).toEqual(['kafka1:19092', 'kafka2:19093', 'kafka3:19094']);
  expect(kafka.hostBootstrapServers).toEqual(['localhost:9092', 'localhost:9093', 'localhost:9094']);
});

test('a broker listens for the network and for the host, and advertises to each what it can reach', () => {
  const stack = newStack();
  cluster({ platform: newPlatform(stack, { portOffset: 1000 }) }, stack);
  expect(environment(stack, 'kafka2')).toMatchObject({
    KAFKA_BROKER_ID: '2',
    KAFKA_ZOOKEEPER_CONNECT: 'zoo1:2181',
    KAFKA_LISTENERS: 'INTERNAL://0.0.0.0:19093,EXTERNAL://0.0.0.0:9093',
    KAFKA_ADVERTISED_LISTENERS: 'INTERNAL://kafka2:19093,EXTERNAL://localhost:10093',
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'INTERNAL:PLAINTEXT,EXTERNAL:PLAINTEXT',
    KAFKA_INTER_BROKER_LISTENER_NAME: 'INTERNAL',
  });
  expect(container(stack, 'kafka2').ports).toEqual([{ internal: 9093, external: 10_093, ip: '127.0.0.1' }]);
});

test('keeps records for 168 hours and of any size, unless told otherwise', () => {
  const stack = newStack();
  cluster({}, stack);
  expect(environment(stack, 'kafka1')).toMatchObject({
    KAFKA_LOG_RETENTION_MS: '604800000',
    KAFKA_LOG_RETENTION_BYTES: '-1',
    KAFKA_LOG_CLEANUP_POLICY: 'delete',
  });
  const other = newStack();
  cluster(
    {
      retention: Retention.upTo(Duration.hours(1), Size.gibibytes(1)),
      cleanupPolicy: CleanupPolicy.COMPACT_AND_DELETE,
    },
    other,
  );
  expect(environment(other, 'kafka1')).toMatchObject({
    KAFKA_LOG_RETENTION_MS: '3600000',
    KAFKA_LOG_RETENTION_BYTES: '1073741824',
    KAFKA_LOG_CLEANUP_POLICY: 'compact,delete',
  });
});

test.each([
  [1, 1, 1],
  [2, 2, 1],
  [3, 3, 2],
  [5, 3, 2],
])('with %i brokers there are %i copies, of which %i must have a record', (brokers, copies, insync) => {
  const stack = newStack();
  cluster({ brokers }, stack);
  expect(resources(stack, 'docker_container')).toHaveLength(brokers + 1);
  expect(environment(stack, 'kafka1')).toMatchObject({
    KAFKA_DEFAULT_REPLICATION_FACTOR: String(copies),
    KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: String(copies),
    KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: String(copies),
    KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: String(insync),
    KAFKA_MIN_INSYNC_REPLICAS: String(insync),
  });
});

test('loses no confirmed record to an election, and makes no topic by a misspelling', () => {
  const stack = newStack();
  cluster({}, stack);
  expect(environment(stack, 'kafka1')).toMatchObject({
    KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE: 'false',
    KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
  });
});

test('a broker is given time to hand over its partitions, and stops before ZooKeeper does', () => {
  const stack = newStack();
  cluster({}, stack);
  const broker = container(stack, 'kafka1');
  expect(broker).toMatchObject({ destroy_grace_seconds: 60, stop_timeout: 60 });
  expect(broker.depends_on).toContainEqual(expect.stringMatching(/^docker_container\.zookeeper_zoo1_/));
});

test('is healthy when a broker answers in the Kafka protocol', () => {
  const stack = newStack();
  cluster({}, stack);
  expect(container(stack, 'kafka3').healthcheck?.test.join(' ')).toContain('/dev/tcp/127.0.0.1/19094');
});

test('further settings are named as in server.properties', () => {
  const stack = newStack();
  cluster(
    {
      settings: { 'num.io.threads': 4, 'group.initial.rebalance.delay.ms': 0 },
      foreignSettings: { 'a.b_c-d': true },
    },
    stack,
  );
  expect(environment(stack, 'kafka1')).toMatchObject({
    KAFKA_NUM_IO_THREADS: '4',
    KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
    KAFKA_A_B__C___D: 'true',
  });
});

test.each<[string, boolean, string | undefined]>([
  ['apache/kafka:3.9.1', true, undefined],
  ['apache/kafka:4.0.0', false, undefined],
  ['confluentinc/cp-kafka:7.9.6', true, undefined],
  ['mirror.example.com:5000/confluentinc/cp-kafka:8.0.0', false, undefined],
  [`confluentinc/cp-kafka:8.0.0@sha256:7${'0'.repeat(63)}`, false, undefined],
  [`confluentinc/cp-kafka@sha256:8${'0'.repeat(63)}`, true, undefined],
  ['my/kafka:7.9.6', true, undefined],
  ['my/kafka:1', false, '4.0.0'],
])('with ZooKeeper, whether %s will do: %p', (reference, fits, version) => {
  const stack = newStack();
  const images = { ...IMAGES, kafka: ContainerImage.of(reference, { version }) };
  const make = (): unknown => cluster({ platform: newPlatform(stack, { images }) }, stack);
  if (fits) expect(make).not.toThrow();
  else expect(make).toThrow(`metadata must not be ZooKeeper with ${reference}`);
});

test.each([
  ['apache/kafka:3.7.0', true],
  ['confluentinc/cp-kafka:7.4.0', true],
  ['confluentinc/cp-kafka:7.3.9', false],
  ['confluentinc/cp-kafka:6.2.0', false],
  ['my/kafka:2.8.1', true],
])('with KRaft, whether %s will do: %p', (reference, fits) => {
  const stack = newStack();
  const images = { ...IMAGES, kafka: ContainerImage.of(reference) };
  const make = (): unknown =>
    cluster({ platform: newPlatform(stack, { images }), metadata: Metadata.kraft() }, stack);
  if (fits) expect(make).not.toThrow();
  else expect(make).toThrow(`metadata must not be KRaft with ${reference}`);
});

test.each([
  ['apache/kafka:3.9.1', 3],
  ['apache/kafka:4.1.0', 4],
  ['confluentinc/cp-kafka:7.9.6', 3],
  ['mirror.example.com:5000/confluentinc/cp-kafka:8.0.0', 4],
  ['kafka:stable', undefined],
  ['my/kafka:7.9.6', undefined],
  [`confluentinc/cp-kafka@sha256:8${'0'.repeat(63)}`, undefined],
])('%s is Kafka %p', (reference, major) => {
  expect(kafkaMajorVersion(ContainerImage.of(reference))).toBe(major);
});

test.each([
  ['my/kafka:4.0.0', undefined, 1],
  ['my/kafka:8.0.0', undefined, 1],
  ['my/kafka:20260101', undefined, 0],
  ['my/kafka:7.9.6', undefined, 0],
  ['my/kafka:4.0.0', '3.9.1', 0],
])(
  'with ZooKeeper, a tag that only looks so is at most warned about: %s said to be %p',
  (reference, version, count) => {
    const stack = newStack();
    const images = { ...IMAGES, kafka: ContainerImage.of(reference, { version }) };
    const made = cluster({ platform: newPlatform(stack, { images }) }, stack);
    expect(warnings(made).filter((each) => each.includes('looks like Kafka 4'))).toHaveLength(count);
  },
);

test('a topic is added in a stack after the brokers, under its id', () => {
  const app = Testing.app();
  const stack = newStack('kafka', app);
  const topic = cluster({}, stack).addTopic('orders', { partitions: 3 });
  expect(topic).toMatchObject({ topicName: 'orders', partitions: 3, node: { path: 'topics/orders' } });
  expect(TerraformStack.of(topic).dependencies).toEqual([stack]);
});

test('a topic that is added without more has one partition', () => {
  expect(cluster().addTopic('orders')).toMatchObject({ topicName: 'orders', partitions: 1 });
});

test('says everything that is wrong at once', () => {
  expect(() => cluster({ minInsyncReplicas: 9, settings: { listeners: 'x' } })).toThrow(
    /listeners.*minInsyncReplicas/s,
  );
});

test('tells each broker its rack', () => {
  const stack = newStack();
  cluster({ racks: ['a', 'b', 'a'] }, stack);
  expect(['kafka1', 'kafka2', 'kafka3'].map((name) => environment(stack, name).KAFKA_BROKER_RACK)).toEqual([
    ...['a', 'b', 'a'],
  ]);
});

test('brokers have no rack unless they are given one', () => {
  const stack = newStack();
  cluster({}, stack);
  expect(environment(stack, 'kafka1')).not.toHaveProperty('KAFKA_BROKER_RACK');
});

describe("the cleaner's buffer", () => {
  const buffer = (heap: Size, settings = {}): string | undefined => {
    const stack = newStack();
    cluster({ heap, settings }, stack);
    return environment(stack, 'kafka1').KAFKA_LOG_CLEANER_DEDUPE_BUFFER_SIZE;
  };

  test('follows a small heap, as an eighth of it, unless settings say otherwise', () => {
    expect(buffer(Size.mebibytes(64))).toBe('8388608');
    expect(buffer(Size.mebibytes(1016))).toBe('133169152');
    expect(buffer(Size.gibibytes(1))).toBeUndefined();
    expect(buffer(Size.mebibytes(48), { 'log.cleaner.threads': 4 })).toBe('8388608');
    expect(buffer(Size.mebibytes(64), { 'log.cleaner.dedupe.buffer.size': 5_000_000 })).toBe('5000000');
  });
});

describe('how often brokers look for what may go', () => {
  const told = (make: (kafka: KafkaCluster) => void, props: Partial<KafkaClusterProps> = {}): unknown => {
    const stack = newStack();
    make(cluster(props, stack));
    return [1, 3].map((id) => environment(stack, `kafka${id}`).KAFKA_LOG_RETENTION_CHECK_INTERVAL_MS);
  };
  const topic = (kafka: KafkaCluster, id: string, seconds: number): unknown =>
    kafka.addTopic(id, { retention: Retention.upTo(Duration.seconds(seconds)) });

  test("is Kafka's where nothing is kept for less than twenty minutes", () => {
    expect(told((kafka) => topic(kafka, 'a', 1200))).toEqual([undefined, undefined]);
  });

  test('follows the shortest retention of its topics, whenever they are added', () => {
    const expected = ['15000', '15000'];
    expect(told((kafka) => [600, 60, 80].forEach((s) => topic(kafka, `t${s}`, s)))).toEqual(expected);
  });

  test('follows its own retention, and so do its segments', () => {
    const stack = newStack();
    cluster({ retention: Retention.upTo(Duration.minutes(1), Size.mebibytes(100)) }, stack);
    expect(environment(stack, 'kafka1')).toMatchObject({
      KAFKA_LOG_RETENTION_CHECK_INTERVAL_MS: '10000',
      KAFKA_LOG_ROLL_MS: '30000',
      KAFKA_LOG_SEGMENT_BYTES: '26214400',
    });
  });

  test('leaves ordinary brokers as they were', () => {
    const stack = newStack();
    cluster({}, stack);
    expect(Object.keys(environment(stack, 'kafka1')).filter((n) => /LOG_ROLL|SEGMENT|CHECK/.test(n))).toEqual(
      [],
    );
  });
});
