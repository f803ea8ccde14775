/** A program of somebody's own: a broker, its topic, and a container that the library knows nothing of, in a stack. */
import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import { DockerPlatform, KafkaCluster, Metadata, Size } from '../../../constructs';
import { container } from '../../../constructs/providers/docker';
import { localFamily } from '../../../constructs/local-images';

const { PARTITIONS = '3', GREETING = 'hello' } = process.env;

const app = new App();
const stack = new TerraformStack(app, 'shop');
const images = localFamily(join(__dirname, '..', '..', '..', 'images'));
const platform = new DockerPlatform(stack, 'platform', {
  images,
  platformName: 'e2e-command',
  containerPrefix: 'e2e-command-',
  portOffset: 23_000,
});
const cluster = new KafkaCluster(stack, 'brokers', {
  platform,
  metadata: Metadata.kraft(),
  brokers: 1,
  heap: Size.mebibytes(256),
  memory: Size.mebibytes(640),
  settings: { 'offsets.topic.num.partitions': 1 },
});
cluster.addTopic('orders', { partitions: Number(PARTITIONS) });
new container.Container(stack, 'own', {
  name: 'e2e-command-own',
  image: images.kafka.reference,
  entrypoint: ['sleep'],
  command: ['infinity'],
  env: [`GREETING=${GREETING}`],
});
app.synth();
