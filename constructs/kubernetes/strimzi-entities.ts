import type { OperatedTopic, OperatedUser } from '../kafka/operator';
import type { KubernetesObject } from './manifest';
import { AUTHENTICATIONS, OF_CLUSTER, STRIMZI } from './strimzi-cluster';

interface Place {
  readonly namespace: string;
  /** The name of the cluster's objects. */
  readonly cluster: string;
}

const metadata = (name: string, { namespace, cluster }: Place): KubernetesObject['metadata'] => ({
  name,
  namespace,
  labels: { [OF_CLUSTER]: cluster },
});

export function kafkaTopic(
  name: string,
  { topicName, partitions, replicationFactor, config }: OperatedTopic,
  place: Place,
): KubernetesObject {
  return {
    apiVersion: STRIMZI,
    kind: 'KafkaTopic',
    metadata: metadata(name, place),
    spec: {
      topicName: name === topicName ? undefined : topicName,
      partitions,
      replicas: replicationFactor,
      config,
    },
  };
}

export function kafkaUser(user: OperatedUser, place: Place): KubernetesObject {
  const type = AUTHENTICATIONS[user.authentication.kind];
  const acls = aclsOf(user);
  return {
    apiVersion: STRIMZI,
    kind: 'KafkaUser',
    metadata: metadata(user.userName, place),
    spec: {
      ...(type !== undefined && { authentication: { type } }),
      ...(acls.length > 0 && { authorization: { type: 'simple', acls } }),
      ...(user.quota && {
        quotas: {
          producerByteRate: user.quota.producerByteRate?.toBytes(),
          consumerByteRate: user.quota.consumerByteRate?.toBytes(),
          requestPercentage: user.quota.requestPercentage,
          controllerMutationRate: user.quota.controllerMutationRate,
        },
      }),
    },
  };
}

interface StrimziAcl {
  readonly resource: Readonly<Record<string, string>>;
  readonly operations: readonly string[];
}

/** What may be done with one thing in one rule, as people read it, with what Kafka means by it: who reads may describe. */
function aclsOf({ acls }: OperatedUser): readonly StrimziAcl[] {
  const byResource = new Map<string, { resource: StrimziAcl['resource']; operations: Set<string> }>();
  for (const { resourceType, name, patternType, operation } of acls()) {
    const type = RESOURCES[resourceType] ?? resourceType;
    const resource = {
      type,
      ...(type !== 'cluster' && { name, patternType: patternType === 'Prefixed' ? 'prefix' : 'literal' }),
    };
    const key = JSON.stringify(resource);
    const { operations } = byResource.get(key) ?? { operations: new Set<string>() };
    operations.add(operation);
    if (DESCRIBE.has(operation)) operations.add('Describe');
    if (operation === 'AlterConfigs') operations.add('DescribeConfigs');
    byResource.set(key, { resource, operations });
  }
  return [...byResource.values()].map(({ resource, operations }) => ({
    resource,
    operations: [...operations].sort(),
  }));
}

/** As Strimzi calls them. It knows no delegation tokens. */
export const RESOURCES: Readonly<Record<string, string>> = {
  Topic: 'topic',
  Group: 'group',
  Cluster: 'cluster',
  TransactionalId: 'transactionalId',
};

/** @see https://kafka.apache.org/documentation/#operations_in_kafka */
const DESCRIBE = new Set(['Read', 'Write', 'Delete', 'Alter']);
