import { heapBelowMemory } from '../core/heap';
import { isWholeNumber, show, type ValidationRule } from '../core/validation';
import { managedSettings, type ClusterFacts } from './broker-environment';

/** Rendered from typed properties or by the metadata mode, so that two places cannot disagree. */
const NOT_A_SETTING =
  /^(broker\.id|node\.id|zookeeper\.connect|process\.roles|log\.dirs?|log\.retention\..*|.*listener.*)$/;

/** The first line of versions without ZooKeeper, by the image's name: Apache Kafka's own, and Confluent Platform's. */
function hasNoZooKeeper(reference: string): boolean {
  const [, name, major] = /([^/:]+):(\d+)[^/]*$/.exec(reference) ?? [];
  return Number(major) >= (name?.startsWith('cp-') ? 8 : 4);
}

const taken = (facts: ClusterFacts): string[] =>
  Object.keys(facts.settings).filter((name) => NOT_A_SETTING.test(name) || name in managedSettings(facts));
const misspelt = ({ settings }: ClusterFacts): string[] =>
  Object.keys(settings).filter((name) => !/^[a-z][a-z0-9]*([._-][a-z0-9]+)*$/.test(name));

const BROKER_CONFIGS = 'https://kafka.apache.org/39/documentation.html#brokerconfigs';

export const CLUSTER_RULES: readonly ValidationRule<ClusterFacts>[] = [
  {
    fails: ({ brokerCount }) => !isWholeNumber(brokerCount, 1, 908),
    message: ({ brokerCount }) =>
      `brokers must be a whole number from 1 to 908 (each takes a port from 9092 on), got ${show(brokerCount)}.`,
    source: 'policy',
  },
  {
    fails: ({ defaultReplicationFactor: copies, brokerCount }) => !isWholeNumber(copies, 1, brokerCount),
    message: ({ defaultReplicationFactor: copies, brokerCount }) =>
      `defaultReplicationFactor must be a whole number from 1 to ${brokerCount} (one copy a broker), got ${show(copies)}.`,
    source: `${BROKER_CONFIGS}_default.replication.factor`,
  },
  {
    fails: ({ minInsyncReplicas, defaultReplicationFactor: copies }) =>
      !isWholeNumber(minInsyncReplicas, 1, copies),
    message: ({ minInsyncReplicas, defaultReplicationFactor: copies }) =>
      `minInsyncReplicas must be a whole number from 1 to ${copies} (the default replication factor), got ${show(minInsyncReplicas)}.`,
    source: `${BROKER_CONFIGS}_min.insync.replicas`,
  },
  {
    severity: 'warning',
    fails: ({ minInsyncReplicas, defaultReplicationFactor: copies }) =>
      copies > 1 && minInsyncReplicas === copies,
    message: ({ minInsyncReplicas }) =>
      `minInsyncReplicas is ${minInsyncReplicas}, the default replication factor: no broker may be away while producers use acks=all; take ${minInsyncReplicas - 1}.`,
    source: 'policy',
  },
  heapBelowMemory('a broker'),
  {
    fails: ({ metadata, image }) => metadata.kind === 'ZooKeeper' && hasNoZooKeeper(image.reference),
    message: ({ image }) =>
      `metadata must not be ZooKeeper with ${image.reference}: it ended with Kafka 3.9 and Confluent Platform 7.9; take an image up to these.`,
    source: 'https://kafka.apache.org/40/documentation/zk2kraft.html',
  },
  {
    fails: (facts) => taken(facts).length > 0,
    message: (facts) =>
      `settings must not name what the cluster renders from its own properties: ${taken(facts).map(show).join(', ')}; use the properties.`,
    source: 'policy',
  },
  {
    fails: (facts) => misspelt(facts).length > 0,
    message: (facts) =>
      `settings must be named as in server.properties, such as 'num.io.threads'; got ${misspelt(facts).map(show).join(', ')}.`,
    source: BROKER_CONFIGS,
  },
  {
    fails: ({ settings }) =>
      Number(settings['queued.max.request.bytes'] ?? -1) > 0 &&
      Number(settings['queued.max.request.bytes']) <
        Number(settings['socket.request.max.bytes'] ?? 104_857_600),
    message: ({ settings }) =>
      `queued.max.request.bytes must be at least socket.request.max.bytes (${settings['socket.request.max.bytes'] ?? 104_857_600}), got ${settings['queued.max.request.bytes']}.`,
    source: 'kafka.server.KafkaConfig#validateValues',
  },
];
