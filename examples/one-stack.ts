/**
 * ZooKeeper, one broker and a topic in one stack of your own.
 *
 *   npx cdktf deploy --app 'node --import tsx examples/one-stack.ts' --output cdktf.one-stack.out
 *
 * Good for trying things out. For what stays, give topics a stack of their own: a plan of topics that exist asks the
 * brokers, and fails while these are away.
 */
import { App, TerraformStack } from 'cdktf';
import {
  DockerPlatform,
  Duration,
  Images,
  KafkaCluster,
  KafkaTopic,
  Metadata,
  Retention,
  ZooKeeperEnsemble,
} from '../constructs';

// #region program
const app = new App();
const stack = new TerraformStack(app, 'one-stack');

// A name, a prefix and an offset of its own, so that it runs beside the platform of main.ts.
const platform = new DockerPlatform(stack, 'platform', {
  images: Images.public(),
  platformName: 'one-stack',
  containerPrefix: 'one-stack-',
  portOffset: 10_000,
});
const zooKeeper = new ZooKeeperEnsemble(stack, 'zookeeper', { platform });
const kafka = new KafkaCluster(stack, 'brokers', {
  platform,
  metadata: Metadata.zooKeeper(zooKeeper),
  brokers: 1,
});
new KafkaTopic(stack, 'orders', {
  cluster: kafka,
  partitions: 3,
  retention: Retention.upTo(Duration.days(7)),
});

app.synth();
// #endregion
