/**
 * A broker for somebody's integration tests: as small as it gets, gone without a trace, and one for each job on an Engine.
 *
 *   export FIXTURE=$CI_JOB_ID                     # a number; anything that tells the jobs of one Engine apart
 *   APP='node --import tsx examples/ci-fixture.ts'
 *   npx cdktf deploy '*' --auto-approve --app "$APP" --output cdktf.ci-fixture.out
 *   KAFKA_BOOTSTRAP_SERVERS=… npm test            # the address that the program prints
 *   npx cdktf destroy '*' --auto-approve --app "$APP" --output cdktf.ci-fixture.out
 */
import { App, TerraformStack } from 'cdktf';
import { DockerPlatform, KafkaCluster, Size } from '../constructs';

// #region program
const job = Number(process.env.FIXTURE ?? 0) % 40;
const name = `fixture-${job}`;

const app = new App();
const stack = new TerraformStack(app, name);
const platform = new DockerPlatform(stack, 'platform', {
  platformName: name,
  portOffset: 10_000 + 100 * job,
});
const kafka = new KafkaCluster(stack, 'brokers', {
  platform,
  // One copy of everything, because there is one broker; the defaults follow by themselves.
  brokers: 1,
  heap: Size.mebibytes(256),
  // Tests should not wait for further members of a consumer group.
  settings: { 'group.initial.rebalance.delay.ms': 0, 'offsets.topic.num.partitions': 1 },
});
kafka.addTopic('orders', { partitions: 3 });

app.synth();
console.error(`KAFKA_BOOTSTRAP_SERVERS=${kafka.hostBootstrapServers.join(',')}`);
// #endregion
