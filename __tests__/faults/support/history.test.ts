import { anomalies, type History, type Placed, type Poll } from './history';

const at = (offset: number, sequence = offset, partition = 0): Placed => ({ partition, sequence, offset });
const poll = (records: readonly Placed[], assignment = 1): Poll => ({
  assignment,
  partition: records[0]!.partition,
  records,
});

const three = [at(0), at(1), at(2)];
const well: History = { sent: three, acknowledged: three, polls: [poll(three)], log: three };

/** The kinds of anomalies in the history that is well, but for this. */
const kinds = (but: Partial<History>): Record<string, readonly string[]> =>
  Object.fromEntries(
    Object.entries(anomalies({ ...well, ...but })).filter(
      ([, found]: [string, string[]]) => found.length > 0,
    ),
  );

test('finds nothing where every record is once at its place', () => {
  expect(kinds({})).toEqual({});
});

test('finds nothing where a record came into the log without an acknowledgement', () => {
  expect(kinds({ acknowledged: [at(0), at(2)] })).toEqual({});
});

test('finds nothing where a record without an acknowledgement is not in the log', () => {
  expect(kinds({ sent: [...three, at(3)] })).toEqual({});
});

test('notices that an acknowledged record is lost, and names it', () => {
  const left = [at(0), at(1)];
  expect(kinds({ log: left, polls: [poll(left)] })).toEqual({
    lost: ['record 2 of partition 0'],
    contradicted: ['record 2 of partition 0 at offset 2 of partition 0, now undefined'],
  });
});

test('takes records of one number in two partitions for two', () => {
  expect(kinds({ acknowledged: [...three, at(0, 0, 1)] }).lost).toEqual(['record 0 of partition 1']);
});

test('notices a record in the log that nobody sent', () => {
  expect(kinds({ log: [...three, at(3)] })).toEqual({
    invented: ['record 3 of partition 0'],
    unread: ['offset 3 of partition 0'],
  });
});

test('notices a record in a poll that nobody sent, and that the log does not have', () => {
  expect(Object.keys(kinds({ polls: [poll([...three, at(3)])] }))).toEqual(['invented', 'contradicted']);
});

test('notices a record that is twice in the log, once', () => {
  const twice = [...three, at(3, 1)];
  expect(kinds({ log: twice, polls: [poll(twice)] })).toEqual({ duplicated: ['record 1 of partition 0'] });
});

test('notices a record that is behind one that was sent after it', () => {
  const swapped = [at(0), at(1, 2), at(2, 1)];
  expect(kinds({ log: swapped, acknowledged: swapped, polls: [poll(swapped)] })).toEqual({
    reordered: ['record 1 of partition 0 at offset 2 of partition 0, after record 2'],
  });
});

test('compares the order within partitions only', () => {
  const both = [at(0, 5), at(1, 2, 1)];
  expect(kinds({ sent: both, acknowledged: both, log: both, polls: [poll([at(0, 5)])] })).not.toHaveProperty(
    'reordered',
  );
});

test('notices a record that was acknowledged at another offset than its own', () => {
  expect(kinds({ acknowledged: [at(0), at(1), at(1, 2)] })).toEqual({
    contradicted: ['record 2 of partition 0 at offset 1 of partition 0, now record 1 of partition 0'],
  });
});

test('notices a poll whose record is another in the log', () => {
  expect(kinds({ polls: [poll([at(0), at(1, 2), at(2)])] })).toEqual({
    contradicted: ['record 2 of partition 0 at offset 1 of partition 0, now record 1 of partition 0'],
  });
});

test.each([
  ['in a poll', [poll([at(0), at(2)])]],
  ['between polls', [poll([at(0)]), poll([at(2)])]],
  ['at a new assignment', [poll([at(0)]), poll([at(2)], 2)]],
])('notices a gap %s', (_, polls) => {
  expect(kinds({ polls })).toEqual({
    skipped: ['partition 0 from offset 0 to 2'],
    unread: ['offset 1 of partition 0'],
  });
});

test('notices a gap before the first record', () => {
  expect(kinds({ polls: [poll([at(1), at(2)])] })).toMatchObject({
    skipped: ['partition 0 from offset -1 to 1'],
  });
});

test.each([
  ['in a poll', [poll([at(0), at(1), at(1), at(2)])]],
  ['between polls', [poll([at(0), at(1)]), poll([at(1), at(2)])]],
])('notices a rewind %s', (_, polls) => {
  expect(kinds({ polls })).toEqual({ rewound: ['partition 0 from offset 1 to 1'] });
});

test('lets a consumer go back when it is assigned partitions anew', () => {
  expect(kinds({ polls: [poll([at(0), at(1)]), poll([at(1), at(2)], 2)] })).toEqual({});
});

test('notices the end of the log that no poll gave', () => {
  expect(kinds({ polls: [poll([at(0), at(1)])] })).toEqual({ unread: ['offset 2 of partition 0'] });
});
