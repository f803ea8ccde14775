import { listOf, oneOf, settings, sound, text, wholeNumber } from '../core/checks';
import { known } from '../core/known';
import { HEAP, heapBelowMemory, JVM_OPTIONS } from '../core/heap';
import { required, type Properties } from '../core/properties';
import { MEMORY } from '../core/runnable';
import { PLATFORM } from '../core/service';
import { show } from '../core/show';
import { leftToProperties } from '../core/settings-environment';
import type { Rule } from '../core/validation';
import { managedSettings, type ClusterFacts } from './broker-environment';
import type { KafkaClusterProps } from './kafka-cluster';
import { CleanupPolicy } from './retention';

/** Rendered from typed properties or by the metadata mode, so that two places cannot disagree. */
const NOT_A_SETTING =
  /^(broker\.id|broker\.rack|node\.id|zookeeper\.(connect|metadata\..*)|process\.roles|controller\.quorum\.(voters|bootstrap\.servers)|log\.dirs?|metadata\.log\.dir|log\.retention\..*|.*listener.*)$/;

/** By the image's name and tag: Apache Kafka's own version, or Confluent Platform's, which is 4 ahead. */
export function kafkaMajorVersion(reference: string): number {
  const [, name, major] = /([^/:]+):(\d+)[^/]*$/.exec(reference) ?? [];
  if (major === undefined) return 3;
  return name?.startsWith('cp-') ? Number(major) - 4 : Number(major);
}

const taken = (facts: ClusterFacts): string[] =>
  Object.keys(facts.settings).filter(
    (name) => NOT_A_SETTING.test(name) || Object.hasOwn(managedSettings(facts), name),
  );
const BROKER_CONFIGS = 'https://kafka.apache.org/39/documentation.html#brokerconfigs';

export const KAFKA_CLUSTER_PROPERTIES: Properties<KafkaClusterProps> = {
  platform: PLATFORM,
  metadata: required(
    sound('a Metadata, such as Metadata.zooKeeper(ensemble)', 'kind', 'roleOf', 'dependsOn'),
  ),
  brokers: wholeNumber('policy', 1, 908, ' (each takes a port from 9092 on)'),
  racks: listOf(text(`${BROKER_CONFIGS}_broker.rack`, 'the name of a rack')),
  defaultReplicationFactor: wholeNumber(`${BROKER_CONFIGS}_default.replication.factor`, 1, 32_767),
  minInsyncReplicas: wholeNumber(`${BROKER_CONFIGS}_min.insync.replicas`, 1),
  retention: sound('a Retention, such as Retention.upTo(Duration.hours(168))', 'milliseconds'),
  cleanupPolicy: oneOf(`${BROKER_CONFIGS}_log.cleanup.policy`, CleanupPolicy),
  heap: HEAP,
  memory: MEMORY,
  jvmOptions: JVM_OPTIONS,
  settings: settings(BROKER_CONFIGS, 'num.io.threads'),
};

/** The mechanism that brokers use among themselves, if it is one that they do not take. */
const foreignMechanism = ({ settings }: ClusterFacts): string | undefined => {
  const mechanism = settings['sasl.mechanism.inter.broker.protocol'];
  const enabled = settings['sasl.enabled.mechanisms'] ?? 'GSSAPI';
  if (mechanism === undefined || !known(mechanism, enabled)) return undefined;
  return String(enabled)
    .split(/\s*,\s*/)
    .includes(String(mechanism))
    ? undefined
    : String(mechanism);
};

