import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import type { IKafkaConnect } from '../../../../constructs/connect/interfaces';
import { Images } from '../../../../constructs/core/image-catalogue';
import { SecretFile } from '../../../../constructs/core/secret-file';
import { Size } from '../../../../constructs/core/size';
import { aclsOf } from '../../../../constructs/kafka/acls-of';
import { ClusterSecurity } from '../../../../constructs/kafka/cluster-security';
import type { IKafkaCluster } from '../../../../constructs/kafka/interfaces';
import { KafkaUi, type KafkaUiCluster, type KafkaUiProps } from '../../../../constructs/kafka-ui/kafka-ui';
import { Prometheus } from '../../../../constructs/prometheus/prometheus';
import type { ISchemaRegistry } from '../../../../constructs/schema-registry/interfaces';
import { secured, SCRAM_LOGIN } from '../../../support/secured';
import {
  accepted,
  container,
  environment,
  healthQuestion,
  newPlatform,
  newStack,
} from '../../../support/synth';

/** What is only referred to: no more than the page reads of it. */
const refersTo = (id: string, members: object): object =>
  Object.assign(new Construct(newStack(), id), members);
const servers = { bootstrapServers: ['kafka1:19092', 'kafka2:19093'], hostBootstrapServers: [] };
const cluster = refersTo('kafka', servers) as IKafkaCluster;
const registry = refersTo('registry', { url: 'http://schema-registry:8081', hostUrl: '' }) as ISchemaRegistry;
const connect = (groupId: string, of = cluster): IKafkaConnect =>
  refersTo(groupId, {
    cluster: of,
    groupId,
    restUrl: `http://${groupId}:8083`,
    hostRestUrl: '',
  }) as IKafkaConnect;

const LOCAL: KafkaUiCluster = { name: 'local', cluster };

function ui(props: Partial<KafkaUiProps> = {}, stack = newStack()): KafkaUi {
  const platform = props.platform ?? newPlatform(stack);
  return accepted(new KafkaUi(stack, 'ui', { clusters: [LOCAL], ...props, platform }));
}

test('is on the host at 8080, and says where', () => {
  const stack = newStack();
  expect(ui({}, stack).hostUrl).toBe('http://localhost:8080');
  expect(container(stack, 'kafka-ui').ports).toEqual([{ internal: 8080, external: 8080, ip: '127.0.0.1' }]);
});

test('follows the port offset of its platform', () => {
  const stack = newStack();
  expect(ui({ platform: newPlatform(stack, { portOffset: 1_000 }) }, stack).hostUrl).toBe(
    'http://localhost:9080',
  );
});

test('shows a cluster by its name and internal addresses, and changes nothing in it', () => {
  const stack = newStack();
  ui({}, stack);
  expect(environment(stack, 'kafka-ui')).toEqual({
    JAVA_OPTS: '-Xmx384m -Dsun.net.inetaddr.ttl=0',
    KAFKA_CLUSTERS_0_NAME: 'local',
    KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS: 'kafka1:19092,kafka2:19093',
    KAFKA_CLUSTERS_0_READONLY: 'true',
  });
});

test('manages the clusters of which that is said, and no other', () => {
  const stack = newStack();
  const page = ui(
    {
      clusters: [
        { ...LOCAL, manages: true },
        { name: 'other', cluster },
      ],
    },
    stack,
  );
  expect(environment(stack, 'kafka-ui')).toMatchObject({
    KAFKA_CLUSTERS_0_READONLY: 'false',
    KAFKA_CLUSTERS_1_READONLY: 'true',
  });
  const more = (page: KafkaUi): string[] =>
    aclsOf(page)
      .map(({ operation, resourceType }) => `${operation} ${resourceType}`)
      .filter((each) => ['Write Topic', 'Read Group'].includes(each));
  expect(more(page)).toEqual(['Write Topic', 'Read Group']);
  expect(more(ui())).toEqual([]);
  expect(() => ui({ clusters: [{ ...LOCAL, manages: 'yes' as never }] })).toThrow(
    'manages must be true or false',
  );
});

