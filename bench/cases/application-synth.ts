import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/root';
import { inTurn, type Benchmark } from '../lib/benchmark';
import { emptyProgram, scratch } from '../lib/empty-program';
import { seconds } from '../lib/run';

export const applicationSynth: Benchmark = {
  name: 'application synth',
  measure: async (rounds, say) => {
    const { app } = JSON.parse(readFileSync(join(ROOT, 'cdktf.json'), 'utf8')) as { app: string };
    const [ours = [], theirs = []] = await inTurn(
      rounds,
      say,
      () => seconds(app, { env: { CDKTF_OUTDIR: scratch('platform') } }),
      () => seconds(emptyProgram.app, { cwd: emptyProgram.folder, env: { CDKTF_OUTDIR: scratch('empty') } }),
    );
    return [
      {
        what: "the application's synth of the whole platform",
        unit: 's',
        ours,
        peer: { name: 'a program that loads cdktf and synthesizes an empty stack', samples: theirs },
        goal: { atMost: 1.5 },
      },
    ];
  },
};
