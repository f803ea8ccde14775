import { ROOT } from './program';
import { run } from './run';

/** What is synthesized already goes; what depends on it is nobody's question any more. */
export async function destroy(stacks: readonly string[]): Promise<void> {
  const flags = [
    '--auto-approve',
    '--skip-synth',
    '--skip-provider-lock',
    '--ignore-missing-stack-dependencies',
  ];
  // The last deployed goes first. cdktf keeps that order only one at a time, once it may leave dependants out.
  await run('cdktf destroy', ROOT, 'cdktf', 'destroy', ...stacks, ...flags, '--parallelism', '1');
}
