import { setTimeout as sleep } from 'node:timers/promises';
import Docker from 'dockerode';
import { LABEL } from '../../constructs/core/labels';
import { median, type Benchmark, type Figure } from '../lib/benchmark';
import { inProfile, type ProfileName } from '../lib/platform';
import { between, engine, groupOf, threads, type Used } from '../lib/processor';

/** Until what starting left to do is done. */
const SETTLING = 180_000;
/** Two minutes have one check of each healthy service. */
const SAMPLE = 120_000;
/** Of one processor; what takes less explains nothing. */
const WORTH_A_LINE = 0.1;

interface Moment {
  readonly services: Used;
  readonly threads: Used;
}

async function moment(): Promise<Moment> {
  const docker = new Docker();
  const containers = await docker.listContainers({ filters: { label: [`${LABEL.platform}=bench`] } });
  const all = await Promise.all(
    containers.map(async ({ Id, Labels }) => {
      const { State } = await docker.getContainer(Id).inspect();
      const { seconds, pids } = await groupOf(State.Pid);
      return { service: Labels[LABEL.service] ?? Id, seconds, threads: await threads(pids) };
    }),
  );
  return {
    services: new Map([
      ['the Engine, with the health checks that it starts', await engine()],
      ...all.map(({ service, seconds }): [string, number] => [service, seconds]),
    ]),
    threads: new Map(
      all.flatMap(({ service, threads }) =>
        [...threads].map(([name, seconds]): [string, number] => [`${service}: ${name}`, seconds]),
      ),
    ),
  };
}

async function figures(profile: ProfileName, rounds: number, say: (step: string) => void): Promise<Figure[]> {
  const found: Record<keyof Moment, Map<string, number[]>> = { services: new Map(), threads: new Map() };
  for (let round = 1; round <= rounds; round++) {
    say(`${profile}, round ${round} of ${rounds}`);
    const before = await moment();
    await sleep(SAMPLE);
    const after = await moment();
    for (const what of ['services', 'threads'] as const)
      for (const [name, seconds] of between(before[what], after[what]))
        found[what].set(name, [...(found[what].get(name) ?? []), (100_000 * seconds) / SAMPLE]);
  }
  const busy = [...found.threads].filter(([, samples]) => median(samples) >= WORTH_A_LINE);
  return [...found.services, ...busy]
    .sort(([, one], [, other]) => median(other) - median(one))
    .map(([name, ours]) => ({ what: `idle in ${profile}, ${name}`, unit: '% of one', ours }));
}

export const idleApart: Benchmark = {
  name: 'idle platform, taken apart',
  measure: async (rounds, say) => {
    const all: Figure[] = [];
    for (const profile of ['small', 'standard'] as const)
      await inProfile(profile, say, async () => {
        say(`letting ${profile} settle`);
        await sleep(SETTLING);
        all.push(...(await figures(profile, rounds, say)));
      });
    return all;
  },
};
