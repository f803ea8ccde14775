import type { IConstruct } from 'constructs';
import type { IConsumerGroupMember } from '../kafka/interfaces';
import { things } from '../core/identity';
import { isResolved } from '../core/resolved';
import { formatValue } from '../core/format-value';
import { toProblem, isRefused, type TreeRule } from '../core/validation';
import type { Problem } from '../core/validation-error';
import { connectReference, type IKafkaConnect } from './interfaces';

export const CONSUMER_GROUPS: TreeRule = {
  requires: 'groupId is the id of no consumer group of the same Kafka cluster.',
  source: 'org.apache.kafka.common.errors.InconsistentGroupProtocolException; policy',
};
export const SINK_GROUPS: TreeRule = {
  requires: 'A sink connector shares its consumer group with nothing else on the same Kafka cluster.',
  source: 'https://kafka.apache.org/39/documentation.html#connect_running; policy',
};

type Member = IConsumerGroupMember & Required<Pick<IConsumerGroupMember, 'kafka' | 'consumerGroup'>>;

function isMember(each: IConstruct & Partial<Member>): each is Member {
  return (
    'consumerGroup' in each &&
    !isRefused(each) &&
    each.kafka !== undefined &&
    each.consumerGroup !== undefined &&
    isResolved(each.consumerGroup)
  );
}

const isSink = (member: Member): member is Member & { readonly connectorName: string } =>
  'connectorName' in member;

/** Who shares a group is handed each other's work: workers that of consumers, and a sink the records of another. */
export function groupsOfConsumers(root: IConstruct, all: readonly IConstruct[]): readonly Problem[] {
  const members = all.filter(isMember);
  const connects = all.filter((each): each is IKafkaConnect => connectReference.problem(each) === undefined);
  const clusters = [...members.map(({ kafka }) => kafka), ...connects.map(({ cluster }) => cluster)];
  const thing = things(new Set(clusters.filter(({ node }) => node.root === root)));
  const groups = new Map<IConstruct, Map<string, Member[]>>();
  for (const member of members) {
    const ofCluster = groups.get(thing(member.kafka)) ?? new Map<string, Member[]>();
    groups.set(thing(member.kafka), ofCluster);
    ofCluster.set(member.consumerGroup, [...(ofCluster.get(member.consumerGroup) ?? []), member]);
  }
  const ofWorkers = connects.flatMap((connect) => {
    const [member] = groups.get(thing(connect.cluster))?.get(connect.groupId) ?? [];
    if (!member) return [];
    const sentence =
      `groupId must not be the id of a consumer group, got ${formatValue(connect.groupId)}, which is that of ${member.node.path}; ` +
      `give one of them another.`;
    return [toProblem(connect, CONSUMER_GROUPS, sentence)];
  });
  const ofSinks = [...groups.values()].flatMap((ofCluster) =>
    [...ofCluster].flatMap(([group, all]) => {
      const sink = all.find(isSink);
      // Sinks of different names share a group only where both say so.
      const other = all.find(
        (member) => member !== sink && (!isSink(member) || member.connectorName === sink?.connectorName),
      );
      if (!sink || !other) return [];
      const sentence =
        `its consumer group ${formatValue(group)} must not be shared, or each member gets only a part of the records; ${other.node.path} is in it, ` +
        `give one of them another: a connector's follows its connectorName.`;
      return [toProblem(sink, SINK_GROUPS, sentence)];
    }),
  );
  return [...ofWorkers, ...ofSinks];
}
