import { TerraformStack, type App } from 'cdktf';
import {
  ContainerImage,
  DockerPlatform,
  Images,
  KafkaCluster,
  Metadata,
  ZooKeeperEnsemble,
} from 'cdktf-streaming';
import { container, provider } from 'cdktf-streaming/providers/docker';

/** What people change of what the library decides. */
export function addChanged(app: App): TerraformStack {
  const stack = new TerraformStack(app, 'changed');
  // #region engine
  new provider.DockerProvider(stack, 'engine', { host: 'ssh://me@build.example.com' });
  // #endregion
  const platform = new DockerPlatform(stack, 'platform', {
    images: {
      ...Images.public('mirror.example.com/hub'),
      kafka: ContainerImage.of('mirror.example.com/own/kafka:3.9.1'),
    },
  });
  const metadata = Metadata.zooKeeper(new ZooKeeperEnsemble(stack, 'zookeeper', { platform }));
  const cluster = new KafkaCluster(stack, 'brokers', {
    platform,
    metadata,
    settings: { 'log.cleaner.threads': 2 },
  });
  for (const child of cluster.node.findAll())
    if (child instanceof container.Container) child.addOverride('log_driver', 'local');
  return stack;
}