test('numbers many clusters, each with a registry and Connects of its own', () => {
  const stack = newStack();
  ui(
    {
      clusters: [
        { ...LOCAL, registry, connects: [connect('files'), connect('databases')] },
        { name: 'other', cluster, connects: [connect('files')] },
      ],
    },
    stack,
  );
  const variables = environment(stack, 'kafka-ui');
  expect(variables).toMatchObject({
    KAFKA_CLUSTERS_0_SCHEMAREGISTRY: 'http://schema-registry:8081',
    KAFKA_CLUSTERS_0_KAFKACONNECT_0_NAME: 'files',
    KAFKA_CLUSTERS_0_KAFKACONNECT_0_ADDRESS: 'http://files:8083',
    KAFKA_CLUSTERS_0_KAFKACONNECT_1_NAME: 'databases',
    KAFKA_CLUSTERS_0_KAFKACONNECT_1_ADDRESS: 'http://databases:8083',
    KAFKA_CLUSTERS_1_NAME: 'other',
    KAFKA_CLUSTERS_1_READONLY: 'true',
    KAFKA_CLUSTERS_1_KAFKACONNECT_0_NAME: 'files',
  });
  expect(variables).not.toHaveProperty('KAFKA_CLUSTERS_1_SCHEMAREGISTRY');
});

test('is asked for its health in a way that an image without bash and curl can answer', () => {
  const stack = newStack();
  ui({}, stack);
  const url = 'http://127.0.0.1:8080/actuator/health';
  expect(healthQuestion(stack, 'kafka-ui')).toEqual(['wget', '-q', '-O', '/dev/null', url]);
});

test('has twice its heap, or the memory that it is given', () => {
  const [usual, small] = [newStack(), newStack()];
  ui({}, usual);
  ui({ heap: Size.mebibytes(192), memory: Size.mebibytes(320), jvmOptions: '-XX:+UseSerialGC' }, small);
  expect(container(usual, 'kafka-ui').memory).toBe(768);
  expect(container(small, 'kafka-ui').memory).toBe(320);
  expect(environment(small, 'kafka-ui').JAVA_OPTS).toBe('-Xmx192m -Dsun.net.inetaddr.ttl=0 -XX:+UseSerialGC');
});

test.each(['a', 'local.eu_1-b', 'a'.repeat(63)])('takes the name %p', (name) => {
  expect(() => ui({ clusters: [{ name, cluster }] })).not.toThrow();
});

test.each(['', ' ', 'my cluster', 'a/b', 'a'.repeat(64)])('refuses the name %p', (name) => {
  expect(() => ui({ clusters: [{ name, cluster }] })).toThrow(
    `clusters is a list in which [0] is an object in which name must be 1 to 63 of a-z, A-Z, 0-9, '.', '_' and '-', because it is part of addresses; got '${name}'`,
  );
});

test('refuses two clusters of one name', () => {
  expect(() => ui({ clusters: [LOCAL, { name: 'other', cluster }, LOCAL] })).toThrow(
    "got twice: 'local', rename one. [",
  );
  expect(() => ui({ clusters: [LOCAL, { name: 'Local', cluster }] })).not.toThrow();
});

test('refuses a Connect twice in one cluster, not in two', () => {
  const connects = [connect('files'), connect('files')];
  expect(() => ui({ clusters: [{ ...LOCAL, connects }] })).toThrow(
    "by group id; got twice: 'files', leave one out. [",
  );
  const other = { name: 'other', cluster };
  expect(() =>
    ui({ clusters: [LOCAL, other].map((each) => ({ ...each, connects: [connect('files', each.cluster)] })) }),
  ).not.toThrow();
});

test.each<[string, object, string]>([
  [
    'a cluster by its address',
    { clusters: [{ name: 'a', cluster: 'kafka1:9092' }] },
    'cluster must be a KafkaCluster',
  ],
  [
    'a registry by its address',
    { clusters: [{ ...LOCAL, registry: 'http://x' }] },
    'registry must be a SchemaRegistry',
  ],
  ['a Connect by its address', { clusters: [{ ...LOCAL, connects: ['x'] }] }, '[0] must be a KafkaConnect'],
  [
    'brokers that want TLS by an authority that is in the program',
    {
      clusters: [
        {
          name: 'a',
          cluster: secured(ClusterSecurity.tls({ caCertificate: '-----BEGIN CERTIFICATE-----' })),
        },
      ],
    },
    'cluster must be a KafkaCluster whose security is of files',
  ],
])('refuses %s', (_, props, says) => {
  expect(() => ui(props)).toThrow(says);
});

