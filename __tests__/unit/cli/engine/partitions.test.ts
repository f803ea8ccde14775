import { underReplicated, reassignments, type Partition } from '../../../../cli/engine/partitions';

const partition = (replicas: number[], inSync = replicas, number = 0): Partition => ({
  topic: 'orders',
  partition: number,
  replicas,
  inSync,
});

test.each<[string, number[], number | undefined, boolean]>([
  ['all replicas in sync', [1, 2, 3], undefined, false],
  ['one behind', [1, 2], undefined, true],
  ['only the broker behind that goes anyway', [1, 2], 3, false],
  ['another broker behind', [1, 3], 3, true],
  ['nobody in sync', [], 1, true],
])('a partition with %s', (_, inSync, except, isLagging) => {
  const all = [partition([1, 2, 3], inSync)];
  expect(underReplicated(all, except)).toEqual(isLagging ? all : []);
});

test('the only replica may go with its broker: nobody else could have it', () => {
  expect(underReplicated([partition([2])], 2)).toEqual([]);
});

test('a replica moves to a broker that has none of the partition', () => {
  expect(reassignments([partition([4, 1, 2])], [4], [1, 2, 3])).toEqual([
    { topic: 'orders', partition: 0, replicas: [1, 2, 3] },
  ]);
});

test('what is not on a broker that leaves stays where it is', () => {
  expect(reassignments([partition([1, 2, 3])], [4], [1, 2, 3])).toEqual([]);
});

test('replicas go where the fewest are', () => {
  const all = [0, 1, 2, 3].map((number) => partition([4], [4], number));
  const moves = reassignments([partition([1]), partition([1, 2]), ...all], [4], [1, 2, 3]);
  expect(moves.map(({ replicas }) => replicas)).toEqual([[3], [2], [3], [1]]);
});

test('with as many brokers as copies every copy finds a place, with one fewer it does not', () => {
  const copies = (staying: number[]) => reassignments([partition([4, 5, 1])], [4, 5], staying)[0]?.replicas;
  expect(copies([1, 2, 3])).toEqual([1, 2, 3]);
  expect(copies([1, 2])).toEqual([1, 2]);
});
