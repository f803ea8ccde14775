import {
  CLASS_OF_PROVIDER,
  howToResolve,
  resolvable,
  resolvedReferences,
  unresolved,
} from '../core/config-provider';
import { listOf, oneOf, sound, text, wholeNumber } from '../core/checks';
import type { ContainerImage } from '../core/container-image';
import { nameOf } from '../core/image-reference';
import { HEAP, heapBelowMemory, JVM_OPTIONS } from '../core/heap';
import type { Properties } from '../core/properties';
import { MEMORY, NAME_PREFIX } from '../core/runnable';
import { PLATFORM, PORT } from '../core/service';
import { SECRET_FILES } from '../core/secret-file';
import { known } from '../core/known';
import { Size } from '../core/size';
import type { Rule } from '../core/validation';
import { CLEANER_BUFFER, type ClusterFacts } from './broker-environment';
import { BROKER_SETTINGS_TOGETHER } from './broker-setting-rules';
import { BROKER_CONFIGS, BROKER_SETTINGS, FOREIGN_BROKER_SETTINGS } from './broker-settings';
import type { KafkaClusterProps } from './kafka-cluster';
import { CleanupPolicy } from './retention';
import { TIERED_STORAGE_OF_BROKERS } from './tiered-storage';

/** Kafka's major version; undefined where the image does not tell. */
export const kafkaMajorVersion = (image: ContainerImage): number | undefined =>
  major(image.version, image.reference);
/** The same, where only the tag of somebody else's image looks so. */
const likelyMajorVersion = (image: ContainerImage): number | undefined =>
  major(image.likelyVersion, image.reference);

/** Confluent Platform is 4 ahead of the Kafka in it, and Kafka itself has no 5 yet. */
function major(version: string | undefined, reference: string): number | undefined {
  if (version === undefined) return undefined;
  const first = parseInt(version, 10);
  const ofPlatform = nameOf(reference).startsWith('cp-') || (first > 4 && first < 10);
  return ofPlatform ? first - 4 : first;
}

/** Whether brokers of an image cannot keep their metadata themselves, as far as it tells what it is. */
export function isBeforeKraft({ version, reference }: ContainerImage): boolean {
  const [major = Infinity, minor = Infinity] = (version ?? '').split('.').filter(Boolean).map(Number);
  const [first, second] = nameOf(reference).startsWith('cp-') ? [7, 4] : [3, 3];
  return major < first || (major === first && minor < second);
}

export const KAFKA_CLUSTER_PROPERTIES: Properties<KafkaClusterProps> = {
  platform: PLATFORM,
  metadata: sound('a Metadata, such as Metadata.zooKeeper(ensemble)', 'kind', 'roleOf', 'dependsOn'),
  namePrefix: NAME_PREFIX,
  hostPort: PORT,
  brokers: wholeNumber('policy', 1, 908, ' (each takes a port from 9092 on)'),
  racks: listOf(text(`${BROKER_CONFIGS}_broker.rack`, 'the name of a rack')),
  defaultReplicationFactor: wholeNumber(`${BROKER_CONFIGS}_default.replication.factor`, 1, 32_767),
  minInsyncReplicas: wholeNumber(`${BROKER_CONFIGS}_min.insync.replicas`, 1),
  retention: sound('a Retention, such as Retention.upTo(Duration.hours(168))', 'milliseconds'),
  cleanupPolicy: oneOf(`${BROKER_CONFIGS}_log.cleanup.policy`, CleanupPolicy),
  heap: HEAP,
  memory: MEMORY,
  jvmOptions: JVM_OPTIONS,
  secretFiles: SECRET_FILES,
  settings: BROKER_SETTINGS,
  foreignSettings: FOREIGN_BROKER_SETTINGS,
};

/** Measured with Kafka 3.9.1 and half a dozen partitions. */
const LEAST_HEAP = Size.mebibytes(32);

