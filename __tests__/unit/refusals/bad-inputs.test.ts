import {
  CleanupPolicy,
  Compatibility,
  ContainerImage,
  Duration,
  HealthCheck,
  KafkaTopic,
  Retention,
  Size,
  StartingOffsets,
} from '../../../constructs';
import { addStackDependency } from '../../../constructs/core/dependencies';
import { ValidationError } from '../../../constructs/core/validation-error';
import { IMAGES, warnings } from '../../support/synth';
import { World, type Junk } from './world';

/** Part of the refusal, after the path; `warns` where upstream accepts it and it may be meant. */
type Case = readonly [
  number: number,
  bad: string,
  build: (world: World) => unknown,
  says: RegExp,
  warns?: 'warns',
];

const topic =
  (props: Junk, id = 'events') =>
  (world: World): unknown =>
    world.topic(id, props);
const setting = (name: string, value: unknown): ((world: World) => unknown) =>
  topic({ settings: { [name]: value } });
const brokers = (settings: Junk) => (world: World) => world.kafkaCluster({ settings });
const service = (props: Junk) => (world: World) => world.service('web', props);
const spark = (props: Junk) => (world: World) => world.sparkApplication(props);
const averages = (props: Junk) => (world: World) => world.averages(props);

const TOPICS: readonly Case[] = [
  [1, 'an empty name', topic({ topicName: '' }), /topicName must be not empty/],
  [2, 'the name .', topic({ topicName: '.' }), /topicName must be not '\.' or '\.\.'/],
  [2, 'the name ..', topic({ topicName: '..' }), /topicName must be not '\.' or '\.\.'/],
  [3, '250 characters', topic({ topicName: 'a'.repeat(250) }), /topicName must be at most 249 characters/],
  [
    4,
    'another character',
    topic({ topicName: 'a b' }),
    /topicName must be of a-z, A-Z, 0-9, '\.', '_' and '-'/,
  ],
  [
    5,
    'a.b beside a_b',
    (w) => [w.topic('a.b'), w.topic('a_b')],
    /the name of a topic's metrics 'a_b' is already/,
  ],
  [
    6,
    'a topic twice',
    (w) => [w.topic('a'), w.topic('a', {}, 'others')],
    /the topic 'a' is already that of topics\/a/,
  ],
  [
    7,
    "Kafka's own name",
    topic({ topicName: '__consumer_offsets' }),
    /topicName must be another than Kafka's own/,
  ],
  [
    8,
    'no partition',
    topic({ partitions: 0 }),
    /partitions must be a whole number from 1 to 2147483647; got 0/,
  ],
  [9, 'no copy', topic({ replicationFactor: 0 }), /replicationFactor must be a whole number from 1/],
  [
    10,
    'more copies than brokers',
    topic({ replicationFactor: 4 }),
    /replicationFactor must .* 3 \(one replica per broker\), got 4/,
  ],
  [11, 'no copy in sync', topic({ minInsyncReplicas: 0 }), /minInsyncReplicas must be a whole number from 1/],
  [12, 'more in sync than copies', topic({ minInsyncReplicas: 4 }), /minInsyncReplicas must be at most 3/],
  [13, 'every copy in sync', topic({ minInsyncReplicas: 3 }), /no broker may be away/, 'warns'],
  [
    14,
    'retention.ms < -1',
    topic({ retention: Retention.upTo(Duration.milliseconds(-2)) }),
    /retention is a Retention in which age must be a duration of zero or more/,
  ],
  [
    14,
    'retention.ms < -1 by its name',
    setting('retention.ms', -2),
    /retention\.ms must be set by the property retention/,
  ],
  [
    15,
    'retention.bytes < -1',
    topic({ retention: Retention.upToSize(Size.bytes(-2)) }),
    /retention is a Retention in which sizePerPartition must be a size of zero or more/,
  ],
  [
    16,
    'two units',
    topic({ settings: { 'retention.hours': 1, 'retention.ms': 1 } }),
    /'retention\.hours' is not a topic setting.*retention\.ms must be set by/,
  ],
  [17, 'an unknown setting', setting('retention', 1), /'retention' is not a topic setting that Kafka knows/],
  [
    18,
    'an unknown clean-up',
    topic({ cleanupPolicy: 'compress' }),
    /cleanupPolicy must be one of 'delete', 'compact'/,
  ],
  [19, 'segment.bytes 13', setting('segment.bytes', 13), /segment\.bytes must be a whole number from 14/],
  [
    19,
    'segment.bytes 2^31',
    setting('segment.bytes', 2 ** 31),
    /segment\.bytes must be a whole number from 14 to 2147483647/,
  ],
  [20, 'segment.ms 0', setting('segment.ms', 0), /segment\.ms must be a whole number, 1 or more/],
  [
    21,
    'segments that outlive the retention',
    topic({ retention: Retention.upTo(Duration.hours(1)), settings: { 'segment.ms': 3_600_001 } }),
    /records outlive it/,
    'warns',
  ],
  [
    22,
    'segment.index.bytes 3',
    setting('segment.index.bytes', 3),
    /segment\.index\.bytes must be a whole number from 4/,
  ],
  [
    23,
    'max.message.bytes < 0',
    topic({ maxMessageSize: Size.bytes(-1) }),
    /maxMessageSize must be a size of zero or more/,
  ],
  [
    24,
    'messages larger than a fetch',
    topic({ maxMessageSize: Size.mebibytes(51) }),
    /maxMessageSize must be at most 50 MiB/,
  ],
  [25, 'a dirty ratio of 1.1', setting('min.cleanable.dirty.ratio', 1.1), /must be a number from 0 to 1/],
  [
    26,
    'lags the wrong way round',
    topic({ settings: { 'min.compaction.lag.ms': 2, 'max.compaction.lag.ms': 1 } }),
    /min\.compaction\.lag\.ms \(2\) must be at most/,
  ],
  [27, 'an unknown compression', setting('compression.type', 'zip'), /compression\.type must be one of/],
  [27, 'an unknown level', setting('compression.zstd.level', 23), /compression\.zstd\.level must be/],
  [
    28,
    'an unknown timestamp',
    topic({ timestampType: 'LogTime' }),
    /timestampType must be one of 'CreateTime', 'LogAppendTime'/,
  ],
  [
    30,
    'retention of a compacted topic',
    topic({ cleanupPolicy: CleanupPolicy.COMPACT, retention: Retention.upTo(Duration.hours(1)) }),
    /retention has no effect on a topic that is only compacted/,
  ],
];

