import type { Profiler, Runtime } from 'node:inspector';

/** The share of the time in which a function that `isPart` says, or one that it called, was at work; 0 to 1. */
export function shareOf(
  { nodes, samples = [], timeDeltas = [] }: Profiler.Profile,
  isPart: (frame: Runtime.CallFrame) => boolean,
): number {
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node])));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const within = (node: Profiler.ProfileNode | undefined): boolean =>
    node !== undefined && (isPart(node.callFrame) || within(parents.get(node.id)));
  let [part, all] = [0, 0];
  for (const [index, id] of samples.entries()) {
    const time = timeDeltas[index] ?? 0;
    all += time;
    if (within(byId.get(id))) part += time;
  }
  return part / all;
}
