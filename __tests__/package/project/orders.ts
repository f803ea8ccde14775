// #region orders
import { TerraformStack, type App } from 'cdktf';
import { DockerPlatform, Duration, KafkaCluster, Retention, Size } from 'cdktf-streaming';

/** Brokers, and the topic of orders. */
export function addOrders(app: App, brokers = 3): void {
  const stack = new TerraformStack(app, 'orders');
  const platform = new DockerPlatform(stack, 'platform', { platformName: 'orders' });
  const cluster = new KafkaCluster(stack, 'brokers', { platform, brokers, heap: Size.mebibytes(512) });
  // In a stack of its own, `topics`, because a plan asks the brokers for it.
  cluster.addTopic('orders', { partitions: 6, retention: Retention.upTo(Duration.days(7)) });
}
// #endregion
