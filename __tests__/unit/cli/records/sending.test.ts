import { batches } from '../../../../cli/records/producer';
import { due } from '../../../../cli/records/pace';

const record = (partition: number, value: string): { partition: number; value: string } => ({
  partition,
  value,
});

test('each partition has a batch of its own, in the order of its records', () => {
  const mixed = [record(0, 'a'), record(1, 'b'), record(0, 'c')];
  expect(batches(mixed)).toEqual([[mixed[0], mixed[2]], [mixed[1]]]);
});

test.each([
  [2, [['a', 'b'], ['c']]],
  [3, [['a', 'b', 'c']]],
  // What is larger alone is for the broker to refuse.
  [0, [['a'], ['b'], ['c']]],
])('a batch has at most %d bytes', (most, values) => {
  const all = ['a', 'b', 'c'].map((value) => record(0, value));
  expect(batches(all, most).map((some) => some.map(({ value }) => value))).toEqual(values);
});

describe('records are due', () => {
  /** @param slow how long each sending takes, in milliseconds */
  async function sent(rate: number, count: number, slow = 0): Promise<[at: number, some: number][]> {
    let clock = 0;
    const wait = (milliseconds: number): Promise<unknown> => Promise.resolve((clock += milliseconds));
    const all: [number, number][] = [];
    for await (const some of due({ rate, count }, new AbortController().signal, () => clock, wait)) {
      all.push([clock, some]);
      clock += slow;
    }
    return all;
  }

  test('one by one, where they are few', async () => {
    expect(await sent(2, 3)).toEqual([
      [0, 1],
      [500, 1],
      [1000, 1],
    ]);
  });

  test('together ten times a second, where they are many', async () => {
    expect(await sent(100, 22)).toEqual([
      [0, 1],
      [100, 10],
      [200, 10],
      [300, 1],
    ]);
  });

  test('at most those of a second, where brokers are slower', async () => {
    const all = await sent(10, 30, 5_000);
    expect(all.map(([, some]) => some)).toEqual([1, 10, 10, 9]);
  });

  test('no more once somebody has interrupted', async () => {
    const controller = new AbortController();
    const all: number[] = [];
    for await (const some of due({ rate: 1000 }, controller.signal)) {
      all.push(some);
      controller.abort();
    }
    expect(all).toEqual([1]);
  });
});
