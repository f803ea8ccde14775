import { relative } from 'node:path';
import { ROOT } from '../lib/root';
import { inTurn, type Benchmark } from '../lib/benchmark';
import { emptyProgram, scratch } from '../lib/empty-program';
import { seconds } from '../lib/run';

export const cdktfSynth: Benchmark = {
  name: 'cdktf synth',
  measure: async (rounds, say) => {
    const synth = (cwd: string, name: string): Promise<number> =>
      seconds(`npx cdktf synth --output ${relative(cwd, scratch(name))}`, { cwd });
    const [ours = [], theirs = []] = await inTurn(
      rounds,
      say,
      () => synth(ROOT, 'platform'),
      () => synth(emptyProgram.folder, 'empty'),
    );
    return [
      {
        what: '`npx cdktf synth`',
        unit: 's',
        ours,
        peer: { name: '`npx cdktf synth` of the empty program', samples: theirs },
        goal: { atMost: 1.15 },
      },
    ];
  },
};
