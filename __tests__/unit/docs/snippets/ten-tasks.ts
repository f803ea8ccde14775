// The program that docs/guide/ten-tasks.md shows task by task; a test asks whether a synth would take it.
import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import {
  ConnectPlugin,
  ContainerApp,
  ContainerImage,
  DockerPlatform,
  Duration,
  HealthCheck,
  KafkaCluster,
  KafkaConnect,
  Retention,
  Size,
  SparkApplication,
  SparkCluster,
  SparkCode,
} from '../../../../constructs';

export const app = new App();

// #region broker
const stack = new TerraformStack(app, 'kafka');
const platform = new DockerPlatform(stack, 'platform');
const kafka = new KafkaCluster(stack, 'kafka', { platform });
// #endregion

/** Beside the one above, as it is after the edit. */
export function fourBrokers(): KafkaCluster {
  const app = new App();
  const stack = new TerraformStack(app, 'kafka');
  const platform = new DockerPlatform(stack, 'platform');
  // #region fourth
  const kafka = new KafkaCluster(stack, 'kafka', { platform, brokers: 4 });
  // #endregion
  return kafka;
}

// #region topic
kafka.addTopic('orders', { partitions: 6, retention: Retention.upTo(Duration.days(7)) });
// #endregion

const pythonFile = join(__dirname, 'counts.py');
// #region spark
const streaming = new TerraformStack(app, 'streaming');
const spark = new SparkCluster(streaming, 'spark', { platform });
new SparkApplication(streaming, 'counts', { cluster: spark, code: SparkCode.python(pythonFile) });
// #endregion

// #region plugin
const services = new TerraformStack(app, 'services');
const connect = new KafkaConnect(services, 'connect', { cluster: kafka });
connect.addPlugin(
  ConnectPlugin.maven('io.debezium:debezium-connector-jdbc:3.2.0.Final', {
    classifier: 'plugin',
    extension: 'tar.gz',
    sha256: '79a2f5a02cd18d3c1a19f48b26e2e1170190676a1af26670238970d1ae136d05',
  }),
);
// #endregion

// #region metric
new ContainerApp(services, 'kafka-exporter', {
  kafka,
  image: ContainerImage.of('danielqsj/kafka-exporter:v1.9.0'),
  user: 'nobody',
  command: kafka.bootstrapServers.map((server) => `--kafka.server=${server}`),
  ports: [{ name: 'metrics', port: 9308, hostPort: 9308, scheme: 'http' }],
  healthCheck: HealthCheck.http(9308, '/metrics'),
  memory: Size.mebibytes(64),
});
// #endregion

// #region second
const archiveStack = new TerraformStack(app, 'archive');
new KafkaCluster(archiveStack, 'archive', { platform, namePrefix: 'archive-', hostPort: 9192 });
// #endregion
