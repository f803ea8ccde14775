import type { IConstruct } from 'constructs';
import type { IConsumerGroupMember } from '../container-app/container-app';
import { show } from '../core/show';
import { broken, isRefused, type TreeRule } from '../core/validation';
import type { Problem } from '../core/validation-error';
import type { IKafkaCluster } from '../kafka/kafka-cluster';
import type { IKafkaConnect } from './kafka-connect';
import { CONNECT } from './references';

export const CONSUMER_GROUPS: TreeRule = {
  requires: 'groupId is the id of no consumer group of the same Kafka cluster.',
  source: 'org.apache.kafka.common.errors.InconsistentGroupProtocolException; policy',
};

/** Workers and consumers of one group id would be asked to share out each other's work. */
export function groupsOfConsumers(root: IConstruct): readonly Problem[] {
  const all = root.node.findAll();
  const members = new Map<IKafkaCluster, Map<string, IConstruct>>();
  for (const member of all as readonly (IConstruct & Partial<IConsumerGroupMember>)[]) {
    if (!('consumerGroup' in member) || isRefused(member)) continue;
    const { kafka, consumerGroup } = member;
    if (kafka === undefined || consumerGroup === undefined) continue;
    const groups = members.get(kafka) ?? new Map<string, IConstruct>();
    members.set(kafka, groups.set(consumerGroup, groups.get(consumerGroup) ?? member));
  }
  const connects = all.filter((each): each is IKafkaConnect => CONNECT.problem(each) === undefined);
  return connects.flatMap((connect) => {
    const { cluster, groupId } = connect;
    const member = members.get(cluster)?.get(groupId);
    if (!member) return [];
    const sentence =
      `groupId must not be the id of a consumer group, got ${show(groupId)}, which is that of ${member.node.path}; ` +
      `give one of them another.`;
    return [broken(connect, CONSUMER_GROUPS, sentence)];
  });
}
