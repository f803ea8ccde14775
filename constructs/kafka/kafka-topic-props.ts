import type { UniqueName } from '../core/unique-name';
import { isResolved } from '../core/resolved';
import type { Properties } from '../core/properties';
import { byLine } from '../core/setting-tables';
import type { Rule } from '../core/validation';
import { Size } from '../core/size';
import { KAFKA_TOPIC_OPTIONS, type KafkaTopicOptions } from './kafka-topic-options';
import { clusterReference, TOPIC_NAME, type IKafkaCluster } from './interfaces';
import { CleanupPolicy, Retention, TOPIC_CONFIGS } from './retention';
import { checkIntervalOf, LEAST_AGE, leastSegment, limitsOf, segmentsOf, USUAL } from './segments';
import { TIERED_STORAGE_OF_TOPICS } from './tiered-storage';
import {
  ALL_SETTINGS_OF_TOPICS,
  saidTwice,
  SETTINGS_OF_TOPICS,
  TOPIC_SETTINGS_TOGETHER,
} from './topic-settings';

export interface KafkaTopicProps extends KafkaTopicOptions {
  /** The brokers that it is on. */
  readonly cluster: IKafkaCluster;
  /** 1 to 249 of `[a-zA-Z0-9._-]`, not `.` or `..`. @default - the construct id */
  readonly topicName?: string;
}

export interface TopicFacts extends KafkaTopicOptions {
  readonly partitions: number;
  readonly replicationFactor: number;
  readonly minInsyncReplicas: number;
  /** Undefined where this code does not run the brokers. */
  readonly brokerCount?: number;
  /** How often the brokers look for what may go, in milliseconds. Undefined where this code does not run them. */
  readonly checkInterval?: number;
  /** What the cluster does where the topic doesn't say. */
  readonly clusterRetention?: Retention;
  readonly clusterPolicy?: CleanupPolicy;
  /** Bytes of a segment, where the topic doesn't say. */
  readonly clusterSegment?: number;
  /** Whether the brokers can keep segments elsewhere. Undefined where nobody knows. */
  readonly tieredStorage?: boolean;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  /** As its properties were given, where the topic has only what it is given. */
  readonly onlyGiven?: KafkaTopicOptions;
}

/** What the clients' `fetch.max.bytes` asks for at once. */
const LARGEST_FETCH = Size.bytes(52_428_800);

export const KAFKA_TOPIC_PROPERTIES: Properties<KafkaTopicProps> = {
  cluster: clusterReference,
  topicName: TOPIC_NAME,
  ...KAFKA_TOPIC_OPTIONS,
};

/** The same by the line of the brokers. */
export const TOPIC_PROPERTIES_OF = byLine((line) => ({
  ...KAFKA_TOPIC_PROPERTIES,
  ...SETTINGS_OF_TOPICS[line],
}));

/** Asked of properties that nobody has checked yet: they may be anything. */
export function hasOnlyGiven(props: KafkaTopicProps): boolean {
  try {
    return props.cluster.onlyGivenSettings === true;
  } catch {
    return false;
  }
}

/** Of a topic that has only the settings that it is given. */
export const ONLY_GIVEN_PROPERTIES_OF = byLine((line) => ({
  ...TOPIC_PROPERTIES_OF[line],
  settings: ALL_SETTINGS_OF_TOPICS[line],
}));

/** Why a retention cannot be kept to. */
function tooLittle({ retention, maxMessageSize }: TopicFacts): string | undefined {
  const { milliseconds, bytes } = limitsOf(retention ?? Retention.forever());
  const segment = leastSegment(maxMessageSize).toBytes();
  if (milliseconds < LEAST_AGE.toMilliseconds())
    return `brokers look for what may go at most once a second, got ${milliseconds} ms`;
  if (bytes < segment)
    return `a partition has at least one segment, which holds the largest batch (${segment} bytes), got ${bytes} bytes`;
  return undefined;
}

/** Whether brokers that look this often leave more than as much again: by age, or where a partition grows by a mebibyte a second. */
function outpaced(retention: Retention, interval = USUAL.checkInterval.toMilliseconds()): boolean {
  const { milliseconds, bytes } = limitsOf(retention);
  const growth = Size.mebibytes(1).toBytes() * (interval / 1000);
  return interval > checkIntervalOf(retention) && (interval > milliseconds / 2 || growth > bytes);
}

