import { setTimeout as sleep } from 'node:timers/promises';
import Docker from 'dockerode';
import { LABEL } from '../../constructs/core/labels';
import type { Benchmark } from '../lib/benchmark';
import { ensureUp } from '../lib/platform';
import { machineFor } from '../lib/processor';

/** Until what starting left to do is done. */
const SETTLING = 60_000;
const SAMPLE = 20_000;

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
      const machine = await machineFor(SAMPLE);
      processors.push(machine.busy);
      started.push(machine.started);
      memory.push(await megabytes());
    }
    return [
      { what: 'memory of the idle platform', unit: 'MB', ours: memory, goal: { atMost: 4_000 } },
      { what: 'processor time of the machine with the idle platform', unit: '% of one', ours: processors },
      { what: 'processes and threads started meanwhile', unit: 'a second', ours: started },
    ];
  },
};
