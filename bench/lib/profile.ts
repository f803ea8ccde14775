import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Profiler, Runtime } from 'node:inspector';
import { scratch } from './empty-program';
import { output, type RunOptions } from './run';

/** The profile of what a command of Node's does. */
export async function profileOf(command: string, options: RunOptions): Promise<Profiler.Profile> {
  const folder = scratch('profile');
  await rm(folder, { recursive: true });
  await output(command.replace(/^node /, `node --cpu-prof --cpu-prof-dir=${folder} `), options);
  const [file = ''] = await readdir(folder);
  return JSON.parse(await readFile(join(folder, file), 'utf8')) as Profiler.Profile;
}

/**
 * The share of a function's time in which one of its parts, or what that called, was at work; 0 to 1.
 * @param whole the function's name
 */
export function shareOf(
  { nodes, samples = [], timeDeltas = [] }: Profiler.Profile,
  whole: string,
  isPart: (frame: Runtime.CallFrame) => boolean,
): number {
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node])));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const within = (id: number, what: (frame: Runtime.CallFrame) => boolean): boolean => {
    for (let node = byId.get(id); node; node = parents.get(node.id)) if (what(node.callFrame)) return true;
    return false;
  };
  const timeWithin = (what: (frame: Runtime.CallFrame) => boolean): number =>
    samples.reduce((time, id, index) => time + (within(id, what) ? (timeDeltas[index] ?? 0) : 0), 0);
  return timeWithin(isPart) / timeWithin(({ functionName }) => functionName === whole);
}
