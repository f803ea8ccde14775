/**
 * Topics as code for brokers that you run already, however: by a compose file, or on your company's machines.
 *
 *   npx cdktf deploy --app 'node --import tsx examples/topics-only.ts' --output cdktf.topics-only.out
 */
import { App, TerraformStack } from 'cdktf';
import { CleanupPolicy, Duration, KafkaCluster, Retention, Size } from '../constructs';

// #region program
const app = new App();
const stack = new TerraformStack(app, 'topics-only');

const kafka = KafkaCluster.fromBootstrapServers(stack, 'kafka', {
  bootstrapServers: ['localhost:9092', 'localhost:9093', 'localhost:9094'],
  brokers: 3,
});
// Seven days, or the last 10 GiB of a partition, whichever comes first.
kafka.addTopic('orders', {
  partitions: 12,
  retention: Retention.upTo(Duration.days(7), Size.gibibytes(10)),
});
// The last order of each customer, for as long as there is one.
kafka.addTopic('last-orders', { partitions: 12, cleanupPolicy: CleanupPolicy.COMPACT });

app.synth();
// #endregion
