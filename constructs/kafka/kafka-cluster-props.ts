import {
  CLASS_OF_PROVIDER,
  howToResolve,
  resolvable,
  resolvedReferences,
  unresolved,
} from '../core/config-provider';
import { listOf, oneOf, valueObject, text, wholeNumber } from '../core/checks';
import { ONE_AGENT } from '../core/jmx-exporter';
import { heapBelowMemory, JVM_PROPERTIES, type JvmOptions } from '../core/jvm';
import { METRICS_OPTIONS, type MetricsOptions } from '../core/metrics-endpoint';
import type { IPlatform } from '../core/platform';
import type { Properties } from '../core/properties';
import { NAME_PREFIX } from '../core/container-description';
import { platformReference, portCheck } from '../core/service';
import { SECRET_FILES, type SecretFiles } from '../core/secret-file';
import { isResolved } from '../core/resolved';
import { Size } from '../core/size';
import type { UniqueName } from '../core/unique-name';
import type { Rule } from '../core/validation';
import { CLEANER_BUFFER, type ClusterFacts } from './broker-environment';
import type { Authorization } from './authorization';
import { BROKER_SETTINGS_TOGETHER } from './broker-setting-rules';
import { BROKER_CONFIGS, SETTINGS_OF_BROKERS } from './broker-settings';
import { CERTIFICATES, type Certificates } from './certificates';
import { LISTENERS, type KafkaListenerSpec } from './kafka-listener-spec';
import { authenticationSettings } from './listener-settings';
import { isBeforeKraft, kafkaMajorVersion, likelyMajorVersion } from '../core/kafka-version';
import type { Metadata } from './metadata';
import { CleanupPolicy, type Retention } from './retention';
import { EXPORTER_PORT_FREE } from './broker-metrics';
import { TIERED_STORAGE_OF_BROKERS } from './tiered-storage';

export interface KafkaClusterProps extends JvmOptions, MetricsOptions {
  /** What runs it. */
  readonly platform: IPlatform;
  /** Where the brokers keep what they know of topics and partitions. @default Metadata.kraft() */
  readonly metadata?: Metadata;
  /** Tells clusters on one platform apart: put before the name of every broker, as in `mirror-kafka1`. Up to 40 of a-z, 0-9 and '-'. @default - none */
  readonly namePrefix?: string;
  /** Port of the first broker on the host, before the platform's port offset; further ones take the next; not beside `listeners`. 1 to 65535. @default 9092 */
  readonly hostPort?: number;
  /** How many brokers; 1 to 908, because each takes a port from 9092 on. @default 3 */
  readonly brokers?: number;
  /**
   * The rack, or zone, of each broker: the first is that of `kafka1`. Replicas of a partition are spread over racks.
   * @default - none
   * @see https://kafka.apache.org/39/documentation.html#brokerconfigs_broker.rack
   */
  readonly racks?: readonly string[];
  /** Replicas of a partition, where a topic doesn't say: 1 to the number of brokers. @default - 3, or the number of brokers if less */
  readonly defaultReplicationFactor?: number;
  /**
   * In-sync replicas that must have a record before a producer with acks=all is answered, where a topic doesn't say: 1 to
   * the replication factor.
   * @default - 2 of 3 replicas; 1 with fewer, because else no broker may be away
   * @see https://kafka.apache.org/39/documentation.html#brokerconfigs_min.insync.replicas
   */
  readonly minInsyncReplicas?: number;
  /** When brokers may delete records, where a topic doesn't say. @default Retention.upTo(Duration.hours(168)) */
  readonly retention?: Retention;
  /** What happens to old records, where a topic doesn't say. @default CleanupPolicy.DELETE */
  readonly cleanupPolicy?: CleanupPolicy;
  /**
   * Where brokers listen, and whom they let in there.
   * @default - INTERNAL for the platform's network and EXTERNAL for the machine that runs the Engine, both in plaintext
   */
  readonly listeners?: readonly KafkaListenerSpec[];
  /**
   * By which brokers show who they are; then listeners have TLS, and controllers are spoken to with it. A
   * {@link ControllerQuorum} is given the same. Only with metadata in KRaft.
   * @default - none: no TLS
   */
  readonly certificates?: Certificates;
  /** Who may do what. Only with metadata in KRaft, and where every listener has an authentication. @default - everybody everything */
  readonly authorization?: Authorization;
  /** Secrets that every broker reads, which `settings` name as `${file:/run/secrets/my.properties:key}`; a {@link ControllerQuorum} has its own, by their absolute path in the container. @default - none */
  readonly secretFiles?: SecretFiles;
  /**
   * Further settings by their name in `server.properties`, the same for every broker: those that Kafka 3.9.1, or
   * 4.3.1 where the image is of Kafka 4, defines, with a value that it takes. Unclean leader election and topics that make themselves are off unless set here.
   * @default - none
   * @see https://kafka.apache.org/39/documentation.html#brokerconfigs
   */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
  /** Settings that Kafka itself does not know, such as those of a metrics reporter; rendered beside the others, unchecked. @default - none */
  readonly foreignSettings?: Readonly<Record<string, string | number | boolean>>;
}

