/** Brokers with metadata in KRaft, and a topic; the environment says how many, of which Kafka, and how they are set. */
import { App } from 'cdktf';
import { KafkaCluster, KafkaTopic, Metadata, Size, type KafkaLine } from '../../../constructs';
import { threeStacks } from '../../support/three-stacks';

const app = new App();
const { platform, kafkaStack, topicsStack } = threeStacks(
  app,
  'e2e-kraft',
  25_000,
  process.env.KAFKA as KafkaLine | undefined,
);
const cluster = new KafkaCluster(kafkaStack, 'brokers', {
  platform,
  metadata: Metadata.kraft(),
  brokers: Number(process.env.BROKERS ?? '3'),
  heap: Size.mebibytes(256),
  memory: Size.mebibytes(640),
  settings: {
    'num.io.threads': Number(process.env.IO_THREADS ?? '4'),
    'offsets.topic.num.partitions': 6,
  },
});
new KafkaTopic(topicsStack, 'orders', { cluster, partitions: 3 });
app.synth();
