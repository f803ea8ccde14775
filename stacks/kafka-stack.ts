import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { IPlatform } from '../constructs/core/platform';
import { Authorization } from '../constructs/kafka/authorization';
import type { Certificates } from '../constructs/kafka/certificates';
import { KafkaCluster } from '../constructs/kafka/kafka-cluster';
import type { KafkaClusterProps } from '../constructs/kafka/kafka-cluster-props';
import type { IKafkaCluster } from '../constructs/kafka/interfaces';
import { ListenerAuthentication } from '../constructs/kafka/listener-authentication';
import { ListenerReach } from '../constructs/kafka/listener-reach';
import { Metadata } from '../constructs/kafka/metadata';
import { ZooKeeperEnsemble } from '../constructs/zookeeper/zookeeper-ensemble';
import { keepStateLocally } from './local-state';
import type { Profile } from './profile';
import type { MetadataMode } from './settings';

export interface KafkaStackProps {
  readonly platform: IPlatform;
  readonly profile: Profile;
  readonly metadata: MetadataMode;
  readonly certificates?: Certificates;
}

/** The brokers, and ZooKeeper where they need it. */
export class KafkaStack extends TerraformStack {
  public readonly cluster: IKafkaCluster;

  public constructor(scope: Construct, id: string, props: KafkaStackProps) {
    super(scope, id);
    const { platform, profile, metadata, certificates } = props;
    const { metrics } = profile;
    keepStateLocally(this, platform);
    this.cluster = new KafkaCluster(this, 'brokers', {
      platform,
      // Not the profile's choice: who changes sizes must keep the controllers, or the metadata is lost.
      metadata:
        metadata === 'kraft'
          ? Metadata.kraft()
          : Metadata.zooKeeper(
              new ZooKeeperEnsemble(this, 'zookeeper', { platform, metrics, ...profile.zooKeeper }),
            ),
      ...(certificates && secured(certificates)),
      metrics,
      ...profile.kafka,
    });
  }
}

/** Whoever comes to the brokers shows a certificate, on the host too, and may do what its user in the program may. */
function secured(
  certificates: Certificates,
): Pick<KafkaClusterProps, 'certificates' | 'listeners' | 'authorization'> {
  const authentication = ListenerAuthentication.mutualTls();
  return {
    certificates,
    listeners: [
      { name: 'INTERNAL', reach: ListenerReach.inside(), authentication },
      { name: 'EXTERNAL', reach: ListenerReach.host(), authentication },
    ],
    authorization: Authorization.acls(),
  };
}
