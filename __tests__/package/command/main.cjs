// A program of somebody else's: a broker, a topic, and a container of their own that the library knows nothing of.
const { App, TerraformStack } = require('cdktf');
const { DockerPlatform, Images, KafkaCluster, Metadata } = require('cdktf-streaming');
const { container } = require('cdktf-streaming/providers/docker');

const app = new App();
const stack = new TerraformStack(app, 'shop');
const platform = new DockerPlatform(stack, 'platform', {
  images: Images.public(),
  platformName: 'shop',
  containerPrefix: 'shop-',
});
const kafka = new KafkaCluster(stack, 'brokers', { platform, metadata: Metadata.kraft(), brokers: 1 });
kafka.addTopic('orders', { partitions: 3 });
new container.Container(stack, 'mail', { name: 'shop-mail', image: 'axllent/mailpit:v1.21.0' });
app.synth();
