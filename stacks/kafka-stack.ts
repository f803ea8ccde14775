import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { IPlatform } from '../constructs/core/platform';
import { KafkaCluster } from '../constructs/kafka/kafka-cluster';
import type { IKafkaCluster } from '../constructs/kafka/interfaces';
import { Metadata } from '../constructs/kafka/metadata';
import { ZooKeeperEnsemble } from '../constructs/zookeeper/zookeeper-ensemble';
import { keepStateLocally } from './local-state';
import type { Profile } from './profile';
import type { MetadataMode } from './settings';

export interface KafkaStackProps {
  readonly platform: IPlatform;
  readonly profile: Profile;
  readonly metadata: MetadataMode;
}

/** The brokers, and ZooKeeper where they need it. */
export class KafkaStack extends TerraformStack {
  public readonly cluster: IKafkaCluster;

  public constructor(scope: Construct, id: string, { platform, profile, metadata }: KafkaStackProps) {
    super(scope, id);
    keepStateLocally(this, platform.platformName);
    this.cluster = new KafkaCluster(this, 'brokers', {
      platform,
      // Not the profile's choice: who changes sizes must keep the controllers, or the metadata is lost.
      metadata:
        metadata === 'kraft'
          ? Metadata.kraft()
          : Metadata.zooKeeper(new ZooKeeperEnsemble(this, 'zookeeper', { platform, ...profile.zooKeeper })),
      ...profile.kafka,
    });
  }
}
