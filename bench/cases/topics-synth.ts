import { inTurn, type Benchmark, type Figure } from '../lib/benchmark';
import { scratch } from '../lib/empty-program';
import { pack } from '../lib/packed';
import { profileOf, shareOf } from '../lib/profile';
import { output } from '../lib/run';

const COUNTS = [10, 100, 1_000, 10_000] as const;
const MOST = 10_000;

/** The library's own checks, and the hooks by which cdktf asks for them. */
const VALIDATION =
  /core\/(validation|properties|checks|claim|show|known)\.js$|-rules\.js$|topic-settings\.js$/;

const program = (count: number): string => `node bench/programs/topics.mjs ${count}`;

export const topicsSynth: Benchmark = {
  name: 'synth of N topics',
  measure: async (rounds, say) => {
    say('packing');
    await pack();
    const options = { env: { CDKTF_OUTDIR: scratch('topics') } };
    const megabytes: number[] = [];
    const runs = COUNTS.map((count) => async () => {
      const made = JSON.parse(await output(program(count), options)) as {
        seconds: number;
        megabytes: number;
      };
      if (count === MOST) megabytes.push(made.megabytes);
      return made.seconds;
    });
    const validation = async (): Promise<number> =>
      100 *
      shareOf(
        await profileOf(program(MOST), options),
        'synthesizeTopics',
        ({ url, functionName }) => VALIDATION.test(url) || functionName === 'runAllValidations',
      );
    const samples = await inTurn(rounds, say, ...runs, validation);
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
      { what: 'its share of validation', unit: '%', ours: samples.at(-1) ?? [], goal: { atMost: 10 } },
    ];
  },
};
