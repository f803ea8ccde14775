import type { Construct, IConstruct } from 'constructs';
import { addDependencies } from '../core/dependencies';
import { reserveName } from '../core/unique-name';
import { isRefused, toProblem, validate, validateTree, type TreeRule } from '../core/validation';
import type { IKafkaCluster } from '../kafka/interfaces';
import type { KafkaOperator, OperatedCluster, OperatedTopic, OperatedUser } from '../kafka/operator';
import type { MakeObject, Manifest } from './manifest';
import { objectName } from './object-name';
import { bootstrapServer, clusterName, kafka, nodePools, type StrimziOptions } from './strimzi-cluster';
import { kafkaTopic, kafkaUser } from './strimzi-entities';
import {
  AUTHORIZED,
  CLUSTER_OBJECT,
  STRIMZI_CLUSTER_RULES,
  STRIMZI_USER_RULES,
  TOPIC_OBJECT,
  unauthorized,
  USER_OBJECT,
} from './strimzi-rules';

interface Made {
  /** What is asked of who comes in at the first door; undefined if nothing is. */
  readonly asked?: string;
  readonly name: string;
  /** What names begin with that other clusters of the namespace have, too. */
  readonly namePrefix: string;
  readonly manifest: Manifest;
}

export const OPEN_DOOR: TreeRule = {
  requires: 'Services on Kubernetes work with brokers whose first listener wants neither TLS nor a login.',
  source: 'policy',
};
export const STRIMZI_DOOR_TREE_RULES: readonly TreeRule[] = [OPEN_DOOR];

/** Has brokers, topics and users made by Strimzi's operator, which the cluster has already. */
export class Strimzi implements KafkaOperator {
  private readonly clusters = new Map<IConstruct, Made>();

  /** @param platform in whose namespace the objects of all its clusters are */
  public constructor(
    private readonly platform: IConstruct,
    private readonly options: StrimziOptions,
    private readonly make: MakeObject,
  ) {}

  /** The name of the objects of a cluster that it runs; undefined for any other. */
  public nameOf(cluster: IConstruct): string | undefined {
    return this.clusters.get(cluster)?.name;
  }

  /** Why services cannot work with brokers that it runs; undefined if they can. */
  public closedTo(cluster: IConstruct): string | undefined {
    const asked = this.clusters.get(cluster)?.asked;
    return asked === undefined
      ? undefined
      : `it cannot work with ${cluster.node.path}: at ${asked}, the first of its listeners, brokers on Kubernetes want TLS or a login, and services are told neither there yet; put { name: 'PLAIN', reach: ListenerReach.inside(), port: 9092 } before it, to which only what works with the brokers is let in.`;
  }

  public runCluster(cluster: Construct, facts: OperatedCluster): readonly string[] {
    validate(cluster, facts, STRIMZI_CLUSTER_RULES);
    const { namePrefix } = facts;
    const name = clusterName(namePrefix, this.options.namespace);
    reserveName(cluster, this.platform, CLUSTER_OBJECT, name);
    const pools = nodePools(facts, this.options).map((pool) =>
      this.make(cluster, `pool ${pool.metadata.name}`, () => pool),
    );
    const manifest = this.make(cluster, 'Resource', () => kafka(facts, this.options));
    addDependencies(manifest, pools);
    const door = facts.listeners.find(({ reach }) => reach.isInside);
    const asks = door && (door.tls || door.authentication.kind !== 'none');
    this.clusters.set(cluster, { name, namePrefix, manifest, ...(asks && { asked: door.name }) });
    return [bootstrapServer(facts, this.options.namespace)];
  }

  public makeTopic(topic: Construct, cluster: IKafkaCluster, facts: OperatedTopic): void {
    const { name, namePrefix, manifest } = this.of(cluster);
    const own = objectName(namePrefix + facts.topicName);
    reserveName(topic, this.platform, TOPIC_OBJECT, namePrefix + facts.topicName, own);
    const { namespace } = this.options;
    const made = this.make(topic, 'Resource', () => kafkaTopic(own, facts, { namespace, cluster: name }));
    addDependencies(made, [manifest]);
  }

  public makeUser(user: Construct, cluster: IKafkaCluster, facts: OperatedUser): void {
    const { name, manifest } = this.of(cluster);
    validate(user, facts, STRIMZI_USER_RULES);
    reserveName(user, this.platform, USER_OBJECT, facts.userName);
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
}