describe('beside another page', () => {
  const beside = (props: Partial<KafkaUiProps>): KafkaUi => {
    const stack = newStack();
    const platform = newPlatform(stack);
    ui({ platform }, stack);
    return accepted(new KafkaUi(stack, 'second', { platform, clusters: [LOCAL], ...props }));
  };

  test('has a name and a port of its own', () => {
    const second = beside({ serviceName: 'second', hostPort: 9080 });
    expect(second.hostUrl).toBe('http://localhost:9080');
    expect(container(TerraformStack.of(second), 'second').ports).toMatchObject([
      { internal: 8080, external: 9080 },
    ]);
  });

  test.each([
    ['name', { hostPort: 9080 }, "the container name 'kafka-ui' is already that of test/ui/kafka-ui"],
    ['port', { serviceName: 'second' }, 'the host port 8080 is already that of test/ui/kafka-ui'],
  ])('is refused with its %s', (_, props, says) => {
    expect(() => beside(props)).toThrow(says);
  });
});

test('is pulled from the registry that publishes it, or from the mirror by the same name', () => {
  expect(Images.public().kafkaUi.reference).toBe('ghcr.io/kafbat/kafka-ui:v1.5.0');
  expect(Images.public('mirror.example.com/hub/').kafkaUi.reference).toBe(
    'mirror.example.com/hub/kafbat/kafka-ui:v1.5.0',
  );
});

test('refuses a Connect of other brokers', () => {
  const other = refersTo('other', servers) as IKafkaCluster;
  expect(() => ui({ clusters: [{ ...LOCAL, connects: [connect('files', other)] }] })).toThrow(
    'the connects of a cluster must work with its brokers; got test/files of another, show them beside theirs.',
  );
});

describe('brokers that want TLS and a login', () => {
  const theirs = (name: string): KafkaUiCluster => ({ name, cluster: secured() });

  test('are spoken to with secrets from files, each in a folder of its own', () => {
    const stack = newStack();
    ui({ clusters: [LOCAL, theirs('theirs')] }, stack);
    expect(environment(stack, 'kafka-ui')).toMatchObject({
      KAFKA_CLUSTERS_1_PROPERTIES_SECURITY_PROTOCOL: 'SASL_SSL',
      KAFKA_CLUSTERS_1_PROPERTIES_SSL_TRUSTSTORE_LOCATION: '/run/secrets/kafka-1/ca.crt',
      KAFKA_CLUSTERS_1_PROPERTIES_SASL_JAAS_CONFIG: SCRAM_LOGIN('$${password}'),
      SPRING_CONFIG_IMPORT: 'file:/run/secrets/kafka-1/login.properties',
    });
    expect(container(stack, 'kafka-ui')).toMatchObject({
      mounts: [
        { source: '/etc/streaming/ca.crt', target: '/run/secrets/kafka-1/ca.crt' },
        { source: '/etc/streaming/login.properties', target: '/run/secrets/kafka-1/login.properties' },
      ],
    });
  });

  test('may be one with a login, and further ones with a key store', () => {
    const cluster = secured(ClusterSecurity.mutualTls({ keyStore: SecretFile.fromHost('/etc/client.pem') }));
    const keyed = { name: 'keyed', cluster };
    expect(() => ui({ clusters: [theirs('a'), keyed, { ...keyed, name: 'keyed-too' }] })).not.toThrow();
    expect(() => ui({ clusters: [theirs('a'), theirs('b')] })).toThrow(
      "at most one of clusters may want a login, because the page reads one file of such secrets; got 'a', 'b'",
    );
  });
});

test('is told who keeps the history of a cluster, and starts without waiting for it', () => {
  const stack = newStack();
  const prometheus = new Prometheus(stack, 'prometheus', { platform: newPlatform(stack) });
  ui({ platform: prometheus.platform, clusters: [{ ...LOCAL, prometheus }] }, stack);
  expect(environment(stack, 'kafka-ui')).toMatchObject({
    KAFKA_CLUSTERS_0_PROMETHEUS: 'http://prometheus:9090',
  });
  expect(container(stack, 'kafka-ui').depends_on?.join() ?? '').not.toMatch(/prometheus/);
});
