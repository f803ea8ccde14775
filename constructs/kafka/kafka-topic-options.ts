import { oneOf, size, valueObject, wholeNumberOrToken } from '../core/checks';
import type { Properties } from '../core/properties';
import type { Size } from '../core/size';
import { CleanupPolicy, TOPIC_CONFIGS, type Retention } from './retention';
import { TimestampType } from './timestamp-type';
import { SETTINGS_OF_TOPICS } from './topic-settings';

/** A topic of a cluster, whose name is the id under which it is added. */
export interface KafkaTopicOptions {
  /** Whole number, 1 to 2,147,483,647. Fewer than deployed makes the provider delete the topic, records and all. @default 1 */
  readonly partitions?: number;
  /** Replicas of each partition: 1 to the number of brokers. @default - the cluster's */
  readonly replicationFactor?: number;
  /** In-sync replicas that must have a record before a producer with acks=all is answered: 1 to the replication factor. @default - the cluster's, or the replication factor if less */
  readonly minInsyncReplicas?: number;
  /** When the brokers may delete a record. @default - the cluster's */
  readonly retention?: Retention;
  /** What happens to old records. @default - the cluster's */
  readonly cleanupPolicy?: CleanupPolicy;
  /** Whose clock a record's timestamp is. @default TimestampType.CREATE_TIME */
  readonly timestampType?: TimestampType;
  /** The largest batch of records that the brokers take. @default - the cluster's */
  readonly maxMessageSize?: Size;
  /**
   * Further settings by their name in Kafka: those that Kafka 3.9.1, or 4.3.1 where the brokers are of
   * Kafka 4, defines, with a value that it takes.
   * @default - none
   * @see https://kafka.apache.org/39/documentation.html#topicconfigs
   */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
  /** Settings that Kafka itself does not know, such as a managed cluster's `confluent.…`; rendered beside the others, unchecked. @default - none */
  readonly foreignSettings?: Readonly<Record<string, string | number | boolean>>;
}

/** What Kafka holds and the provider takes: more than this comes out as another number. */
const INT32 = 2_147_483_647;

/** What every topic may be given, whatever cluster it is in. */
export const KAFKA_TOPIC_OPTIONS: Properties<KafkaTopicOptions> = {
  partitions: wholeNumberOrToken('org.apache.kafka.clients.admin.NewTopic', 1, INT32),
  replicationFactor: wholeNumberOrToken(
    'org.apache.kafka.common.errors.InvalidReplicationFactorException',
    1,
    32_767,
  ),
  minInsyncReplicas: wholeNumberOrToken(`${TOPIC_CONFIGS}_min.insync.replicas`, 1, INT32),
  retention: valueObject('a Retention, such as Retention.upTo(Duration.hours(168))', 'milliseconds'),
  cleanupPolicy: oneOf(`${TOPIC_CONFIGS}_cleanup.policy`, CleanupPolicy),
  timestampType: oneOf(`${TOPIC_CONFIGS}_message.timestamp.type`, TimestampType),
  maxMessageSize: size(`${TOPIC_CONFIGS}_max.message.bytes; policy`),
  ...SETTINGS_OF_TOPICS['3.9'],
};