export const KAFKA_TOPIC_RULES: readonly Rule<TopicFacts>[] = [
  {
    requires: 'replicationFactor is at most the number of brokers.',
    fails: ({ replicationFactor, brokerCount }) =>
      isResolved(replicationFactor) && brokerCount !== undefined && replicationFactor > brokerCount,
    message: ({ replicationFactor, brokerCount }) =>
      `replicationFactor must be a whole number from 1 to ${brokerCount} (one replica per broker), got ${replicationFactor}; lower it or add brokers.`,
    source: 'org.apache.kafka.common.errors.InvalidReplicationFactorException',
  },
  {
    requires: 'minInsyncReplicas is at most replicationFactor.',
    fails: ({ minInsyncReplicas, replicationFactor }) =>
      isResolved(minInsyncReplicas, replicationFactor) && minInsyncReplicas > replicationFactor,
    message: ({ minInsyncReplicas, replicationFactor }) =>
      `minInsyncReplicas must be at most ${replicationFactor} (the replication factor), or no producer with acks=all can write; got ${minInsyncReplicas}.`,
    source: 'policy',
  },
  {
    requires: 'minInsyncReplicas is less than replicationFactor, where that is more than 1.',
    severity: 'warning',
    fails: ({ minInsyncReplicas, replicationFactor }) =>
      isResolved(minInsyncReplicas, replicationFactor) &&
      replicationFactor > 1 &&
      minInsyncReplicas === replicationFactor,
    message: ({ minInsyncReplicas }) =>
      `minInsyncReplicas is ${minInsyncReplicas}, the replication factor: no broker may be away while producers use acks=all; take ${minInsyncReplicas - 1}.`,
    source: 'policy',
  },
  {
    requires: 'A topic that is only compacted has no retention.',
    fails: ({ cleanupPolicy, clusterPolicy, retention }) =>
      (cleanupPolicy ?? clusterPolicy) === CleanupPolicy.COMPACT && retention !== undefined,
    message: ({ cleanupPolicy }) =>
      `retention has no effect on a topic that is only compacted${cleanupPolicy === undefined ? ', as its cluster says' : ''}; leave it out, or take CleanupPolicy.COMPACT_AND_DELETE.`,
    source: `${TOPIC_CONFIGS}_cleanup.policy; policy`,
  },
  {
    requires: 'segment.ms is at most the age of the retention.',
    severity: 'warning',
    fails: ({ retention, settings }) =>
      retention?.age !== undefined &&
      isResolved(settings['segment.ms']) &&
      Number(settings['segment.ms'] ?? 0) > retention.milliseconds,
    message: ({ retention, settings }) =>
      `segment.ms (${settings['segment.ms']}) is longer than the retention (${retention?.milliseconds} ms): records outlive it, because a broker only deletes closed segments; shorten it.`,
    source: `${TOPIC_CONFIGS}_segment.ms; policy`,
  },
  {
    requires: 'segment.bytes is at most the size of the retention.',
    severity: 'warning',
    fails: ({ retention, settings }) =>
      retention?.sizePerPartition !== undefined &&
      isResolved(settings['segment.bytes']) &&
      Number(settings['segment.bytes'] ?? 0) > retention.bytes,
    message: ({ retention, settings }) =>
      `segment.bytes (${settings['segment.bytes']}) is larger than the retention (${retention?.bytes} bytes): a partition grows to both together, because a broker only deletes whole segments; lower it.`,
    source: `${TOPIC_CONFIGS}_segment.bytes; policy`,
  },
  {
    requires: 'segment.bytes is at least maxMessageSize.',
    fails: ({ maxMessageSize, settings }) =>
      maxMessageSize !== undefined &&
      isResolved(settings['segment.bytes']) &&
      Number(settings['segment.bytes'] ?? Infinity) < maxMessageSize.toBytes(),
    message: ({ maxMessageSize, settings }) =>
      `settings: segment.bytes must be at least maxMessageSize (${maxMessageSize?.toBytes()}), or brokers refuse what is larger; got ${settings['segment.bytes']}, raise it.`,
    source: 'org.apache.kafka.common.errors.RecordBatchTooLargeException',
  },
  {
    requires: "maxMessageSize fits into a segment of the cluster's, where the topic has no size of its own.",
    fails: (facts) =>
      facts.maxMessageSize !== undefined &&
      facts.maxMessageSize.toBytes() > (facts.clusterSegment ?? Infinity) &&
      !saysSegment(facts),
    message: ({ maxMessageSize, clusterSegment }) =>
      `maxMessageSize must be at most ${clusterSegment}, the bytes of a segment as the cluster has it, or brokers refuse what is larger; got ${String(maxMessageSize)}, lower it or give settings: { 'segment.bytes': ${maxMessageSize?.toBytes()} }.`,
    source: 'org.apache.kafka.common.errors.RecordBatchTooLargeException',
  },
  {
    requires: 'A retention is as long, and as large, as brokers can keep to.',
    severity: 'warning',
    fails: (facts) => tooLittle(facts) !== undefined,
    message: (facts) =>
      `retention keeps more than it says, because ${tooLittle(facts)}; take a longer or larger one if that is too much.`,
    source: `${TOPIC_CONFIGS}_retention.ms; policy`,
  },
  {
    requires: 'A retention is not short or small for how often the brokers look.',
    severity: 'warning',
    fails: ({ retention, checkInterval }) => retention !== undefined && outpaced(retention, checkInterval),
    message: ({ checkInterval }) =>
      `retention may keep more than twice what it says, because the brokers look for what may go every log.retention.check.interval.ms: ${
        checkInterval === undefined
          ? 'five minutes, unless who runs them set it'
          : `${checkInterval} by the settings of the cluster; leave it out there, so that it follows the retention`
      }.`,
    source: 'https://kafka.apache.org/39/documentation.html#brokerconfigs_log.retention.check.interval.ms',
  },
  {
    requires: 'maxMessageSize is at most what consumers fetch at once.',
    fails: ({ maxMessageSize }) =>
      maxMessageSize !== undefined && maxMessageSize.toBytes() > LARGEST_FETCH.toBytes(),
    message: ({ maxMessageSize }) =>
      `maxMessageSize must be at most ${LARGEST_FETCH.toString()}, what consumers fetch at once (fetch.max.bytes), got ${String(maxMessageSize)}; send a reference to what is larger.`,
    source: 'https://kafka.apache.org/39/documentation.html#consumerconfigs_fetch.max.bytes; policy',
  },
  {
    requires:
      'Each setting of a topic that has only what it is given is said once: by a property or in settings.',
    fails: (facts) => saidTwice(facts, facts.onlyGiven).length > 0,
    message: (facts) =>
      `settings must leave to properties what these say, got ${saidTwice(facts, facts.onlyGiven).join(', ')}; say it once.`,
    source: 'policy',
  },
  ...TOPIC_SETTINGS_TOGETHER,
  ...TIERED_STORAGE_OF_TOPICS,
];

/** Whether the size of its segments is rendered with the topic. */
function saysSegment({ settings, retention, maxMessageSize, clusterRetention }: TopicFacts): boolean {
  if ('segment.bytes' in settings) return true;
  if (retention === undefined) return false;
  const ofCluster = clusterRetention && segmentsOf(clusterRetention).bytes;
  return (segmentsOf(retention, maxMessageSize).bytes ?? ofCluster) !== undefined;
}

export const TOPIC_CLAIM: UniqueName = {
  kind: 'topic',
  requires: 'A topic is declared once in its cluster, also across stacks.',
  source: 'org.apache.kafka.common.errors.TopicExistsException',
  cure: 'delete one of them',
};
export const METRIC_CLAIM: UniqueName = {
  kind: "name of a topic's metrics",
  ofDifferentNames: true,
  requires: "No two topics of a cluster differ only in '.' and '_', which are one in the names of metrics.",
  source: 'org.apache.kafka.common.internals.Topic#hasCollision',
  cure: "rename one of them, because '.' becomes '_' there",
};
export const KAFKA_TOPIC_TREE_RULES: readonly UniqueName[] = [TOPIC_CLAIM, METRIC_CLAIM];