const BROKERS: readonly Case[] = [
  [31, 'a broker id of its own', brokers({ 'broker.id': -1 }), /broker\.id must be left out/],
  [
    32,
    'advertised 0.0.0.0',
    brokers({ 'advertised.listeners': 'X://0.0.0.0:1' }),
    /advertised\.listeners must be left out/,
  ],
  [33, 'advertised but no listener', brokers({ listeners: 'A://:1' }), /listeners must be left out/],
  [
    34,
    'an unknown inter-broker listener',
    brokers({ 'inter.broker.listener.name': 'NONE' }),
    /inter\.broker\.listener\.name must be left out/,
  ],
  [
    35,
    'a mechanism that is not enabled',
    brokers({ 'sasl.mechanism.inter.broker.protocol': 'PLAIN' }),
    /must be one of sasl\.enabled\.mechanisms/,
  ],
  [
    36,
    'a small request queue',
    brokers({ 'queued.max.request.bytes': 1 }),
    /must be at most queued\.max\.request\.bytes/,
  ],
  [37, 'an even ensemble', (w) => w.zooKeeper({ nodes: 2 }), /nodes must be 1, 3 or 5/],
  [37, 'an empty ensemble', (w) => w.zooKeeper({ nodes: 0 }), /nodes must be 1, 3 or 5/],
  [38, 'ZooKeeper ids of its own', (w) => w.zooKeeper({ ids: [1, 1] }), /there is no property 'ids'/],
  [
    39,
    'more copies of offsets than brokers',
    brokers({ 'offsets.topic.replication.factor': 4 }),
    /offsets\.topic\.replication\.factor must be set by the property defaultReplicationFactor/,
  ],
  [
    40,
    'log retention in two units',
    brokers({ 'log.retention.hours': 1, 'log.retention.ms': 1 }),
    /log\.retention\.hours must be set by the property retention.* log\.retention\.ms must/,
  ],
  [
    41,
    'ZooKeeper with Kafka 4',
    (w) => {
      const images = { ...IMAGES, kafka: ContainerImage.of('apache/kafka:4.0.0') };
      return w.kafkaCluster({ platform: w.dockerPlatform({ images }, 'newer') });
    },
    /metadata must not be ZooKeeper with apache\/kafka:4\.0\.0/,
  ],
];

