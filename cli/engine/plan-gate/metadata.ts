import { LABEL, METADATA } from '../../../constructs/core/labels';
import { containersOf, type Plan, type PlannedContainer } from '../plan';
import type { DataLoss } from './danger';

/** Brokers and controllers that would look for their metadata where it is not: they would know of no topic. */
export function lostMetadata(plans: readonly Plan[]): readonly DataLoss[] {
  const names = containersOf(plans).flatMap(({ before, after }) =>
    before && after && leavesMetadata(before, after) ? before.name : [],
  );
  if (names.length === 0) return [];
  const sentence =
    `The metadata of the cluster is left behind: ${names.join(', ')} would look for it with other controllers, ` +
    `or no longer in ZooKeeper, and find none of the topics.`;
  return [{ rule: 'metadata', name: 'left-behind', sentence }];
}

function leavesMetadata({ labels: from }: PlannedContainer, { labels: to }: PlannedContainer): boolean {
  const isInKraft = to[LABEL.metadata] === METADATA.kraft;
  // What is moving from ZooKeeper knows its controllers before it is one of theirs, and can go back.
  if (from[LABEL.metadata] !== METADATA.kraft)
    return from[LABEL.metadata] === METADATA.zooKeeper && isInKraft && !from[LABEL.controllers];
  return (
    from[LABEL.controllers] !== to[LABEL.controllers] ||
    (isInKraft && from[LABEL.cluster] !== to[LABEL.cluster])
  );
}
