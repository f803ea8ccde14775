import { TerraformStack } from 'cdktf';
import type { IPlatform } from '../../constructs/core/platform';
import { KafkaCluster } from '../../constructs/kafka/kafka-cluster';
import type { KafkaClusterProps } from '../../constructs/kafka/kafka-cluster-props';
import { Metadata } from '../../constructs/kafka/metadata';
import { ZooKeeperEnsemble } from '../../constructs/zookeeper/zookeeper-ensemble';
import { newPlatform, newStack } from './synth';

/** Brokers with a ZooKeeper, in the stack of their platform or in another. */
export function newCluster(
  platform: IPlatform = newPlatform(newStack('kafka')),
  props: Partial<KafkaClusterProps> = {},
  stack = TerraformStack.of(platform),
): KafkaCluster {
  const metadata = Metadata.zooKeeper(new ZooKeeperEnsemble(stack, 'zookeeper', { platform }));
  return new KafkaCluster(stack, 'brokers', { platform, metadata, ...props });
}
