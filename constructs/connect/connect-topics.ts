import { Construct, type IConstruct } from 'constructs';
import type { IKafkaCluster } from '../kafka/kafka-cluster';
import { KafkaTopic, type IKafkaTopic } from '../kafka/kafka-topic';
import { CleanupPolicy } from '../kafka/retention';

/** Where the workers of one Connect cluster keep what they share. */
export interface IConnectTopics extends IConstruct {
  /** The connectors' configurations. One partition, compacted. */
  readonly configs: IKafkaTopic;
  /** How far each source connector has read. Compacted. */
  readonly offsets: IKafkaTopic;
  /** What connectors and tasks do. Compacted. */
  readonly statuses: IKafkaTopic;
}

export interface ConnectTopicsProps {
  readonly cluster: IKafkaCluster;
  /** What the names of the three topics begin with. @default 'compose-connect' */
  readonly prefix?: string;
  /** Partitions of the offsets; whole number, 1 or more. @default 25 */
  readonly offsetPartitions?: number;
  /** Partitions of the statuses; whole number, 1 or more. @default 5 */
  readonly statusPartitions?: number;
}

/**
 * The three topics of a Connect cluster, copied like the cluster's other topics. Made before the workers, because a
 * worker that finds none makes them its own way, and one that finds a topic which also deletes records ends.
 * @see https://kafka.apache.org/39/documentation.html#connect_running
 */
export class ConnectTopics extends Construct implements IConnectTopics {
  /** Takes topics that are declared elsewhere. Renders nothing. */
  public static fromTopics(
    scope: Construct,
    id: string,
    topics: Pick<IConnectTopics, 'configs' | 'offsets' | 'statuses'>,
  ): IConnectTopics {
    const { configs, offsets, statuses } = topics;
    return Object.assign(new Construct(scope, id), { configs, offsets, statuses });
  }

  public readonly configs: IKafkaTopic;
  public readonly offsets: IKafkaTopic;
  public readonly statuses: IKafkaTopic;

  /** @throws ValidationError naming every broken rule of a topic, not only the first */
  public constructor(scope: Construct, id: string, props: ConnectTopicsProps) {
    super(scope, id);
    const topic = (role: string, partitions: number): IKafkaTopic =>
      new KafkaTopic(this, role, {
        cluster: props.cluster,
        topicName: `${props.prefix ?? 'compose-connect'}-${role}`,
        partitions,
        cleanupPolicy: CleanupPolicy.COMPACT,
      });
    // Only the order of all configurations tells which one is in force.
    this.configs = topic('configs', 1);
    this.offsets = topic('offsets', props.offsetPartitions ?? 25);
    this.statuses = topic('status', props.statusPartitions ?? 5);
  }
}
