import { App, TerraformStack, Testing } from 'cdktf';
import { ContainerImage } from '../../../../constructs/core/container-image';
import { Size } from '../../../../constructs/core/size';
import { ClusterSecurity } from '../../../../constructs/kafka/cluster-security';
import { KafkaCluster } from '../../../../constructs/kafka/kafka-cluster';
import { KafkaTopic } from '../../../../constructs/kafka/kafka-topic';
import { CleanupPolicy } from '../../../../constructs/kafka/retention';
import { Compatibility } from '../../../../constructs/schema-registry/compatibility';
import { SchemaRegistry } from '../../../../constructs/schema-registry/schema-registry';
import type { SchemaRegistryProps } from '../../../../constructs/schema-registry/schema-registry-props';
import { SchemaRegistryTopic } from '../../../../constructs/schema-registry/schema-registry-topic';
import { newCluster } from '../../../support/cluster';
import { secured, SCRAM_LOGIN, SCRAM_MOUNTS, SCRAM_SETTINGS } from '../../../support/secured';
import {
  accepted,
  container,
  environment,
  healthQuestion,
  IMAGES,
  newPlatform,
  newStack,
  resources,
} from '../../../support/synth';

interface Fixture {
  readonly stack: TerraformStack;
  readonly cluster: KafkaCluster;
  readonly registry: (props?: Partial<SchemaRegistryProps>, id?: string) => SchemaRegistry;
}

function fixture(options: { brokers?: number; image?: string; portOffset?: number } = {}): Fixture {
  const stack = newStack();
  const schemaRegistry = ContainerImage.of(options.image ?? IMAGES.schemaRegistry.reference, {
    readOnlyRoot: true,
  });
  const platform = newPlatform(stack, {
    images: { ...IMAGES, schemaRegistry },
    portOffset: options.portOffset,
  });
  const cluster = newCluster(platform, { brokers: options.brokers });
  const registry = (props: Partial<SchemaRegistryProps> = {}, id = 'registry'): SchemaRegistry =>
    accepted(
      new SchemaRegistry(stack, id, {
        platform,
        cluster,
        topic: props.topic ?? new SchemaRegistryTopic(stack, `${id}-topic`, { cluster }),
        ...props,
      }),
    );
  return { stack, cluster, registry };
}

test('speaks to brokers that want TLS and a login, with secrets from files, also before it starts', () => {
  const { stack, registry } = fixture();
  registry({ cluster: secured(), topic: KafkaTopic.fromTopicName(newStack(), 'schemas', '_schemas') });
  const login = SCRAM_LOGIN('$${file:/run/secrets/kafka/login.properties:password}');
  const settings = {
    ...SCRAM_SETTINGS,
    'sasl.jaas.config': login,
    'config.providers': 'file',
    'config.providers.file.class': 'org.apache.kafka.common.config.provider.FileConfigProvider',
  };
  const variables = Object.entries(settings).map(([name, value]) => [
    `SCHEMA_REGISTRY_KAFKASTORE_${name.toUpperCase().replace(/\./g, '_')}`,
    value,
  ]);
  expect(environment(stack, 'schema-registry')).toMatchObject({
    SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS: 'SASL_SSL://broker.example.com:9093',
    ...(Object.fromEntries(variables) as object),
  });
  expect(container(stack, 'schema-registry')).toMatchObject({ mounts: SCRAM_MOUNTS });
});

/** What a second registry in one network needs of its own, beside its topic. */
const SECOND = { serviceName: 'second', hostPort: 9081 };

