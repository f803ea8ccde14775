import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { IPlatform } from '../constructs/core/platform';
import { SparkCluster } from '../constructs/spark/spark-cluster';
import type { ISparkCluster } from '../constructs/spark/interfaces';
import { keepStateLocally } from './local-state';
import type { Profile } from './profile';

export interface StreamingStackProps {
  readonly platform: IPlatform;
  readonly profile: Profile;
}

/** What streams are computed on: the Spark cluster. It needs no broker, and so it starts beside them. */
export class StreamingStack extends TerraformStack {
  public readonly spark: ISparkCluster;

  public constructor(scope: Construct, id: string, { platform, profile }: StreamingStackProps) {
    super(scope, id);
    keepStateLocally(this, platform);
    this.spark = new SparkCluster(this, 'spark', { platform, metrics: profile.metrics, ...profile.spark });
  }
}
