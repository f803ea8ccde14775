import { inTurn, type Benchmark, type Figure } from '../lib/benchmark';
import { scratch } from '../lib/empty-program';
import { output } from '../lib/run';

interface Synth {
  readonly seconds: number;
  readonly megabytes: number;
  /** Of the time, in validation. */
  readonly percent: number;
}

const COUNTS = [10, 100, 1_000, 10_000];

async function synth(count: number, ...options: string[]): Promise<Synth> {
  const command = ['node --import tsx bench/programs/topics.ts', count, ...options].join(' ');
  return JSON.parse(await output(command, { env: { CDKTF_OUTDIR: scratch('topics') } })) as Synth;
}

export const topicsSynth: Benchmark = {
  name: 'synth of N topics',
  measure: async (rounds, say) => {
    const megabytes: number[] = [];
    const runs = COUNTS.map((count) => async () => {
      const made = await synth(count);
      if (count === COUNTS.at(-1)) megabytes.push(made.megabytes);
      return made.seconds;
    });
    const samples = await inTurn(rounds, say, ...runs);
    const [percents = []] = await inTurn(rounds, say, async () => (await synth(10_000, 'profiled')).percent);
    const growth = COUNTS.slice(1).map((count, index): Figure => ({
      what: `synth of ${count.toLocaleString('en')} topics`,
      unit: 's',
      ours: samples[index + 1] ?? [],
      peer: { name: `of ${COUNTS[index]?.toLocaleString('en')}`, samples: samples[index] ?? [] },
      goal: { atMost: 11 },
    }));
    return [
      ...growth,
      { what: 'its peak memory', unit: 'MB', ours: megabytes.slice(1), goal: { atMost: 256 } },
      { what: 'its share of validation', unit: '%', ours: percents, goal: { atMost: 10 } },
    ];
  },
};
