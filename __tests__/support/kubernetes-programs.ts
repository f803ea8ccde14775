import { Testing, type App } from 'cdktf';
import { AveragesApp } from '../../apps/averages/averages-app';
import {
  Authorization,
  ConnectPlugin,
  ContainerApp,
  ContainerImage,
  Duration,
  HealthCheck,
  KafkaCluster,
  KafkaConnect,
  KafkaUi,
  KafkaUser,
  KubernetesPlatform,
  ListenerAuthentication,
  ListenerReach,
  Retention,
  SchemaRegistry,
  SecretFile,
  Size,
  SparkApplication,
  SparkCluster,
  SparkCode,
  Task,
  UserAuthentication,
} from '../../constructs';
import { newStack } from './synth';

const image = ContainerImage.of('registry.example.com/web:1', { user: 'web', uid: 1234, readOnlyRoot: true });

/** As much of everything as there is. */
export function wholeProgram(): App {
  const app = Testing.app();
  const stack = newStack('streaming', app);
  const platform = new KubernetesPlatform(stack, 'platform', {
    zoneLabel: 'topology.kubernetes.io/zone',
    storageClass: 'fast',
    sharedStorageClass: 'nfs',
  });
  const kafka = new KafkaCluster(stack, 'brokers', {
    platform,
    brokers: 5,
    retention: Retention.upTo(Duration.days(2)),
    settings: { 'num.io.threads': 4 },
  });
  const registry = new SchemaRegistry(stack, 'registry', { cluster: kafka });
  new KafkaUi(stack, 'ui', { clusters: [{ name: 'streaming', cluster: kafka, registry }] });

  const connect = new KafkaConnect(stack, 'connect', {
    cluster: kafka,
    workers: 2,
    secretFiles: { '/mnt/secrets/db.properties': SecretFile.fromSecret('db') },
  });
  connect.addPlugin(ConnectPlugin.image('registry.example.com/plugins/debezium:3.2.0'));
  connect.addConnector('people', {
    connectorClass: 'org.apache.kafka.connect.file.FileStreamSourceConnector',
    writes: [kafka.addTopic('people')],
    config: { file: '/tmp/people.txt' },
  });

  const cluster = new SparkCluster(stack, 'spark', { platform, workers: 4 });
  const topic = (name: string) => kafka.addTopic(name, { partitions: 3 });
  const applications = newStack('applications', app);
  new AveragesApp(applications, 'averages', {
    cluster,
    kafka,
    source: topic('user_events'),
    sink: topic('averages'),
    deadLetters: topic('dead_letters'),
  });
  new SparkApplication(applications, 'job', {
    cluster,
    kafka,
    code: SparkCode.inImage('/opt/app/main.py'),
    driverMemory: Size.gibibytes(2),
    totalExecutorCores: 4,
    settings: { 'spark.sql.shuffle.partitions': 3 },
  });

  const common = { platform, image, memory: Size.mebibytes(64), cpus: 0.5 };
  new ContainerApp(stack, 'web', {
    ...common,
    serviceName: 'web',
    ports: [{ name: 'page', port: 8080, hostPort: 8070, scheme: 'http' }],
    healthCheck: HealthCheck.http(8080, '/health'),
    environment: { A: '$(B) ${b}' },
    volumes: [{ volume: platform.volume('data'), path: '/data' }],
    files: { '/etc/web/web.conf': 'a: 1' },
    secretFiles: { '/run/secrets/ca.crt': SecretFile.fromSecret('authority') },
    writablePaths: ['/var/cache'],
  });
  new Task(stack, 'task', { ...common, serviceName: 'prepare', command: ['--topics', '3'] });
  return app;
}

/** Brokers that ask who is there, and a user who may do what its relations say. */
export function securedProgram(): App {
  const app = Testing.app();
  const stack = newStack('streaming', app);
  const kafka = new KafkaCluster(stack, 'brokers', {
    platform: new KubernetesPlatform(stack, 'platform'),
    authorization: Authorization.acls(),
    listeners: [
      {
        name: 'SCRAM',
        reach: ListenerReach.inside(),
        port: 9093,
        tls: true,
        authentication: ListenerAuthentication.scramSha512(),
      },
    ],
  });
  const user = new KafkaUser(stack, 'billing', {
    cluster: kafka,
    authentication: UserAuthentication.generatedScramSha512(),
    quota: {
      producerByteRate: Size.mebibytes(1),
      consumerByteRate: Size.mebibytes(1),
      requestPercentage: 50,
    },
  });
  user.reads(kafka.addTopic('orders'), { group: 'billing', groupPrefix: 'b-' });
  user.writes(kafka.addTopic('invoices'), { transactionalIdPrefix: 'billing-' });
  return app;
}