/** What takes heap as soon as a broker starts, and how many bytes for each. */
const FROM_HEAP: Readonly<Record<string, number>> = {
  [CLEANER_BUFFER]: 1,
  'log.cleaner.io.buffer.size': 1,
  // A place in a queue.
  'queued.max.requests': 4,
};
const takers = ({ settings }: ClusterFacts): string[] =>
  Object.keys(FROM_HEAP).filter((name) => name in settings && known(settings[name]));
const fromHeap = (facts: ClusterFacts): number =>
  takers(facts).reduce((bytes, name) => bytes + Number(facts.settings[name]) * (FROM_HEAP[name] ?? 0), 0);

const unresolvedByControllers = ({ metadata: { quorum }, settings }: ClusterFacts): string[] =>
  quorum ? unresolved(settings, resolvable(settings, quorum.secretFiles)) : [];

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
    requires: 'heap is at least 32 MiB.',
    fails: ({ heap }) => heap.toBytes() < LEAST_HEAP.toBytes(),
    message: ({ heap }) =>
      `heap must be at least ${LEAST_HEAP.toString()}, with which a broker just starts; got ${heap.toString()}, raise it.`,
    source: 'policy',
  },
  {
    requires: `settings leave half of the heap beside ${Object.keys(FROM_HEAP).join(', ')}.`,
    fails: (facts) => fromHeap(facts) > facts.heap.toBytes() / 2,
    message: (facts) =>
      `settings: ${takers(facts).join(' and ')} must be at most half of the heap (${facts.heap.toString()}), because a broker takes all of it from there at the start; got ${takers(
        facts,
      )
        .map((name) => facts.settings[name])
        .join(' and ')}, lower it or raise heap.`,
    source: `${BROKER_CONFIGS}_log.cleaner.dedupe.buffer.size; policy`,
  },
  {
    requires: 'Metadata is in ZooKeeper only with images up to Kafka 3.9 and Confluent Platform 7.9.',
    fails: ({ metadata, image }) => metadata.kind === 'ZooKeeper' && (kafkaMajorVersion(image) ?? 3) >= 4,
    message: ({ image }) =>
      `metadata must not be ZooKeeper with ${image.reference}: it ended with Kafka 3.9 and Confluent Platform 7.9; take an image up to these, or Metadata.kraft().`,
    source: 'https://kafka.apache.org/40/documentation/zk2kraft.html',
  },
  {
    requires: 'Metadata is in KRaft only with images from Kafka 3.3 and Confluent Platform 7.4 on.',
    fails: ({ metadata, image }) => metadata.kind === 'KRaft' && isBeforeKraft(image),
    message: ({ image }) =>
      `metadata must not be KRaft with ${image.reference}: it is ready from Kafka 3.3 and Confluent Platform 7.4 on; take such an image, or Metadata.zooKeeper(ensemble).`,
    source: 'https://docs.confluent.io/platform/7.4/release-notes/index.html; KIP-833',
  },
  CLASS_OF_PROVIDER,
  resolvedReferences('brokers'),
  {
    requires: 'Controllers of their own have the secret files that settings refer to, too.',
    fails: (facts) => unresolvedByControllers(facts).length > 0,
    message: (facts) =>
      `settings refer to ${unresolvedByControllers(facts).join(', ')}, and go to the controllers too; ${howToResolve(unresolvedByControllers(facts), 'ControllerQuorum')}.`,
    source: 'policy',
  },
  {
    requires:
      'With metadata in ZooKeeper, the tag of an unknown image looks like none of Kafka 4 or Confluent Platform 8.',
    severity: 'warning',
    fails: ({ metadata, image }) =>
      metadata.kind === 'ZooKeeper' && [4, 5].includes(likelyMajorVersion(image) ?? 3),
    message: ({ image }) =>
      `metadata is ZooKeeper, and ${image.reference} looks like Kafka 4, which has none; say what it is: ContainerImage.of(…, { version: '3.9.1' }).`,
    source: 'policy',
  },
  ...BROKER_SETTINGS_TOGETHER,
  ...TIERED_STORAGE_OF_BROKERS,
];
