import { removal, shortOfBrokers } from './brokers';
import { answer } from './partitions';
import type { Plan } from './plan';
import type { Danger } from './plan-gate';

/**
 * What is left of a danger: nothing where a deploy averts it, for it replaces brokers one by one, and empties them before
 * they go.
 * @param servers `host:port` of the brokers; none where no stack says
 */
export async function unlessAverted(
  danger: Danger,
  plans: readonly Plan[],
  servers: readonly string[],
): Promise<Danger | undefined> {
  if (servers.length === 0) return danger;
  if (danger.rule === 'brokers') return undefined;
  const removed = danger.rule === 'broker' ? removal(plans) : undefined;
  if (!removed || !(await answer(servers))) return danger;
  const short = await shortOfBrokers(removed, servers);
  if (short.length === 0) return undefined;
  const topics = [...new Set(short.map(({ topic }) => topic))].join(', ');
  const sentence = `The broker ${danger.name} is removed for good, and ${removed.staying.length} brokers are too few for the replicas of ${topics}: lower their replication factor first, or they lose a replica.`;
  return { ...danger, sentence };
}
