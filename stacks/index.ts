import type { App } from 'cdktf';
import { ApplicationsStack } from './applications-stack';
import { KafkaStack } from './kafka-stack';
import { ObservabilityStack } from './observability-stack';
import { PlatformStack } from './platform-stack';
import { ServicesStack } from './services-stack';
import type { Settings } from './settings';
import { StreamingStack } from './streaming-stack';
import { TopicsStack } from './topics-stack';
import { UsersStack } from './users-stack';

/** What programs of one's own build on: topics, connectors and subjects beside those of the platform. */
export interface Stacks {
  readonly platform: PlatformStack;
  readonly kafka: KafkaStack;
  readonly topics: TopicsStack;
  /** Of a secured platform. */
  readonly users?: UsersStack;
  readonly services: ServicesStack;
  readonly streaming: StreamingStack;
  readonly applications: ApplicationsStack;
  /** Of a profile with metrics. */
  readonly observability?: ObservabilityStack;
}

/** All stacks of the platform, in the order that a deploy takes. Each is a failure domain and a unit of change. */
export function addStacks(app: App, settings: Settings): Stacks {
  const { profile, metadata, certificates } = settings;
  const platformStack = new PlatformStack(app, 'platform', settings);
  const { platform } = platformStack;
  const kafka = new KafkaStack(app, 'kafka', { platform, profile, metadata, certificates });
  const { cluster } = kafka;
  const topics = new TopicsStack(app, 'topics', { platform, cluster });
  const demo = { writes: topics.userEvents, reads: [topics.aggregatedData, topics.deadLetters] };
  const users = certificates && new UsersStack(app, 'users', { platform, cluster, demo });
  // It finds what it asks at synth; the page is told of it before, and waits for it no more than it for the page.
  const observability = profile.metrics
    ? new ObservabilityStack(app, 'observability', { platform })
    : undefined;
  const services = new ServicesStack(app, 'services', {
    platform,
    profile,
    cluster,
    connectTopics: topics.connect,
    schemas: topics.schemas,
    prometheus: observability?.prometheus,
  });
  const streaming = new StreamingStack(app, 'streaming', { platform, profile });
  const applications = new ApplicationsStack(app, 'applications', {
    spark: streaming.spark,
    profile,
    kafka: cluster,
    source: topics.userEvents,
    sink: topics.aggregatedData,
    deadLetters: topics.deadLetters,
    listenerImage: settings.applications.listener,
    listenerDeadLetters: topics.listenerDeadLetters,
  });
  return { platform: platformStack, kafka, topics, users, services, streaming, applications, observability };
}
