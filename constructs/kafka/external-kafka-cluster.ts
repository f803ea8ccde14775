import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { check, listOfOrToken, TRUE_OR_FALSE, valueObject, wholeNumber } from '../core/checks';
import { answersAt } from '../core/identity';
import { placedAnywhere } from '../core/placed';
import { validateProps, required, withOwn, type Check, type Properties } from '../core/properties';
import { isResolved } from '../core/resolved';
import { formatValue } from '../core/format-value';
import {
  toProblem,
  validate,
  validateTree,
  type Rule,
  type TreeProblems,
  type TreeRule,
} from '../core/validation';
import type { ClusterSecurity } from './cluster-security';
import type { IKafkaCluster } from './interfaces';
import { Acl } from './acl';
import { KafkaTopic } from './kafka-topic';
import { KafkaUser } from './kafka-user';
import type { KafkaTopicOptions } from './kafka-topic-options';

/** A cluster that others run, as {@link KafkaCluster.fromBootstrapServers} takes it. */
export interface ExternalKafkaClusterProps {
  /** `host:port` of one broker or more, as seen from where the deploy runs. */
  readonly bootstrapServers: readonly string[];
  /**
   * The same as seen from containers of a platform: what a listener of theirs advertises there, such as `kafka:29092`.
   * @default - bootstrapServers, which must not be localhost then where a container is to work with them
   */
  readonly internalBootstrapServers?: readonly string[];
  /** What its brokers want of their clients. @default - nothing: neither TLS nor SASL */
  readonly security?: ClusterSecurity;
  /** How many brokers there are; then a topic with more replicas is refused at synth. 1 or more. @default - unknown */
  readonly brokers?: number;
  /** Replicas of a partition, where a topic doesn't say. 1 or more. @default 3 */
  readonly defaultReplicationFactor?: number;
  /** In-sync replicas that must have a record before a producer with acks=all is answered, where a topic doesn't say. 1 or more. @default - 2 of 3 replicas; 1 with fewer */
  readonly minInsyncReplicas?: number;
  /**
   * Whether topics and connectors have only the settings that are given, and for the rest what brokers and workers do by
   * themselves, as those that were made otherwise and are taken over with {@link importExisting}. A topic's `settings` may
   * then be any of Kafka's that no property says.
   * @default false - a topic has minInsyncReplicas, both limits of its retention and segments that fit it
   */
  readonly onlyGivenSettings?: boolean;
}

/** A cluster that others run, such as a managed one: topics are made in it, its brokers are not touched. */
export class ExternalKafkaCluster extends Construct implements IKafkaCluster {
  public readonly bootstrapServers: readonly string[];
  public readonly hostBootstrapServers: readonly string[];
  public readonly security?: ClusterSecurity;
  public readonly brokerCount?: number;
  public readonly defaultReplicationFactor: number;
  public readonly minInsyncReplicas: number;
  public readonly onlyGivenSettings?: boolean;

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: ExternalKafkaClusterProps) {
    super(...placedAnywhere(scope, id));
    const valid = validateProps(this, props, EXTERNAL_KAFKA_CLUSTER_PROPERTIES);
    this.bootstrapServers = valid.internalBootstrapServers ?? valid.bootstrapServers;
    this.hostBootstrapServers = valid.bootstrapServers;
    answersAt(this, this.hostBootstrapServers);
    this.security = valid.security;
    this.brokerCount = valid.brokers;
    this.defaultReplicationFactor = valid.defaultReplicationFactor ?? Math.min(3, valid.brokers ?? 3);
    this.minInsyncReplicas = valid.minInsyncReplicas ?? (this.defaultReplicationFactor > 2 ? 2 : 1);
    this.onlyGivenSettings = valid.onlyGivenSettings;
    validate<IKafkaCluster>(this, this, EXTERNAL_KAFKA_CLUSTER_RULES);
    validateTree(this, ExternalKafkaCluster.foreignSecrets);
    // More copies than there can be were refused just now, and need not be refused for each topic again.
    this.defaultReplicationFactor = Math.min(this.defaultReplicationFactor, valid.brokers ?? Infinity);
    this.minInsyncReplicas = Math.min(this.minInsyncReplicas, this.defaultReplicationFactor);
  }

  public addTopic(id: string, options: KafkaTopicOptions = {}): KafkaTopic {
    return new KafkaTopic(this, id, withOwn(this, id, options, { cluster: this }));
  }

  /** Only known when all that is made in it is there. Said once for each stack, however much it has. */
  private static readonly foreignSecrets: TreeProblems = (_, all) => {
    const stacks = new Map<ExternalKafkaCluster, Set<TerraformStack>>();
    for (const made of all) {
      const isIn = made instanceof KafkaTopic || made instanceof KafkaUser || made instanceof Acl;
      const cluster = isIn ? made.cluster : undefined;
      if (!(cluster instanceof ExternalKafkaCluster) || !cluster.security) continue;
      stacks.set(cluster, (stacks.get(cluster) ?? new Set()).add(TerraformStack.of(made)));
    }
    return [...stacks].flatMap(([cluster, all]) => {
      const inVolumes = cluster.security?.inVolumes ?? [];
      if (inVolumes.length > 0) return [toProblem(cluster, FILES_OF_TOPICS, unread(inVolumes))];
      return [...all].flatMap((stack) => {
        const foreign = cluster.security?.foreignTo(stack) ?? [];
        if (foreign.length === 0) return [];
        const sentence =
          `security: ${foreign.join(', ')} must be a variable of the stack ${formatValue(stack.node.id)}, where there are topics or users of the cluster, ` +
          `or its value goes through the state of another; refer to the cluster there, with a variable of its own.`;
        return [toProblem(cluster, SECRET_OF_STACK, sentence)];
      });
    });
  };
}

