import { join } from 'node:path';
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { IPlatform } from '../constructs/core/platform';
import type { IKafkaCluster } from '../constructs/kafka/kafka-cluster';
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
}

/** The Spark cluster and the streaming application. */
export class StreamingStack extends TerraformStack {
  public constructor(scope: Construct, id: string, props: StreamingStackProps) {
    super(scope, id);
    const { platform, profile, ...application } = props;
    keepStateLocally(this, platform.platformName);
    const cluster = new SparkCluster(this, 'spark', { platform, ...profile.spark });
    new KafkaSparkApp(this, 'kafka-spark-app', {
      cluster,
      sourceFolder: join(__dirname, '..', 'apps', 'kafka_spark_app'),
      ...profile.application,
      ...application,
    });
  }
}
