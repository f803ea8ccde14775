import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { patiently } from '../patience';
import { cacheFolder } from '../program';

/** One file for each that runs, named after its process; what a killed command began is known to the next one so. */
const folderOfChildren = (): string => cacheFolder('children');

/** How long one that was asked to end may finish what it is at, in milliseconds: a broker has a minute to stop. */
const GRACE = 180_000;

const running = new Set<Promise<unknown>>();

/** Keeps in mind, and on disk, that a process runs until it has ended. */
export function noteChild(pid: number | undefined, command: string, ended: Promise<unknown>): void {
  running.add(ended);
  const file = join(folderOfChildren(), String(pid));
  writeFileSync(file, `${identityOf(pid ?? 0)} ${command}`);
  const forget = (): void => {
    running.delete(ended);
    rmSync(file, { force: true });
  };
  ended.then(forget, forget);
}

/** Ends once everything that this command began has ended. */
export async function childrenEnded(): Promise<void> {
  while (running.size > 0) await Promise.allSettled(running);
}

/**
 * Asks what a killed command left at work to end, as Ctrl-C would, and waits for it: beside it nothing may be changed.
 * @returns what was ended
 */
export async function endOrphans(folder = folderOfChildren()): Promise<readonly string[]> {
  const pids = existsSync(folder) ? readdirSync(folder).map(Number) : [];
  const ended = await Promise.all(
    pids.map(async (pid) => {
      const file = join(folder, String(pid));
      const [identity = '', ...command] = readFileSync(file, 'utf8').split(' ');
      const isOurs = lives(identity);
      if (isOurs) await end(pid, identity);
      rmSync(file, { force: true });
      return isOurs ? [command.join(' ')] : [];
    }),
  );
  return ended.flat();
}

async function end(pid: number, identity: string): Promise<void> {
  const latest = Date.now() + patiently(GRACE);
  signal(pid, 'SIGINT');
  while (lives(identity) && Date.now() < latest) await sleep(200);
  // With what it started itself: it leads a group.
  if (lives(identity)) signal(-pid, 'SIGKILL');
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended meanwhile.
  }
}

/**
 * Number and start of a process: by them it is told from another one that has its number since, as on a busy machine happens
 * within minutes. Fit for the name of a file; undefined where it has ended.
 */
export function identityOf(pid: number): string | undefined {
  const started = existsSync('/proc/self/stat') ? startInProc(pid) : startByPs(pid);
  return started && `${pid}@${started}`;
}

/** @param identity as {@link identityOf} gave it */
export const lives = (identity: string): boolean => identityOf(Number.parseInt(identity, 10)) === identity;

/** What follows its name, which may have anything in it, begins with the state; 19 fields on is the start. */
function startInProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return ENDED.includes(fields[0] as string) ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** Nobody has asked yet how it ended. */
const ENDED = ['Z', 'X'];

const startByPs = (pid: number): string | undefined =>
  spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
    .stdout.trim()
    .replace(/[\s:]+/g, '-') || undefined;
