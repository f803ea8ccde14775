import type { IConstruct } from 'constructs';
import { allOf, check, instanceLike, textOrToken } from '../core/checks';
import type { Duration } from '../core/duration';
import type { IPlatform } from '../core/platform';
import { required, type Check, type Properties } from '../core/properties';
import { reach } from '../core/reach';
import type { SecretFiles } from '../core/secret-file';
import type { Size } from '../core/size';
import type { IZooKeeperEnsemble } from '../zookeeper/interfaces';
import type { Certificates, HostSecurity } from './certificates';
import type { ClusterSecurity } from './cluster-security';
import type { KafkaTopicOptions } from './kafka-topic-options';
import type { CleanupPolicy, Retention } from './retention';

/** A Kafka cluster, defined here or only referred to. */
export interface IKafkaCluster extends IConstruct {
  /** `host:port` of every broker for clients inside the platform's network. */
  readonly bootstrapServers: readonly string[];
  /** `host:port` of every broker for clients on the host, and for the Kafka provider. */
  readonly hostBootstrapServers: readonly string[];
  /** How many brokers there are; undefined where this code does not run them and nobody said. */
  readonly brokerCount?: number;
  /** 3 or 4, where the brokers' image tells. */
  readonly kafkaMajorVersion?: number;
  /** What runs the brokers. Undefined where this code does not. */
  readonly platform?: IPlatform;
  /** What the brokers want of their clients. @default - nothing: neither TLS nor SASL */
  readonly security?: ClusterSecurity;
  /** What they want at `hostBootstrapServers`, where that is not the same. @default - security @internal */
  readonly hostSecurity?: HostSecurity;
  /** How clients may show who they are, on one listener or another, such as `SCRAM-SHA-512`. Undefined where nobody knows, and where nobody is asked. */
  readonly authentications?: readonly string[];
  /** Who may do what, and who everything. Undefined where nobody knows, and where everybody may do everything. */
  readonly authorization?: { readonly superUsers?: readonly string[] };
  /** Replicas of a partition, where a topic doesn't say. */
  readonly defaultReplicationFactor: number;
  /** In-sync replicas that must have a record before a producer with acks=all is answered, where a topic doesn't say. */
  readonly minInsyncReplicas: number;
  /** Whether topics and connectors have only the settings that are given. @default false */
  readonly onlyGivenSettings?: boolean;
  /** When brokers may delete records, where a topic doesn't say. Undefined where this code does not run them. */
  readonly retention?: Retention;
  /** What happens to old records, where a topic doesn't say. Undefined where this code does not run them. */
  readonly cleanupPolicy?: CleanupPolicy;
  /** Bytes of a segment, where a topic doesn't say. Undefined where nobody knows, or the brokers decide. */
  readonly segmentBytes?: number;
  /** Whether the brokers can keep segments elsewhere. Undefined where nobody knows. */
  readonly tieredStorage?: boolean;
  /** What the session timeout of a group's member may be. Undefined where this code does not run the brokers. */
  readonly sessionTimeouts?: SessionTimeouts;
  /**
   * Makes the brokers look often enough for what a topic's retention lets go, unless settings say how often; and says how
   * often that is, in milliseconds. Undefined where this code does not run them.
   * @internal
   */
  readonly keep?: (retention: Retention) => number;

  /**
   * Makes a topic in the cluster.
   * @param id also the topic's name
   */
  addTopic(id: string, options?: KafkaTopicOptions): IKafkaTopic;
}

/** Both included; undefined where Terraform alone knows it. */
export interface SessionTimeouts {
  readonly least?: Duration;
  readonly most?: Duration;
}

/** A topic, defined here or only referred to. */
export interface IKafkaTopic extends IConstruct {
  /** As the brokers know it. */
  readonly topicName: string;
  /** The brokers that it is on; undefined where the topic is only referred to. */
  readonly cluster?: IKafkaCluster;
  /** When the brokers may delete a record; undefined where the topic is only referred to, or leaves it to the brokers. */
  readonly retention?: Retention;
  /** How many; undefined where the topic is only referred to. */
  readonly partitions?: number;
  /** What happens to old records; undefined where the topic is only referred to, or leaves it to the brokers. */
  readonly cleanupPolicy?: CleanupPolicy;
  /** The largest batch of records that the brokers take; undefined where the topic is only referred to, or leaves it to the brokers. */
  readonly maxMessageSize?: Size;
}

