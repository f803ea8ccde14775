/** Brokers on their way from ZooKeeper to KRaft, and a topic; `STEP` says how far they are. */
import { App } from 'cdktf';
import {
  ControllerQuorum,
  KafkaCluster,
  KafkaTopic,
  Metadata,
  Size,
  ZooKeeperEnsemble,
} from '../../../constructs';
import { threeStacks } from '../../support/three-stacks';

const { STEP = '0', CLUSTER_ID: clusterId } = process.env;
const step = Number(STEP);

const app = new App();
const { platform, kafkaStack, topicsStack } = threeStacks(app, 'e2e-migration', 26_000);

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
  settings: { 'offsets.topic.num.partitions': 6 },
});
new KafkaTopic(topicsStack, 'orders', { cluster, partitions: 3 });
app.synth();
