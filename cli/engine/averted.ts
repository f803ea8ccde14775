import type { Cluster } from './clusters';
import { areReachable } from './partitions';
import type { Plan } from './plan';
import type { DataLoss } from './plan-gate';
import { removal, shortOfBrokers } from './removal';

/**
 * What is left of a danger: nothing where a deploy averts it, for it replaces the brokers of a cluster one by one, and
 * empties them before they go.
 */
export async function remainingLoss(
  danger: DataLoss,
  plans: readonly Plan[],
  clusters: readonly Cluster[],
): Promise<DataLoss | undefined> {
  if (danger.rule !== 'brokers' && danger.rule !== 'broker') return danger;
  const { containers = [danger.name] } = danger;
  const cluster = clusters.find((each) => containers.some((name) => each.has(name)));
  if (!cluster || cluster.servers.length === 0) return danger;
  if (danger.rule === 'brokers') return undefined;
  const removed = removal(plans, cluster);
  if (!removed || !(await areReachable(cluster.servers))) return danger;
  const short = await shortOfBrokers(removed, cluster.servers);
  if (short.length === 0) return undefined;
  const topics = [...new Set(short.map(({ topic }) => topic))].join(', ');
  const sentence = `The broker ${danger.name} is removed for good, and ${removed.staying.length} brokers are too few for the replicas of ${topics}: lower their replication factor first, or they lose a replica.`;
  return { ...danger, sentence };
}
