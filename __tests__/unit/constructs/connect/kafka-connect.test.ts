import { TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { ConnectTopics } from '../../../../constructs/connect/connect-topics';
import { Converter } from '../../../../constructs/connect/converter';
import { KafkaConnect } from '../../../../constructs/connect/kafka-connect';
import type { KafkaConnectProps } from '../../../../constructs/connect/kafka-connect-props';
import { ContainerImage } from '../../../../constructs/core/container-image';
import { SecretFile } from '../../../../constructs/core/secret-file';
import { Size } from '../../../../constructs/core/size';
import { ClusterSecurity } from '../../../../constructs/kafka/cluster-security';
import { KafkaTopic } from '../../../../constructs/kafka/kafka-topic';
import type { KafkaTopicOptions } from '../../../../constructs/kafka/kafka-topic-options';
import { CleanupPolicy } from '../../../../constructs/kafka/retention';
import { SchemaRegistry } from '../../../../constructs/schema-registry/schema-registry';
import type { ISchemaRegistry } from '../../../../constructs/schema-registry/interfaces';
import { SchemaRegistryTopic } from '../../../../constructs/schema-registry/schema-registry-topic';
import { newConnect, newKafka } from '../../../support/connect';
import { secured, SCRAM_LOGIN, SCRAM_MOUNTS, SCRAM_SETTINGS } from '../../../support/secured';
import {
  accepted,
  container,
  environment,
  healthQuestion,
  IMAGES,
  newStack,
  resources,
} from '../../../support/synth';

test('is one worker, known inside the network and on the host', () => {
  const { connect, stack } = newConnect();
  expect(resources(stack, 'docker_container')).toHaveLength(1);
  expect(container(stack, 'kafka-connect')).toMatchObject({
    user: 'appuser',
    ports: [{ internal: 8083, external: 8083, ip: '127.0.0.1' }],
  });
  expect(connect).toMatchObject({
    groupId: 'kafka-connect',
    restUrl: 'http://kafka-connect:8083',
    hostRestUrl: 'http://localhost:8083',
  });
});

test('is told everything that the image requires, and copies its topics like the cluster does', () => {
  const { stack } = newConnect();
  expect(environment(stack, 'kafka-connect')).toEqual({
    CONNECT_BOOTSTRAP_SERVERS: 'kafka1:19092,kafka2:19093,kafka3:19094',
    CONNECT_GROUP_ID: 'kafka-connect',
    CONNECT_CONFIG_STORAGE_TOPIC: 'connect-configs',
    CONNECT_OFFSET_STORAGE_TOPIC: 'connect-offsets',
    CONNECT_STATUS_STORAGE_TOPIC: 'connect-status',
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
    KAFKA_HEAP_OPTS: '-Xms1g -Xmx1g -Dsun.net.inetaddr.ttl=0',
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
  const kafka = newKafka();
  const { stack } = newConnect({}, kafka);
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
  expect(healthQuestion(stack, 'kafka-connect').join(' ')).toMatch(/^bash -c .*\/8083 .*get \/connectors$/s);
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
    KAFKA_HEAP_OPTS: '-Xms160m -Xmx160m -Dsun.net.inetaddr.ttl=0',
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

const refused = (props: object): (() => unknown) => {
  return () => accepted(newConnect(props).connect);
};

describe('brokers that want TLS and a login', () => {
  const topics = ConnectTopics.fromTopics(newStack('topics'), 'topics', {
    configs: KafkaTopic.fromTopicName(newStack('a'), 'configs', 'configs'),
    offsets: KafkaTopic.fromTopicName(newStack('b'), 'offsets', 'offsets'),
    statuses: KafkaTopic.fromTopicName(newStack('c'), 'statuses', 'statuses'),
  });
  const LOGIN = SCRAM_LOGIN('$${file:/run/secrets/kafka/login.properties:password}');
  const told = (settings: Record<string, string>, clients = ['', 'PRODUCER_', 'CONSUMER_', 'ADMIN_']) =>
    Object.fromEntries(
      clients.flatMap((client) =>
        Object.entries({ ...settings, 'sasl.jaas.config': LOGIN }).map(([name, value]) => [
          `CONNECT_${client}${name.toUpperCase().replace(/\./g, '_')}`,
          value,
        ]),
      ),
    );

  test('are spoken to by the worker and by the clients of its connectors, with secrets from files', () => {
    const { stack, connect } = newConnect({ cluster: secured(), topics });
    const variables = environment(stack, 'kafka-connect');
    expect(variables).toMatchObject(told(SCRAM_SETTINGS));
    expect(variables).toMatchObject({
      CONNECT_CONFIG_PROVIDERS: 'file',
      CONNECT_CONFIG_PROVIDERS_FILE_PARAM_ALLOWED_PATHS: '/run/secrets/kafka/login.properties',
    });
    expect(variables).not.toHaveProperty('JAVA_TOOL_OPTIONS');
    expect(container(stack, 'kafka-connect')).toMatchObject({ mounts: SCRAM_MOUNTS });
    expect(connect.resolvable.files).toContain('/run/secrets/kafka/login.properties');
  });

  test('may be others than those of a client, which is told nothing then', () => {
    const settings = { 'producer.bootstrap.servers': 'elsewhere:9092' };
    const { stack } = newConnect({ cluster: secured(), topics, settings });
    const names = Object.keys(environment(stack, 'kafka-connect'));
    expect(names.filter((name) => name.startsWith('CONNECT_PRODUCER_'))).toEqual([
      'CONNECT_PRODUCER_BOOTSTRAP_SERVERS',
    ]);
  });

  test('may issue tokens, to which the JVM says yes', () => {
    const clientSecret = SecretFile.fromHost('/etc/streaming/login.properties');
    const tokenEndpoint = 'https://id.example.com/token';
    const security = ClusterSecurity.saslOAuthBearer({ tokenEndpoint, clientId: 'me', clientSecret });
    const { stack } = newConnect({ cluster: secured(security), topics });
    expect(environment(stack, 'kafka-connect').JAVA_TOOL_OPTIONS).toBe(
      '-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=https://id.example.com/token',
    );
  });

  test.each([
    ['security.protocol', 'PLAINTEXT'],
    ['sasl.mechanism', 'PLAIN'],
    ['producer.ssl.truststore.type', 'JKS'],
  ])('are not told otherwise by the setting %s', (name, value) => {
    const { connect } = newConnect({ cluster: secured(), topics, settings: { [name]: value } });
    expect(() => accepted(connect)).toThrow(
      `settings: ${name} must be left out, because it is set by the security of managed/theirs.`,
    );
  });

  test('let a connector have a login of its own', () => {
    const { connect } = newConnect({ cluster: secured(), topics });
    const config = { 'producer.override.security.protocol': 'SASL_SSL' };
    const add = () => connect.addConnector('a', { connectorClass: 'com.example.KnownConnector', config });
    expect(() => accepted(add())).not.toThrow();
  });

  test.each([
    ['password of the workers', '${file:/run/secrets/kafka/login.properties:password}', true],
    ['certificate', '${file:/run/secrets/kafka/ca.crt:ca}', true],
    ['file in their folder', '${all:/run/secrets/kafka:login.properties}', true],
    ['password of their REST interface', '${file:/run/secrets/login/login.properties:admin}', true],
    ['password of a user of its own', '${file:/run/secrets/mirror.properties:password}', false],
  ])('do not let a connector name the %s', (_, reference, isRefused) => {
    const password = SecretFile.fromHost('/etc/streaming/rest.properties');
    const { connect } = newConnect({
      ...{ cluster: secured(), topics, login: { username: 'admin', password } },
      secretFiles: {
        '/run/secrets/mirror.properties': SecretFile.fromHost('/etc/streaming/mirror.properties'),
      },
      settings: { 'config.providers': 'all', 'config.providers.all.class': 'com.example.All' },
    });
    const config = { 'target.cluster.sasl.jaas.config': reference };
    const add = (): unknown =>
      accepted(connect.addConnector('a', { connectorClass: 'com.example.KnownConnector', config }));
    if (isRefused)
      expect(add).toThrow(
        `connectors/a cannot be made:\n  - config must not refer to ${reference}, because by that the workers of services/connect log in, and a connector could show it to others; give them a file for the connector's own user, secretFiles: {`,
      );
    else expect(add).not.toThrow();
  });

  test('are refused where their secret is no file', () => {
    const password = new TerraformVariable(newStack(), 'p', { type: 'string', sensitive: true });
    const security = ClusterSecurity.saslPlain({ username: 'me', password });
    expect(refused({ cluster: secured(security) })).toThrow('got password without a file');
  });
});

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
    return accepted(newConnect({ topics: given }, kafka).connect);
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
    expect(() => accepted(newConnect({ topics }, kafka).connect)).toThrow(
      "topics must be three: one for configs, one for offsets, one for statuses; got 'connect-configs', 'connect-offsets', 'connect-offsets'",
    );
  });
});

test('refuses topics of another cluster', () => {
  const [kafka, other] = [newKafka(), newKafka()];
  const { configs, offsets } = kafka.topics;
  const given = { configs, offsets, statuses: other.topics.statuses };
  const topics = ConnectTopics.fromTopics(kafka.stack, 'given', given);
  expect(() => accepted(newConnect({ topics }, kafka).connect)).toThrow(
    "topics must be of kafka/brokers, the cluster of the workers; got 'connect-status' of another, declare them there.",
  );
});

test('refuses topics one of which is none', () => {
  const { configs, offsets, node } = newKafka().topics;
  expect(refused({ topics: { configs, offsets, statuses: 'statuses', node } })).toThrow(
    'topics is an object in which statuses must be a KafkaTopic',
  );
});

test('says everything that is wrong at once', () => {
  expect(refused({ workers: 0, groupId: '', settings: { listeners: 'x' } })).toThrow(
    /services\/connect.*workers.*groupId.*listeners/s,
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

  test.each([
    ['name', { serviceName: 'kafka-connect' }, "the container name 'kafka-connect' is already that of"],
    ['port', { hostPort: 8083 }, 'the host port 8083 is already that of services/connect/kafka-connect'],
  ])('is refused with its %s', (_, props, says) => {
    expect(beside(props)).toThrow(says);
  });

  test('is refused with its group', () => {
    expect(beside({ groupId: 'kafka-connect' })).toThrow(
      "more/connect cannot be made:\n  - the group of a Connect cluster 'kafka-connect' is already that of services/connect; give one of them another groupId.",
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
      "more/connect cannot be made:\n  - the topic of a Connect cluster 'connect-status' is already that of services/connect; give one of them ConnectTopics with another prefix.",
    );
  });
});

test.each([
  ['my-group', false],
  ['other-group', true],
])(
  'with a consumer of the group %p, in any stack, a Connect of the group my-group is allowed: %p',
  (consumerGroup, isAllowed) => {
    const kafka = newKafka();
    newConnect({ groupId: 'my-group' }, kafka);
    const apps = newStack('apps', kafka.app);
    // Two members of one consumer group share its work: that is what it is for.
    for (const id of ['listener', 'second'])
      Object.assign(new Construct(apps, id), { kafka: kafka.cluster, consumerGroup });
    const synthesis = expect(() => kafka.app.synth());
    if (isAllowed) synthesis.not.toThrow();
    else
      synthesis.toThrow(
        /services\/connect cannot be made:\n {2}- groupId must not be the id of a consumer group, got 'my-group', which is that of apps\/listener; give one of them another\. \[/,
      );
  },
);

test('a group of consumers on other brokers may have the same id', () => {
  const kafka = newKafka();
  newConnect({ groupId: 'my-group' }, kafka);
  const app = { kafka: newKafka().cluster, consumerGroup: 'my-group' };
  Object.assign(new Construct(newStack('apps', kafka.app), 'app'), app);
  expect(() => accepted(kafka.stack)).not.toThrow();
});

test("a group id that is a sink's is refused", () => {
  const { connect } = newConnect({ groupId: 'connect-copy' });
  connect.addConnector('copy', { connectorClass: 'Known', config: { topics: 'connect-status' } });
  expect(() => accepted(connect)).toThrow("got 'connect-copy', which is that of connectors/copy;");
});

describe('that uses a schema registry', () => {
  const registry = (stack: TerraformStack, url = 'http://schema-registry:8081'): ISchemaRegistry =>
    Object.assign(new Construct(stack, 'registry'), { url, hostUrl: 'http://localhost:8081' });

  function using(props: Partial<KafkaConnectProps> = {}, kafka = newKafka()) {
    const made = newConnect(props, kafka);
    const ours = registry(newStack('registry', kafka.app));
    made.connect.uses(ours);
    return { ...made, kafka, ours };
  }

  test('tells every worker its address, and starts after it', () => {
    const { stack, connect, ours } = using({ workers: 2 });
    for (const worker of ['kafka-connect', 'kafka-connect-2'])
      expect(environment(stack, worker)).toMatchObject({
        CONNECT_KEY_CONVERTER: 'org.apache.kafka.connect.json.JsonConverter',
        CONNECT_KEY_CONVERTER_SCHEMA_REGISTRY_URL: 'http://schema-registry:8081',
        CONNECT_VALUE_CONVERTER_SCHEMA_REGISTRY_URL: 'http://schema-registry:8081',
      });
    expect(stack.dependencies).toContain(TerraformStack.of(ours));
    expect(connect.registry).toBe(ours);
    expect(newConnect().connect.registry).toBeUndefined();
  });

  test('in its stack waits for its container', () => {
    const kafka = newKafka();
    const { connect, stack } = newConnect({}, kafka);
    const { platform, cluster } = kafka;
    const topic = new SchemaRegistryTopic(newStack('schemas', kafka.app), 'schemas', { cluster });
    connect.uses(new SchemaRegistry(stack, 'registry', { platform, cluster, topic }));
    expect(container(stack, 'kafka-connect').depends_on).toContainEqual(
      expect.stringMatching(/^docker_container\.registry_schema-registry/),
    );
  });

  test.each([
    ['io.confluent.connect.avro.AvroConverter', 'CONNECT_VALUE_CONVERTER_SCHEMA_REGISTRY_URL', ''],
    [
      'io.apicurio.registry.utils.converter.AvroConverter',
      'CONNECT_VALUE_CONVERTER_APICURIO_REGISTRY_URL',
      '/apis/registry/v2',
    ],
  ])('writes Avro by %s without a copied address', (converter, variable, path) => {
    const kafkaConnect = ContainerImage.of('example/connect:1', { pluginClasses: [converter] });
    const { stack } = using(
      { valueConverter: Converter.avro() },
      newKafka(undefined, { ...IMAGES, kafkaConnect }),
    );
    expect(environment(stack, 'kafka-connect')).toMatchObject({
      CONNECT_VALUE_CONVERTER: converter,
      [variable]: `http://schema-registry:8081${path}`,
    });
  });

  test('leaves a converter the registry that it names', () => {
    const kafka = newKafka();
    const other = registry(newStack('other', kafka.app), 'http://other:8081');
    const { stack } = using({ valueConverter: Converter.avro(other) }, kafka);
    expect(environment(stack, 'kafka-connect')).toMatchObject({
      CONNECT_KEY_CONVERTER_SCHEMA_REGISTRY_URL: 'http://schema-registry:8081',
      CONNECT_VALUE_CONVERTER_SCHEMA_REGISTRY_URL: 'http://other:8081',
    });
  });

  test('gives it to connectors that name none', () => {
    const { connect } = using();
    const options = { connectorClass: 'Known', valueConverter: Converter.avro() };
    const connectors = TerraformStack.of(accepted(connect.addConnector('copy', options)));
    expect(resources(connectors, 'kafka-connect_connector')[0]?.config).toMatchObject({
      'value.converter.schema.registry.url': 'http://schema-registry:8081',
    });
  });

  test('may be told twice, but of one', () => {
    const { connect, kafka, ours } = using();
    connect.uses(ours);
    expect(() => accepted(connect)).not.toThrow();
    connect.uses(registry(newStack('second', kafka.app)));
    expect(() => accepted(connect)).toThrow(
      'services/connect cannot be made:\n  - registry must be the one that is used, registry/registry; got second/registry, name it where it is needed',
    );
  });

  test.each(['http://schema-registry:8081', undefined, {}])('refuses %p, which is none', (given) => {
    const { connect } = newConnect();
    connect.uses(given as never);
    expect(() => accepted(connect)).toThrow('registry must be a SchemaRegistry; got');
  });

  test('is refused where the registry comes after it', () => {
    const kafka = newKafka();
    const { connect, stack } = newConnect({}, kafka);
    const late = newStack('late', kafka.app);
    late.addDependency(stack);
    connect.uses(registry(late));
    expect(() => accepted(connect)).toThrow('its stack services must not come after late');
  });

  test.each(['keyConverter', 'valueConverter'])('is refused with Avro in %s and no registry', (name) => {
    const avro = { [name]: Converter.avro() };
    expect(refused(avro)).toThrow(
      'services/connect cannot be made:\n  - its converters name no registry; call uses(registry), or take Converter.avro(registry). [policy]',
    );
    const { connect } = newConnect();
    connect.addConnector('copy', { connectorClass: 'Known', ...avro });
    expect(() => accepted(connect)).toThrow(
      `connectors/copy cannot be made:\n  - ${name} must name a registry, because services/connect uses none yet; call its uses(registry) before`,
    );
    expect(() => accepted(using(avro).connect)).not.toThrow();
  });
});
