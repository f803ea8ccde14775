// #region orders
import { TerraformStack, type App } from 'cdktf';
import {
  DockerPlatform,
  Duration,
  Images,
  KafkaCluster,
  Metadata,
  Retention,
  Size,
  ZooKeeperEnsemble,
} from 'cdktf-streaming';

/** Brokers, and the topic of orders. */
export function addOrders(app: App, brokers = 3): void {
  const stack = new TerraformStack(app, 'orders');
  const platform = new DockerPlatform(stack, 'platform', { images: Images.public(), platformName: 'orders' });
  const zooKeeper = new ZooKeeperEnsemble(stack, 'zookeeper', { platform });
  const cluster = new KafkaCluster(stack, 'brokers', {
    platform,
    metadata: Metadata.zooKeeper(zooKeeper),
    brokers,
    heap: Size.mebibytes(512),
  });
  // In a stack of its own, `topics`, because a plan asks the brokers for it.
  cluster.addTopic('orders', { partitions: 6, retention: Retention.upTo(Duration.days(7)) });
}
// #endregion