describe('the registry', () => {
  test('is schema-registry, at 8081 inside and on the host', () => {
    const { stack, registry } = fixture();
    expect(registry()).toMatchObject({
      url: 'http://schema-registry:8081',
      hostUrl: 'http://localhost:8081',
    });
    expect(container(stack, 'schema-registry').ports).toEqual([
      { internal: 8081, external: 8081, ip: '127.0.0.1' },
    ]);
  });

  test('moves on the host by the offset of its platform', () => {
    const { registry } = fixture({ portOffset: 100 });
    expect(registry()).toMatchObject({
      url: 'http://schema-registry:8081',
      hostUrl: 'http://localhost:8181',
    });
  });

  test('knows every broker and its topic', () => {
    const { stack, registry } = fixture();
    registry();
    expect(environment(stack, 'schema-registry')).toMatchObject({
      SCHEMA_REGISTRY_HOST_NAME: 'schema-registry',
      SCHEMA_REGISTRY_SCHEMA_REGISTRY_GROUP_ID: 'schema-registry',
      SCHEMA_REGISTRY_LISTENERS: 'http://0.0.0.0:8081',
      SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS:
        'PLAINTEXT://kafka1:19092,PLAINTEXT://kafka2:19093,PLAINTEXT://kafka3:19094',
      SCHEMA_REGISTRY_KAFKASTORE_TOPIC: '_schemas',
    });
  });

  test('takes schemas that are compatible backward, where nothing else is said', () => {
    const { stack, registry } = fixture();
    registry();
    expect(environment(stack, 'schema-registry')).toMatchObject({
      SCHEMA_REGISTRY_SCHEMA_COMPATIBILITY_LEVEL: 'BACKWARD',
    });
  });

  test.each(Object.values(Compatibility))('takes the level %s', (compatibility) => {
    const { stack, registry } = fixture();
    registry({ compatibility });
    expect(environment(stack, 'schema-registry')).toMatchObject({
      SCHEMA_REGISTRY_SCHEMA_COMPATIBILITY_LEVEL: compatibility,
    });
  });

  test('its heap leaves the rest of the memory to the JVM itself', () => {
    const { stack, registry } = fixture();
    registry({ heap: Size.mebibytes(160), jvmOptions: '-XX:+UseSerialGC' });
    expect(environment(stack, 'schema-registry')).toMatchObject({
      SCHEMA_REGISTRY_HEAP_OPTS: '-Xms160m -Xmx160m -Dsun.net.inetaddr.ttl=0',
      SCHEMA_REGISTRY_JVM_PERFORMANCE_OPTS: '-XX:+UseSerialGC',
    });
    expect(container(stack, 'schema-registry').memory).toBe(320);
  });

  test('takes further settings by their names', () => {
    const { stack, registry } = fixture();
    registry({ settings: { 'mode.mutability': false, 'kafkastore.init.timeout.ms': 90_000 } });
    expect(environment(stack, 'schema-registry')).toMatchObject({
      SCHEMA_REGISTRY_MODE_MUTABILITY: 'false',
      SCHEMA_REGISTRY_KAFKASTORE_INIT_TIMEOUT_MS: '90000',
    });
  });

  test('is healthy when it lists subjects, and starts after brokers and topic', () => {
    const { stack, registry } = fixture();
    registry();
    const { depends_on } = container(stack, 'schema-registry');
    expect(healthQuestion(stack, 'schema-registry').join(' ')).toMatch(/\/8081 .*get \/subjects$/s);
    expect(depends_on).toEqual(
      expect.arrayContaining([expect.stringContaining('kafka3'), expect.stringContaining('kafka_topic')]),
    );
  });

  test('keeps its root read-only and every declared volume named', () => {
    const { stack, registry } = fixture();
    registry();
    const { read_only, tmpfs, volumes } = container(stack, 'schema-registry');
    expect(read_only).toBe(true);
    expect(Object.keys(tmpfs ?? {})).toEqual(['/etc/schema-registry', '/tmp']);
    expect(volumes).toEqual([
      { volume_name: 'streaming-schema-registry-secrets', container_path: '/etc/schema-registry/secrets' },
    ]);
  });
});

describe('the topic of a registry', () => {
  test.each([
    [3, 3, '2'],
    [1, 1, '1'],
  ])('is _schemas with one partition, compacted, on %p brokers with %p copies', (brokers, copies, insync) => {
    const { stack, cluster } = fixture({ brokers });
    expect(new SchemaRegistryTopic(stack, 'schemas', { cluster })).toMatchObject({
      topicName: '_schemas',
      partitions: 1,
    });
    expect(resources(stack, 'kafka_topic')).toMatchObject([
      {
        name: '_schemas',
        partitions: 1,
        replication_factor: copies,
        config: { 'cleanup.policy': 'compact', 'min.insync.replicas': insync },
      },
    ]);
  });

  test('may have another name', () => {
    const { stack, cluster, registry } = fixture();
    registry({ topic: new SchemaRegistryTopic(stack, 'schemas', { cluster, topicName: 'shop-schemas' }) });
    expect(environment(stack, 'schema-registry')).toMatchObject({
      SCHEMA_REGISTRY_KAFKASTORE_TOPIC: 'shop-schemas',
    });
  });

  test('belongs to one registry', () => {
    const { stack, cluster, registry } = fixture();
    const topic = new SchemaRegistryTopic(stack, 'schemas', { cluster });
    registry({ topic });
    expect(() => registry({ topic, ...SECOND }, 'second')).toThrow(
      "test/second cannot be made:\n  - the topic of a schema registry '_schemas' is already that of test/registry; give one of them a SchemaRegistryTopic with another topicName. [",
    );
  });

  test('in another stack puts the registry after it', () => {
    const app: App = Testing.app();
    const [topics, services] = [newStack('topics', app), newStack('services', app)];
    const platform = newPlatform(topics);
    const cluster = newCluster(platform);
    const topic = new SchemaRegistryTopic(topics, 'schemas', { cluster });
    new SchemaRegistry(services, 'registry', { platform, cluster, topic });
    expect(services.dependencies).toContain(topics);
  });
});

