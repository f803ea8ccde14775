import { execa } from 'execa';
import { CommandError, said, tail } from '../program';
import type { Stack } from '../engine/synthesis';

/**
 * Runs `kubectl` at one cluster.
 * @param input what it reads
 * @returns what it prints
 * @throws CommandError with what it says, where it fails
 */
export type Kubectl = (args: readonly string[], input?: string) => Promise<string>;

/** So that who waits for the API hears of it before its own patience ends. */
const TIMEOUT = '--request-timeout=60s';

/** `kubectl` itself, because whoever has a cluster has it, with whatever login and proxy the cluster wants. */
export function kubectlAt({
  config_path: file,
  config_context: context,
}: NonNullable<Stack['kubeConfig']>): Kubectl {
  const where = [
    ...(file === undefined ? [] : [`--kubeconfig=${file}`]),
    ...(context === undefined ? [] : [`--context=${context}`]),
  ];
  return async (args, input = '') => {
    const asked = await execa('kubectl', [...where, TIMEOUT, ...args], {
      input,
      reject: false,
      maxBuffer: 2 ** 28,
    });
    if (!asked.failed) return asked.stdout;
    if ((asked as { code?: string }).code === 'ENOENT')
      throw new CommandError(
        'kubectl is not on the PATH: install it (https://kubernetes.io/docs/tasks/tools/), for that is what finds your cluster and logs in to it.',
      );
    const what = args.filter((each) => !each.startsWith('-')).join(' ');
    throw new CommandError(`kubectl ${what} failed:\n${tail(asked.stderr || said(asked), 8)}`);
  };
}