/** Something that takes part in a consumer group, and so must not share its id with what groups in another way. */
export interface IConsumerGroupMember extends IConstruct {
  /** The brokers on which the group is. */
  readonly kafka?: IKafkaCluster;
  /** The group's id; undefined where there is no group. */
  readonly consumerGroup?: string;
}

/** The controllers of a cluster in KRaft, beside its brokers. */
export interface IControllerQuorum extends IConstruct {
  /** The id of the cluster that they are controllers of. */
  readonly clusterId: string;
  /** `id@host:port` of every controller, comma-separated, as `controller.quorum.voters` takes it. */
  readonly voters: string;
  /** Where they take the metadata from, of a cluster that is on its way from there. */
  readonly migratesFrom?: IZooKeeperEnsemble;
  /** By which they show who they are, and ask it of brokers; undefined where they speak plaintext to everybody. */
  readonly certificates?: Certificates;
  /** What every controller reads; undefined where that is nothing. */
  readonly secretFiles?: SecretFiles;
  /** What runs them. Undefined where this code does not. */
  readonly platform?: IPlatform;

  /**
   * Tells every controller how the brokers are set: it is the controllers that place replicas and choose leaders.
   * @param settings by their name in `server.properties`
   */
  addSettings(settings: Readonly<Record<string, string | number | boolean>>): void;
}

/** A cluster, whoever runs it, of something that can do without. */
export const clusterReferenceIfAny = instanceLike(
  'a KafkaCluster',
  'bootstrapServers',
  'hostBootstrapServers',
  'node',
);

/** A cluster, whoever runs it. */
export const clusterReference = required(clusterReferenceIfAny);

/** A topic, whoever makes it, of something that has one by default. */
export const topicReferenceIfAny = instanceLike(
  "a KafkaTopic, or one made elsewhere: KafkaTopic.fromTopicName(scope, id, 'its name')",
  'topicName',
  'node',
);

/** A topic, whoever makes it. */
export const topicReference = required(topicReferenceIfAny);

/** A cluster that services can be configured for: it asks its clients for nothing, or their secrets are files. */
export const clientsClusterReferenceIfAny: Check = {
  source: 'policy',
  allowed: 'a KafkaCluster without security, or with one whose certificates and secrets are files',
  problem: (value) => clusterReference.problem(value) ?? (value as IKafkaCluster).security?.unfitForServices,
};
export const clientsClusterReference = required(clientsClusterReferenceIfAny);

/** Refuses at synth that `scope`, which runs on `platform`, works with brokers that its containers cannot reach. */
export function reachBrokers(scope: IConstruct, platform: IPlatform, kafka: IKafkaCluster): void {
  const cure =
    "give that cluster internalBootstrapServers, such as 'kafka:29092': its addresses inside the platform's network";
  reach(scope, platform, kafka, kafka.bootstrapServers, cure);
}

const TOPIC_NAMES = 'org.apache.kafka.common.internals.Topic#validate';
const INTERNAL_TOPICS = [
  '__consumer_offsets',
  '__transaction_state',
  '__share_group_state',
  '__cluster_metadata',
];

/** The name that a topic may have. */
const LEGAL_NAME = allOf(
  textOrToken(TOPIC_NAMES, 'not empty', /./),
  check(TOPIC_NAMES, "not '.' or '..'", (name) => name !== '.' && name !== '..'),
  check(TOPIC_NAMES, 'at most 249 characters long', (name) => !(String(name).length > 249)),
  textOrToken(TOPIC_NAMES, "of a-z, A-Z, 0-9, '.', '_' and '-'", /^[a-zA-Z0-9._-]*$/),
);

/** The name of a topic that somebody may make. */
export const TOPIC_NAME = allOf(
  LEGAL_NAME,
  check(
    'org.apache.kafka.common.internals.Topic#INTERNAL_TOPICS; policy',
    "another than Kafka's own, which the brokers make",
    (name) => !INTERNAL_TOPICS.includes(name as string),
  ),
);

export const TOPIC_REFERENCE_PROPERTIES: Properties<{ readonly topicName: string }> = {
  topicName: required(LEGAL_NAME),
};
