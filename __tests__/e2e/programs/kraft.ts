/** Brokers with metadata in KRaft, and a topic; the environment says how many, and how they are set. */
import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import { DockerPlatform, Images, KafkaCluster, KafkaTopic, Metadata, Size } from '../../../constructs';
import { keepStateLocally } from '../../../stacks/local-state';

const NAME = 'e2e-kraft';

const app = new App();
const [platformStack, kafkaStack, topicsStack] = ['platform', 'kafka', 'topics'].map((id) => {
  const stack = new TerraformStack(app, id);
  keepStateLocally(stack, NAME);
  return stack;
}) as [TerraformStack, TerraformStack, TerraformStack];
const platform = new DockerPlatform(platformStack, 'platform', {
  platformName: NAME,
  containerPrefix: `${NAME}-`,
  portOffset: 25_000,
  images: Images.local(join(__dirname, '..', '..', '..', 'images')),
});
const cluster = new KafkaCluster(kafkaStack, 'brokers', {
  platform,
  metadata: Metadata.kraft(),
  brokers: Number(process.env.BROKERS ?? '3'),
  heap: Size.mebibytes(256),
  memory: Size.mebibytes(640),
  settings: {
    'num.io.threads': Number(process.env.IO_THREADS ?? '4'),
    'log.cleaner.dedupe.buffer.size': 20_000_000,
    'offsets.topic.num.partitions': 6,
  },
});
new KafkaTopic(topicsStack, 'orders', { cluster, partitions: 3 });
app.synth();
