// The move of docs/guide/from-zookeeper-to-kraft.md, in the surroundings that it has in stacks/kafka-stack.ts.
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import {
  ControllerQuorum,
  KafkaCluster,
  Metadata,
  ZooKeeperEnsemble,
  type IKafkaCluster,
  type IPlatform,
} from '../../../../constructs';
import type { Profile } from '../../../../stacks/profile';

/** The first step, as it is deployed. */
export class FirstStep extends TerraformStack {
  public readonly cluster: IKafkaCluster;
  public readonly controllers: ControllerQuorum;

  public constructor(scope: Construct, id: string, platform: IPlatform, profile: Profile) {
    super(scope, id);
    // #region controllers
    const zooKeeper = new ZooKeeperEnsemble(this, 'zookeeper', { platform, ...profile.zooKeeper });
    const controllers = new ControllerQuorum(this, 'controllers', {
      platform,
      clusterId: 'nN5TUXEvSwqWIfnbUtkQ1g', // what kafka-cluster said
      migratesFrom: zooKeeper,
    });
    this.cluster = new KafkaCluster(this, 'brokers', {
      platform,
      metadata: Metadata.zooKeeper(zooKeeper),
      ...profile.kafka,
    });
    // #endregion
    this.controllers = controllers;
  }
}

/** What is left in the end. */
export class LastStep extends TerraformStack {
  public readonly cluster: IKafkaCluster;

  public constructor(scope: Construct, id: string, platform: IPlatform, profile: Profile) {
    super(scope, id);
    // #region done
    const controllers = new ControllerQuorum(this, 'controllers', {
      platform,
      clusterId: 'nN5TUXEvSwqWIfnbUtkQ1g',
    });
    this.cluster = new KafkaCluster(this, 'brokers', {
      platform,
      metadata: Metadata.kraft(controllers),
      ...profile.kafka,
    });
    // #endregion
  }
}
