import type { Stack } from './synthesis';

/** Each after those that it needs, independent ones side by side. Ends when the last one has ended, also after a failure. */
export async function inOrder<S extends Pick<Stack, 'name' | 'dependencies'>>(
  stacks: readonly S[],
  work: (stack: S) => Promise<void>,
): Promise<void> {
  const running = new Map<string, Promise<void>>();
  for (const stack of stacks) {
    const needed = stack.dependencies.flatMap((name) => running.get(name) ?? []);
    running.set(
      stack.name,
      Promise.all(needed).then(() => work(stack)),
    );
  }
  await allEnded([...running.values()]);
}

/** Also after a failure nothing goes on behind its back. */
export async function allEnded(work: readonly Promise<unknown>[]): Promise<void> {
  const ended = await Promise.allSettled(work);
  const failed = ended.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
}