export const KAFKA_CLUSTER_PROPERTIES: Properties<KafkaClusterProps> = {
  platform: platformReference,
  metadata: valueObject('a Metadata, such as Metadata.zooKeeper(ensemble)', 'kind', 'roleOf', 'dependsOn'),
  namePrefix: NAME_PREFIX,
  hostPort: portCheck,
  brokers: wholeNumber('policy', 1, 908, ' (each takes a port from 9092 on)'),
  racks: listOf(text(`${BROKER_CONFIGS}_broker.rack`, 'the name of a rack')),
  defaultReplicationFactor: wholeNumber(`${BROKER_CONFIGS}_default.replication.factor`, 1, 32_767),
  minInsyncReplicas: wholeNumber(`${BROKER_CONFIGS}_min.insync.replicas`, 1),
  retention: valueObject('a Retention, such as Retention.upTo(Duration.hours(168))', 'milliseconds'),
  cleanupPolicy: oneOf(`${BROKER_CONFIGS}_log.cleanup.policy`, CleanupPolicy),
  ...JVM_PROPERTIES,
  ...METRICS_OPTIONS,
  listeners: LISTENERS,
  certificates: CERTIFICATES,
  authorization: valueObject('an Authorization, such as Authorization.acls()', 'superUsers'),
  secretFiles: SECRET_FILES,
  ...SETTINGS_OF_BROKERS['3.9'],
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
  Object.keys(FROM_HEAP).filter((name) => name in settings && isResolved(settings[name]));
const fromHeap = (facts: ClusterFacts): number =>
  takers(facts).reduce((bytes, name) => bytes + Number(facts.settings[name]) * (FROM_HEAP[name] ?? 0), 0);

const unresolvedByControllers = ({ metadata: { quorum }, settings }: ClusterFacts): string[] =>
  quorum ? unresolved(settings, resolvable(settings, quorum.secretFiles)) : [];

/** What certificates, listeners and authorization are rendered to, and settings would say otherwise. */
const saidTwice = (facts: ClusterFacts): string[] => {
  const rendered = { ...authenticationSettings(facts, ''), ...facts.authorization?.settings([]) };
  return Object.keys(facts.settings).filter((name) => Object.hasOwn(rendered, name));
};

const SAID_BY_PROPERTIES: Rule<ClusterFacts> = {
  requires: 'settings say nothing that certificates, listeners and authorization say.',
  fails: (facts) => saidTwice(facts).length > 0,
  message: (facts) =>
    `settings must not have ${saidTwice(facts).join(', ')}, which certificates, listeners and authorization say; leave it out.`,
  source: 'policy',
};

export const KAFKA_CLUSTER_RULES: readonly Rule<ClusterFacts>[] = [
  {
    requires: 'There are three brokers or more.',
    severity: 'warning',
    fails: ({ brokerCount }) => brokerCount < 3,
    message: ({ brokerCount }) =>
      brokerCount === 1
        ? 'brokers is 1: while it is down nothing can be written, and what its volume loses is lost; take 3 for what must stay.'
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
      `defaultReplicationFactor must be a whole number from 1 to ${brokerCount} (one replica per broker), got ${copies}; lower it or add brokers.`,
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
  ONE_AGENT,
  EXPORTER_PORT_FREE,
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
  SAID_BY_PROPERTIES,
  ...BROKER_SETTINGS_TOGETHER,
  ...TIERED_STORAGE_OF_BROKERS,
];

export const METADATA_CLAIM: UniqueName = {
  kind: 'ensemble or quorum',
  requires:
    'An ensemble, and a quorum, is of one cluster: the brokers of two would have the same numbers there.',
  source: 'org.apache.kafka.common.errors.DuplicateBrokerRegistrationException',
  cure: 'give one of them another, with a namePrefix',
};
export const KAFKA_CLUSTER_TREE_RULES: readonly UniqueName[] = [METADATA_CLAIM];
