import { Token } from 'cdktf';
import { isWholeNumber, show, type ValidationRule } from '../core/validation';
import type { KafkaTopicOptions } from './kafka-topic';
import { CleanupPolicy } from './retention';
import { settingProblems, TOPIC_CONFIGS } from './topic-settings';

export interface TopicFacts extends KafkaTopicOptions {
  readonly topicName: string;
  readonly partitions: number;
  readonly replicationFactor: number;
  readonly minInsyncReplicas: number;
  readonly brokerCount: number;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
}

const TOPIC_NAMES = 'org.apache.kafka.common.internals.Topic#validate';
const INTERNAL_TOPICS = [
  '__consumer_offsets',
  '__transaction_state',
  '__share_group_state',
  '__cluster_metadata',
];
const known = (topicName: string): boolean => !Token.isUnresolved(topicName);

export const TOPIC_RULES: readonly ValidationRule<TopicFacts>[] = [
  {
    fails: ({ topicName }) => topicName === '',
    message: () => `topicName must not be empty.`,
    source: TOPIC_NAMES,
  },
  {
    fails: ({ topicName }) => topicName === '.' || topicName === '..',
    message: ({ topicName }) => `topicName must not be '.' or '..', got ${show(topicName)}.`,
    source: TOPIC_NAMES,
  },
  {
    fails: ({ topicName }) => known(topicName) && topicName.length > 249,
    message: ({ topicName }) => `topicName must have at most 249 characters, got ${topicName.length}.`,
    source: TOPIC_NAMES,
  },
  {
    fails: ({ topicName }) => known(topicName) && /[^a-zA-Z0-9._-]/.test(topicName),
    message: ({ topicName }) =>
      `topicName must consist of a-z, A-Z, 0-9, '.', '_' and '-', got ${show(topicName)}.`,
    source: TOPIC_NAMES,
  },
  {
    fails: ({ topicName }) => INTERNAL_TOPICS.includes(topicName),
    message: ({ topicName }) => `topicName must not be Kafka's own ${show(topicName)}; the brokers make it.`,
    source: 'org.apache.kafka.common.internals.Topic#INTERNAL_TOPICS; policy',
  },
  {
    fails: ({ partitions }) => !isWholeNumber(partitions, 1),
    message: ({ partitions }) => `partitions must be a whole number, 1 or more, got ${show(partitions)}.`,
    source: 'org.apache.kafka.clients.admin.NewTopic',
  },
  {
    fails: ({ replicationFactor, brokerCount }) => !isWholeNumber(replicationFactor, 1, brokerCount),
    message: ({ replicationFactor, brokerCount }) =>
      `replicationFactor must be a whole number from 1 to ${brokerCount} (one copy a broker), got ${show(replicationFactor)}.`,
    source: 'org.apache.kafka.common.errors.InvalidReplicationFactorException',
  },
  {
    fails: ({ minInsyncReplicas }) => !isWholeNumber(minInsyncReplicas, 1),
    message: ({ minInsyncReplicas }) =>
      `minInsyncReplicas must be a whole number, 1 or more, got ${show(minInsyncReplicas)}.`,
    source: `${TOPIC_CONFIGS}_min.insync.replicas`,
  },
  {
    fails: ({ minInsyncReplicas, replicationFactor }) => minInsyncReplicas > replicationFactor,
    message: ({ minInsyncReplicas, replicationFactor }) =>
      `minInsyncReplicas must be at most ${replicationFactor} (the replication factor), or no producer with acks=all can write; got ${show(minInsyncReplicas)}.`,
    source: 'policy',
  },
  {
    severity: 'warning',
    fails: ({ minInsyncReplicas, replicationFactor }) =>
      replicationFactor > 1 && minInsyncReplicas === replicationFactor,
    message: ({ minInsyncReplicas }) =>
      `minInsyncReplicas is ${minInsyncReplicas}, the replication factor: no broker may be away while producers use acks=all; take ${minInsyncReplicas - 1}.`,
    source: 'policy',
  },
  {
    fails: ({ cleanupPolicy }) =>
      cleanupPolicy !== undefined && !Object.values(CleanupPolicy).includes(cleanupPolicy),
    message: ({ cleanupPolicy }) =>
      `cleanupPolicy must be one of ${Object.values(CleanupPolicy).map(show).join(', ')}, got ${show(cleanupPolicy)}.`,
    source: `${TOPIC_CONFIGS}_cleanup.policy`,
  },
  {
    fails: ({ cleanupPolicy, retention }) =>
      cleanupPolicy === CleanupPolicy.COMPACT && retention !== undefined,
    message: () =>
      `retention has no effect on a topic that is only compacted; leave it out, or take CleanupPolicy.COMPACT_AND_DELETE.`,
    source: `${TOPIC_CONFIGS}_cleanup.policy; policy`,
  },
  {
    severity: 'warning',
    fails: ({ retention, settings }) =>
      retention?.age !== undefined && Number(settings['segment.ms'] ?? 0) > retention.milliseconds,
    message: ({ retention, settings }) =>
      `segment.ms (${settings['segment.ms']}) is longer than the retention (${retention?.milliseconds} ms): records outlive it, because a broker only deletes closed segments.`,
    source: `${TOPIC_CONFIGS}_segment.ms; policy`,
  },
  {
    fails: ({ settings }) => settingProblems(settings).length > 0,
    message: ({ settings }) => settingProblems(settings).join(' '),
    source: TOPIC_CONFIGS,
  },
];
