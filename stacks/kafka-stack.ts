import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { IPlatform } from '../constructs/core/platform';
import { KafkaCluster, type IKafkaCluster } from '../constructs/kafka/kafka-cluster';
import { Metadata } from '../constructs/kafka/metadata';
import { ZooKeeperEnsemble } from '../constructs/zookeeper/zookeeper-ensemble';
import { keepStateLocally } from './local-state';
import type { Profile } from './profile';

export interface KafkaStackProps {
  readonly platform: IPlatform;
  readonly profile: Profile;
}

/** ZooKeeper and the brokers. */
export class KafkaStack extends TerraformStack {
  public readonly cluster: IKafkaCluster;

  public constructor(scope: Construct, id: string, { platform, profile }: KafkaStackProps) {
    super(scope, id);
    keepStateLocally(this, platform.platformName);
    const zooKeeper = new ZooKeeperEnsemble(this, 'zookeeper', { platform, ...profile.zooKeeper });
    this.cluster = new KafkaCluster(this, 'brokers', {
      platform,
      metadata: Metadata.zooKeeper(zooKeeper),
      ...profile.kafka,
    });
  }
}
