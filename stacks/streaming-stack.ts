import { join } from 'node:path';
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { KafkaListener } from '../constructs/apps/kafka-listener';
import type { ContainerImage } from '../constructs/core/container-image';
import type { IPlatform } from '../constructs/core/platform';
import type { IKafkaCluster } from '../constructs/kafka/kafka-cluster';
import type { IKafkaTopic } from '../constructs/kafka/kafka-topic';
import { KafkaSparkApp, type KafkaSparkAppProps } from '../constructs/spark/kafka-spark-app';
import { SparkCluster } from '../constructs/spark/spark-cluster';
import { keepStateLocally } from './local-state';
import type { Profile } from './profile';

export interface StreamingStackProps extends Pick<
  KafkaSparkAppProps,
  'source' | 'sink' | 'deadLetters' | 'outputMode'
> {
  readonly platform: IPlatform;
  readonly profile: Profile;
  readonly kafka: IKafkaCluster;
  readonly listenerImage: ContainerImage;
  readonly listenerDeadLetters: IKafkaTopic;
}

/** The Spark cluster, the streaming application, and the listener that receives what it computes. */
export class StreamingStack extends TerraformStack {
  public constructor(scope: Construct, id: string, props: StreamingStackProps) {
    super(scope, id);
    const { platform, profile, listenerImage, listenerDeadLetters, ...application } = props;
    keepStateLocally(this, platform.platformName);
    const cluster = new SparkCluster(this, 'spark', { platform, ...profile.spark });
    new KafkaSparkApp(this, 'kafka-spark-app', {
      cluster,
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
