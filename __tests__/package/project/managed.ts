// #region managed
import { TerraformStack, TerraformVariable } from 'cdktf';
import { ClusterSecurity, KafkaCluster } from 'cdktf-streaming';
import { acl } from 'cdktf-streaming/providers/kafka';
import type { Construct } from 'constructs';

/** Topics in a cluster that somebody else runs, and who may read them. */
export class ManagedTopicsStack extends TerraformStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    // Its value comes from TF_VAR_password; it is in no synthesized file.
    const password = new TerraformVariable(this, 'password', { type: 'string', sensitive: true });
    const cluster = KafkaCluster.fromBootstrapServers(this, 'cluster', {
      bootstrapServers: ['broker.example.com:9092'],
      security: ClusterSecurity.saslScramSha512({ username: 'deploy', password }),
      brokers: 3,
    });
    const orders = cluster.addTopic('orders', { partitions: 12 });

    // What has no construct here is made with the provider's own resources.
    new acl.Acl(this, 'orders-readers', {
      resourceName: orders.topicName,
      resourceType: 'Topic',
      aclPrincipal: 'User:billing',
      aclHost: '*',
      aclOperation: 'Read',
      aclPermissionType: 'Allow',
    });
  }
}
// #endregion
