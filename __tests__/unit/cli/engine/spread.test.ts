import type { Partition } from '../../../../cli/engine/partitions';
import { spread, type Broker } from '../../../../cli/engine/spread';

const topic = (name: string, ...placed: number[][]): Partition[] =>
  placed.map((replicas, partition) => ({ topic: name, partition, replicas, inSync: replicas }));
const brokers = (count: number, ...racks: string[]): Broker[] =>
  Array.from({ length: count }, (_, index) => ({ id: index + 1, rack: racks[index] }));

/** As Kafka would place it on brokers that are there from the start. */
const evenly = (name: string, partitions: number, copies: number, count: number): Partition[] =>
  topic(
    name,
    ...Array.from({ length: partitions }, (_, partition) =>
      Array.from({ length: copies }, (__, copy) => ((partition + copy) % count) + 1),
    ),
  );

function after(all: readonly Partition[], to: readonly Broker[]): Partition[] {
  const moves = spread(all, to);
  return all.map((each) => ({
    ...each,
    ...moves.find(({ topic: name, partition }) => name === each.topic && partition === each.partition),
  }));
}

const counts = (
  all: readonly Partition[],
  count: number,
  of: (each: Partition) => readonly number[],
): number[] => brokers(count).map(({ id }) => all.filter((each) => of(each).includes(id)).length);
const replicas = ({ replicas: all }: Partition): readonly number[] => all;
const leader = ({ replicas: [first = 0] }: Partition): readonly number[] => [first];
const difference = (all: readonly number[]): number => Math.max(...all) - Math.min(...all);
const moved = (all: readonly Partition[], to: readonly Partition[]): number =>
  all.flatMap((each, index) => to[index]!.replicas.filter((id) => !each.replicas.includes(id))).length;

test('nothing moves where every broker has its share', () => {
  expect(spread(evenly('orders', 6, 3, 3), brokers(3))).toEqual([]);
  expect(spread([], brokers(3))).toEqual([]);
});

test('one more than another is its share', () => {
  expect(spread(topic('orders', [1], [2], [1]), brokers(2))).toEqual([]);
  expect(spread(topic('orders', [1], [2], [1], [1]), brokers(2))).toHaveLength(1);
});

test('a broker that joined gets its share of every topic, and nothing else moves', () => {
  const all = [...evenly('orders', 12, 3, 3), ...evenly('sales', 8, 2, 3)];
  const made = after(all, brokers(4));
  expect(counts(made.slice(0, 12), 4, replicas)).toEqual([9, 9, 9, 9]);
  expect(counts(made.slice(12), 4, replicas)).toEqual([4, 4, 4, 4]);
  expect(moved(all, made)).toBe(9 + 4);
  expect(counts(made.slice(0, 12), 4, leader)).toEqual([3, 3, 3, 3]);
});

test('of topics too small for every broker, each gets its share of them all', () => {
  const all = Array.from({ length: 8 }, (_, index) => topic(`topic-${index}`, [(index % 2) + 1])).flat();
  const made = after(all, brokers(4));
  expect(counts(made, 4, replicas)).toEqual([2, 2, 2, 2]);
  expect(moved(all, made)).toBe(4);
});

test('who leads alone is relieved without any data moving', () => {
  const all = topic('orders', [1, 2, 3], [1, 3, 2], [1, 2, 3]);
  const made = after(all, brokers(3));
  expect(counts(made, 3, leader)).toEqual([1, 1, 1]);
  expect(moved(all, made)).toBe(0);
});

test('leaders are handed on by way of brokers that have enough', () => {
  const all = topic('orders', [1, 2], [1, 2], [2, 3], [1, 2], [2, 3], [3, 1]);
  expect(counts(after(all, brokers(3)), 3, leader)).toEqual([2, 2, 2]);
});

test.each([
  ['as many racks as copies', ['a', 'b', 'c', 'c'], 3, 1],
  ['fewer racks than copies', ['a', 'b', 'a', 'b'], 3, 2],
  ['one rack', ['a', 'a', 'a', 'a'], 3, 3],
])('with %s a partition is in all of them', (_, racks, copies, most) => {
  const made = after(evenly('orders', 12, copies, 3), brokers(4, ...racks));
  for (const each of made) {
    const inRacks = each.replicas.map((id) => racks[id - 1]);
    expect(
      Math.max(...inRacks.map((rack) => inRacks.filter((other) => other === rack).length)),
    ).toBeLessThanOrEqual(most);
  }
});

test('a rack that is new takes a copy of every partition that had two in one', () => {
  const made = after(evenly('orders', 6, 3, 3), brokers(4, 'a', 'a', 'b', 'c'));
  expect(made.every(({ replicas: all }) => all.includes(3) && all.includes(4))).toBe(true);
  expect(counts(made, 4, replicas)).toEqual([3, 3, 6, 6]);
});

test('racks that not every broker has count for nothing', () => {
  expect(counts(after(evenly('orders', 4, 1, 1), brokers(2, 'a')), 2, replicas)).toEqual([2, 2]);
});

/** Numbers that are the same at each run. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; state = (state * 48_271) % 2_147_483_647) yield state;
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'whatever is spread keeps its copies, is even, and stays (%i)',
  (seed) => {
    const random = numbers(seed * 7_919);
    const next = (below: number): number => random.next().value % below;
    const count = 3 + next(5);
    const all = Array.from({ length: 1 + next(12) }, (_, index) => {
      const copies = 1 + next(3);
      const placed = Array.from({ length: 1 + next(20) }, () =>
        brokers(3)
          .map(({ id }) => ({ id, key: next(1_000) }))
          .sort((one, other) => one.key - other.key)
          .slice(0, copies)
          .map(({ id }) => id),
      );
      return topic(`topic-${index}`, ...placed);
    }).flat();
    const made = after(all, brokers(count));
    expect(made.map((each) => new Set(each.replicas).size)).toEqual(all.map((each) => each.replicas.length));
    expect(difference(counts(made, count, replicas))).toBeLessThanOrEqual(1);
    for (const name of new Set(all.map((each) => each.topic)))
      expect(
        difference(
          counts(
            made.filter((each) => each.topic === name),
            count,
            replicas,
          ),
        ),
      ).toBeLessThanOrEqual(1);
    expect(difference(counts(made, count, leader))).toBeLessThanOrEqual(1);
    expect(spread(made, brokers(count))).toEqual([]);
  },
);

test('ten thousand partitions take no more than seconds', () => {
  const all = Array.from({ length: 2_500 }, (_, index) => evenly(`topic-${index}`, 4, 3, 3)).flat();
  const begin = Date.now();
  expect(spread(all, brokers(4)).length).toBeGreaterThan(5_000);
  expect(Date.now() - begin).toBeLessThan(20_000);
});
