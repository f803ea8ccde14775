import { Construct } from 'constructs';
import { validateProps, type Properties } from '../core/properties';
import { placed } from '../core/placed';
import { clusterReference, TOPIC_NAME, type IKafkaCluster, type IKafkaTopic } from '../kafka/interfaces';
import { KafkaTopic } from '../kafka/kafka-topic';
import { CleanupPolicy } from '../kafka/retention';

export interface SchemaRegistryTopicProps {
  /** The brokers that it is on: those of the registry. */
  readonly cluster: IKafkaCluster;
  /** 1 to 249 of `[a-zA-Z0-9._-]`, not `.` or `..`. @default '_schemas' */
  readonly topicName?: string;
}

/**
 * Where a registry keeps its schemas: one partition, because the order of all changes tells which is in force; compacted,
 * so that none is lost by its age; copied like the cluster's other topics. Made before the registry, which else makes it its own way.
 * @see https://docs.confluent.io/platform/7.9/schema-registry/installation/deployment.html
 */
export class SchemaRegistryTopic extends Construct implements IKafkaTopic {
  public readonly topicName: string;
  public readonly cluster: IKafkaCluster;
  public readonly partitions = 1;
  public readonly cleanupPolicy = CleanupPolicy.COMPACT;

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: SchemaRegistryTopicProps) {
    super(...placed(scope, id));
    const { cluster, topicName = '_schemas' } = validateProps(this, props, SCHEMA_REGISTRY_TOPIC_PROPERTIES);
    const { partitions, cleanupPolicy } = this;
    this.topicName = topicName;
    this.cluster = cluster;
    new KafkaTopic(this, 'Topic', { cluster, topicName, partitions, cleanupPolicy });
  }
}

export const SCHEMA_REGISTRY_TOPIC_PROPERTIES: Properties<SchemaRegistryTopicProps> = {
  cluster: clusterReference,
  topicName: TOPIC_NAME,
};
