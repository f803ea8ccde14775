import { Topic } from '@cdktf/provider-kafka/lib/topic';
import { Construct, type IConstruct } from 'constructs';
import { orderAfter } from '../core/order';
import type { Size } from '../core/size';
import { validate } from '../core/validation';
import type { IKafkaCluster } from './kafka-cluster';
import { ensureKafkaProvider } from './kafka-provider';
import { TOPIC_RULES, type TopicFacts } from './kafka-topic-rules';
import type { CleanupPolicy, Retention } from './retention';

/** A topic, defined here or only referred to. */
export interface IKafkaTopic extends IConstruct {
  readonly topicName: string;
  /** Undefined where the topic is only referred to, or leaves it to the brokers. */
  readonly retention?: Retention;
  /** Undefined where the topic is only referred to. */
  readonly partitions?: number;
  /** Undefined where the topic is only referred to, or leaves it to the brokers. */
  readonly cleanupPolicy?: CleanupPolicy;
}

/**
 * Whose clock a record's timestamp is.
 * @see https://kafka.apache.org/39/documentation.html#topicconfigs_message.timestamp.type
 */
export enum TimestampType {
  /** The producer's. */
  CREATE_TIME = 'CreateTime',
  /** The broker's, when it appends the record. */
  LOG_APPEND_TIME = 'LogAppendTime',
}

export interface KafkaTopicOptions {
  /** Whole number, 1 or more. Fewer than deployed makes the provider delete the topic, records and all. @default 1 */
  readonly partitions?: number;
  /** Copies of each partition: 1 to the number of brokers. @default - the cluster's */
  readonly replicationFactor?: number;
  /** Copies that must have a record before a producer with acks=all is answered. @default - the cluster's, or the replication factor if less */
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
   * Further settings by their name in Kafka.
   * @default - none
   * @see https://kafka.apache.org/39/documentation.html#topicconfigs
   */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
}

export interface KafkaTopicProps extends KafkaTopicOptions {
  readonly cluster: IKafkaCluster;
  /** 1 to 249 of `[a-zA-Z0-9._-]`, not `.` or `..`. @default - the construct id */
  readonly topicName?: string;
}

/**
 * A topic with its partitions, copies and clean-up.
 * @see https://kafka.apache.org/39/documentation.html#topicconfigs
 */
export class KafkaTopic extends Construct implements IKafkaTopic {
  /** Refers to a topic made elsewhere. Renders nothing. */
  public static fromTopicName(scope: Construct, id: string, topicName: string): IKafkaTopic {
    return Object.assign(new Construct(scope, id), { topicName });
  }

  public readonly topicName: string;
  public readonly retention?: Retention;
  public readonly partitions: number;
  public readonly cleanupPolicy?: CleanupPolicy;
  private readonly cluster: IKafkaCluster;

  /** @throws ValidationError naming every broken rule, not only the first */
  public constructor(scope: Construct, id: string, props: KafkaTopicProps) {
    super(scope, id);
    const { cluster } = props;
    const replicationFactor = props.replicationFactor ?? cluster.defaultReplicationFactor;
    const facts: TopicFacts = {
      ...props,
      topicName: props.topicName ?? id,
      partitions: props.partitions ?? 1,
      replicationFactor,
      minInsyncReplicas: props.minInsyncReplicas ?? Math.min(cluster.minInsyncReplicas, replicationFactor),
      brokerCount: cluster.brokerCount,
      settings: props.settings ?? {},
    };
    validate(this, facts, TOPIC_RULES);
    this.topicName = facts.topicName;
    this.retention = props.retention;
    this.partitions = facts.partitions;
    this.cleanupPolicy = props.cleanupPolicy;
    this.cluster = cluster;

    ensureKafkaProvider(this, cluster);
    const topic = new Topic(this, 'Resource', {
      name: facts.topicName,
      partitions: facts.partitions,
      replicationFactor,
      config: topicConfig(facts),
    });
    orderAfter(topic, [cluster]);
    this.node.addValidation({ validate: () => this.clashes() });
  }

  /** What only the whole tree can tell, also across stacks: each pair of topics is reported once, by the later one. */
  private clashes(): string[] {
    const topics = this.node.root.node
      .findAll()
      .filter((c): c is KafkaTopic => c instanceof KafkaTopic && c.cluster === this.cluster);
    return topics.slice(0, topics.indexOf(this)).flatMap((other) => {
      if (other.topicName === this.topicName) {
        return [
          `${this.node.path}: the topic '${this.topicName}' is already declared by ${other.node.path}; delete one of them.`,
        ];
      }
      if (metricName(other.topicName) !== metricName(this.topicName)) return [];
      return [
        `${this.node.path}: '${this.topicName}' and '${other.topicName}' (${other.node.path}) have the same metric name, ` +
          `because '.' becomes '_' there; rename one of them. [org.apache.kafka.common.internals.Topic#hasCollision]`,
      ];
    });
  }
}

const metricName = (topicName: string): string => topicName.replaceAll('.', '_');

function topicConfig(facts: TopicFacts): Record<string, string> {
  const { retention, cleanupPolicy, timestampType, maxMessageSize } = facts;
  const config: Record<string, string | number | boolean | undefined> = {
    'cleanup.policy': cleanupPolicy,
    'min.insync.replicas': facts.minInsyncReplicas,
    'retention.ms': retention?.milliseconds,
    'retention.bytes': retention?.bytes,
    'message.timestamp.type': timestampType,
    'max.message.bytes': maxMessageSize?.toBytes(),
    ...facts.settings,
  };
  const set = Object.entries(config).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set.map(([name, value]) => [name, String(value)]));
}
