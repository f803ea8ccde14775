/** Brokers whose metadata is kept by three nodes of their own, of the kind that `METADATA` names. */
import { App } from 'cdktf';
import { ControllerQuorum, KafkaCluster, Metadata, ZooKeeperEnsemble } from '../../constructs';
import { PROFILES } from '../../stacks/profile';
import { threeStacks } from '../support/three-stacks';

const { METADATA, PLATFORM_NAME = '', PORT_OFFSET } = process.env;
const { zooKeeper, kafka } = PROFILES.small;
const { settings, ...sizes } = kafka;

const app = new App();
const { platform, kafkaStack } = threeStacks(app, PLATFORM_NAME, Number(PORT_OFFSET));
const metadata =
  METADATA === 'controllers'
    ? Metadata.kraft(new ControllerQuorum(kafkaStack, 'controllers', { platform, ...sizes }))
    : Metadata.zooKeeper(
        new ZooKeeperEnsemble(kafkaStack, 'zookeeper', { platform, nodes: 3, ...zooKeeper }),
      );
new KafkaCluster(kafkaStack, 'brokers', { platform, metadata, settings, ...sizes });
app.synth();
