// #region program
import { App, TerraformStack } from 'cdktf';
import { DockerPlatform, Duration, KafkaCluster, Retention } from 'cdktf-streaming';

const app = new App();
const stack = new TerraformStack(app, 'orders');
const kafka = new KafkaCluster(stack, 'kafka', { platform: new DockerPlatform(stack, 'platform') });
kafka.addTopic('orders', { partitions: 6, retention: Retention.upTo(Duration.days(7)) });
app.synth();
// #endregion
