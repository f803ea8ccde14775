/**
 * Kafka Connect, topics and a page beside brokers that a compose file runs.
 *
 *   npx cdktf deploy '*' --app 'node --import tsx examples/beside-compose.ts' --output cdktf.beside-compose.out
 */
import { App, TerraformStack } from 'cdktf';
import {
  DockerPlatform,
  Duration,
  KafkaCluster,
  KafkaConnect,
  KafkaUi,
  Retention,
  Size,
} from '../constructs';

// #region program
const app = new App();
const stack = new TerraformStack(app, 'beside-compose');

// The network of the project `shop`: what this program runs joins it. Volumes, images and labels have a name of their own.
const platform = new DockerPlatform(stack, 'platform', {
  platformName: 'beside-shop',
  existingNetwork: 'shop_default',
});
// One broker, and its two listeners: for the host, from where topics are made, and for containers. As its service has it:
//   KAFKA_ADVERTISED_LISTENERS: HOST://localhost:9092,INSIDE://kafka:29092
const kafka = KafkaCluster.fromBootstrapServers(stack, 'kafka', {
  bootstrapServers: ['localhost:9092'],
  internalBootstrapServers: ['kafka:29092'],
  brokers: 1,
});
kafka.addTopic('orders', { partitions: 3, retention: Retention.upTo(Duration.days(7)) });

const connect = new KafkaConnect(stack, 'connect', {
  platform,
  cluster: kafka,
  heap: Size.mebibytes(512),
});
new KafkaUi(stack, 'page', { platform, clusters: [{ name: 'shop', cluster: kafka, connects: [connect] }] });

app.synth();
// #endregion