const PORT_PATTERN = /^(\[[0-9a-fA-F:]+\]|[a-zA-Z0-9._-]+):([1-9]\d{0,4})$/;

const SERVER: Check = {
  ...check(
    'https://kafka.apache.org/39/documentation.html#adminclientconfigs_bootstrap.servers',
    "host:port with a port from 1 to 65535 and a host that can be reached, such as 'broker.example.com:9092'",
    (server) => {
      const [, host, port] = PORT_PATTERN.exec(String(server)) ?? [];
      return host !== undefined && host !== '0.0.0.0' && Number(port) <= 65_535;
    },
  ),
  condition: () => undefined,
};

export const EXTERNAL_KAFKA_CLUSTER_PROPERTIES: Properties<ExternalKafkaClusterProps> = {
  bootstrapServers: required(listOfOrToken(SERVER, 1)),
  internalBootstrapServers: listOfOrToken(SERVER, 1),
  security: valueObject('a ClusterSecurity, such as ClusterSecurity.saslPlain({ … })', 'provider'),
  brokers: wholeNumber('policy', 1),
  defaultReplicationFactor: wholeNumber('org.apache.kafka.clients.admin.NewTopic', 1, 32_767),
  minInsyncReplicas: wholeNumber(
    'https://kafka.apache.org/39/documentation.html#topicconfigs_min.insync.replicas',
    1,
  ),
  onlyGivenSettings: TRUE_OR_FALSE,
};

const twice = ({ hostBootstrapServers, bootstrapServers }: IKafkaCluster): readonly string[] =>
  [hostBootstrapServers, bootstrapServers].flatMap((servers) =>
    isResolved(servers) ? servers.filter((server, index) => servers.indexOf(server) < index) : [],
  );

export const EXTERNAL_KAFKA_CLUSTER_RULES: readonly Rule<IKafkaCluster>[] = [
  {
    requires: 'bootstrapServers name each broker once.',
    fails: (cluster) => twice(cluster).length > 0,
    message: (cluster) =>
      `bootstrapServers must name each broker once, got ${[...new Set(twice(cluster))].join(', ')} again; leave it out, or correct it.`,
    source: 'policy',
  },
  {
    requires: 'defaultReplicationFactor is at most the number of brokers, where that is known.',
    fails: ({ brokerCount, defaultReplicationFactor }) =>
      defaultReplicationFactor > (brokerCount ?? Infinity),
    message: ({ brokerCount, defaultReplicationFactor }) =>
      `defaultReplicationFactor must be at most ${brokerCount} (one replica per broker), got ${defaultReplicationFactor}; lower it.`,
    source: 'org.apache.kafka.common.errors.InvalidReplicationFactorException',
  },
  {
    requires: 'minInsyncReplicas is at most defaultReplicationFactor.',
    fails: ({ minInsyncReplicas, defaultReplicationFactor }) => minInsyncReplicas > defaultReplicationFactor,
    message: ({ minInsyncReplicas, defaultReplicationFactor }) =>
      `minInsyncReplicas must be at most ${defaultReplicationFactor} (the default replication factor), got ${minInsyncReplicas}; lower it.`,
    source: 'policy',
  },
];

const SECRET_OF_STACK: TreeRule = {
  requires: 'The secrets of an external cluster are variables of the stacks of its topics and users.',
  source: 'policy',
};
const FILES_OF_TOPICS: TreeRule = {
  requires: 'The files of an external cluster with topics are on the machine that deploys.',
  source: 'policy',
};
const unread = (names: readonly string[]): string =>
  `security: ${names.join(', ')} must be on the machine that deploys, which makes topics of the cluster; got a file in a volume: give SecretFile.fromHost, or make the topics of another reference to the cluster, with variables.`;

export const EXTERNAL_KAFKA_CLUSTER_TREE_RULES: readonly TreeRule[] = [SECRET_OF_STACK, FILES_OF_TOPICS];
