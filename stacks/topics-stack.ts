import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { ConnectTopics, type IConnectTopics } from '../constructs/connect/connect-topics';
import type { IPlatform } from '../constructs/core/platform';
import { Size } from '../constructs/core/size';
import type { IKafkaCluster, IKafkaTopic } from '../constructs/kafka/interfaces';
import { KafkaTopic } from '../constructs/kafka/kafka-topic';
import { TimestampType } from '../constructs/kafka/timestamp-type';
import { SchemaRegistryTopic } from '../constructs/schema-registry/schema-registry-topic';
import { keepStateLocally } from './local-state';

export interface TopicsStackProps {
  readonly platform: Pick<IPlatform, 'platformName'>;
  readonly cluster: IKafkaCluster;
}

/** Every topic, in a stack of its own: a plan of existing topics asks the brokers, so these must be up by then. */
export class TopicsStack extends TerraformStack {
  public readonly userEvents: IKafkaTopic;
  public readonly aggregatedData: IKafkaTopic;
  public readonly deadLetters: IKafkaTopic;
  public readonly listenerDeadLetters: IKafkaTopic;
  public readonly connect: IConnectTopics;
  public readonly schemas: IKafkaTopic;

  public constructor(scope: Construct, id: string, { platform, cluster }: TopicsStackProps) {
    super(scope, id);
    keepStateLocally(this, platform);
    this.userEvents = new KafkaTopic(this, 'user_events', {
      cluster,
      partitions: 3,
      // The application measures by this clock how far in the future a timestamp is; a producer's could lie.
      timestampType: TimestampType.LOG_APPEND_TIME,
    });
    this.aggregatedData = new KafkaTopic(this, 'aggregated_data', { cluster, partitions: 3 });
    this.deadLetters = new KafkaTopic(this, 'user_events_dead_letter', { cluster, partitions: 1 });
    this.listenerDeadLetters = new KafkaTopic(this, 'aggregated_data_dead_letter', {
      cluster,
      partitions: 1,
      // The record as it was, and in its headers what was wrong with it.
      maxMessageSize: Size.mebibytes(4),
    });
    this.connect = new ConnectTopics(this, 'connect', { cluster, prefix: 'compose-connect' });
    this.schemas = new SchemaRegistryTopic(this, 'schemas', { cluster });
  }
}
