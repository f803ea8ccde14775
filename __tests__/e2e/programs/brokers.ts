/** Brokers and a topic; the environment says how many, and how they are set. */
import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import {
  DockerPlatform,
  Images,
  KafkaCluster,
  KafkaTopic,
  Metadata,
  Size,
  ZooKeeperEnsemble,
} from '../../../constructs';
import { keepStateLocally } from '../../../stacks/local-state';

const { BROKERS = '3', PARTITIONS = '3', IO_THREADS = '4' } = process.env;
const NAME = 'e2e-brokers';

const app = new App();
const [platformStack, kafkaStack, topicsStack] = ['platform', 'kafka', 'topics'].map((id) => {
  const stack = new TerraformStack(app, id);
  keepStateLocally(stack, NAME);
  return stack;
}) as [TerraformStack, TerraformStack, TerraformStack];
const platform = new DockerPlatform(platformStack, 'platform', {
  platformName: NAME,
  containerPrefix: `${NAME}-`,
  portOffset: 22_000,
  images: Images.local(join(__dirname, '..', '..', '..', 'images')),
});
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
    'log.cleaner.dedupe.buffer.size': 20_000_000,
    'offsets.topic.num.partitions': 6,
  },
});
new KafkaTopic(topicsStack, 'orders', { cluster, partitions: Number(PARTITIONS) });
app.synth();
