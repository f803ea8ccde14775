import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';
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
  writeFileSync(file, command);
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
      const command = readFileSync(file, 'utf8');
      const isOurs = await runs(pid, command);
      if (isOurs) await end(pid);
      rmSync(file, { force: true });
      return isOurs ? [command] : [];
    }),
  );
  return ended.flat();
}

/** Whether that process is still the one that was started, and no other that got its number since. */
async function runs(pid: number, command: string): Promise<boolean> {
  const { stdout } = await execa('ps', ['-o', 'args=', '-p', String(pid)], { reject: false });
  const [binary = ''] = command.split(' ');
  // Of half a note nobody knows whose it was.
  return binary !== '' && stdout.trim().startsWith(binary);
}

async function end(pid: number): Promise<void> {
  const latest = Date.now() + patiently(GRACE);
  signal(pid, 'SIGINT');
  while (isAlive(pid) && Date.now() < latest) await sleep(200);
  // With what it started itself: it leads a group.
  if (isAlive(pid)) signal(-pid, 'SIGKILL');
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended meanwhile.
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is one all the same.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
