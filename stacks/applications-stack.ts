import { join } from 'node:path';
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { KafkaListener } from '../constructs/apps/kafka-listener';
import type { ContainerImage } from '../constructs/core/container-image';
import type { IKafkaCluster } from '../constructs/kafka/kafka-cluster';
import type { IKafkaTopic } from '../constructs/kafka/kafka-topic';
import { KafkaSparkApp, type KafkaSparkAppProps } from '../constructs/spark/kafka-spark-app';
import type { ISparkCluster } from '../constructs/spark/spark-cluster';
import { keepStateLocally } from './local-state';
import type { Profile } from './profile';

export interface ApplicationsStackProps extends Pick<
  KafkaSparkAppProps,
  'source' | 'sink' | 'deadLetters' | 'outputMode'
> {
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
    keepStateLocally(this, platform.platformName);
    new KafkaSparkApp(this, 'kafka-spark-app', {
      cluster: spark,
      sourceFolder: join(__dirname, '..', 'apps', 'kafka_spark_app'),
      ...profile.application,
      ...application,
    });
    new KafkaListener(this, 'listener', {
      platform,
      image: listenerImage,
      kafka: props.kafka,
      source: props.sink,
      deadLetters: listenerDeadLetters,
      ...profile.listener,
    });
  }
}
