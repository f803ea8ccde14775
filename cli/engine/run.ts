import { openSync, readFileSync } from 'node:fs';
import { execa } from 'execa';
import { noteChild } from './children';
import { logFile, plain, CommandError, tail } from '../program';

/** Terraform waits so long for a run that was started before and is still at work. */
const LOCK_TIMEOUT = '-lock-timeout=120s';

/** Not a failure: somebody asked for it. */
export class Interruption extends CommandError {
  public override readonly exitCode = 130;
}

/** Set for good: what runs side by side must not begin anything new either. */
let isInterrupted = false;

/** What runs, and how it is ended before its time, by name. */
const running = new Map<string, (reason: string) => void>();

/** Lets what runs under this name finish cleanly, and fail for this reason; nothing where nothing does. */
export function endEarly(name: string, reason: string): void {
  running.get(name)?.(reason);
}

/**
 * Runs Terraform with its output in a log, and passes on an interruption once, so that it can finish cleanly.
 * @param name of the log, and of what failed
 * @throws CommandError with what Terraform found wrong; Interruption
 */
export async function run(
  name: string,
  directory: string,
  command: string,
  ...args: string[]
): Promise<void> {
  const log = logFile(name.replaceAll(' ', '-'));
  throwIfInterrupted(log);
  const output = openSync(log, 'w');
  const child = execa(command, args, {
    cwd: directory,
    reject: false,
    stdio: ['ignore', output, output],
    env: {
      CI: '1',
      // A sixth less work for some hundred megabytes where a stack is large: Terraform's own heap is small, and it collects often.
      GOGC: process.env.GOGC ?? '400',
      TF_CLI_ARGS_plan: LOCK_TIMEOUT,
      TF_CLI_ARGS_apply: LOCK_TIMEOUT,
      TF_CLI_ARGS_destroy: LOCK_TIMEOUT,
    },
    // A terminal's Ctrl-C goes to the whole foreground group; a second one would make Terraform drop everything.
    detached: true,
    cleanup: false,
  });
  noteChild(child.pid, command, child);
  const interrupt = (): void => {
    isInterrupted = true;
    child.kill('SIGINT');
  };
  let hopeless: string | undefined;
  running.set(name, (reason) => {
    hopeless = reason;
    child.kill('SIGINT');
  });
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    const { failed } = await child;
    throwIfInterrupted(log);
    if (failed && hopeless) throw new CommandError(`${name} was ended early, for ${hopeless}.`);
    if (failed)
      throw new CommandError(
        `${name} failed`,
        `${extractErrors(readFileSync(log, 'utf8'))}\nThe whole output: ${log}`,
      );
  } finally {
    running.delete(name);
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

function throwIfInterrupted(log: string): void {
  if (isInterrupted) throw new Interruption(`Interrupted. The next run repairs what is half done. (${log})`);
}

/** Terraform's boxed errors, where there are any: without its warnings, which are no reason. */
export function extractErrors(output: string): string {
  const text = plain(output);
  const boxed = (box: string): string[] =>
    box.split(/\r?\n/).flatMap((line) => (/│/.test(line) ? line.replace(/^.*?│ ?/, '').trimEnd() : []));
  const errors = text
    .split('╷')
    .map(boxed)
    .filter(([first = '']) => !first.startsWith('Warning:'));
  return tail(errors.some((lines) => lines.length > 0) ? errors.flat().join('\n') : text, 20);
}
