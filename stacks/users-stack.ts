import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { IPlatform } from '../constructs/core/platform';
import type { IKafkaCluster, IKafkaTopic } from '../constructs/kafka/interfaces';
import { KafkaUser } from '../constructs/kafka/kafka-user';
import { UserAuthentication } from '../constructs/kafka/user-authentication';
import { keepStateLocally } from './local-state';

export interface UsersStackProps {
  readonly platform: Pick<IPlatform, 'platformName'>;
  readonly cluster: IKafkaCluster;
  /** What the demo sends records to, and what it looks at. */
  readonly demo: { readonly writes: IKafkaTopic; readonly reads: readonly IKafkaTopic[] };
}

/**
 * Who works with secured brokers, and what each may do there: whoever comes from the host, and every service and application,
 * which put their users here themselves.
 */
export class UsersStack extends TerraformStack {
  public constructor(scope: Construct, id: string, { platform, cluster, demo }: UsersStackProps) {
    super(scope, id);
    keepStateLocally(this, platform);
    const user = new KafkaUser(this, 'demo', { cluster, authentication: UserAuthentication.mutualTls() });
    user.writes(demo.writes);
    for (const topic of demo.reads) user.reads(topic, { groupPrefix: 'demo-' });
  }
}
