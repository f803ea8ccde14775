import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { AveragesApp } from '../apps/averages/averages-app';
import type { AveragesAppProps } from '../apps/averages/averages-props';
import { ListenerApp } from '../apps/listener/listener-app';
import type { ContainerImage } from '../constructs/core/container-image';
import type { IKafkaCluster, IKafkaTopic } from '../constructs/kafka/interfaces';
import type { ISparkCluster } from '../constructs/spark/interfaces';
import { keepStateLocally } from './local-state';
import type { Profile } from './profile';

export interface ApplicationsStackProps extends Pick<AveragesAppProps, 'source' | 'sink' | 'deadLetters'> {
  readonly spark: ISparkCluster;
  readonly profile: Profile;
  readonly kafka: IKafkaCluster;
  readonly listenerImage: ContainerImage;
  readonly listenerDeadLetters: IKafkaTopic;
}

/** The streaming application, and the listener that receives what it computes. */
export class ApplicationsStack extends TerraformStack {
  public constructor(scope: Construct, id: string, props: ApplicationsStackProps) {
    super(scope, id);
    const { spark, profile, listenerImage, listenerDeadLetters, ...application } = props;
    const { platform } = spark;
    keepStateLocally(this, platform);
    new AveragesApp(this, 'kafka-spark-app', {
      cluster: spark,
      metrics: profile.metrics,
      ...profile.application,
      ...application,
    });
    new ListenerApp(this, 'listener', {
      platform,
      image: listenerImage,
      kafka: props.kafka,
      source: props.sink,
      deadLetters: listenerDeadLetters,
      consumerGroup: 'my-group',
      ...profile.listener,
    });
  }
}
