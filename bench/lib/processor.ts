import { readdir, readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Seconds of one processor, by what used them. */
export type Used = ReadonlyMap<string, number>;

/** A control group of the first or second version: what it has used, with all that ended in it, and what runs in it. */
export interface Group {
  readonly seconds: number;
  readonly pids: readonly string[];
}

/** @see https://www.kernel.org/doc/html/latest/admin-guide/cgroup-v1/cpuacct.html */
export async function groupOf(pid: number, root = '/'): Promise<Group> {
  const groups = await readFile(join(root, `proc/${pid}/cgroup`), 'utf8');
  const [, first] = /^\d+:(?:[^:\n]*,)?cpuacct(?:,[^:\n]*)?:(.*)$/m.exec(groups) ?? [];
  const [, second = ''] = /^0::(.*)$/m.exec(groups) ?? [];
  const folder = join(root, 'sys/fs/cgroup', first === undefined ? second : `cpuacct${first}`);
  const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
  const seconds =
    first === undefined
      ? Number(/^usage_usec (\d+)$/m.exec(await read('cpu.stat'))?.[1]) / 1e6
      : Number(await read('cpuacct.usage')) / 1e9;
  return { seconds, pids: (await read('cgroup.procs')).split('\n').filter(Boolean) };
}

/** What each thread of these processes has used, those that differ by a number together. */
export async function threads(pids: readonly string[], root = '/'): Promise<Used> {
  const all = await Promise.all(
    pids.map(async (pid) => {
      const folder = join(root, 'proc', pid, 'task');
      const tids = await readdir(folder).catch((): string[] => []);
      return Promise.all(tids.map((tid) => stat(join(folder, tid, 'stat'))));
    }),
  );
  return summed(all.flat().map(({ name, itself }) => [name.replaceAll(/\d+/g, '#'), itself]));
}

/**
 * What the Engine has used, with the processes that it started in containers and that ended: health checks. These count as
 * their containers' too.
 */
export async function engine(root = '/'): Promise<number> {
  const pids = (await readdir(join(root, 'proc'))).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(pids.map((pid) => stat(join(root, 'proc', pid, 'stat'))));
  return all
    .filter(({ name }) => /^(dockerd|containerd|docker-proxy|runc)/.test(name))
    .reduce((sum, { itself, children }) => sum + itself + children, 0);
}

/** What was used between two moments. */
export const between = (before: Used, after: Used): Used =>
  new Map([...after].map(([name, seconds]) => [name, seconds - (before.get(name) ?? 0)]));

function summed(entries: readonly (readonly [name: string, seconds: number])[]): Used {
  const sums = new Map<string, number>();
  for (const [name, seconds] of entries) sums.set(name, (sums.get(name) ?? 0) + seconds);
  return sums;
}

const TICKS_A_SECOND = 100;

/** Of a process or thread that is gone, nothing. @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
async function stat(file: string): Promise<{ name: string; itself: number; children: number }> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const [, name = '', rest = ''] = /\((.*)\) (.*)/s.exec(text) ?? [];
  const [user = 0, system = 0, userOfEnded = 0, systemOfEnded = 0] = rest
    .split(' ')
    .slice(11, 15)
    .map(Number);
  return {
    name,
    itself: (user + system) / TICKS_A_SECOND,
    children: (userOfEnded + systemOfEnded) / TICKS_A_SECOND,
  };
}

interface Ticks {
  /** Of all processors, and those in which one had nothing to do. */
  readonly all: number;
  readonly idle: number;
  /** Processes and threads started since the machine was. */
  readonly started: number;
}

/** @see https://www.kernel.org/doc/html/latest/filesystems/proc.html#miscellaneous-kernel-statistics-in-proc-stat */
async function ticks(): Promise<Ticks> {
  const text = await readFile('/proc/stat', 'utf8');
  const times = (/^cpu +(.*)$/m.exec(text)?.[1] ?? '').split(' ').map(Number);
  const [idle = 0, waiting = 0] = times.slice(3);
  return {
    all: times.slice(0, 8).reduce((sum, each) => sum + each, 0),
    idle: idle + waiting,
    started: Number(/^processes (\d+)$/m.exec(text)?.[1]),
  };
}

/** In percent of one processor, and a second. */
export async function machineFor(milliseconds: number): Promise<{ busy: number; started: number }> {
  const before = await ticks();
  await sleep(milliseconds);
  const after = await ticks();
  const busy = 1 - (after.idle - before.idle) / (after.all - before.all);
  return {
    busy: 100 * busy * cpus().length,
    started: ((after.started - before.started) * 1000) / milliseconds,
  };
}
