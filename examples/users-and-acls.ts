/**
 * A user with a password, a quota and what it may do, in a cluster that others run.
 *
 *   export TF_VAR_admin_password=… TF_VAR_billing_password=…
 *   npx cdktf deploy --app 'node --import tsx examples/users-and-acls.ts' --output cdktf.users-and-acls.out
 */
import { App, TerraformStack, TerraformVariable } from 'cdktf';
import {
  ClusterSecurity,
  KafkaCluster,
  KafkaTopic,
  KafkaUser,
  Size,
  UserAuthentication,
} from '../constructs';

// #region program
const app = new App();
const users = new TerraformStack(app, 'users');

const secret = (id: string): TerraformVariable =>
  new TerraformVariable(users, id, { type: 'string', sensitive: true });
const kafka = KafkaCluster.fromBootstrapServers(users, 'kafka', {
  bootstrapServers: ['kafka.example.com:9093'],
  security: ClusterSecurity.saslScramSha512({ username: 'admin', password: secret('admin_password') }),
});

const billing = new KafkaUser(users, 'billing', {
  cluster: kafka,
  // Another password counts with the next version.
  authentication: UserAuthentication.scramSha512({ password: secret('billing_password'), version: 1 }),
  // Of each broker, in a second.
  quota: { producerByteRate: Size.mebibytes(1), consumerByteRate: Size.mebibytes(4) },
});
billing.reads(KafkaTopic.fromTopicName(users, 'orders', 'orders'), { group: 'billing' });
billing.writes(KafkaTopic.fromTopicName(users, 'bills', 'bills'), { transactionalIdPrefix: 'billing-' });

app.synth();
// #endregion
