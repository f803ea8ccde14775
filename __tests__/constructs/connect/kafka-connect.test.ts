import { Construct } from 'constructs';
import { ConnectTopics } from '../../../constructs/connect/connect-topics';
import { KafkaConnect } from '../../../constructs/connect/kafka-connect';
import { Size } from '../../../constructs/core/size';
import { KafkaTopic, type KafkaTopicOptions } from '../../../constructs/kafka/kafka-topic';
import { CleanupPolicy } from '../../../constructs/kafka/retention';
import { newConnect, newKafka } from '../../support/connect';
import { container, environment, newStack, resources } from '../../support/synth';

test('is one worker, known inside the network and on the host', () => {
  const { connect, stack } = newConnect();
  expect(resources(stack, 'docker_container')).toHaveLength(1);
  expect(container(stack, 'kafka-connect')).toMatchObject({
    user: 'appuser',
    ports: [{ internal: 8083, external: 8083, ip: '127.0.0.1' }],
  });
  expect(connect).toMatchObject({
    groupId: 'compose-connect-group',
    restUrl: 'http://kafka-connect:8083',
    hostRestUrl: 'http://localhost:8083',
  });
});

test('is told everything that the image requires, and copies its topics like the cluster does', () => {
  const { stack } = newConnect();
  expect(environment(stack, 'kafka-connect')).toEqual({
    CONNECT_BOOTSTRAP_SERVERS: 'kafka1:19092,kafka2:19093,kafka3:19094',
    CONNECT_GROUP_ID: 'compose-connect-group',
    CONNECT_CONFIG_STORAGE_TOPIC: 'compose-connect-configs',
    CONNECT_OFFSET_STORAGE_TOPIC: 'compose-connect-offsets',
    CONNECT_STATUS_STORAGE_TOPIC: 'compose-connect-status',
    CONNECT_CONFIG_STORAGE_REPLICATION_FACTOR: '3',
    CONNECT_OFFSET_STORAGE_REPLICATION_FACTOR: '3',
    CONNECT_STATUS_STORAGE_REPLICATION_FACTOR: '3',
    CONNECT_KEY_CONVERTER: 'org.apache.kafka.connect.json.JsonConverter',
    CONNECT_KEY_CONVERTER_SCHEMAS_ENABLE: 'false',
    CONNECT_VALUE_CONVERTER: 'org.apache.kafka.connect.json.JsonConverter',
    CONNECT_VALUE_CONVERTER_SCHEMAS_ENABLE: 'false',
    CONNECT_PLUGIN_PATH:
      '/usr/share/java,/usr/share/confluent-hub-components,/usr/share/filestream-connectors',
    CONNECT_REST_ADVERTISED_HOST_NAME: 'kafka-connect',
    KAFKA_HEAP_OPTS: '-Xms1g -Xmx1g',
  });
});

test('further workers have names, addresses and volumes of their own', () => {
  const { stack } = newConnect({ workers: 2, serviceName: 'loader', hostPort: 9083 });
  expect(container(stack, 'loader').ports).toMatchObject([{ external: 9083 }]);
  expect(container(stack, 'loader-2').ports).toMatchObject([{ internal: 8083, external: 9084 }]);
  expect(environment(stack, 'loader-2')).toMatchObject({ CONNECT_REST_ADVERTISED_HOST_NAME: 'loader-2' });
  expect(container(stack, 'loader-2').volumes).toEqual(
    expect.arrayContaining([
      { volume_name: 'streaming-loader-2-jars', container_path: '/etc/kafka-connect/jars' },
      { volume_name: 'streaming-loader-2-secrets', container_path: '/etc/kafka-connect/secrets' },
      { volume_name: 'streaming-loader-2-kafka-data', container_path: '/var/lib/kafka/data' },
      { volume_name: 'streaming-loader-2-kafka-secrets', container_path: '/etc/kafka/secrets' },
    ]),
  );
});

test('starts after its brokers and its topics, and is given time to commit when it stops', () => {
  const { stack, kafka } = newConnect();
  expect(stack.dependencies.map(({ node }) => node.id).sort()).toEqual(['kafka', 'topics']);
  expect(container(stack, 'kafka-connect')).toMatchObject({ destroy_grace_seconds: 30, stop_timeout: 30 });
  expect(kafka.topics.configs.partitions).toBe(1);
});

test('in the stack of its topics, it waits for each of them', () => {
  const kafka = newKafka();
  const { platform, cluster } = kafka;
  const topics = new ConnectTopics(kafka.stack, 'own', { cluster, prefix: 'own' });
  new KafkaConnect(kafka.stack, 'connect', { platform, cluster, topics });
  expect(container(kafka.stack, 'kafka-connect').depends_on?.join()).toMatch(
    /(?=.*own_configs)(?=.*own_offsets)(?=.*own_status)/,
  );
});

