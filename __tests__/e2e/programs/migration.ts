/** Brokers on their way from ZooKeeper to KRaft, and a topic; `STEP` says how far they are. */
import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import {
  ControllerQuorum,
  DockerPlatform,
  Images,
  KafkaCluster,
  KafkaTopic,
  Metadata,
  Size,
  ZooKeeperEnsemble,
} from '../../../constructs';
import { keepStateLocally } from '../../../stacks/local-state';

const NAME = 'e2e-migration';
const { STEP = '0', CLUSTER_ID: clusterId } = process.env;
const step = Number(STEP);

const app = new App();
const [platformStack, kafkaStack, topicsStack] = ['platform', 'kafka', 'topics'].map((id) => {
  const stack = new TerraformStack(app, id);
  keepStateLocally(stack, NAME);
  return stack;
}) as [TerraformStack, TerraformStack, TerraformStack];
const platform = new DockerPlatform(platformStack, 'platform', {
  platformName: NAME,
  containerPrefix: `${NAME}-`,
  portOffset: 26_000,
  images: Images.local(join(__dirname, '..', '..', '..', 'images')),
});

const ensemble = (): ZooKeeperEnsemble =>
  new ZooKeeperEnsemble(kafkaStack, 'zookeeper', {
    platform,
    heap: Size.mebibytes(96),
    memory: Size.mebibytes(256),
  });
const quorum = (migratesFrom?: ZooKeeperEnsemble): ControllerQuorum =>
  new ControllerQuorum(kafkaStack, 'controllers', {
    platform,
    clusterId,
    migratesFrom,
    heap: Size.mebibytes(128),
    memory: Size.mebibytes(384),
  });

/** As docs/guide/from-zookeeper-to-kraft.md has it, step by step. */
function metadata(): Metadata {
  if (step === 5) return Metadata.kraft(quorum());
  const zooKeeper = ensemble();
  if (step === 0) return Metadata.zooKeeper(zooKeeper);
  const controllers = quorum(step < 4 ? zooKeeper : undefined);
  if (step === 1) return Metadata.zooKeeper(zooKeeper);
  return step === 2 ? Metadata.migrating(zooKeeper, controllers) : Metadata.kraft(controllers);
}

const cluster = new KafkaCluster(kafkaStack, 'brokers', {
  platform,
  metadata: metadata(),
  heap: Size.mebibytes(256),
  memory: Size.mebibytes(640),
  settings: { 'log.cleaner.dedupe.buffer.size': 20_000_000, 'offsets.topic.num.partitions': 6 },
});
new KafkaTopic(topicsStack, 'orders', { cluster, partitions: 3 });
app.synth();
