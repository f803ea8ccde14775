import { ROLE } from '../../constructs/core/labels';
import type { Cluster } from './clusters';
import { brokerId, containersOf, isA, isController, type ContainerChange, type Plan } from './plan';
import { areReachable, underReplicated, partitions, type Partition } from './partitions';
import type { Resource, Stack } from './synthesis';
import { applyPlan, plan } from './terraform';
import { eventually, type Progress } from './waiting';

/** Those of a plan that keep a cluster alive: ZooKeeper's nodes, controllers and brokers, what others need first. */
function clusterMembers(whole: Plan, cluster: Cluster): readonly ContainerChange[] {
  const rank = ({ after }: ContainerChange): number => {
    if (isA(ROLE.zooKeeper, after)) return 0;
    if (isController(after)) return 1;
    return brokerId(after) === undefined ? Infinity : 2;
  };
  return containersOf([whole])
    .filter((each) => rank(each) < Infinity && cluster.has(each.after?.name))
    .sort((one, other) => rank(one) - rank(other));
}

/**
 * Replaces the brokers of a cluster that are in a stack one after the other, each once every replica on the others is in sync, so that no
 * partition ever has fewer than all replicas but one. Terraform itself would take them all away together.
 * @param downNow those that do not work, asked again and again: one that an interrupted command was stopping may end late
 * @returns whether anything was applied: the plan is stale then
 */
export async function rollingReplace(
  stack: Stack,
  whole: Plan,
  cluster: Cluster,
  downNow: () => Promise<readonly Pick<Resource, 'address'>[]>,
  say: Progress,
): Promise<boolean> {
  const { brokers, servers } = cluster;
  const all = clusterMembers(whole, cluster);
  const waiting = all.filter(({ before, after, goes }) => before && after && goes);
  if (waiting.length === 0 || brokers.length < 2 || servers.length === 0) return false;
  // Where nobody answers nothing can be taken away, for instance after a first deploy that failed.
  if (!(await areReachable(servers))) return false;

  // What is down already comes back before another one goes, all of it together: it has nothing left to lose by it, and
  // none of two brokers that are both away would ever be in sync while the other is waited for.
  const toMake = new Set(all.filter(({ before }) => !before));
  const bringBack = async (): Promise<void> => {
    const down = (await downNow()).map(({ address }) => address);
    const back = all.filter((each) => toMake.delete(each) || (each.after && down.includes(each.address)));
    if (back.length === 0) return;
    say(`bringing back ${back.map(({ after }) => after?.name).join(', ')}`);
    await applyOnly(stack, back);
    for (const each of back) if (waiting.includes(each)) waiting.splice(waiting.indexOf(each), 1);
  };
  await bringBack();
  // Brokers that have just come back may still be electing.
  const topics = await eventually(say, async () => ({
    value: [...new Set((await partitions(servers)).map(({ topic }) => topic))],
  }));
  const total = waiting.length;
  while (waiting.length > 0) {
    const next = await replaceable(waiting, servers, topics, say, bringBack);
    if (!next) continue;
    say(`replacing ${next.after?.name} (${total - waiting.length + 1} of ${total})`);
    await applyOnly(stack, [next]);
    waiting.splice(waiting.indexOf(next), 1);
  }
  await untilInSync(servers, topics, say, bringBack);
  return true;
}

async function applyOnly(stack: Stack, containers: readonly ContainerChange[]): Promise<void> {
  // The whole plan may replace them for what only the Engine says of them.
  const replaced = containers.filter(({ before }) => before);
  await plan(
    stack,
    ...containers.map(({ address }) => `-target=${address}`),
    ...replaced.map(({ address }) => `-replace=${address}`),
  );
  await applyPlan(stack);
}

/** The first that may go: nothing that is not in sync is anywhere else. Undefined if all have come back meanwhile. */
async function replaceable(
  waiting: readonly ContainerChange[],
  servers: readonly string[],
  topics: readonly string[],
  say: Progress,
  bringBack: () => Promise<void>,
): Promise<ContainerChange | undefined> {
  return eventually<ContainerChange | undefined>(say, async () => {
    await bringBack();
    if (waiting.length === 0) return { value: undefined };
    const all = await partitions(servers, topics);
    const value = waiting.find(({ before }) => underReplicated(all, brokerId(before)).length === 0);
    return value ? { value } : { left: describe(underReplicated(all)) };
  });
}

/**
 * @param topics that must be there
 * @param first done before each look
 */
export async function untilInSync(
  servers: readonly string[],
  topics: readonly string[],
  say: Progress,
  first: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await eventually(say, async () => {
    await first();
    const left = underReplicated(await partitions(servers, topics));
    return left.length === 0 ? { value: true } : { left: describe(left) };
  });
}

function describe(left: readonly Partition[]): string {
  const some = left
    .slice(0, 3)
    .map(
      ({ topic, partition, replicas, inSync }) =>
        `${topic}-${partition} on ${inSync.join(', ') || 'none'} of the brokers ${replicas.join(', ')}`,
    );
  return `${some.join('; ')}${left.length > some.length ? `; and ${left.length - some.length} more partitions` : ''}`;
}
