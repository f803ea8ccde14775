import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { IConnectTopics } from '../constructs/connect/connect-topics';
import { KafkaConnect } from '../constructs/connect/kafka-connect';
import type { IPlatform } from '../constructs/core/platform';
import type { IKafkaCluster, IKafkaTopic } from '../constructs/kafka/interfaces';
import type { IPrometheus } from '../constructs/prometheus/interfaces';
import { KafkaUi } from '../constructs/kafka-ui/kafka-ui';
import { SchemaRegistry } from '../constructs/schema-registry/schema-registry';
import { keepStateLocally } from './local-state';
import type { Profile } from './profile';

export interface ServicesStackProps {
  readonly platform: IPlatform;
  readonly profile: Profile;
  readonly cluster: IKafkaCluster;
  readonly connectTopics: IConnectTopics;
  readonly schemas: IKafkaTopic;
  /** Of a profile with metrics. */
  readonly prometheus?: IPrometheus;
}

/** What works beside the brokers: Kafka Connect, Schema Registry and Kafka UI. */
export class ServicesStack extends TerraformStack {
  public readonly connect: KafkaConnect;
  public readonly registry: SchemaRegistry;

  public constructor(scope: Construct, id: string, props: ServicesStackProps) {
    super(scope, id);
    const { platform, profile, cluster, connectTopics, schemas, prometheus } = props;
    const { metrics } = profile;
    keepStateLocally(this, platform);
    this.registry = new SchemaRegistry(this, 'schema-registry', {
      platform,
      cluster,
      topic: schemas,
      metrics,
      ...profile.schemaRegistry,
    });
    this.connect = new KafkaConnect(this, 'connect', {
      platform,
      cluster,
      topics: connectTopics,
      groupId: 'compose-connect-group',
      metrics,
      ...profile.connect,
    });
    const { registry, connect } = this;
    const shown = { name: platform.platformName, cluster, registry, connects: [connect], prometheus };
    new KafkaUi(this, 'kafka-ui', { platform, clusters: [shown], ...profile.kafkaUi });
  }
}
