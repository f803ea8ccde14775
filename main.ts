import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdktf';
import { QuantityError } from './constructs/core/quantity-error';
import { ValidationError } from './constructs/core/validation';
import { KafkaStack } from './stacks/kafka-stack';
import { PlatformStack } from './stacks/platform-stack';
import { readSettings } from './stacks/settings';
import { StreamingStack } from './stacks/streaming-stack';
import { TopicsStack } from './stacks/topics-stack';

function main(): void {
  const dotEnv = join(__dirname, '.env');
  if (existsSync(dotEnv)) process.loadEnvFile(dotEnv);

  const app = new App({ stackTraces: false });
  const settings = readSettings(process.env, app.node, join(__dirname, 'images'));
  const { profile } = settings;

  const { platform } = new PlatformStack(app, 'platform', settings);
  const kafka = new KafkaStack(app, 'kafka', { platform, profile });
  const topics = new TopicsStack(app, 'topics', {
    platformName: platform.platformName,
    cluster: kafka.cluster,
  });
  new StreamingStack(app, 'streaming', {
    platform,
    profile,
    kafka: kafka.cluster,
    source: topics.userEvents,
    sink: topics.aggregatedData,
    deadLetters: topics.deadLetters,
  });
  app.synth();
}

try {
  main();
} catch (error) {
  // What somebody gave us wrongly is said without our stack trace; what we did wrongly is not.
  if (!(error instanceof ValidationError || error instanceof QuantityError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
