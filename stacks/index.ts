import type { App } from 'cdktf';
import { KafkaStack } from './kafka-stack';
import { PlatformStack } from './platform-stack';
import type { Settings } from './settings';
import { StreamingStack } from './streaming-stack';
import { TopicsStack } from './topics-stack';

/** All stacks of the platform, in the order that a deploy takes. Each is a failure domain and a unit of change. */
export function addStacks(app: App, settings: Settings): void {
  const { profile } = settings;
  const { platform } = new PlatformStack(app, 'platform', settings);
  const { cluster } = new KafkaStack(app, 'kafka', { platform, profile });
  const topics = new TopicsStack(app, 'topics', { platformName: settings.platformName, cluster });
  new StreamingStack(app, 'streaming', {
    platform,
    profile,
    kafka: cluster,
    source: topics.userEvents,
    sink: topics.aggregatedData,
    deadLetters: topics.deadLetters,
  });
}
