import { Testing } from 'cdktf';
import {
  ContainerApp,
  ContainerImage,
  HealthCheck,
  KafkaConnect,
  KafkaUi,
  SchemaRegistry,
  Size,
  SparkApplication,
  SparkCluster,
} from '../../../../constructs';
import { clientFiles } from '../../../../constructs/kafka/client-settings';
import type { KafkaCluster } from '../../../../constructs/kafka/kafka-cluster';
import { SparkCode } from '../../../../constructs/spark/spark-code';
import { JOB } from '../../../support/makers';
import { ownBrokers } from '../../../support/secured';
import { accepted, container, environment, newStack, type SnakeCase } from '../../../support/synth';

const app = Testing.app();
const stack = newStack('services', app);
let cluster: KafkaCluster;
beforeAll(() => {
  cluster = ownBrokers(newStack('kafka', app));
  const { platform } = cluster;
  new KafkaConnect(stack, 'connect', { cluster, workers: 2 });
  new SchemaRegistry(stack, 'registry', { cluster });
  new KafkaUi(stack, 'ui', { clusters: [{ name: 'own', cluster }] });
  const image = ContainerImage.of('example/billing:1', { user: 'billing' });
  const common = { image, healthCheck: HealthCheck.http(80, '/'), memory: Size.mebibytes(64) };
  new ContainerApp(stack, 'billing', { ...common, kafka: cluster });
  new ContainerApp(stack, 'numbered', { ...common, platform, user: '1234:5' }).reads(
    cluster.addTopic('orders'),
  );
  const spark = new SparkCluster(stack, 'spark', { platform, workers: 1 });
  new SparkApplication(stack, 'job', { cluster: spark, kafka: cluster, code: SparkCode.python(JOB) });
  accepted(stack);
});

const labels = ({ labels: all }: SnakeCase): Record<string, string> =>
  Object.fromEntries(all.map(({ label, value }) => [label.replace('cdktf-streaming.', ''), value]));

test.each([
  ['kafka-connect', 'kafka-connect', '1000', '/run/secrets/kafka'],
  ['kafka-connect-2', 'kafka-connect', '1000', '/run/secrets/kafka'],
  ['schema-registry', 'schema-registry', '1000', '/run/secrets/kafka'],
  ['kafka-ui', 'kafka-ui', '100', '/run/secrets/kafka-0'],
  ['billing', 'billing', undefined, '/run/secrets/kafka'],
  ['numbered', 'numbered', '1234', '/run/secrets/kafka'],
  ['job', 'job', '185', '/run/secrets/kafka-job'],
])('%s shows the certificate of %s, of the user %s, in %s', (service, user, uid, folder) => {
  const made = container(stack, service);
  expect(made).toMatchObject({
    mounts: [
      { type: 'bind', source: '/secrets/ca.crt', target: `${folder}/ca.crt`, read_only: true },
      { type: 'bind', source: `/secrets/${user}.pem`, target: `${folder}/client.pem`, read_only: true },
    ],
  });
  expect(labels(made)).toMatchObject({ user, ...(uid !== undefined && { 'user-id': uid }) });
  expect('user-id' in labels(made)).toBe(uid !== undefined);
});

test('executors have what the driver has, and show it as the driver does', () => {
  expect(container(stack, 'spark-worker-1')).toMatchObject({
    mounts: [{ target: '/run/secrets/kafka-job/ca.crt' }, { source: '/secrets/job.pem' }],
  });
  expect(environment(stack, 'job').KAFKA_CLIENT_PROPERTIES).toBe(
    [
      'security.protocol=SSL',
      'ssl.truststore.type=PEM',
      'ssl.truststore.location=/run/secrets/kafka-job/ca.crt',
      'ssl.keystore.type=PEM',
      'ssl.keystore.location=/run/secrets/kafka-job/client.pem\n',
    ].join('\n'),
  );
});

test.each(['', 'PRODUCER_', 'CONSUMER_', 'ADMIN_'])(
  'workers and the clients of their connectors show it, as %p says',
  (client) => {
    expect(environment(stack, 'kafka-connect-2')).toMatchObject({
      [`CONNECT_${client}SECURITY_PROTOCOL`]: 'SSL',
      [`CONNECT_${client}SSL_KEYSTORE_LOCATION`]: '/run/secrets/kafka/client.pem',
      [`CONNECT_${client}SSL_TRUSTSTORE_LOCATION`]: '/run/secrets/kafka/ca.crt',
    });
  },
);

test('the registry and the page show theirs', () => {
  expect(environment(stack, 'schema-registry')).toMatchObject({
    SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS: 'SSL://kafka1:19092',
    SCHEMA_REGISTRY_KAFKASTORE_SSL_KEYSTORE_LOCATION: '/run/secrets/kafka/client.pem',
  });
  expect(environment(stack, 'kafka-ui')).toMatchObject({
    KAFKA_CLUSTERS_0_PROPERTIES_SSL_KEYSTORE_LOCATION: '/run/secrets/kafka-0/client.pem',
  });
});

test('files are those of somebody', () => {
  expect(() => clientFiles(cluster.security)).toThrow(
    "security must be one client's: give security.as('its name').",
  );
  expect(Object.values(clientFiles(cluster.security?.as('mine')))).toMatchObject([
    { source: '/secrets/ca.crt' },
    { source: '/secrets/mine.pem' },
  ]);
});

test('nobody shows the certificate of Terraform', () => {
  const kafka = ownBrokers();
  const admin = new SchemaRegistry(newStack('services', kafka.node.root as never), 'registry', {
    cluster: kafka,
    serviceName: 'admin',
  });
  expect(() => accepted(admin)).toThrow(
    "serviceName must be another than 'admin', because its certificate would be that of Terraform",
  );
});
