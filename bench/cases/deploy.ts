import type { Benchmark } from '../lib/benchmark';
import { composePlatform } from '../lib/compose';
import { emptyProgram } from '../lib/empty-program';
import { containers, start, stop } from '../lib/platform';
import { seconds } from '../lib/run';

export const deploy: Benchmark = {
  name: 'deploy',
  measure: async (rounds, say) => {
    const cold: number[] = [];
    const unchanged: number[] = [];
    const empty: number[] = [];
    const composeCold: number[] = [];
    const composeUnchanged: number[] = [];
    say('making what is missing');
    await start();
    await stop();
    const compose = await composePlatform(say, await containers());
    for (let round = 1; round <= rounds; round++) {
      say(`round ${round} of ${rounds}, ours`);
      cold.push(await start());
      unchanged.push(await start());
      empty.push(await seconds("npx cdktf deploy '*' --auto-approve", { cwd: emptyProgram.folder }));
      await stop();
      say(`round ${round} of ${rounds}, theirs`);
      try {
        composeCold.push(await compose.up());
        composeUnchanged.push(await compose.up());
      } finally {
        await compose.down();
      }
    }
    return [
      {
        what: 'cold start: `npm start` on a destroyed platform',
        unit: 's',
        ours: cold,
        peer: { name: '`docker compose up --wait` of the same', samples: composeCold },
        goal: { atMost: 1 },
      },
      {
        what: 'a deploy that changes nothing: `npm start`',
        unit: 's',
        ours: unchanged,
        peer: {
          name: '`docker compose up --wait` that changes nothing, and `cdktf deploy` of an empty stack',
          samples: composeUnchanged.map((time, index) => time + (empty[index] ?? NaN)),
        },
        goal: { atMost: 0.4 },
      },
      { what: '`docker compose up --wait` that changes nothing', unit: 's', ours: composeUnchanged },
      { what: '`npx cdktf deploy` of an empty stack that changes nothing', unit: 's', ours: empty },
    ];
  },
};
