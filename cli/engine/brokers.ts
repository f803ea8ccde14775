import { setTimeout as sleep } from 'node:timers/promises';
import { typed } from '../command-names';
import { patiently } from '../patience';
import { ROLE } from '../../constructs/core/labels';
import { brokerId, containersOf, isA, isController, type ContainerChange, type Plan } from './plan';
import {
  answer,
  lagging,
  partitions,
  reassign,
  reassignments,
  withAdmin,
  type Partition,
} from './partitions';
import { Problem, said } from '../program';
import type { Resource, Stack } from './synthesis';
import { applyPlan, plan } from './terraform';

type Say = (step: string) => void;

/** Without any progress, that is; the whole may take as long as it needs. */
const UNCHANGED_MINUTES = 10;

/** Those of a plan that keep the cluster alive: ZooKeeper's nodes, controllers and brokers, what others need first. */
function members(whole: Plan): readonly ContainerChange[] {
  const rank = ({ after }: ContainerChange): number => {
    if (isA(ROLE.zooKeeper, after)) return 0;
    if (isController(after)) return 1;
    return brokerId(after) === undefined ? Infinity : 2;
  };
  return containersOf([whole])
    .filter((each) => rank(each) < Infinity)
    .sort((one, other) => rank(one) - rank(other));
}

/**
 * Replaces the brokers of a stack one after the other, each once every replica on the others is in sync, so that no
 * partition ever has fewer than all replicas but one. Terraform itself would take them all away together.
 * @param down those that do not work
 * @returns whether anything was applied: the plan is stale then
 */
export async function replaceInTurn(
  stack: Stack,
  whole: Plan,
  servers: readonly string[],
  down: readonly Pick<Resource, 'address'>[],
  say: Say,
): Promise<boolean> {
  const all = members(whole);
  const waiting = all.filter(({ before, after, goes }) => before && after && goes);
  if (waiting.length === 0 || all.filter(({ after }) => brokerId(after) !== undefined).length < 2)
    return false;
  // Where nobody answers nothing can be taken away, for instance after a first deploy that failed.
  if (!(await answer(servers))) return false;

  // What is down already comes back before another one goes, all of it together: it has nothing left to lose by it, and
  // none of two brokers that are both away would ever be in sync while the other is waited for.
  const isDown = ({ address }: ContainerChange): boolean => down.some((each) => each.address === address);
  const first = all.filter((each) => !each.before || (each.after && each.goes && isDown(each)));
  if (first.length > 0) {
    say(`bringing back ${first.map(({ after }) => after?.name).join(', ')}`);
    await applyOnly(stack, first);
    for (const each of first) if (waiting.includes(each)) waiting.splice(waiting.indexOf(each), 1);
  }
  // Brokers that have just come back may still be electing.
  const topics = await eventually(say, async () => ({
    value: [...new Set((await partitions(servers)).map(({ topic }) => topic))],
  }));
  const total = waiting.length;
  while (waiting.length > 0) {
    const next = await replaceable(waiting, servers, topics, say);
    say(`replacing ${next.after?.name} (${total - waiting.length + 1} of ${total})`);
    await applyOnly(stack, [next]);
    waiting.splice(waiting.indexOf(next), 1);
  }
  await untilInSync(servers, topics, say);
  return true;
}

async function applyOnly(stack: Stack, containers: readonly ContainerChange[]): Promise<void> {
  // The whole plan may replace them for what only the Engine says of them.
  const replaced = containers.filter(({ before, goes }) => before && goes);
  await plan(
    stack,
    ...containers.map(({ address }) => `-target=${address}`),
    ...replaced.map(({ address }) => `-replace=${address}`),
  );
  await applyPlan(stack);
}

/** The first that may go: nothing that is not in sync is anywhere else. One that is down already comes first so. */
async function replaceable(
  waiting: readonly ContainerChange[],
  servers: readonly string[],
  topics: readonly string[],
  say: Say,
): Promise<ContainerChange> {
  return eventually<ContainerChange>(say, async () => {
    const all = await partitions(servers, topics);
    const value = waiting.find(({ before }) => lagging(all, brokerId(before)).length === 0);
    return value ? { value } : { left: describe(lagging(all)) };
  });
}

async function untilInSync(servers: readonly string[], topics: readonly string[], say: Say): Promise<void> {
  await eventually(say, async () => {
    const left = lagging(await partitions(servers, topics));
    return left.length === 0 ? { value: true } : { left: describe(left) };
  });
}

/** Asks every second, as long as it changes anything. */
async function eventually<T>(say: Say, ask: () => Promise<{ value: T } | { left: string }>): Promise<T> {
  let before = '';
  let since = Date.now();
  const minutes = patiently(UNCHANGED_MINUTES);
  while (Date.now() < since + minutes * 60_000) {
    // A cluster that is electing answers with errors.
    const answer = await ask().catch((error: unknown) => ({
      left: said(error),
    }));
    if ('value' in answer) return answer.value;
    if (answer.left !== before) {
      say(`waiting for replicas: ${answer.left}`);
      [before, since] = [answer.left, Date.now()];
    }
    await sleep(1000);
  }
  throw new Problem(
    `Not every replica is in sync, for ${minutes} minutes without a change: ${before}. No further broker was touched.`,
    `See \`docker logs\` of the brokers named. To replace all brokers together, and be without Kafka meanwhile: ${typed('up', '--allow brokers:at-once')}`,
  );
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

export interface Removal {
  readonly names: readonly string[];
  readonly leaving: readonly number[];
  readonly staying: readonly number[];
}

/** The brokers that plans remove for good; undefined where there are none, or none would be left. */
export function removal(plans: readonly Plan[]): Removal | undefined {
  const brokers = containersOf(plans).filter(({ before }) => brokerId(before) !== undefined);
  const gone = brokers.filter(({ after }) => !after);
  const ids = (some: readonly ContainerChange[]): number[] =>
    some.flatMap(({ before }) => brokerId(before) ?? []);
  const stay = brokers.filter(({ after }) => after);
  if (gone.length === 0 || stay.length === 0) return undefined;
  return {
    names: gone.flatMap(({ before }) => before?.name ?? []),
    leaving: ids(gone),
    staying: ids(stay),
  };
}

/** Partitions that the brokers that stay are too few for. */
export async function shortOfBrokers(
  { leaving, staying }: Removal,
  servers: readonly string[],
): Promise<readonly Partition[]> {
  const all = await partitions(servers);
  const moves = reassignments(all, leaving, staying);
  return all.filter((each) =>
    moves.some(
      ({ topic, partition, replicas }) =>
        topic === each.topic && partition === each.partition && replicas.length < each.replicas.length,
    ),
  );
}

/** Moves every replica to the brokers that stay; returns when the others hold none. */
export async function emptyBrokers(
  { names, leaving, staying }: Removal,
  servers: readonly string[],
  say: Say,
): Promise<void> {
  for (;;) {
    await noMovesLeft(servers, say);
    const moves = reassignments(await partitions(servers), leaving, staying);
    if (moves.length === 0) return;
    say(`moving ${moves.length} partitions off ${names.join(', ')}`);
    await reassign(servers, moves);
  }
}

async function noMovesLeft(servers: readonly string[], say: Say): Promise<void> {
  await eventually(say, async () => {
    const { topics } = await withAdmin(servers, (admin) => admin.listPartitionReassignments({}));
    const moving = topics.map(({ topic, partitions }) => `${partitions.length} of ${topic}`);
    return moving.length === 0 ? { value: true } : { left: `moving ${moving.join(', ')}` };
  });
}
