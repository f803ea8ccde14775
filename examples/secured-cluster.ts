/**
 * Connect, a connector and a service of your own with brokers that others run and that want TLS and a login.
 *
 *   npx cdktf deploy '*' --app 'node --import tsx examples/secured-cluster.ts' --output cdktf.secured-cluster.out
 */
import { App, TerraformStack } from 'cdktf';
import {
  ClusterSecurity,
  ContainerApp,
  ContainerImage,
  DockerPlatform,
  HealthCheck,
  KafkaCluster,
  KafkaConnect,
  SecretFile,
  Size,
} from '../constructs';

const app = new App();

// #region cluster
const topics = new TerraformStack(app, 'secured-topics');
const kafka = KafkaCluster.fromBootstrapServers(topics, 'kafka', {
  bootstrapServers: ['broker.example.com:9093'],
  security: ClusterSecurity.saslScramSha512({
    username: 'billing',
    // One line: password=…
    password: SecretFile.fromHost('/etc/streaming/login.properties'),
    caCertificate: SecretFile.fromHost('/etc/streaming/ca.crt'),
  }),
});
const bills = kafka.addTopic('bills', { partitions: 6 });
// #endregion

// #region services
const services = new TerraformStack(app, 'secured-services');
const platform = new DockerPlatform(services, 'platform', { platformName: 'secured' });

// The worker and its connectors' clients speak TLS and log in. Its own topics are in the stack of the cluster.
const connect = new KafkaConnect(services, 'connect', { platform, cluster: kafka });
connect.addConnector('bills-file', {
  connectorClass: 'org.apache.kafka.connect.file.FileStreamSinkConnector',
  reads: [bills],
  config: { file: '/tmp/bills' },
});

// Told in KAFKA_CLIENT_PROPERTIES how, with the files that are named there.
const billing = new ContainerApp(services, 'billing', {
  platform,
  kafka,
  image: ContainerImage.of('example/billing:1', { user: 'billing' }),
  healthCheck: HealthCheck.http(8080, '/health'),
  memory: Size.mebibytes(256),
});
billing.writes(bills);
// #endregion

app.synth();
