import { inTurn, type Benchmark } from '../lib/benchmark';
import { seconds } from '../lib/run';

export const unitTests: Benchmark = {
  name: 'unit tests',
  measure: async (rounds, say) => {
    const [ours = []] = await inTurn(rounds, say, () => seconds('jest --selectProjects unit'));
    return [{ what: 'the whole unit test suite', unit: 's', ours, goal: { atMost: 15 } }];
  },
};
