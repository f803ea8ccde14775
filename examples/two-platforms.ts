/**
 * Two platforms side by side on one Engine: one to work on, and one that stays as it is.
 *
 *   npx cdktf deploy '*' --app 'node --import tsx examples/two-platforms.ts' --output cdktf.two-platforms.out
 */
import { App, TerraformStack } from 'cdktf';
import { DockerPlatform, KafkaCluster, type DockerPlatformProps } from '../constructs';

// #region program
/** A stack of your own, made as often as you like. */
class Brokers extends TerraformStack {
  public constructor(app: App, id: string, props: DockerPlatformProps) {
    super(app, id);
    const platform = new DockerPlatform(this, 'platform', props);
    new KafkaCluster(this, 'brokers', { platform, brokers: 1 });
  }
}

const app = new App();
// The name tells network, volumes and containers apart, the offset the ports. Were one of them the same, it would be refused
// at synth, with both paths.
new Brokers(app, 'stable', { platformName: 'stable', portOffset: 10_000 });
new Brokers(app, 'next', { platformName: 'next', portOffset: 20_000 });

app.synth();
// #endregion
