/**
 * Topics in a managed cluster that wants TLS and a password.
 *
 *   export TF_VAR_kafka_server=… TF_VAR_kafka_user=… TF_VAR_kafka_password=…
 *   npx cdktf deploy --app 'node --import tsx examples/managed-cluster.ts' --output cdktf.managed-cluster.out
 */
import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { ClusterSecurity, Duration, KafkaCluster, Retention } from '../constructs';

// #region program
const app = new App();
const stack = new TerraformStack(app, 'managed-cluster');

const server = new TerraformVariable(stack, 'kafka_server', { type: 'string' });
const user = new TerraformVariable(stack, 'kafka_user', { type: 'string' });
// Sensitive: its value is in no synthesized file, and no plan shows it; a saved plan holds it. Another variable is refused.
const password = new TerraformVariable(stack, 'kafka_password', { type: 'string', sensitive: true });

const kafka = KafkaCluster.fromBootstrapServers(stack, 'kafka', {
  bootstrapServers: [server.stringValue],
  security: ClusterSecurity.saslScramSha512({ username: user.stringValue, password }),
});
kafka.addTopic('orders', { partitions: 6, retention: Retention.upTo(Duration.days(7)) });

app.synth();
// #endregion
