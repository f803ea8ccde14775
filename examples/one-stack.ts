/**
 * A whole platform in one stack of your own: a broker, Connect, Schema Registry, the page, Spark and topics.
 *
 *   npx cdktf deploy --app 'node --import tsx examples/one-stack.ts' --output cdktf.one-stack.out
 *
 * Good for trying things out: one plan, one deploy. For what stays, give topics a stack of their own: a plan of topics
 * that exist asks the brokers, and fails while these are away.
 */
import { App, TerraformStack } from 'cdktf';
import {
  DockerPlatform,
  Duration,
  KafkaCluster,
  KafkaConnect,
  KafkaTopic,
  KafkaUi,
  Retention,
  SchemaRegistry,
  Size,
  SparkApplication,
  SparkCluster,
  SparkCode,
} from '../constructs';

// #region program
const app = new App();
const stack = new TerraformStack(app, 'one-stack');

// A name and an offset of its own, so that it runs beside the platform of main.ts.
const platform = new DockerPlatform(stack, 'platform', { platformName: 'one-stack', portOffset: 10_000 });
const kafka = new KafkaCluster(stack, 'brokers', { platform, brokers: 1 });

const topic = (name: string): KafkaTopic =>
  new KafkaTopic(stack, name, { cluster: kafka, partitions: 3, retention: Retention.upTo(Duration.days(7)) });
const [events, counts] = [topic('events'), topic('counts')];

const connect = new KafkaConnect(stack, 'connect', { cluster: kafka });
const registry = new SchemaRegistry(stack, 'schema-registry', { cluster: kafka });
new KafkaUi(stack, 'kafka-ui', {
  clusters: [{ name: 'one-stack', cluster: kafka, registry, connects: [connect] }],
});

const spark = new SparkCluster(stack, 'spark', { platform, workers: 1, workerMemory: Size.gibibytes(1) });
const counter = new SparkApplication(stack, 'counter', {
  cluster: spark,
  code: SparkCode.python('examples/counter.py'),
  applicationArguments: [SparkApplication.checkpointLocation(spark, 'counter')],
  executorMemory: Size.gibibytes(1),
  executorCores: 1,
});
counter.reads(events);
counter.writes(counts);

app.synth();
// #endregion
