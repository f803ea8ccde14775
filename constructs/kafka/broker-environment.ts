import { kafkaMajorVersion, lineOf } from '../core/kafka-version';
import type { ContainerImage } from '../core/container-image';
import { fileProvider } from '../core/config-provider';
import type { Jvm } from '../core/jvm';
import { asText } from '../core/resolved';
import { TOPIC_DEFAULT_LABEL } from '../core/labels';
import { without } from '../core/without';
import { settingsEnvironment } from '../core/settings-environment';
import { Size } from '../core/size';
import { hostsOf } from './kraft';
import type { DoorFacts } from './listener-rules';
import { authenticationSettings } from './listener-settings';
import { ofBrokers } from './kafka-listener-spec';
import { INTERNAL_LISTENER, listenerSettings, type Listener } from './listeners';
import type { Metadata } from './metadata';
import type { CleanupPolicy, Retention } from './retention';
import { segmentsOf } from './segments';

export interface ClusterFacts extends Jvm, DoorFacts {
  readonly image: ContainerImage;
  readonly metadata: Metadata;
  /** The host name of each broker, the first being number 1. */
  readonly brokerNames: readonly string[];
  /** One a broker, or none. */
  readonly racks: readonly string[];
  readonly defaultReplicationFactor: number;
  readonly minInsyncReplicas: number;
  readonly retention: Retention;
  readonly cleanupPolicy: CleanupPolicy;
  /** Whether brokers say how they are. */
  readonly metrics: boolean;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
}

/** The settings that the construct answers for, by their name in `server.properties`. */
function managedSettings(facts: ClusterFacts): Readonly<Record<string, string | number | boolean>> {
  return {
    'default.replication.factor': facts.defaultReplicationFactor,
    'min.insync.replicas': facts.minInsyncReplicas,
    'offsets.topic.replication.factor': facts.defaultReplicationFactor,
    'transaction.state.log.replication.factor': facts.defaultReplicationFactor,
    'transaction.state.log.min.isr': facts.minInsyncReplicas,
    ...(lineOf(kafkaMajorVersion(facts.image)) === '4' && ofShareGroups(facts)),
    // A replica that missed records must not become leader, and a misspelt topic must not come into being.
    'unclean.leader.election.enable': false,
    'auto.create.topics.enable': false,
    'controlled.shutdown.enable': true,
    'log.retention.ms': facts.retention.milliseconds,
    'log.retention.bytes': facts.retention.bytes,
    'log.cleanup.policy': facts.cleanupPolicy,
    ...facts.authorization?.settings(nodesOf(facts)),
  };
}

/** The topic in which Kafka 4 keeps how far they are. */
const ofShareGroups = ({
  defaultReplicationFactor,
  minInsyncReplicas,
}: ClusterFacts): Record<string, number> => ({
  'share.coordinator.state.topic.replication.factor': defaultReplicationFactor,
  'share.coordinator.state.topic.min.isr': minInsyncReplicas,
});

/** The host names of all brokers and controllers. */
const nodesOf = ({ brokerNames, metadata: { quorum } }: ClusterFacts): string[] => [
  ...brokerNames,
  ...(quorum ? hostsOf(quorum.voters) : []),
];

/** What brokers and controllers are set to alike. */
export function clusterSettings(facts: ClusterFacts): Readonly<Record<string, string | number | boolean>> {
  return { ...managedSettings(facts), ...facts.settings };
}

/** What an operator is told of all brokers: what it does not see to itself. */
export function operatedSettings(facts: ClusterFacts): Readonly<Record<string, string | number | boolean>> {
  const managed = without(managedSettings({ ...facts, authorization: undefined }), [
    'controlled.shutdown.enable',
  ]);
  return { ...derivedSettings(facts), ...managed, ...facts.settings };
}

/** What of a topic a broker decides, where the topic doesn't say, by the topic's setting. */
const TOPIC_DEFAULTS = {
  'cleanup.policy': 'log.cleanup.policy',
  'retention.ms': 'log.retention.ms',
  'retention.bytes': 'log.retention.bytes',
  'min.insync.replicas': 'min.insync.replicas',
} as const;

/** What a broker says of the topics that don't say themselves. */
export function topicDefaultLabels(facts: ClusterFacts): Record<string, string> {
  const settings = clusterSettings(facts);
  return Object.fromEntries(
    Object.entries(TOPIC_DEFAULTS).map(([ofTopic, ofBroker]) => [
      TOPIC_DEFAULT_LABEL + ofTopic,
      asText(settings[ofBroker]),
    ]),
  );
}

/** What follows from heap and retention, unless settings say otherwise. */
function derivedSettings({ heap, retention, settings }: ClusterFacts): Record<string, number> {
  const segments = segmentsOf(retention);
  return {
    ...(heap.toBytes() / 8 < USUAL_CLEANER.toBytes() && { [CLEANER_BUFFER]: cleanerBuffer(heap, settings) }),
    ...(segments.milliseconds !== undefined &&
      !('log.roll.hours' in settings) && { 'log.roll.ms': segments.milliseconds }),
    ...(segments.bytes !== undefined && { 'log.segment.bytes': segments.bytes }),
  };
}

/** The cleaner of compacted topics takes this from the heap, whatever that is. */
export const CLEANER_BUFFER = 'log.cleaner.dedupe.buffer.size';
const USUAL_CLEANER = Size.mebibytes(128);

/** An eighth of the heap, and for each thread what Kafka wants at least. */
function cleanerBuffer(heap: Size, settings: ClusterFacts['settings']): number {
  const threads = Number(settings['log.cleaner.threads'] ?? 1);
  return Math.max(Math.floor(heap.toBytes() / 8), (Number.isInteger(threads) ? threads : 1) * 2 * 1024 ** 2);
}

/** The environment of one broker, but for what its metadata mode adds. */
export function brokerEnvironment(
  facts: ClusterFacts,
  brokerName: string,
  listeners: Readonly<Record<string, Listener>>,
): Record<string, string> {
  const settings: Record<string, string | number | boolean> = {
    ...listenerSettings(listeners, ofBrokers(facts.listeners)?.name ?? INTERNAL_LISTENER),
    ...authenticationSettings(facts, brokerName),
    ...derivedSettings(facts),
    ...clusterSettings(facts),
    ...fileProvider(facts.settings, facts.secretFiles),
  };
  return settingsEnvironment('KAFKA', settings);
}
