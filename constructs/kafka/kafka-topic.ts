import { Topic } from '@cdktf/provider-kafka/lib/topic';
import { Fn, Op, Token } from 'cdktf';
import { Construct } from 'constructs';
import type { Size } from '../core/size';
import { reserveName } from '../core/unique-name';
import { asText, isResolved } from '../core/resolved';
import { escapeTemplate } from '../core/escape-template';
import { knownAs } from '../core/existing';
import { validateProps, preconditions, type Precondition } from '../core/properties';
import { validate } from '../core/validation';
import { lineBy } from '../core/kafka-version';
import { placed, placedAnywhere } from '../core/placed';
import { orderAfterBrokers } from './after-brokers';
import { TOPIC_REFERENCE_PROPERTIES, type IKafkaCluster, type IKafkaTopic } from './interfaces';
import { kafkaProvider } from './kafka-provider';
import { kafkaOperatorOf } from './operator';
import {
  hasOnlyGiven,
  KAFKA_TOPIC_RULES,
  METRIC_CLAIM,
  ONLY_GIVEN_PROPERTIES_OF,
  TOPIC_CLAIM,
  TOPIC_PROPERTIES_OF,
  type KafkaTopicProps,
  type TopicFacts,
} from './kafka-topic-props';
import type { CleanupPolicy, Retention } from './retention';
import { segmentsOf, USUAL } from './segments';

/**
 * A topic with its partitions, replicas and clean-up.
 * @see https://kafka.apache.org/39/documentation.html#topicconfigs
 */
export class KafkaTopic extends Construct implements IKafkaTopic {
  /**
   * Refers to a topic made elsewhere. Renders nothing.
   * @throws ValidationError if no topic can have the name
   */
  public static fromTopicName(scope: Construct, id: string, topicName: string): IKafkaTopic {
    const topic = new Construct(...placedAnywhere(scope, id));
    return Object.assign(topic, validateProps(topic, { topicName }, TOPIC_REFERENCE_PROPERTIES));
  }

  public readonly topicName: string;
  public readonly retention?: Retention;
  public readonly partitions: number;
  public readonly cleanupPolicy?: CleanupPolicy;
  public readonly maxMessageSize?: Size;
  public readonly cluster: IKafkaCluster;

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: KafkaTopicProps) {
    super(...placed(scope, id));
    const line = lineBy(() => props.cluster.kafkaMajorVersion);
    const onlyGivenSettings = hasOnlyGiven(props);
    const properties = (onlyGivenSettings ? ONLY_GIVEN_PROPERTIES_OF : TOPIC_PROPERTIES_OF)[line];
    const valid = validateProps(this, props, properties, { topicName: id });
    const { cluster } = valid;
    const replicationFactor = valid.replicationFactor ?? cluster.defaultReplicationFactor;
    const facts: TopicFacts = {
      ...valid,
      partitions: valid.partitions ?? 1,
      replicationFactor,
      minInsyncReplicas:
        valid.minInsyncReplicas ??
        (onlyGivenSettings ? 1 : least(cluster.minInsyncReplicas, replicationFactor)),
      brokerCount: cluster.brokerCount,
      checkInterval: valid.retention && cluster.keep?.(valid.retention),
      clusterRetention: cluster.retention,
      clusterPolicy: cluster.cleanupPolicy,
      clusterSegment: cluster.segmentBytes,
      tieredStorage: cluster.tieredStorage,
      settings: { ...valid.foreignSettings, ...valid.settings },
      onlyGiven: onlyGivenSettings ? valid : undefined,
    };
    validate(this, facts, KAFKA_TOPIC_RULES);
    this.topicName = valid.topicName;
    this.retention = valid.retention;
    this.partitions = facts.partitions;
    this.cleanupPolicy = valid.cleanupPolicy;
    this.maxMessageSize = valid.maxMessageSize;
    this.cluster = cluster;
    reserveName(this, cluster, TOPIC_CLAIM, this.topicName);
    reserveName(this, cluster, METRIC_CLAIM, this.topicName, this.topicName.replaceAll('.', '_'));

    const operator = kafkaOperatorOf(cluster.platform);
    if (operator) {
      const { topicName, partitions } = this;
      operator.makeTopic(this, cluster, {
        topicName,
        partitions,
        replicationFactor,
        config: topicConfig(facts),
      });
      return;
    }
    const precondition = [...preconditions(this, valid, properties), ...this.copiesFit(facts)];
    const provider = kafkaProvider(this, cluster);
    const topic = new Topic(this, 'Resource', {
      provider,
      name: this.topicName,
      partitions: facts.partitions,
      replicationFactor,
      config: escapeTemplate(topicConfig(facts)),
      ...(precondition.length > 0 && { lifecycle: { precondition } }),
    });
    knownAs(topic, this.topicName);
    orderAfterBrokers(topic, provider, cluster);
  }

  private copiesFit({ replicationFactor, brokerCount }: TopicFacts): Precondition[] {
    if (brokerCount === undefined || isResolved(replicationFactor)) return [];
    const errorMessage = escapeTemplate(
      `${this.node.path}: replicationFactor must be at most ${brokerCount} (one replica per broker).`,
    );
    return [{ condition: Op.lte(replicationFactor, brokerCount), errorMessage }];
  }
}

/** By Terraform, where it alone knows one of them. */
const least = (one: number, other: number): number =>
  isResolved(one, other) ? Math.min(one, other) : Token.asNumber(Fn.min([one, other]));

function topicConfig(facts: TopicFacts): Record<string, string> {
  const { onlyGiven, retention, cleanupPolicy, timestampType, maxMessageSize } = facts;
  const segments = onlyGiven ? undefined : retention && segmentsOf(retention, maxMessageSize);
  const ofCluster = facts.clusterRetention && segmentsOf(facts.clusterRetention);
  const isSizeUnsaid = retention?.age !== undefined && retention.sizePerPartition === undefined;
  const config: Record<string, string | number | boolean | undefined> = {
    'cleanup.policy': cleanupPolicy,
    'min.insync.replicas': (onlyGiven ?? facts).minInsyncReplicas,
    'retention.ms': retention?.milliseconds,
    'retention.bytes': onlyGiven && isSizeUnsaid ? undefined : retention?.bytes,
    'segment.ms':
      segments?.milliseconds ?? (ofCluster?.milliseconds && retention && USUAL.age.toMilliseconds()),
    'segment.bytes': segments?.bytes ?? (ofCluster?.bytes && retention && USUAL.size.toBytes()),
    'message.timestamp.type': timestampType,
    'max.message.bytes': maxMessageSize?.toBytes(),
    ...facts.settings,
  };
  const set = Object.entries(config).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set.map(([name, value]) => [name, asText(value)]));
}