export const KAFKA_CLUSTER_RULES: readonly Rule<ClusterFacts>[] = [
  {
    requires: 'There are three brokers or more.',
    severity: 'warning',
    fails: ({ brokerCount }) => brokerCount < 3,
    message: ({ brokerCount }) =>
      brokerCount === 1
        ? 'brokers is 1: nobody can write while it is away, and what its volume loses is lost; take 3 for what must stay.'
        : 'brokers is 2: while one is away, what the other acknowledges is only there, and lost with it; take 3 for what must stay.',
    source: 'policy',
  },
  {
    requires: 'racks are one for each broker, where there are any.',
    fails: ({ racks, brokerCount }) => racks.length > 0 && racks.length !== brokerCount,
    message: ({ racks, brokerCount }) =>
      `racks must be ${brokerCount}, one for each broker; got ${racks.length}, give each broker one or leave racks out.`,
    source: `${BROKER_CONFIGS}_broker.rack`,
  },
  {
    requires: 'defaultReplicationFactor is at most the number of brokers.',
    fails: ({ defaultReplicationFactor: copies, brokerCount }) => copies > brokerCount,
    message: ({ defaultReplicationFactor: copies, brokerCount }) =>
      `defaultReplicationFactor must be a whole number from 1 to ${brokerCount} (one copy a broker), got ${copies}; lower it or add brokers.`,
    source: `${BROKER_CONFIGS}_default.replication.factor`,
  },
  {
    requires: 'minInsyncReplicas is at most defaultReplicationFactor.',
    fails: ({ minInsyncReplicas, defaultReplicationFactor: copies }) => minInsyncReplicas > copies,
    message: ({ minInsyncReplicas, defaultReplicationFactor: copies }) =>
      `minInsyncReplicas must be a whole number from 1 to ${copies} (the default replication factor), got ${minInsyncReplicas}; lower it.`,
    source: `${BROKER_CONFIGS}_min.insync.replicas`,
  },
  {
    requires: 'minInsyncReplicas is less than defaultReplicationFactor, where that is more than 1.',
    severity: 'warning',
    fails: ({ minInsyncReplicas, defaultReplicationFactor: copies }) =>
      copies > 1 && minInsyncReplicas === copies,
    message: ({ minInsyncReplicas }) =>
      `minInsyncReplicas is ${minInsyncReplicas}, the default replication factor: no broker may be away while producers use acks=all; take ${minInsyncReplicas - 1}.`,
    source: 'policy',
  },
  heapBelowMemory('a broker'),
  {
    requires: 'Metadata is in ZooKeeper only with images up to Kafka 3.9 and Confluent Platform 7.9.',
    fails: ({ metadata, image }) => metadata.kind === 'ZooKeeper' && kafkaMajorVersion(image.reference) >= 4,
    message: ({ image }) =>
      `metadata must not be ZooKeeper with ${image.reference}: it ended with Kafka 3.9 and Confluent Platform 7.9; take an image up to these, or Metadata.kraft().`,
    source: 'https://kafka.apache.org/40/documentation/zk2kraft.html',
  },
  leftToProperties('the cluster renders', taken),
  {
    requires: 'queued.max.request.bytes is at least socket.request.max.bytes.',
    fails: ({ settings }) =>
      known(settings['queued.max.request.bytes'], settings['socket.request.max.bytes']) &&
      Number(settings['queued.max.request.bytes'] ?? -1) > 0 &&
      Number(settings['queued.max.request.bytes']) <
        Number(settings['socket.request.max.bytes'] ?? 104_857_600),
    message: ({ settings }) =>
      `queued.max.request.bytes must be at least socket.request.max.bytes (${settings['socket.request.max.bytes'] ?? 104_857_600}), got ${settings['queued.max.request.bytes']}; raise it.`,
    source: 'kafka.server.KafkaConfig#validateValues',
  },
  {
    requires: 'The mechanism among brokers is one that they take.',
    fails: (facts) => foreignMechanism(facts) !== undefined,
    message: (facts) =>
      `sasl.mechanism.inter.broker.protocol must be one of sasl.enabled.mechanisms (${facts.settings['sasl.enabled.mechanisms'] ?? 'GSSAPI'}), got ${show(foreignMechanism(facts))}; add it there.`,
    source: 'kafka.server.KafkaConfig#validateValues',
  },
];
