import { Construct, type IConstruct } from 'constructs';
import { instanceLike, textOrToken, wholeNumberOrToken } from '../core/checks';
import { validateProps, type Properties } from '../core/properties';
import { plain } from '../core/plain';
import { placed, placedAnywhere } from '../core/placed';
import { clusterReference, topicReference, type IKafkaCluster, type IKafkaTopic } from '../kafka/interfaces';
import { KafkaTopic } from '../kafka/kafka-topic';
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
  /** The brokers that they are on: those of the workers. */
  readonly cluster: IKafkaCluster;
  /** What the names of the three topics begin with: 1 to 241 of `[a-zA-Z0-9._-]`. @default 'connect' */
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
  /**
   * Takes topics that are declared elsewhere. Renders nothing.
   * @throws ValidationError if one of them is no topic
   */
  public static fromTopics(
    scope: Construct,
    id: string,
    topics: Pick<IConnectTopics, 'configs' | 'offsets' | 'statuses'>,
  ): IConnectTopics {
    const made = new Construct(...placedAnywhere(scope, id));
    // Of other ConnectTopics, say, only these.
    const given = plain(topics) || TOPICS.problem(topics) !== undefined ? topics : roles(topics);
    return Object.assign(made, validateProps(made, given, CONNECT_TOPIC_ROLES_PROPERTIES));
  }

  public readonly configs: IKafkaTopic;
  public readonly offsets: IKafkaTopic;
  public readonly statuses: IKafkaTopic;

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: ConnectTopicsProps) {
    super(...placed(scope, id));
    const valid = validateProps(this, props, CONNECT_TOPICS_PROPERTIES);
    const topic = (role: string, partitions: number): IKafkaTopic =>
      new KafkaTopic(this, role, {
        cluster: valid.cluster,
        topicName: `${valid.prefix ?? 'connect'}-${role}`,
        partitions,
        cleanupPolicy: CleanupPolicy.COMPACT,
      });
    // Only the order of all configurations tells which one is in force.
    this.configs = topic('configs', 1);
    this.offsets = topic('offsets', valid.offsetPartitions ?? 25);
    this.statuses = topic('status', valid.statusPartitions ?? 5);
  }
}

type Roles = Pick<IConnectTopics, 'configs' | 'offsets' | 'statuses'>;
const roles = ({ configs, offsets, statuses }: Roles): Roles => ({ configs, offsets, statuses });
const TOPICS = instanceLike('ConnectTopics', 'configs', 'offsets', 'statuses');

const PARTITIONS = wholeNumberOrToken('org.apache.kafka.clients.admin.NewTopic', 1);

export const CONNECT_TOPICS_PROPERTIES: Properties<ConnectTopicsProps> = {
  cluster: clusterReference,
  prefix: textOrToken(
    'org.apache.kafka.common.internals.Topic#validate',
    "1 to 241 of a-z, A-Z, 0-9, '.', '_' and '-'",
    /^[a-zA-Z0-9._-]{1,241}$/,
  ),
  offsetPartitions: PARTITIONS,
  statusPartitions: PARTITIONS,
};

export const CONNECT_TOPIC_ROLES_PROPERTIES: Properties<Roles> = {
  configs: topicReference,
  offsets: topicReference,
  statuses: topicReference,
};
