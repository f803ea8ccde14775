import { execa } from 'execa';
import { CommandError, tail } from '../../cli/program';
import { ROOT } from './root';

export interface RunOptions {
  /** @default - the project's folder */
  readonly cwd?: string;
  /** Beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** @throws CommandError with the end of what it printed */
export async function output(command: string, options: RunOptions = {}): Promise<string> {
  const { failed, stdout, all } = await execa(command, {
    cwd: ROOT,
    localDir: ROOT,
    preferLocal: true,
    shell: true,
    all: true,
    reject: false,
    ...options,
  });
  if (failed) throw new CommandError(`${command} failed:\n${tail(all ?? '', 20)}`);
  return stdout;
}

/** How many seconds the command takes, from its start to its end. */
export async function seconds(command: string, options: RunOptions = {}): Promise<number> {
  const start = performance.now();
  await output(command, options);
  return (performance.now() - start) / 1000;
}
