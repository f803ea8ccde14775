/** Brokers and a topic; the environment says how many, and how they are set. */
import { App } from 'cdktf';
import { KafkaCluster, KafkaTopic, Metadata, Size, ZooKeeperEnsemble } from '../../../constructs';
import { threeStacks } from '../../support/three-stacks';

const { BROKERS = '3', PARTITIONS = '3', IO_THREADS = '4' } = process.env;

const app = new App();
const { platform, kafkaStack, topicsStack } = threeStacks(app, 'e2e-brokers', 22_000);
const zooKeeper = new ZooKeeperEnsemble(kafkaStack, 'zookeeper', {
  platform,
  heap: Size.mebibytes(96),
  memory: Size.mebibytes(256),
});
const cluster = new KafkaCluster(kafkaStack, 'brokers', {
  platform,
  metadata: Metadata.zooKeeper(zooKeeper),
  brokers: Number(BROKERS),
  heap: Size.mebibytes(256),
  memory: Size.mebibytes(640),
  settings: {
    'num.io.threads': Number(IO_THREADS),
    'offsets.topic.num.partitions': 6,
  },
});
new KafkaTopic(topicsStack, 'orders', { cluster, partitions: Number(PARTITIONS) });
app.synth();
