import { heapBelowMemory } from '../core/heap';
import type { Size } from '../core/size';
import { isWholeNumber, show, type ValidationRule } from '../core/validation';
import type { IKafkaCluster } from '../kafka/kafka-cluster';
import { CleanupPolicy } from '../kafka/retention';
import type { IConnectTopics } from './connect-topics';
import type { Converter } from './converter';
import { managedSettings } from './worker-environment';

export interface ConnectFacts {
  readonly cluster: IKafkaCluster;
  readonly topics: IConnectTopics;
  readonly groupId: string;
  readonly workers: number;
  readonly pluginClasses: readonly string[] | undefined;
  readonly keyConverter: Converter;
  readonly valueConverter: Converter;
  readonly pluginPath: readonly string[];
  readonly exactlyOnceSource: boolean;
  readonly heap: Size;
  readonly memory: Size;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
}

/** Rendered from typed properties, so that two places cannot disagree; the port is fixed inside the network. */
const NOT_A_SETTING = /^(listeners|rest\.(port|advertised\..*)|(key|value)\.converter(\..*)?)$/;

const taken = (facts: ConnectFacts): string[] =>
  Object.keys(facts.settings).filter((name) => NOT_A_SETTING.test(name) || name in managedSettings(facts));
const misspelt = ({ settings }: ConnectFacts): string[] =>
  Object.keys(settings).filter((name) => !/^[a-z][a-z0-9]*([._-][a-z0-9]+)*$/.test(name));

const roles = ({ topics: { configs, offsets, statuses } }: ConnectFacts): readonly string[] =>
  [configs, offsets, statuses].map(({ topicName }) => topicName);
/** A topic whose partitions are known is declared, so that a missing clean-up policy is the brokers' own. */
const notCompacted = ({ topics: { configs, offsets, statuses } }: ConnectFacts): string[] =>
  [configs, offsets, statuses]
    .filter(
      ({ partitions, cleanupPolicy }) => partitions !== undefined && cleanupPolicy !== CleanupPolicy.COMPACT,
    )
    .map(({ topicName }) => topicName);

const sessionTimeout = ({ settings }: ConnectFacts): number =>
  Number(settings['session.timeout.ms'] ?? 10_000);
const heartbeat = ({ settings }: ConnectFacts): number => Number(settings['heartbeat.interval.ms'] ?? 3_000);

const CONNECT_CONFIGS = 'https://kafka.apache.org/39/documentation.html#connectconfigs';
const RUNNING = 'https://kafka.apache.org/39/documentation.html#connect_running';

export const CONNECT_RULES: readonly ValidationRule<ConnectFacts>[] = [
  {
    fails: ({ workers }) => !isWholeNumber(workers, 1, 100),
    message: ({ workers }) => `workers must be a whole number from 1 to 100, got ${show(workers)}.`,
    source: 'policy',
  },
  {
    fails: ({ groupId }) => groupId.trim() === '',
    message: ({ groupId }) => `groupId must not be empty, got ${show(groupId)}.`,
    source: `${CONNECT_CONFIGS}_group.id`,
  },
  {
    fails: (facts) => new Set(roles(facts)).size < 3,
    message: (facts) =>
      `topics must be three: one for configs, one for offsets, one for statuses; got ${roles(facts).map(show).join(', ')}.`,
    source: RUNNING,
  },
  {
    fails: (facts) => notCompacted(facts).length > 0,
    message: (facts) =>
      `topics must only be compacted, or the worker ends: give ${notCompacted(facts).map(show).join(', ')} cleanupPolicy: CleanupPolicy.COMPACT.`,
    source: 'org.apache.kafka.connect.util.TopicAdmin#verifyTopicCleanupPolicyOnlyCompact',
  },
  {
    fails: ({ topics: { configs } }) => configs.partitions !== undefined && configs.partitions !== 1,
    message: ({ topics: { configs } }) =>
      `topics.configs must have 1 partition, because only the order of all configurations tells which is in force; ${show(configs.topicName)} has ${configs.partitions}.`,
    source: 'org.apache.kafka.connect.storage.KafkaConfigBackingStore',
  },
  {
    fails: (facts) => !(heartbeat(facts) < sessionTimeout(facts)),
    message: (facts) =>
      `heartbeat.interval.ms must be less than session.timeout.ms (${sessionTimeout(facts)}), best a third of it; got ${heartbeat(facts)}.`,
    source: `${CONNECT_CONFIGS}_heartbeat.interval.ms`,
  },
  {
    fails: ({ pluginPath }) => pluginPath.some((folder) => !/^\/[^,]+$/.test(folder)),
    message: ({ pluginPath }) =>
      `pluginPath must be absolute folders of the image, each without a comma; got ${pluginPath.map(show).join(', ')}.`,
    source: `${CONNECT_CONFIGS}_plugin.path`,
  },
  heapBelowMemory('a worker'),
  {
    fails: (facts) => taken(facts).length > 0,
    message: (facts) =>
      `settings must not name what the workers render from their own properties: ${taken(facts).map(show).join(', ')}; use the properties.`,
    source: 'policy',
  },
  {
    fails: (facts) => misspelt(facts).length > 0,
    message: (facts) =>
      `settings must be named as in Connect, such as 'offset.flush.interval.ms'; got ${misspelt(facts).map(show).join(', ')}.`,
    source: CONNECT_CONFIGS,
  },
];
