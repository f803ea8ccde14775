import { Construct } from 'constructs';
import type { IKafkaCluster } from '../kafka/kafka-cluster';
import { KafkaTopic, type IKafkaTopic } from '../kafka/kafka-topic';
import { CleanupPolicy } from '../kafka/retention';

export interface SchemaRegistryTopicProps {
  readonly cluster: IKafkaCluster;
  /** @default '_schemas' */
  readonly topicName?: string;
}

/**
 * Where a registry keeps its schemas: one partition, because the order of all changes tells which is in force; compacted,
 * so that none is lost by its age; copied like the cluster's other topics. Made before the registry, which else makes it its own way.
 * @see https://docs.confluent.io/platform/7.9/schema-registry/installation/deployment.html
 */
export class SchemaRegistryTopic extends Construct implements IKafkaTopic {
  public readonly topicName: string;
  public readonly partitions = 1;
  public readonly cleanupPolicy = CleanupPolicy.COMPACT;

  /** @throws ValidationError naming every broken rule of a topic, not only the first */
  public constructor(scope: Construct, id: string, props: SchemaRegistryTopicProps) {
    super(scope, id);
    const { cluster, topicName = '_schemas' } = props;
    const { partitions, cleanupPolicy } = this;
    this.topicName = topicName;
    new KafkaTopic(this, 'Topic', { cluster, topicName, partitions, cleanupPolicy });
  }
}
