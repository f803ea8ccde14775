/**
 * A service of your own on the platform: kafka_exporter, which shows Prometheus how far consumers are behind.
 *
 *   npx cdktf deploy '*' --app 'node --import tsx examples/own-service.ts' --output cdktf.own-service.out
 */
import { App, TerraformStack } from 'cdktf';
import { ContainerApp, ContainerImage, DockerPlatform, HealthCheck, KafkaCluster, Size } from '../constructs';

const app = new App();

const kafkaStack = new TerraformStack(app, 'own-service-kafka');
const platform = new DockerPlatform(kafkaStack, 'platform', {
  platformName: 'own-service',
  portOffset: 30_000,
});
const kafka = new KafkaCluster(kafkaStack, 'brokers', { platform });

// #region service
// Another stack, so that a change of the exporter cannot touch a broker; it is deployed after the brokers by itself.
const monitoring = new TerraformStack(app, 'own-service-monitoring');

// Says what runs. How (hardening, network, restarts, log rotation, waiting) is the platform's matter.
new ContainerApp(monitoring, 'kafka-exporter', {
  image: ContainerImage.of('danielqsj/kafka-exporter:v1.9.0'),
  user: 'nobody',
  kafka,
  // Most programs read KAFKA_BOOTSTRAP_SERVERS, or another variable that you name; this one takes arguments.
  command: kafka.bootstrapServers.map((server) => `--kafka.server=${server}`),
  ports: [{ name: 'metrics', port: 9308, hostPort: 9308, scheme: 'http' }],
  healthCheck: HealthCheck.http(9308, '/metrics'),
  memory: Size.mebibytes(64),
});
// #endregion

app.synth();
