import { existsSync, readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { availableParallelism, freemem, loadavg, release, totalmem } from 'node:os';
import type Docker from 'dockerode';
import { typed } from '../command-names';
import { patience } from '../patience';

const GIBIBYTE = 2 ** 30;

/** What the machine of the Engine has, and how much of it is left. */
export interface Machine {
  readonly cores: number;
  /** Processes that run or want to, over the last minute. */
  readonly load: number;
  /** Bytes. */
  readonly memory: { readonly total: number; readonly available: number };
  /** Percent of the last minute in which everything waited for memory or for the disk; where the kernel says. */
  readonly waited: { readonly memory?: number; readonly io?: number };
  /** Where the Engine keeps everything. Bytes. */
  readonly disk?: { readonly folder: string; readonly free: number };
}

/** Undefined where the Engine runs elsewhere, or in a virtual machine of its own: that cannot be asked. */
export async function machineOf(docker: Docker): Promise<Machine | undefined> {
  const info = (await docker.info()) as { KernelVersion: string; DockerRootDir: string };
  if (!process.env.DOCKER_HOST?.startsWith('unix://') || info.KernelVersion !== release()) return undefined;
  const folder = info.DockerRootDir;
  const disk = await statfs(folder).catch(() => undefined);
  return {
    cores: availableParallelism(),
    load: loadavg()[0] ?? 0,
    memory: { total: totalmem(), available: available(contents('/proc/meminfo')) ?? freemem() },
    waited: { memory: waited(contents('/proc/pressure/memory')), io: waited(contents('/proc/pressure/io')) },
    ...(disk && { disk: { folder, free: disk.bavail * disk.bsize } }),
  };
}

/** Unlike what is free, with what the kernel would give back. */
export function available(meminfo: string): number | undefined {
  const found = /^MemAvailable:\s+(\d+) kB$/m.exec(meminfo)?.[1];
  return found === undefined ? undefined : Number(found) * 1024;
}

/** @see https://docs.kernel.org/accounting/psi.html */
export function waited(pressure: string): number | undefined {
  const found = /^full .*\bavg60=([\d.]+)/m.exec(pressure)?.[1];
  return found === undefined ? undefined : Number(found);
}

function contents(file: string): string {
  try {
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  } catch {
    // The kernel knows pressure, and was told not to measure it.
    return '';
  }
}

/** What the machine has too little of, each with what to do about it; nothing where it is not the reason. */
export function shortages({
  cores,
  load,
  memory,
  waited: { memory: paging, io },
  disk,
}: Machine): readonly string[] {
  const all = [
    load > 2 * cores &&
      `${load.toFixed(0)} processes want its ${cores} cores: stop what else runs${longer(load / cores)}`,
    (memory.available < Math.min(memory.total / 20, GIBIBYTE / 2) || (paging ?? 0) > 10) &&
      `${inGibibytes(memory.available)} of ${inGibibytes(memory.total)} memory are left: stop what else runs${smaller()}`,
    (io ?? 0) > 40 &&
      `everything waited for its disk ${io?.toFixed(0)} % of the last minute: stop what else writes${longer(3)}`,
    disk &&
      disk.free < GIBIBYTE &&
      `${inGibibytes(disk.free)} are left on the disk of ${disk.folder}: \`docker system df\` shows what takes it, \`docker system prune\` removes what nothing uses`,
  ];
  return all.filter((each) => each !== false && each !== undefined);
}

/** Not what is set already. */
function longer(factor: number): string {
  const asked = Math.min(10, Math.max(patience() + 1, Math.ceil(factor)));
  return asked > patience() ? `, or wait longer: \`${typed('up', `--patience ${asked}`)}\`` : '';
}

function smaller(): string {
  const { PLATFORM_PROFILE: profile } = process.env;
  // Only a program that has profiles is told of one.
  if (!profile) return ', or give the services less (`heap`, `memory`)';
  return profile === 'small' ? '' : `, or run less: \`${typed('up', '--profile small')}\``;
}

const inGibibytes = (bytes: number): string => `${(bytes / GIBIBYTE).toFixed(1)} GiB`;
