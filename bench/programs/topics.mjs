// Synthesizes as many topics as its argument says, out of the packed library, and prints what that took.
import { App, LocalBackend, TerraformStack } from 'cdktf';
import { KafkaCluster, KafkaTopic } from '../../dist/index.js';

const count = Number(process.argv[2]);
const servers = (process.env.SERVERS ?? 'localhost:9092').split(',');
const start = performance.now();
synthesizeTopics();
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1000 }));

function synthesizeTopics() {
  const app = new App({ stackTraces: false });
  const stack = new TerraformStack(app, 'topics');
  new LocalBackend(stack, { path: 'terraform.tfstate' });
  const cluster = KafkaCluster.fromBootstrapServers(stack, 'kafka', { bootstrapServers: servers });
  for (let topic = 1; topic <= count; topic++)
    new KafkaTopic(stack, `topic-${topic}`, { cluster, partitions: 1 });
  app.synth();
}
