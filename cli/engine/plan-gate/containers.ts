import { LABEL } from '../../../constructs/core/labels';
import { clustersOf } from '../clusters';
import { brokerId, changesOf, containersOf, isController, isDeleted, type Plan } from '../plan';
import type { DataLoss } from './danger';

/** Volumes that go with what is on them. Those of a broker that goes too are told with the broker. */
export function lostVolumes(plans: readonly Plan[]): readonly DataLoss[] {
  const containers = containersOf(plans);
  const ofBrokers = removedBrokers(plans).flatMap(({ volumes }) => volumes);
  return changesOf(plans, 'docker_volume')
    .filter(isDeleted)
    .map(({ change }) => (change.before as { name: string }).name)
    .filter((name) => !ofBrokers.includes(name))
    .map((name) => {
      const users = containers.flatMap(({ before }) => (before?.volumes.includes(name) ? before : []));
      const checkpoint = users.some(({ labels }) => labels[LABEL.checkpoint] !== undefined);
      const whose = users.length > 0 ? `, the data of ${users.map((each) => each.name).join(', ')}` : '';
      const what = checkpoint ? ' and the checkpoints of Spark applications' : '';
      return {
        rule: 'volume',
        name,
        sentence: `The volume ${name} is removed with everything on it${whose}${what}.`,
      } as const;
    });
}

/** Brokers that go for good: what is only on them is lost unless it was moved before. */
export function lostBrokers(plans: readonly Plan[]): readonly DataLoss[] {
  return removedBrokers(plans).map(({ name }) => ({
    rule: 'broker',
    name,
    sentence: `The broker ${name} is removed for good: replicas of partitions that are still on it are lost.`,
  }));
}

function removedBrokers(plans: readonly Plan[]) {
  return containersOf(plans).flatMap(({ before, after, goes }) =>
    before && goes && !after && brokerId(before) !== undefined ? before : [],
  );
}

/** Brokers, or controllers, replaced together: meanwhile no partition has enough replicas, or nobody chooses leaders. */
export function brokersAtOnce(plans: readonly Plan[]): readonly DataLoss[] {
  const replaced = containersOf(plans).flatMap(({ before, after, goes }) =>
    before && goes && after && (isController(before) || brokerId(before) !== undefined) ? before.name : [],
  );
  return clustersOf(plans).flatMap((cluster) => {
    const containers = replaced.filter((name) => cluster.has(name));
    if (containers.length < 2) return [];
    const sentence = `The brokers ${containers.join(', ')} are replaced at once: meanwhile records can be neither written nor read.`;
    return { rule: 'brokers', name: 'at-once', sentence, containers } as const;
  });
}
