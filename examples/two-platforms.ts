/**
 * Two platforms side by side on one Engine: one to work on, and one that stays as it is.
 *
 *   npx cdktf deploy '*' --app 'node --import tsx examples/two-platforms.ts' --output cdktf.two-platforms.out
 */
import { App, TerraformStack } from 'cdktf';
import {
  DockerPlatform,
  Images,
  KafkaCluster,
  Metadata,
  Size,
  ZooKeeperEnsemble,
  type DockerPlatformProps,
} from '../constructs';

// #region program
/** A stack of your own, made as often as you like. */
class Brokers extends TerraformStack {
  public constructor(app: App, id: string, props: Omit<DockerPlatformProps, 'images'>) {
    super(app, id);
    const platform = new DockerPlatform(this, 'platform', { images: Images.public(), ...props });
    const zooKeeper = new ZooKeeperEnsemble(this, 'zookeeper', { platform, heap: Size.mebibytes(128) });
    const metadata = Metadata.zooKeeper(zooKeeper);
    new KafkaCluster(this, 'brokers', { platform, metadata, brokers: 1 });
  }
}

const app = new App();
// What tells them apart is the name of the network and the volumes, the prefix of the containers, and the ports. Were one
// of them the same, it would be refused at synth, with both paths.
new Brokers(app, 'stable', { platformName: 'stable', containerPrefix: 'stable-', portOffset: 10_000 });
new Brokers(app, 'next', { platformName: 'next', containerPrefix: 'next-', portOffset: 20_000 });

app.synth();
// #endregion
