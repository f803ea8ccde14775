import { typed } from '../../command-names';
import { listed, said } from '../../program';
import { retryTransient } from '../passing';
import type { Stack } from '../synthesis';
import type { Progress } from '../waiting';
import { allowKey, shellWord, type Entry } from './entry';
import { accessClusters, holdsAccess, undeclaredAt } from './undeclared';

/**
 * Takes away what users have beside what the program says, as soon as all of that is deployed: what logs in may wait for it.
 * @param allowed the words of what else may go, such as `acl:User:bob`
 * @returns to be called with each stack that is deployed; says what somebody may want to know
 */
export function puttingRight(
  stacks: readonly Stack[],
  allowed: readonly string[],
  say: Progress,
): (deployed: Stack) => Promise<readonly string[]> {
  const missing = new Set(stacks.filter(holdsAccess));
  return async (deployed) =>
    missing.delete(deployed) && missing.size === 0 ? putRight(stacks, allowed, say) : [];
}

async function putRight(
  stacks: readonly Stack[],
  allowed: readonly string[],
  say: Progress,
): Promise<readonly string[]> {
  const notes: string[] = [];
  const clusters = await accessClusters(stacks).catch((error: unknown) => {
    notes.push(`What users have beside what the program says is unknown: ${said(error)}`);
    return [];
  });
  for (const cluster of clusters) {
    const { going, staying, unknown } = await undeclaredAt(cluster);
    const isAllowed = (entry: Entry): boolean => allowed.includes(allowKey(entry));
    for (const each of [...going, ...staying.filter(isAllowed)]) {
      say(`taking away ${each.what}`);
      await retryTransient(() => each.remove());
      notes.push(`Taken away, because the program does not say it: ${each.what}.`);
    }
    notes.push(...left(staying.filter((each) => !isAllowed(each))));
    notes.push(...unknown.map((each) => `What users have beside what the program says is unknown: ${each}`));
  }
  return notes;
}

/** In sentences, one of each to whom something belongs. */
export function left(staying: readonly Entry[]): readonly string[] {
  const keys = [...new Set(staying.map(allowKey))];
  return keys.map((key) => {
    const own = staying.filter((each) => allowKey(each) === key).map(({ what }) => what);
    return `The program does not say, and leaves: ${listed(own, '; ')}. \`${typed('up', `--allow ${shellWord(key)}`)}\` takes it away.`;
  });
}
