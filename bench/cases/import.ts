import { join } from 'node:path';
import { inTurn, type Benchmark } from '../lib/benchmark';
import { pack } from '../lib/packed';
import { ROOT } from '../lib/root';
import { output } from '../lib/run';

async function secondsToImport(module: string): Promise<number> {
  return Number(await output(`node bench/programs/import.mjs ${module}`));
}

export const libraryImport: Benchmark = {
  name: 'import of the library',
  measure: async (rounds, say) => {
    say('packing');
    await pack();
    const [ours = [], theirs = []] = await inTurn(
      rounds,
      say,
      () => secondsToImport(join(ROOT, 'dist', 'index.js')),
      () => secondsToImport('cdktf'),
    );
    return [
      {
        what: '`import` of the packed library',
        unit: 's',
        ours,
        peer: { name: '`import` of cdktf', samples: theirs },
        goal: { atMost: 1.3 },
      },
    ];
  },
};
