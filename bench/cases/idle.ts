import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import Docker from 'dockerode';
import { LABEL } from '../../constructs/core/labels';
import type { Benchmark } from '../lib/benchmark';
import { ensureUp } from '../lib/platform';

/** Until what starting left to do is done. */
const SETTLING = 60_000;
const SAMPLE = 20_000;

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

/** Without page cache, which the kernel takes back when it is needed. */
async function megabytes(): Promise<number> {
  const docker = new Docker();
  const filters = { label: [`${LABEL.platform}=bench`] };
  const stats = (await docker.listContainers({ filters })).map(({ Id }) =>
    docker.getContainer(Id).stats({ stream: false }),
  );
  return (await Promise.all(stats)).reduce((sum, { memory_stats: { usage, stats } }) => {
    // `total_inactive_file` is of the first version of control groups, where the other one is without children.
    const { inactive_file: cache, total_inactive_file: cacheBefore } = stats as Partial<typeof stats>;
    return sum + (usage - (cacheBefore ?? cache ?? 0)) / 1e6;
  }, 0);
}

export const idle: Benchmark = {
  name: 'idle platform',
  measure: async (rounds, say) => {
    await ensureUp(say);
    say('letting it settle');
    await sleep(SETTLING);
    const memory: number[] = [];
    const processors: number[] = [];
    const started: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      say(`round ${round} of ${rounds}`);
      const before = await ticks();
      await sleep(SAMPLE);
      const after = await ticks();
      const busy = 1 - (after.idle - before.idle) / (after.all - before.all);
      processors.push(100 * busy * cpus().length);
      started.push(((after.started - before.started) * 1000) / SAMPLE);
      memory.push(await megabytes());
    }
    return [
      { what: 'memory of the idle platform', unit: 'MB', ours: memory, goal: { atMost: 4_000 } },
      { what: 'processor time of the machine with the idle platform', unit: '% of one', ours: processors },
      { what: 'processes and threads started meanwhile', unit: 'a second', ours: started },
    ];
  },
};
