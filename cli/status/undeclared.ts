import { left } from '../engine/access/put-right';
import { accessClusters, READERS, undeclaredAt, type AccessCluster } from '../engine/access/undeclared';
import type { Entry } from '../engine/access/entry';
import { changesOf, type Plan } from '../engine/plan';
import type { Stack } from '../engine/synthesis';
import { patiently } from '../patience';
import type { StackDrift } from './report';
import { whyNot } from './within';

/** What is found beside a stack. */
interface Beside {
  readonly status?: Pick<StackDrift, 'undeclared'>;
  readonly unknown: readonly string[];
  readonly notes: readonly string[];
}

/** Of each answer, in milliseconds. */
const TIMEOUT = 4_000;

/**
 * What users have beside what the program says, by the name of a stack.
 * @param plans of all stacks: what Terraform is about to change, it says itself
 */
export async function askUndeclared(
  stacks: readonly Stack[],
  plans: readonly Plan[],
): Promise<ReadonlyMap<string, Beside>> {
  const known = READERS.flatMap(([type, read]) =>
    changesOf(plans, type).flatMap(({ change }) => (change.before ? read(change.before) : [])),
  );
  try {
    const clusters = await accessClusters(stacks, patiently(TIMEOUT));
    const found = new Map<string, Beside>();
    for (const cluster of clusters)
      found.set(cluster.stack, together(found.get(cluster.stack), await ask(cluster, known)));
    return found;
  } catch (error) {
    const unknown = [whyNot('What users have beside what the program says', error)];
    return new Map(stacks.slice(0, 1).map(({ name }) => [name, { unknown, notes: [] }]));
  }
}

async function ask(cluster: AccessCluster, known: readonly Entry[]): Promise<Beside> {
  const { going, staying, unknown } = await undeclaredAt(cluster, known, patiently(TIMEOUT));
  const shown = (goes: boolean) => (each: Entry) => ({ kind: each.kind, of: each.of, what: each.what, goes });
  return {
    status: { undeclared: [...going.map(shown(true)), ...staying.map(shown(false))] },
    unknown,
    notes: left(staying),
  };
}

/** A stack may have users of two clusters. */
const together = (one: Beside | undefined, other: Beside): Beside => ({
  status: { undeclared: [...(one?.status?.undeclared ?? []), ...(other.status?.undeclared ?? [])] },
  unknown: [...(one?.unknown ?? []), ...other.unknown],
  notes: [...(one?.notes ?? []), ...other.notes],
});
