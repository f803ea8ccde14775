import { Construct, type IConstruct } from 'constructs';
import { Duration } from '../core/duration';
import { known } from '../core/known';
import { answersAt } from '../core/identity';
import { kafkaJvm } from '../core/heap';
import type { IPlatform } from '../core/platform';
import type { SecretFiles } from '../core/secret-file';
import { Service } from '../core/service';
import { Size } from '../core/size';
import { placeBeside } from '../core/beside';
import { checked, withOwn } from '../core/properties';
import { validate } from '../core/validation';
import { placed } from '../core/placed';
import { answersApiVersions } from './answers-api-versions';
import {
  brokerEnvironment,
  clusterSettings,
  HOST_LISTENER,
  INTERNAL_LISTENER,
  topicDefaultLabels,
  type ClusterFacts,
} from './broker-environment';
import { CheckInterval } from './check-interval';
import type { ClusterSecurity } from './cluster-security';
import { ExternalKafkaCluster, type ExternalKafkaClusterProps } from './external-kafka-cluster';
import { kafkaContainer } from './kafka-container';
import { KAFKA_CLUSTER_PROPERTIES, KAFKA_CLUSTER_RULES, kafkaMajorVersion } from './kafka-cluster-rules';
import { KafkaTopic, type KafkaTopicOptions } from './kafka-topic';
import { clusterNameOf } from './kraft';
import { Metadata, reachMetadata } from './metadata';
import { CleanupPolicy, Retention } from './retention';
import { segmentsOf } from './segments';
import { hasTieredStorage } from './tiered-storage';

/** A Kafka cluster, defined here or only referred to. */
export interface IKafkaCluster extends IConstruct {
  /** `host:port` of every broker for clients inside the platform's network. */
  readonly bootstrapServers: readonly string[];
  /** `host:port` of every broker for clients on the host, and for the Kafka provider. */
  readonly hostBootstrapServers: readonly string[];
  /** Undefined where this code does not run them and nobody said. */
  readonly brokerCount?: number;
  /** 3 or 4, where the brokers' image tells. */
  readonly kafkaMajorVersion?: number;
  /** What runs the brokers. Undefined where this code does not. */
  readonly platform?: IPlatform;
  /** What the brokers want of their clients. @default - nothing: neither TLS nor SASL */
  readonly security?: ClusterSecurity;
  /** Copies of a partition, where a topic doesn't say. */
  readonly defaultReplicationFactor: number;
  /** Copies that must have a record before a producer with acks=all is answered, where a topic doesn't say. */
  readonly minInsyncReplicas: number;
  /** When brokers may delete records, where a topic doesn't say. Undefined where this code does not run them. */
  readonly retention?: Retention;
  /** What happens to old records, where a topic doesn't say. Undefined where this code does not run them. */
  readonly cleanupPolicy?: CleanupPolicy;
  /** Bytes of a segment, where a topic doesn't say. Undefined where nobody knows, or the brokers decide. */
  readonly segmentBytes?: number;
  /** Whether the brokers can keep segments elsewhere. Undefined where nobody knows. */
  readonly tieredStorage?: boolean;
  /**
   * Makes the brokers look often enough for what a topic's retention lets go, unless settings say how often; and says how
   * often that is, in milliseconds. Undefined where this code does not run them.
   */
  readonly keep?: (retention: Retention) => number;

  /**
   * Makes a topic in the cluster.
   * @param id also the topic's name
   */
  addTopic(id: string, options?: KafkaTopicOptions): KafkaTopic;
}

