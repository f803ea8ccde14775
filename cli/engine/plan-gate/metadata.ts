import { containersOf, type Plan, type PlannedContainer } from '../plan';
import type { Danger } from './danger';

/** Brokers and controllers that would look for their metadata where it is not: they would know of no topic. */
export function lostMetadata(plans: readonly Plan[]): readonly Danger[] {
  const names = containersOf(plans).flatMap(({ before, after }) =>
    before && after && leavesMetadata(before, after) ? before.name : [],
  );
  if (names.length === 0) return [];
  const sentence =
    `The metadata of the cluster is left behind: ${names.join(', ')} would look for it with other controllers, ` +
    `or no longer in ZooKeeper, and find none of the topics.`;
  return [{ rule: 'metadata', name: 'left-behind', sentence }];
}

function leavesMetadata(
  { environment: from }: PlannedContainer,
  { environment: to }: PlannedContainer,
): boolean {
  const isInKraft = to.KAFKA_PROCESS_ROLES !== undefined;
  // What is moving from ZooKeeper knows its controllers before it is one of theirs, and can go back.
  if (from.KAFKA_PROCESS_ROLES === undefined)
    return from.KAFKA_ZOOKEEPER_CONNECT !== undefined && isInKraft && !from.KAFKA_CONTROLLER_QUORUM_VOTERS;
  return (
    from.KAFKA_CONTROLLER_QUORUM_VOTERS !== to.KAFKA_CONTROLLER_QUORUM_VOTERS ||
    (isInKraft && from.CLUSTER_ID !== to.CLUSTER_ID)
  );
}
