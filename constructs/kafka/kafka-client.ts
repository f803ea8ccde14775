import type { Construct } from 'constructs';
import { isSame } from '../core/identity';
import { joined } from '../core/resolved';
import { problemOf, type Check } from '../core/properties';
import { relate } from '../core/relation';
import type { SecretFiles } from '../core/secret-file';
import type { Service } from '../core/service';
import { formatValue } from '../core/format-value';
import { toProblem, reportProblem, validateTree, type TreeRule } from '../core/validation';
import type { Problem } from '../core/validation-error';
import { onTopic } from './acl-rule';
import { needsAcls } from './acls-of';
import { clientLabels, securityOf } from './client-identity';
import { clientFiles, clientProperties } from './client-settings';
import {
  clusterReferenceIfAny,
  clientsClusterReference,
  reachBrokers,
  topicReference,
  type IKafkaCluster,
  type IKafkaTopic,
} from './interfaces';

/** What an application does with a topic. */
export type TopicVerb = 'reads' | 'writes';

const BROKERS_KNOWN: TreeRule = {
  requires: 'Where an application has topics or a consumer group, it is known on which brokers.',
  source: 'policy',
};
const ONE_CLUSTER: TreeRule = {
  requires: 'The topics of an application are all on its own brokers.',
  source: 'policy',
};

/** How an application differs from others. */
export interface KafkaClientOptions {
  /** What tells it the brokers' addresses. @default 'KAFKA_BOOTSTRAP_SERVERS' */
  readonly bootstrapVariable?: string;
  /** What brokers it can speak to. @default - all */
  readonly speaksTo?: Check;
  /** Where the files of its brokers' security are. @default '/run/secrets/kafka' */
  readonly folder?: string;
  /** Who else reads them. @default - nobody */
  readonly further?: (files: SecretFiles) => void;
}

/**
 * An application's relations to Kafka: each tells it by its environment what it must know, makes it start after what it
 * needs, and has the checks that belong to it.
 */
export class KafkaClient {
  private cluster?: IKafkaCluster;
  /** What must be on brokers, as people call it. */
  private readonly needs: string[] = [];
  private readonly topics = new Set<IKafkaTopic>();

  public constructor(
    private readonly app: Construct,
    private readonly service: Service,
    private readonly options: KafkaClientOptions = {},
  ) {
    validateTree(app, () => this.withoutBrokers());
  }

  /** The brokers that it was given, or else those of its first topic. */
  public get kafka(): IKafkaCluster | undefined {
    return this.cluster;
  }

  /** Tells it the brokers' addresses, and where they want TLS or a login, in `KAFKA_CLIENT_PROPERTIES`, the settings for that. */
  public connectTo(kafka: IKafkaCluster): void {
    this.cluster = kafka;
    const { bootstrapVariable = 'KAFKA_BOOTSTRAP_SERVERS', speaksTo = clusterReferenceIfAny } = this.options;
    const problem = problemOf(speaksTo, kafka);
    if (problem !== undefined) reportProblem(this.app, clientsClusterReference, `kafka ${problem}.`);
    reachBrokers(this.app, this.service.platform, kafka);
    this.service.addEnvironment(bootstrapVariable, joined(',', kafka.bootstrapServers));
    this.introduce(kafka);
    relate(this.app, this.service, { verb: 'works with the brokers', other: kafka, name: kafka.node.id });
  }

  /** What only a variable of Terraform's knows, its container cannot be told: then it has a way of its own. */
  private introduce(kafka: IKafkaCluster): void {
    const security = securityOf(this.app, kafka, this.service.serviceName);
    if (!security || security.unfitForServices !== undefined) return;
    const { folder, further } = this.options;
    this.service.addEnvironment('KAFKA_CLIENT_PROPERTIES', clientProperties(security, { folder }));
    const files = clientFiles(security, folder);
    this.service.addSecretFiles(files, clientLabels(security));
    further?.(files);
  }

  /** Tells it a topic. */
  public use(verb: TopicVerb, topic: IKafkaTopic, variable?: string): void {
    const problem = problemOf(topicReference, topic);
    if (problem !== undefined) {
      reportProblem(this.app, topicReference, `what it ${verb} ${problem}.`);
      return;
    }
    const { topicName, cluster } = topic;
    this.needs.push(`the topic ${formatValue(topicName)}`);
    if (cluster && !this.cluster) this.connectTo(cluster);
    if (cluster && !(this.cluster && isSame(this.cluster, cluster)))
      reportProblem(
        this.app,
        ONE_CLUSTER,
        `it ${verb} the topic ${formatValue(topicName)} of ${cluster.node.path}, but its brokers are ${String(this.cluster?.node.path)}; ` +
          `give it a topic of these.`,
      );
    this.service.addEnvironment(variable === undefined ? variableOf(topic) : variable, topicName);
    if (!this.topics.has(topic))
      relate(this.app, this.service, { verb: `${verb} the topic`, other: topic, name: topicName });
    this.topics.add(topic);
    needsAcls(this.app, () => [onTopic(topicName, verb === 'reads' ? 'Read' : 'Write')]);
  }

  /** Makes it an error if by the end nobody has said on which brokers this is. @param what such as `the group 'a'` */
  public need(what: string): void {
    this.needs.push(what);
  }

  private withoutBrokers(): Problem[] {
    if (this.cluster || this.needs.length === 0) return [];
    const sentence = `kafka must be given, the brokers of ${this.needs.join(' and ')}; got none.`;
    return [toProblem(this.app, BROKERS_KNOWN, sentence)];
  }
}

/** `KAFKA_TOPIC_USER_EVENTS` for the construct `user_events`, whatever the topic is called where it is deployed. */
function variableOf({ node }: IKafkaTopic): string {
  return `KAFKA_TOPIC_${node.id.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`;
}

export const KAFKA_CLIENT_TREE_RULES: readonly TreeRule[] = [BROKERS_KNOWN, ONE_CLUSTER];
