import { ALL, isPossible, nameOf, PAIRWISE, STACKS, TOPICS, type State } from './states';

const PARTS = ['how', 'which', 'topics', 'stacks'] as const;

/** Two parts of a state together. */
const pairsOf = (state: State): string[] =>
  PARTS.flatMap((one, index) =>
    PARTS.slice(index + 1).map((other) => `${one} ${state[one]}, ${other} ${state[other]}`),
  );

test('the states that are tried hold each pair that any possible state holds', () => {
  const tried = new Set(PAIRWISE.flatMap(pairsOf));
  expect([...new Set(ALL.flatMap(pairsOf))].filter((pair) => !tried.has(pair))).toEqual([]);
});

test('only services without any topic are impossible', () => {
  const all = TOPICS.flatMap((topics) => STACKS.map((stacks) => ({ topics, stacks })));
  expect(all.filter((each) => !isPossible(each))).toEqual([{ topics: 'no', stacks: 'all' }]);
  expect(ALL).toHaveLength(7 * 3 * 5);
});

test('each has a name of its own', () => {
  expect(new Set(ALL.map(nameOf)).size).toBe(ALL.length);
});