describe('refuses', () => {
  test.each([2, 50])('a topic with %p partitions', (partitions) => {
    const { stack, cluster, registry } = fixture();
    const topic = new KafkaTopic(stack, 'schemas', {
      cluster,
      partitions,
      cleanupPolicy: CleanupPolicy.COMPACT,
    });
    expect(() => registry({ topic })).toThrow(new RegExp(`test/registry.*'schemas' has ${partitions}`, 's'));
  });

  test.each([undefined, CleanupPolicy.DELETE, CleanupPolicy.COMPACT_AND_DELETE])(
    'a topic with the clean-up policy %p',
    (cleanupPolicy) => {
      const { stack, cluster, registry } = fixture();
      const topic = new KafkaTopic(stack, 'schemas', { cluster, cleanupPolicy });
      expect(() => registry({ topic })).toThrow(/test\/registry.*topic must only be compacted.*'schemas'/s);
    },
  );

  test('nothing about a topic that is only referred to, or that is as it must be', () => {
    const { stack, cluster, registry } = fixture();
    const declared = new KafkaTopic(stack, 'schemas', { cluster, cleanupPolicy: CleanupPolicy.COMPACT });
    expect(() => registry({ topic: declared })).not.toThrow();
    const topic = KafkaTopic.fromTopicName(stack, 'elsewhere', '_elsewhere');
    expect(() => registry({ topic, ...SECOND }, 'second')).not.toThrow();
  });

  test('a topic of another cluster', () => {
    const other = fixture();
    const topic = new SchemaRegistryTopic(other.stack, 'schemas', { cluster: other.cluster });
    expect(() => fixture().registry({ topic })).toThrow(
      "topic must be of test/brokers, the cluster of the registry; got '_schemas' of test/brokers, declare it there.",
    );
  });

  test('brokers that want TLS by an authority that is in the program', () => {
    const topic = KafkaTopic.fromTopicName(newStack(), 'schemas', '_schemas');
    const cluster = secured(ClusterSecurity.tls({ caCertificate: '-----BEGIN CERTIFICATE-----' }));
    expect(() => fixture().registry({ cluster, topic })).toThrow(
      'cluster must be a KafkaCluster whose security is of files',
    );
  });

  test.each([
    ['example/schema-registry:7.9.6', false],
    ['cdktf-streaming/schema-registry:3.3.3-0123456789ab', true],
    ['confluentinc/cp-schema-registry:7.0.0', true],
    ['confluentinc/cp-schema-registry:6.2.15', false],
    ['mirror.example.com/confluentinc/cp-schema-registry:5.5.1', false],
  ])('a ZooKeeper with %s: %p', (image, refused) => {
    const registry = () =>
      fixture({ image }).registry({ settings: { 'kafkastore.connection.url': 'zoo1:2181' } });
    if (refused) expect(registry).toThrow(/kafkastore\.connection\.url.*zoo1:2181.*leave it out/);
    else expect(registry).not.toThrow();
  });
});

describe('beside another registry', () => {
  const beside = (props: Partial<SchemaRegistryProps>): SchemaRegistry => {
    const { stack, cluster, registry } = fixture();
    registry();
    const topic = new SchemaRegistryTopic(stack, 'second-schemas', { cluster, topicName: '_second' });
    return registry({ topic, ...props }, 'second');
  };

  test('has a name, an address, a group and a volume of its own', () => {
    const second = beside(SECOND);
    expect(second).toMatchObject({ url: 'http://second:8081', hostUrl: 'http://localhost:9081' });
    const stack = TerraformStack.of(second);
    expect(environment(stack, 'second')).toMatchObject({
      SCHEMA_REGISTRY_HOST_NAME: 'second',
      SCHEMA_REGISTRY_SCHEMA_REGISTRY_GROUP_ID: 'second',
    });
    expect(container(stack, 'second').volumes).toMatchObject([{ volume_name: 'streaming-second-secrets' }]);
  });

  test.each([
    ['name', { hostPort: 9081 }, "the container name 'schema-registry' is already that of"],
    [
      'group',
      { hostPort: 9081 },
      "the group of a schema registry 'schema-registry' is already that of test/registry; give one of them another serviceName. [",
    ],
    [
      'port',
      { serviceName: 'second' },
      'the host port 8081 is already that of test/registry/schema-registry',
    ],
  ])('is refused with its %s', (_, props, says) => {
    expect(() => beside(props)).toThrow(says);
  });
});
