import { check } from '../core/checks';
import { plain } from '../core/plain';

/** @see https://kafka.apache.org/39/documentation.html#operations_resources_and_protocols */
export type AclResourceType = 'Topic' | 'Group' | 'Cluster' | 'TransactionalId' | 'DelegationToken';

/** @see https://kafka.apache.org/39/documentation.html#operations_in_kafka */
export type AclOperation =
  | 'Read'
  | 'Write'
  | 'Create'
  | 'Delete'
  | 'Alter'
  | 'Describe'
  | 'ClusterAction'
  | 'DescribeConfigs'
  | 'AlterConfigs'
  | 'IdempotentWrite'
  | 'All';

/** Whether a name is meant as it is, or as the beginning of names. */
export type AclPatternType = 'Literal' | 'Prefixed';

/** Something that somebody may do. Read, Write, Alter and Delete include Describe, and AlterConfigs includes DescribeConfigs. */
export interface AclRule {
  readonly resourceType: AclResourceType;
  /** That of the topic, the group or the transactional id; `*` for all of them; `kafka-cluster` for the cluster. */
  readonly name: string;
  readonly patternType: AclPatternType;
  readonly operation: AclOperation;
}

/** What each type of resource has. The provider knows no others. */
export const OPERATIONS: Readonly<Record<AclResourceType, readonly AclOperation[]>> = {
  Topic: ['Read', 'Write', 'Create', 'Delete', 'Alter', 'Describe', 'DescribeConfigs', 'AlterConfigs', 'All'],
  Group: ['Read', 'Delete', 'Describe', 'All'],
  Cluster: [
    'Create',
    'Alter',
    'Describe',
    'ClusterAction',
    'DescribeConfigs',
    'AlterConfigs',
    'IdempotentWrite',
    'All',
  ],
  TransactionalId: ['Write', 'Describe', 'All'],
  DelegationToken: ['Describe', 'All'],
};

/** What it is beyond that, the ACL that is made of it says. */
export const ALLOWED = check(
  'policy',
  "an AclRule, such as those of aclsOf(connect), or { resourceType: 'Topic', name: 'orders', patternType: 'Literal', operation: 'Read' }",
  (rule) => plain(rule) !== undefined,
);

/** The name of the one resource of the type Cluster. */
export const KAFKA_CLUSTER = 'kafka-cluster';

export function onTopic(name: string, operation: AclOperation): AclRule {
  return { resourceType: 'Topic', name, patternType: 'Literal', operation };
}

export function onCluster(operation: AclOperation): AclRule {
  return { resourceType: 'Cluster', name: KAFKA_CLUSTER, patternType: 'Literal', operation };
}

/** To be a member of a consumer group, or to keep offsets in it. */
export function inGroup(name: string, patternType: AclPatternType = 'Literal'): AclRule {
  return { resourceType: 'Group', name, patternType, operation: 'Read' };
}

/** To write in transactions. An idempotent producer without them needs nothing beside the topic, since Kafka 2.8. */
export function inTransactions(name: string, patternType: AclPatternType = 'Literal'): AclRule {
  return { resourceType: 'TransactionalId', name, patternType, operation: 'Write' };
}
