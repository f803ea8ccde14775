import { setTimeout as sleep } from 'node:timers/promises';
import { before } from '../lib/before';
import type { Benchmark, Figure } from '../lib/benchmark';
import { start, stop } from '../lib/platform';
import { machineFor } from '../lib/processor';

/** The last one whose health checks were asked every 3 s. */
const COMMIT = '8953299';
const GOALS = { standard: 0.3, small: 0.35 } as const;

/** Until what starting left to do is done. */
const SETTLING = 120_000;
/** Two minutes have one check of each healthy service. */
const SAMPLE = 120_000;

async function idle(): Promise<number> {
  await sleep(SETTLING);
  return (await machineFor(SAMPLE)).busy;
}

export const idleBefore: Benchmark = {
  name: 'idle platform, beside before',
  measure: async (rounds, say) => {
    await stop();
    const theirs = await before(COMMIT);
    const figures: Figure[] = [];
    for (const profile of ['standard', 'small'] as const) {
      const settings = { PLATFORM_PROFILE: profile };
      const [now, then]: [number[], number[]] = [[], []];
      for (let round = 1; round <= rounds; round++) {
        say(`${profile}, round ${round} of ${rounds}, now`);
        await start(settings);
        now.push(await idle());
        await stop();
        say(`${profile}, round ${round} of ${rounds}, at ${COMMIT}`);
        try {
          await theirs.start(settings);
          then.push(await idle());
        } finally {
          await theirs.stop();
        }
      }
      figures.push({
        what: `processor time of the machine with the idle platform, ${profile}`,
        unit: '% of one',
        ours: now,
        peer: { name: `the same at commit ${COMMIT}`, samples: then },
        goal: { atMost: GOALS[profile] },
      });
    }
    return figures;
  },
};