const DOCKER: readonly Case[] = [
  [
    42,
    'a host port twice',
    (w) =>
      [8000, 8000].map((hostPort, i) =>
        w.service(`web${i}`, { ports: [{ name: 'web', port: 80, hostPort }] }, `s${i}`),
      ),
    /the host port 8000 is already that of s0\/web0/,
  ],
  [
    43,
    'port 0',
    service({ ports: [{ name: 'web', port: 0 }] }),
    /port must be a whole number from 1 to 65535; got 0/,
  ],
  [
    43,
    'port 65536',
    service({ ports: [{ name: 'web', port: 80, hostPort: 65_536 }] }),
    /hostPort must be a whole number from 1 to 65535/,
  ],
  [
    44,
    'a container name twice',
    (w) => [w.service('a', { serviceName: 'web' }), w.service('b', { serviceName: 'web' })],
    /the container name 'web' is already/,
  ],
  [
    45,
    'a name that Docker refuses',
    (w) => w.service('w', { serviceName: 'w' }),
    /the container's name must match/,
  ],
  [46, 'an unknown restart policy', service({ restart: 'sometimes' }), /there is no property 'restart'/],
  [
    47,
    'waiting without a health check',
    service({ healthCheck: undefined }),
    /healthCheck must be a HealthCheck/,
  ],
  [
    48,
    'a reservation above the limit',
    service({ memoryReservation: Size.gibibytes(1) }),
    /there is no property 'memoryReservation'/,
  ],
  [
    49,
    'a heap as large as the memory',
    (w) => w.kafkaCluster({ heap: Size.gibibytes(1), memory: Size.gibibytes(1) }),
    /heap must be less than memory/,
  ],
  [
    50,
    'an image without a tag',
    service({ image: ContainerImage.of('web') }),
    /image must have a tag other than 'latest'/,
  ],
  [
    50,
    'latest',
    service({ image: ContainerImage.of('web:latest') }),
    /image must have a tag other than 'latest'/,
  ],
  [
    51,
    'a port on 0.0.0.0',
    service({ ports: [{ name: 'web', port: 80, hostPort: 80, ip: '0.0.0.0' }] }),
    /there is no property 'ip'/,
  ],
  [
    52,
    'an environment name that is none',
    service({ environment: { '1A': 'x' } }),
    /environment .*'1A' is not a valid name/,
  ],
];

const CONNECT: readonly Case[] = [
  [
    53,
    "a consumer group's id",
    (w) => [w.connect({ groupId: 'my-group' }), w.containerApp('app', { consumerGroup: 'my-group' })],
    /groupId must not be the id of a consumer group, got 'my-group'/,
  ],
  [
    54,
    'a topic of two Connect clusters',
    (w) => {
      const topics = w.connectTopics();
      const other = { groupId: 'other', serviceName: 'other', hostPort: 8183, topics };
      return [w.connect({ topics }), w.connect(other, 'other')];
    },
    /the topic of a Connect cluster 'connect-configs' is already that of services\/connect/,
  ],
  [
    55,
    'a topic in two roles',
    (w) => {
      const { configs, statuses } = w.connectTopics();
      return w.connect({ topics: { configs, offsets: configs, statuses, node: configs.node } });
    },
    /topics must be three/,
  ],
  [
    56,
    'an internal topic that deletes',
    (w) => {
      const { configs, offsets } = w.connectTopics();
      const statuses = w.topic('mine', { cleanupPolicy: CleanupPolicy.DELETE });
      return w.connect({ topics: { configs, offsets, statuses, node: configs.node } });
    },
    /topics must only be compacted/,
  ],
  [
    57,
    'two partitions of configs',
    (w) => {
      const { offsets, statuses } = w.connectTopics();
      const configs = w.topic('mine', { partitions: 2, cleanupPolicy: CleanupPolicy.COMPACT });
      return w.connect({ topics: { configs, offsets, statuses, node: configs.node } });
    },
    /topics\.configs must have 1 partition/,
  ],
  [
    58,
    'a heartbeat as long as the session',
    (w) => w.connect({ settings: { 'heartbeat.interval.ms': 10_000 } }),
    /heartbeat\.interval\.ms must be less than session\.timeout\.ms/,
  ],
  [
    59,
    '_schemas with two partitions',
    (w) =>
      w.registry({ topic: w.topic('_schemas', { partitions: 2, cleanupPolicy: CleanupPolicy.COMPACT }) }),
    /topic must have 1 partition/,
  ],
  [
    60,
    'a ZooKeeper for a registry of line 7',
    (w) => w.registry({ settings: { 'kafkastore.connection.url': 'zoo1:2181' } }),
    /kafkastore\.connection\.url/,
  ],
  [
    61,
    'a connector of an undeclared topic',
    (w) => w.connector({ config: { topics: 'nobody' } }),
    /names the topic 'nobody', which is not declared/,
  ],
];