test('is healthy when it lists its connectors, for which no JVM starts', () => {
  const { stack } = newConnect();
  expect(container(stack, 'kafka-connect').healthcheck?.test.join(' ')).toMatch(
    /^CMD wget .*:8083\/connectors$/,
  );
});

test('takes heap, memory, options of the JVM, and further folders and settings', () => {
  const { stack } = newConnect({
    heap: Size.mebibytes(160),
    jvmOptions: '-XX:+UseSerialGC',
    pluginPath: ['/etc/kafka-connect/jars'],
    settings: { 'offset.flush.interval.ms': 1000, 'producer.max.request.size': 2_000_000 },
  });
  expect(container(stack, 'kafka-connect').memory).toBe(320);
  expect(environment(stack, 'kafka-connect')).toMatchObject({
    KAFKA_HEAP_OPTS: '-Xms160m -Xmx160m',
    KAFKA_JVM_PERFORMANCE_OPTS: '-XX:+UseSerialGC',
    CONNECT_PLUGIN_PATH: expect.stringMatching(/,\/etc\/kafka-connect\/jars$/) as string,
    CONNECT_OFFSET_FLUSH_INTERVAL_MS: '1000',
    CONNECT_PRODUCER_MAX_REQUEST_SIZE: '2000000',
  });
});

test('sources write exactly once where that is wanted; it can be prepared by a setting', () => {
  const support = (props: Parameters<typeof newConnect>[0]): string | undefined =>
    environment(newConnect(props).stack, 'kafka-connect').CONNECT_EXACTLY_ONCE_SOURCE_SUPPORT;
  expect(support({})).toBeUndefined();
  expect(support({ exactlyOnceSource: true })).toBe('enabled');
  expect(support({ settings: { 'exactly.once.source.support': 'preparing' } })).toBe('preparing');
});

test.each([0, -1, 1.5, 101, NaN])('refuses %p workers', (workers) => {
  expect(() => newConnect({ workers })).toThrow(
    `services/connect cannot be made:\n  - workers must be a whole number from 1 to 100, got ${workers}`,
  );
});

test.each(['', ' '])('refuses the group id %p', (groupId) => {
  expect(() => newConnect({ groupId })).toThrow(`groupId must not be empty, got '${groupId}'`);
});

test('refuses a heap that fills the memory', () => {
  const memory = Size.gibibytes(1);
  expect(() => newConnect({ memory, heap: memory })).toThrow('heap must be less than memory');
  expect(() => newConnect({ memory, heap: Size.mebibytes(1023) })).not.toThrow();
});

test.each([
  [10_000, undefined, true],
  [9_999, undefined, false],
  [3_000, 3_000, true],
  [undefined, 3_000, true],
  [undefined, 3_001, false],
])('with a heartbeat of %p and a session of %p ms, is refused: %p', (heartbeat, session, refused) => {
  const settings = {
    ...(heartbeat && { 'heartbeat.interval.ms': heartbeat }),
    ...(session && { 'session.timeout.ms': session }),
  };
  const make = (): unknown => newConnect({ settings });
  if (refused)
    expect(make).toThrow(`heartbeat.interval.ms must be less than session.timeout.ms (${session ?? 10_000})`);
  else expect(make).not.toThrow();
});

test.each(['lib', '/a,/b', ''])('refuses the folder %p in the plugin path', (folder) => {
  expect(() => newConnect({ pluginPath: [folder] })).toThrow(
    `pluginPath must be absolute folders of the image, each without a comma; got '${folder}'`,
  );
});

test.each([
  'bootstrap.servers',
  'group.id',
  'config.storage.topic',
  'offset.storage.replication.factor',
  'key.converter',
  'value.converter.schemas.enable',
  'plugin.path',
  'listeners',
  'rest.port',
  'rest.advertised.host.name',
])('refuses the setting %s, which the workers render themselves', (name) => {
  expect(() => newConnect({ settings: { [name]: 1 } })).toThrow(`'${name}'; use the properties`);
});

test.each(['Offset.flush', 'CONNECT_X', '', 'a b', 'a..b'])(
  'refuses %p, which is no name of a setting',
  (name) => {
    expect(() => newConnect({ settings: { [name]: 1 } })).toThrow(`got '${name}'`);
  },
);