export interface KafkaClusterProps {
  readonly platform: IPlatform;
  /** Where the brokers keep what they know of topics and partitions. @default Metadata.kraft() */
  readonly metadata?: Metadata;
  /** Tells clusters on one platform apart: put before the name of every broker, as in `mirror-kafka1`. @default - none */
  readonly namePrefix?: string;
  /** Port of the first broker on the host; further ones take the next. @default 9092 */
  readonly hostPort?: number;
  /** How many brokers; 1 to 908, because each takes a port from 9092 on. @default 3 */
  readonly brokers?: number;
  /**
   * The rack, or zone, of each broker: the first is that of `kafka1`. Copies of a partition are spread over racks.
   * @default - none
   * @see https://kafka.apache.org/39/documentation.html#brokerconfigs_broker.rack
   */
  readonly racks?: readonly string[];
  /** Copies of a partition, where a topic doesn't say; at most one a broker. @default - 3, or the number of brokers if less */
  readonly defaultReplicationFactor?: number;
  /**
   * Copies that must have a record before a producer with acks=all is answered.
   * @default - 2 of 3 copies; 1 with fewer, because else no broker may be away
   * @see https://kafka.apache.org/39/documentation.html#brokerconfigs_min.insync.replicas
   */
  readonly minInsyncReplicas?: number;
  /** When brokers may delete records, where a topic doesn't say. @default Retention.upTo(Duration.hours(168)) */
  readonly retention?: Retention;
  /** What happens to old records, where a topic doesn't say. @default CleanupPolicy.DELETE */
  readonly cleanupPolicy?: CleanupPolicy;
  /** JVM heap of a broker. @default Size.gibibytes(1) */
  readonly heap?: Size;
  /** Memory limit of a broker; what the heap leaves is page cache and buffers. @default - twice the heap */
  readonly memory?: Size;
  /** Further options of the JVM. @default - the image's */
  readonly jvmOptions?: string;
  /** Secrets that every broker reads, which `settings` name as `${file:/run/secrets/my.properties:key}`; a {@link ControllerQuorum} has its own, by their absolute path in the container. @default - none */
  readonly secretFiles?: SecretFiles;
  /**
   * Further settings by their name in `server.properties`, the same for every broker: those that Kafka 3.9.1 defines,
   * with a value that it takes. Unclean leader election and topics that make themselves are off unless set here.
   * @default - none
   * @see https://kafka.apache.org/39/documentation.html#brokerconfigs
   */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
  /** Settings that Kafka itself does not know, such as those of a metrics reporter; rendered beside the others, unchecked. @default - none */
  readonly foreignSettings?: Readonly<Record<string, string | number | boolean>>;
}

const FIRST_PORT = 9092;

/**
 * A broker set: `kafka1` to `kafkaN`, for each other and for the platform's services at port 19092 and up,
 * for clients on the host at localhost:9092 and up. Durable by default: what acks=all confirmed survives any one broker.
 */
export class KafkaCluster extends Construct implements IKafkaCluster {
  public readonly bootstrapServers: readonly string[];
  public readonly hostBootstrapServers: readonly string[];
  public readonly brokerCount: number;
  public readonly kafkaMajorVersion?: number;
  public readonly platform: IPlatform;
  public readonly defaultReplicationFactor: number;
  public readonly minInsyncReplicas: number;
  public readonly retention: Retention;
  public readonly cleanupPolicy: CleanupPolicy;
  public readonly segmentBytes?: number;
  public readonly tieredStorage: boolean;
  private readonly brokers: readonly Service[];
  private readonly checkInterval: CheckInterval;