const SPARK: readonly Case[] = [
  [62, 'an unknown unit of memory', spark({ driverMemory: '4q' }), /driverMemory must be a Size/],
  [
    62,
    'an unknown unit of memory by name',
    spark({ settings: { 'spark.memory.offHeap.size': '4q' } }),
    /spark\.memory\.offHeap\.size/,
  ],
  [
    63,
    'an executor of 449 MiB',
    spark({ executorMemory: Size.mebibytes(449) }),
    /executorMemory must be at least 466 MiB/,
  ],
  [
    63,
    'a driver of 449 MiB',
    spark({ driverMemory: Size.mebibytes(449) }),
    /driverMemory must be at least 466 MiB/,
  ],
  [64, 'a fraction of 1.1', spark({ memoryFraction: 1.1 }), /memoryFraction must be/],
  [65, '-Xmx in Java options', spark({ jvmOptions: '-Xmx1g' }), /jvmOptions must be/],
  [
    65,
    '-Xmx in Java options by name',
    spark({ settings: { 'spark.executor.defaultJavaOptions': '-Xmx1g' } }),
    /spark\.executor\.defaultJavaOptions/,
  ],
  [
    66,
    'fewer cores than a task',
    spark({ executorCores: 1, settings: { 'spark.task.cpus': 2 } }),
    /executorCores must be at least spark\.task\.cpus/,
  ],
  [
    67,
    'an executor larger than a worker',
    spark({ executorMemory: Size.gibibytes(5) }),
    /executorMemory must be at most 4 GiB/,
  ],
  [
    67,
    'an executor of more cores than a worker',
    spark({ executorCores: 3 }),
    /executorCores must be at most 2/,
  ],
  [
    68,
    'a time-out below the heartbeat',
    spark({ settings: { 'spark.network.timeout': '5s' } }),
    /spark\.network\.timeout/,
  ],
  [
    69,
    'cluster mode',
    spark({ settings: { 'spark.submit.deployMode': 'cluster' } }),
    /spark\.submit\.deployMode/,
  ],
  [69, 'a deploy mode', spark({ deployMode: 'cluster' }), /there is no property 'deployMode'/],
  [
    70,
    'spark.storage.memoryFraction',
    spark({ settings: { 'spark.storage.memoryFraction': 0.5 } }),
    /spark\.memory\.storageFraction/,
  ],
  [
    70,
    'spark.shuffle.memoryFraction',
    spark({ settings: { 'spark.shuffle.memoryFraction': 0.5 } }),
    /spark\.memory\.fraction/,
  ],
  [
    71,
    'another way to subscribe',
    averages({ sourceOptions: { subscribePattern: '.*' } }),
    /subscribePattern/,
  ],
  [
    72,
    'kafka.auto.offset.reset',
    averages({ sourceOptions: { 'kafka.auto.offset.reset': 'latest' } }),
    /kafka\.auto\.offset\.reset/,
  ],
  [
    72,
    'a deserializer',
    averages({ sourceOptions: { 'kafka.value.deserializer': 'x' } }),
    /kafka\.value\.deserializer/,
  ],
  [
    73,
    'no cluster',
    (w) => w.sparkApplication().reads(KafkaTopic.fromTopicName(w.stack('topics'), 'theirs', 'theirs')),
    /kafka must be given/,
  ],
  [
    74,
    'minimum above maximum offsets',
    averages({ maxOffsetsPerTrigger: 1, sourceOptions: { minOffsetsPerTrigger: 2 } }),
    /minOffsetsPerTrigger/,
  ],
  [75, 'ending offsets', averages({ sourceOptions: { endingOffsets: 'latest' } }), /endingOffsets/],
  [76, 'no watermark', averages({ watermark: Duration.seconds(0) }), /watermark must be longer than 0/],
  [77, 'an unknown output mode', averages({ outputMode: 'all' }), /outputMode must be one of/],
  [
    78,
    'a checkpoint of its own',
    averages({ checkpointLocation: '' }),
    /there is no property 'checkpointLocation'/,
  ],
  [
    79,
    'a sink that is the source',
    (w) => ((both) => w.averages({ source: both, sink: both }))(w.topic('both')),
    /sink must be another topic than source/,
  ],
  [80, 'a window of 0', averages({ window: Duration.minutes(0) }), /window must be longer than 0/],
  [
    81,
    "another Spark's package",
    spark({ packages: ['org.apache.spark:spark-sql-kafka-0-10_2.13:4.0.0'] }),
    /packages of Spark must be of the Spark and Scala version/,
  ],
  [
    82,
    'a source that forgets before it is counted',
    (w) => w.averages({ source: w.topic('people', { retention: Retention.upTo(Duration.seconds(119)) }) }),
    /is shorter than window \+ watermark/,
    'warns',
  ],
];

