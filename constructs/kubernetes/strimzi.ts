import type { Construct, IConstruct } from 'constructs';
import { addDependencies } from '../core/dependencies';
import { reserveName } from '../core/unique-name';
import { isRefused, toProblem, validate, validateTree } from '../core/validation';
import type { IKafkaCluster } from '../kafka/interfaces';
import type { KafkaOperator, OperatedCluster, OperatedTopic, OperatedUser } from '../kafka/operator';
import type { MakeObject, Manifest } from './manifest';
import { objectName } from './object-name';
import { bootstrapServer, clusterName, kafka, nodePools, type StrimziOptions } from './strimzi-cluster';
import { kafkaTopic, kafkaUser } from './strimzi-entities';
import {
  AUTHORIZED,
  STRIMZI_CLUSTER_RULES,
  STRIMZI_USER_RULES,
  TOPIC_OBJECT,
  unauthorized,
  USER_OBJECT,
} from './strimzi-rules';

interface Made {
  readonly name: string;
  /** What names begin with that other clusters of the namespace have, too. */
  readonly namePrefix: string;
  readonly manifest: Manifest;
}

/** Has brokers, topics and users made by Strimzi's operator, which the cluster has already. */
export class Strimzi implements KafkaOperator {
  private readonly clusters = new Map<IConstruct, Made>();

  public constructor(
    private readonly options: StrimziOptions,
    private readonly make: MakeObject,
  ) {}

  /** The name of the objects of a cluster that it runs; undefined for any other. */
  public nameOf(cluster: IConstruct): string | undefined {
    return this.clusters.get(cluster)?.name;
  }

  public runCluster(cluster: Construct, facts: OperatedCluster): readonly string[] {
    validate(cluster, facts, STRIMZI_CLUSTER_RULES);
    const pools = nodePools(facts, this.options).map((pool) =>
      this.make(cluster, `pool ${pool.metadata.name}`, () => pool),
    );
    const manifest = this.make(cluster, 'Resource', () => kafka(facts, this.options));
    addDependencies(manifest, pools);
    const { namePrefix } = facts;
    const name = clusterName(namePrefix, this.options.namespace);
    this.clusters.set(cluster, { name, namePrefix, manifest });
    return [bootstrapServer(facts, this.options.namespace)];
  }

  public makeTopic(topic: Construct, cluster: IKafkaCluster, facts: OperatedTopic): void {
    const { name, namePrefix, manifest } = this.of(cluster);
    const own = objectName(namePrefix + facts.topicName);
    reserveName(topic, this.owner(cluster), TOPIC_OBJECT, namePrefix + facts.topicName, own);
    const { namespace } = this.options;
    const made = this.make(topic, 'Resource', () => kafkaTopic(own, facts, { namespace, cluster: name }));
    addDependencies(made, [manifest]);
  }

  public makeUser(user: Construct, cluster: IKafkaCluster, facts: OperatedUser): void {
    const { name, manifest } = this.of(cluster);
    validate(user, facts, STRIMZI_USER_RULES);
    reserveName(user, this.owner(cluster), USER_OBJECT, facts.userName);
    validateTree(user, () => {
      if (isRefused(user)) return [];
      const sentence = unauthorized(facts, cluster.authorization !== undefined, cluster.node.path);
      return sentence === undefined ? [] : [toProblem(user, AUTHORIZED, sentence)];
    });
    const { namespace } = this.options;
    const made = this.make(user, 'Resource', () => kafkaUser(facts, { namespace, cluster: name }));
    addDependencies(made, [manifest]);
  }

  private of(cluster: IKafkaCluster): Made {
    const made = this.clusters.get(cluster);
    if (!made) throw new Error(`${cluster.node.path} is run by another platform.`);
    return made;
  }

  /** Objects of all its clusters are in one namespace. */
  private owner(cluster: IKafkaCluster): IConstruct {
    return cluster.platform ?? cluster;
  }
}
