// Synthesizes as many topics as its argument says, and prints what that took.
import { Session } from 'node:inspector/promises';
import { App, TerraformStack } from 'cdktf';
import { KafkaCluster, KafkaTopic } from '../../constructs';
import { shareOf } from '../lib/profile';

const VALIDATION = /core\/(validation|properties|checks|claim|show)\.ts$|-rules\.ts$|\/topic-settings\.ts$/;

const [count = '1', profiled] = process.argv.slice(2);

async function main(): Promise<void> {
  const profiler = new Session();
  if (profiled) {
    profiler.connect();
    await profiler.post('Profiler.enable');
    await profiler.post('Profiler.start');
  }
  const start = performance.now();
  const app = new App({ stackTraces: false });
  const stack = new TerraformStack(app, 'topics');
  const cluster = KafkaCluster.fromBootstrapServers(stack, 'kafka', { bootstrapServers: ['localhost:9092'] });
  for (let topic = 1; topic <= Number(count); topic++)
    new KafkaTopic(stack, `topic-${topic}`, { cluster, partitions: 3 });
  app.synth();
  const seconds = (performance.now() - start) / 1000;
  const megabytes = process.resourceUsage().maxRSS / 1000;
  const isValidation = ({ url, functionName }: { url: string; functionName: string }): boolean =>
    VALIDATION.test(url) || functionName === 'runAllValidations';
  const percent = profiled ? 100 * shareOf((await profiler.post('Profiler.stop')).profile, isValidation) : 0;
  console.log(JSON.stringify({ seconds, megabytes, percent }));
}

void main();