const GRAPH: readonly Case[] = [
  [
    83,
    'a cycle between stacks',
    (w) => {
      addStackDependency(w.service('late', {}, 'late'), w.service('early', {}, 'early'));
      addStackDependency(w.stack('early').node.findChild('early'), w.stack('late'));
    },
    /its stack early must not come after late/,
  ],
  [
    84,
    'a topic by its name',
    (w) => w.containerApp('app', { reads: ['people'] }),
    /reads is a list in which \[0\] must be a KafkaTopic/,
  ],
  [
    84,
    'a cluster by its address',
    (w) => w.containerApp('app', { kafka: 'kafka1:19092' }),
    /kafka must be a KafkaCluster/,
  ],
  [
    85,
    'a result limit above the memory',
    spark({ driverMemory: Size.gibibytes(1), maxResultSize: Size.gibibytes(1) }),
    /maxResultSize must be/,
  ],
];

const CASES = [...TOPICS, ...BROKERS, ...DOCKER, ...CONNECT, ...SPARK, ...GRAPH];

const cases = (kind: Case[4]): [number, string, Case[2], RegExp][] =>
  CASES.flatMap(([number, bad, build, says, warns]) => (warns === kind ? [[number, bad, build, says]] : []));

/** What a synth of the case says, if it refuses. */
function refusal(build: (world: World) => unknown): { error: unknown; world: World } {
  const world = new World();
  try {
    build(world);
    world.app.synth();
  } catch (error) {
    return { error, world };
  }
  return { error: undefined, world };
}

test.each(cases(undefined))('%i: refuses %s', (_, __, build, says) => {
  const { error } = refusal(build);
  expect(error).toBeInstanceOf(ValidationError);
  const { message, stack, problems } = error as ValidationError;
  expect(message).toMatch(says);
  expect(message).toMatch(/^[\w/.-]+ cannot be made:\n {2}- /);
  for (const { reason } of problems) expect(reason).toMatch(/ \[[^\]]{3,}\]( \(at __tests__\/\S+:\d+\))?$/);
  expect(stack).not.toMatch(/^ +at /m);
});

test.each(cases('warns'))('%i: warns of %s', (_, __, build, says) => {
  const { error, world } = refusal(build);
  expect(error).toBeUndefined();
  expect(world.app.node.findAll().flatMap(warnings).join('\n')).toMatch(says);
});

test('every number of the list is tried, but 29, which only the plan can tell', () => {
  const tried = new Set(CASES.map(([number]) => number));
  const missing = Array.from({ length: 85 }, (_, index) => index + 1).filter((number) => !tried.has(number));
  expect(missing).toEqual([29]);
});

test('a world in which nothing is broken is accepted', () => {
  const world = new World();
  world.registry({ compatibility: Compatibility.FULL });
  world.connector({ reads: [world.topic('people')] });
  world.averages({
    source: KafkaTopic.fromTopicName(world.stack('topics'), 'theirs', 'theirs'),
    startingOffsets: StartingOffsets.latest(),
  });
  world.service('web', { healthCheck: HealthCheck.bash('true') });
  expect(() => world.app.synth()).not.toThrow();
  expect(world.app.node.findAll().flatMap(warnings)).toEqual([]);
});