describe('topics that are declared elsewhere', () => {
  const COMPACTED: KafkaTopicOptions = { cleanupPolicy: CleanupPolicy.COMPACT };
  const make = (
    options: KafkaTopicOptions,
    role: 'configs' | 'offsets' | 'statuses' = 'configs',
  ): unknown => {
    const kafka = newKafka();
    const { cluster, topics } = kafka;
    const own = new KafkaTopic(newStack('own', kafka.app), 'own', { cluster, ...options });
    const { configs, offsets, statuses } = topics;
    const given = ConnectTopics.fromTopics(kafka.stack, 'given', {
      ...{ configs, offsets, statuses },
      [role]: own,
    });
    return newConnect({ topics: given }, kafka);
  };

  test('are taken where only their names are known', () => {
    const kafka = newKafka();
    const topic = (name: string) => KafkaTopic.fromTopicName(kafka.stack, name, name);
    const topics = ConnectTopics.fromTopics(kafka.stack, 'given', {
      configs: topic('c'),
      offsets: topic('o'),
      statuses: topic('s'),
    });
    expect(environment(newConnect({ topics }, kafka).stack, 'kafka-connect')).toMatchObject({
      CONNECT_CONFIG_STORAGE_TOPIC: 'c',
      CONNECT_OFFSET_STORAGE_TOPIC: 'o',
      CONNECT_STATUS_STORAGE_TOPIC: 's',
    });
  });

  test.each(['configs', 'offsets', 'statuses'] as const)(
    'are refused for %s unless compacted only',
    (role) => {
      for (const cleanupPolicy of [undefined, CleanupPolicy.DELETE, CleanupPolicy.COMPACT_AND_DELETE])
        expect(() => make({ cleanupPolicy }, role)).toThrow(
          "topics must only be compacted, or the worker ends: give 'own' cleanupPolicy: CleanupPolicy.COMPACT",
        );
      expect(() => make(COMPACTED, role)).not.toThrow();
    },
  );

  test('are refused for configs unless they have one partition', () => {
    expect(() => make({ ...COMPACTED, partitions: 2 })).toThrow(
      'must have 1 partition, because only the order of all',
    );
    expect(() => make({ ...COMPACTED, partitions: 2 }, 'offsets')).not.toThrow();
  });

  test('are refused in two roles', () => {
    const kafka = newKafka();
    const { configs, offsets } = kafka.topics;
    const topics = ConnectTopics.fromTopics(kafka.stack, 'given', { configs, offsets, statuses: offsets });
    expect(() => newConnect({ topics }, kafka)).toThrow(
      "topics must be three: one for configs, one for offsets, one for statuses; got 'compose-connect-configs', 'compose-connect-offsets', 'compose-connect-offsets'",
    );
  });
});

test('says everything that is wrong at once', () => {
  expect(() => newConnect({ workers: 0, groupId: '', settings: { listeners: 'x' } })).toThrow(
    /workers.*groupId.*listeners/s,
  );
});

describe('beside another Connect cluster', () => {
  const beside = (props: Partial<ConstructorParameters<typeof KafkaConnect>[2]>): (() => void) => {
    const kafka = newKafka();
    newConnect({}, kafka);
    const stack = newStack('more', kafka.app);
    const { platform, cluster } = kafka;
    const topics = new ConnectTopics(stack, 'topics', { cluster, prefix: 'more' });
    const own = { serviceName: 'more', hostPort: 8183, groupId: 'more', ...props };
    new KafkaConnect(stack, 'connect', { platform, cluster, ...own, topics });
    return () => kafka.app.synth();
  };

  test('has a name, a port, a group and topics of its own', () => {
    expect(beside({})).not.toThrow();
  });

  test('is refused with its group', () => {
    expect(beside({ groupId: 'compose-connect-group' })).toThrow(
      "more/connect: the group of a Connect cluster 'compose-connect-group' is already that of services/connect",
    );
  });

  test('is refused with one of its topics, also in another role', () => {
    const kafka = newKafka();
    newConnect({}, kafka);
    const stack = newStack('more', kafka.app);
    const { platform, cluster } = kafka;
    const own = new ConnectTopics(stack, 'topics', { cluster, prefix: 'more' });
    const topics = ConnectTopics.fromTopics(stack, 'mixed', {
      configs: own.configs,
      offsets: kafka.topics.statuses,
      statuses: own.statuses,
    });
    const names = { serviceName: 'more', hostPort: 8183, groupId: 'more' };
    new KafkaConnect(stack, 'connect', { platform, cluster, ...names, topics });
    expect(() => kafka.app.synth()).toThrow(
      "more/connect: the topic of a Connect cluster 'compose-connect-status' is already that of services/connect",
    );
  });
});

test.each([
  ['my-group', false],
  ['other-group', true],
])(
  'with a consumer of the group %p, in any stack, a Connect of the group my-group is allowed: %p',
  (consumerGroup, isAllowed) => {
    const { kafka } = newConnect({ groupId: 'my-group' });
    const apps = newStack('apps', kafka.app);
    // Two members of one consumer group share its work: that is what it is for.
    for (const id of ['listener', 'second'])
      Object.assign(new Construct(apps, id), { kafka: kafka.cluster, consumerGroup });
    const synthesis = expect(() => kafka.app.synth());
    if (isAllowed) synthesis.not.toThrow();
    else
      synthesis.toThrow(
        /services\/connect: groupId must not be the id of a consumer group, got 'my-group', which is that of apps\/listener;/,
      );
  },
);
