import { oneOf, size, sound, wholeNumberOrToken } from '../core/checks';
import type { ClaimRule } from '../core/claim';
import { known } from '../core/known';
import type { Properties } from '../core/properties';
import type { Rule } from '../core/validation';
import { Size } from '../core/size';
import type { KafkaTopicOptions, KafkaTopicProps } from './kafka-topic';
import { CLUSTER, TOPIC_NAME } from './references';
import { CleanupPolicy } from './retention';
import { TimestampType } from './timestamp-type';
import { TOPIC_CONFIGS, TOPIC_SETTINGS } from './topic-settings';

export interface TopicFacts extends KafkaTopicOptions {
  readonly partitions: number;
  readonly replicationFactor: number;
  readonly minInsyncReplicas: number;
  /** Undefined where this code does not run the brokers. */
  readonly brokerCount?: number;
  /** Undefined where nobody knows. */
  readonly kafkaMajorVersion?: number;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
}

/** What the clients' `fetch.max.bytes` asks for at once. */
const LARGEST_FETCH = Size.bytes(52_428_800);
const MEBIBYTE = 1024 ** 2;

export const KAFKA_TOPIC_PROPERTIES: Properties<KafkaTopicProps> = {
  cluster: CLUSTER,
  topicName: TOPIC_NAME,
  partitions: wholeNumberOrToken('org.apache.kafka.clients.admin.NewTopic', 1),
  replicationFactor: wholeNumberOrToken(
    'org.apache.kafka.common.errors.InvalidReplicationFactorException',
    1,
    32_767,
  ),
  minInsyncReplicas: wholeNumberOrToken(`${TOPIC_CONFIGS}_min.insync.replicas`, 1),
  retention: sound('a Retention, such as Retention.upTo(Duration.hours(168))', 'milliseconds'),
  cleanupPolicy: oneOf(`${TOPIC_CONFIGS}_cleanup.policy`, CleanupPolicy),
  timestampType: oneOf(`${TOPIC_CONFIGS}_message.timestamp.type`, TimestampType),
  maxMessageSize: size(`${TOPIC_CONFIGS}_max.message.bytes`, Size.bytes(0)),
  settings: TOPIC_SETTINGS,
};

export const KAFKA_TOPIC_RULES: readonly Rule<TopicFacts>[] = [
  {
    requires: 'replicationFactor is at most the number of brokers.',
    fails: ({ replicationFactor, brokerCount }) =>
      known(replicationFactor) && brokerCount !== undefined && replicationFactor > brokerCount,
    message: ({ replicationFactor, brokerCount }) =>
      `replicationFactor must be a whole number from 1 to ${brokerCount} (one copy a broker), got ${replicationFactor}; lower it or add brokers.`,
    source: 'org.apache.kafka.common.errors.InvalidReplicationFactorException',
  },
  {
    requires: 'minInsyncReplicas is at most replicationFactor.',
    fails: ({ minInsyncReplicas, replicationFactor }) =>
      known(minInsyncReplicas, replicationFactor) && minInsyncReplicas > replicationFactor,
    message: ({ minInsyncReplicas, replicationFactor }) =>
      `minInsyncReplicas must be at most ${replicationFactor} (the replication factor), or no producer with acks=all can write; got ${minInsyncReplicas}.`,
    source: 'policy',
  },
  {
    requires: 'minInsyncReplicas is less than replicationFactor, where that is more than 1.',
    severity: 'warning',
    fails: ({ minInsyncReplicas, replicationFactor }) =>
      known(minInsyncReplicas, replicationFactor) &&
      replicationFactor > 1 &&
      minInsyncReplicas === replicationFactor,
    message: ({ minInsyncReplicas }) =>
      `minInsyncReplicas is ${minInsyncReplicas}, the replication factor: no broker may be away while producers use acks=all; take ${minInsyncReplicas - 1}.`,
    source: 'policy',
  },
  {
    requires: 'A topic that is only compacted has no retention.',
    fails: ({ cleanupPolicy, retention }) =>
      cleanupPolicy === CleanupPolicy.COMPACT && retention !== undefined,
    message: () =>
      `retention has no effect on a topic that is only compacted; leave it out, or take CleanupPolicy.COMPACT_AND_DELETE.`,
    source: `${TOPIC_CONFIGS}_cleanup.policy; policy`,
  },
  {
    requires: 'segment.ms is at most the age of the retention.',
    severity: 'warning',
    fails: ({ retention, settings }) =>
      retention?.age !== undefined &&
      known(settings['segment.ms']) &&
      Number(settings['segment.ms'] ?? 0) > retention.milliseconds,
    message: ({ retention, settings }) =>
      `segment.ms (${settings['segment.ms']}) is longer than the retention (${retention?.milliseconds} ms): records outlive it, because a broker only deletes closed segments; shorten it.`,
    source: `${TOPIC_CONFIGS}_segment.ms; policy`,
  },
  {
    requires: 'segment.bytes is at least 1 MiB on brokers of Kafka 4.',
    fails: ({ kafkaMajorVersion = 3, settings }) =>
      kafkaMajorVersion >= 4 &&
      known(settings['segment.bytes']) &&
      Number(settings['segment.bytes'] ?? MEBIBYTE) < MEBIBYTE,
    message: ({ settings }) =>
      `settings: segment.bytes must be at least ${MEBIBYTE} on brokers of Kafka 4, got ${settings['segment.bytes']}.`,
    source: 'org.apache.kafka.storage.internals.log.LogConfig, 4.0',
  },
  {
    requires: 'maxMessageSize is at most what consumers fetch at once.',
    fails: ({ maxMessageSize }) =>
      maxMessageSize !== undefined && maxMessageSize.toBytes() > LARGEST_FETCH.toBytes(),
    message: ({ maxMessageSize }) =>
      `maxMessageSize must be at most ${LARGEST_FETCH.toString()}, what consumers fetch at once (fetch.max.bytes), got ${String(maxMessageSize)}; send a reference to what is larger.`,
    source: 'https://kafka.apache.org/39/documentation.html#consumerconfigs_fetch.max.bytes; policy',
  },
];

export const TOPIC_CLAIM: ClaimRule = {
  kind: 'topic',
  requires: 'A topic is declared once in its cluster, also across stacks.',
  source: 'org.apache.kafka.common.errors.TopicExistsException',
  cure: 'delete one of them',
};
export const METRIC_CLAIM: ClaimRule = {
  kind: "name of a topic's metrics",
  ofDifferentNames: true,
  requires: "No two topics of a cluster differ only in '.' and '_', which are one in the names of metrics.",
  source: 'org.apache.kafka.common.internals.Topic#hasCollision',
  cure: "rename one of them, because '.' becomes '_' there",
};
export const KAFKA_TOPIC_TREE_RULES: readonly ClaimRule[] = [TOPIC_CLAIM, METRIC_CLAIM];