  /**
   * Refers to a cluster that this code does not run, such as a managed one. Renders nothing.
   * @param props `bootstrapServers`, and how its brokers want to be spoken to
   */
  public static fromBootstrapServers(
    scope: Construct,
    id: string,
    props: ExternalKafkaClusterProps,
  ): IKafkaCluster {
    return new ExternalKafkaCluster(scope, id, props);
  }

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, given: KafkaClusterProps) {
    super(...placed(scope, id));
    const props = checked(this, given, KAFKA_CLUSTER_PROPERTIES);
    const facts = withDefaults(props);
    validate(this, facts, KAFKA_CLUSTER_RULES);
    this.platform = props.platform;
    for (const each of facts.metadata.dependsOn) reachMetadata(this, this.platform, each);
    this.brokerCount = facts.brokerCount;
    this.kafkaMajorVersion = kafkaMajorVersion(facts.image);
    // More copies than there can be were refused above, and need not be refused for each topic again.
    this.defaultReplicationFactor = Math.min(facts.defaultReplicationFactor, facts.brokerCount);
    this.minInsyncReplicas = Math.min(facts.minInsyncReplicas, this.defaultReplicationFactor);
    this.retention = facts.retention;
    this.cleanupPolicy = facts.cleanupPolicy;
    this.tieredStorage = hasTieredStorage(facts.settings);
    const segment = facts.settings['log.segment.bytes'] ?? segmentsOf(facts.retention).bytes;
    if (segment !== undefined && known(segment)) this.segmentBytes = Number(segment);

    const { namePrefix = '' } = props;
    const names = Array.from({ length: facts.brokerCount }, (_, index) => `${namePrefix}kafka${index + 1}`);
    this.brokers = names.map((_, index) => this.broker(index + 1, names, props, facts));
    this.checkInterval = new CheckInterval(this.brokers, facts.settings);
    this.keep(facts.retention);
    facts.metadata.quorum?.addSettings(clusterSettings(facts));
    this.bootstrapServers = this.brokers.map((broker) => broker.internalAddress('network').toString());
    this.hostBootstrapServers = this.brokers.map((broker) => broker.hostAddress('Kafka broker').toString());
    answersAt(this, this.hostBootstrapServers);
  }

  /**
   * Makes a topic. It is put into the stack `topics` beside the brokers' own, because a plan asks the brokers for it; for
   * another stack use `new KafkaTopic(stack, id, { cluster, … })`.
   * @param id also the topic's name
   */
  public addTopic(id: string, options: KafkaTopicOptions = {}): KafkaTopic {
    const place = placeBeside(this, 'topics', id);
    return new KafkaTopic(place, id, withOwn(place, id, options, { cluster: this }));
  }

  public keep(retention: Retention): number {
    return this.checkInterval.keep(retention);
  }

  private broker(
    brokerId: number,
    brokerNames: readonly string[],
    props: KafkaClusterProps,
    facts: ClusterFacts,
  ): Service {
    const { platform, namePrefix, hostPort: firstPort = FIRST_PORT } = props;
    const clusterName = clusterNameOf(platform, namePrefix);
    const { environment, labels, listeners } = facts.metadata.roleOf({ brokerId, brokerNames, clusterName });
    const serviceName = brokerNames[brokerId - 1] as string;
    const internalPort = 19_091 + brokerId;
    const port = FIRST_PORT - 1 + brokerId;
    const hostPort = firstPort - 1 + brokerId;
    return new Service(this, `kafka${brokerId}`, {
      platform,
      serviceName,
      labels: { ...labels, ...topicDefaultLabels(facts) },
      ...kafkaContainer(platform, serviceName),
      secretFiles: facts.secretFiles,
      environment: {
        ...brokerEnvironment(facts, {
          [INTERNAL_LISTENER]: { port: internalPort, advertised: `${serviceName}:${internalPort}` },
          [HOST_LISTENER]: { port, advertised: `localhost:${platform.hostPort(hostPort)}` },
          ...listeners,
        }),
        ...environment,
        ...(facts.racks.length === facts.brokerCount && { KAFKA_BROKER_RACK: facts.racks[brokerId - 1] }),
        ...kafkaJvm(facts.heap, props.jvmOptions),
      },
      ports: [
        { name: 'network', port: internalPort },
        { name: 'Kafka broker', port, hostPort },
      ],
      healthCheck: answersApiVersions(internalPort),
      memory: facts.memory,
      // A controlled shutdown hands over every partition first; the kill must come after it.
      stopGracePeriod: Duration.seconds(60),
      dependsOn: facts.metadata.dependsOn,
    });
  }
}

function withDefaults(props: KafkaClusterProps): ClusterFacts {
  const brokerCount = props.brokers ?? 3;
  const defaultReplicationFactor = props.defaultReplicationFactor ?? Math.min(3, brokerCount);
  const heap = props.heap ?? Size.gibibytes(1);
  return {
    image: props.platform.images.kafka,
    metadata: props.metadata ?? Metadata.kraft(),
    brokerCount,
    racks: props.racks ?? [],
    defaultReplicationFactor,
    minInsyncReplicas: props.minInsyncReplicas ?? (defaultReplicationFactor > 2 ? 2 : 1),
    retention: props.retention ?? Retention.upTo(Duration.hours(168)),
    cleanupPolicy: props.cleanupPolicy ?? CleanupPolicy.DELETE,
    heap,
    memory: props.memory ?? heap.times(2),
    settings: { ...props.foreignSettings, ...props.settings },
    secretFiles: props.secretFiles,
  };
}
