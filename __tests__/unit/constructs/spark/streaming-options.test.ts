import { Duration } from '../../../../constructs/core/duration';
import { StartingOffsets, Trigger } from '../../../../constructs/spark/streaming-options';

test.each([Duration.seconds(0), Duration.milliseconds(1)])(
  'a trigger may have the interval %p',
  (interval) => {
    expect(Trigger.processingTime(interval).problem).toBeUndefined();
  },
);

test.each([Duration.seconds(-1), '5 seconds', undefined])(
  'a trigger cannot have the interval %p',
  (interval) => {
    expect(Trigger.processingTime(interval as Duration).problem).toMatch(/^must be a /i);
  },
);

test('offsets begin at a record, or at -1 and -2', () => {
  expect(StartingOffsets.at({ a: { 0: 0, 1: -1, 2: -2, 999_999_999: 1 } })).toMatchObject({
    value: '{"a":{"0":0,"1":-1,"2":-2,"999999999":1}}',
    problem: undefined,
  });
  expect(StartingOffsets.earliest()).toMatchObject({ value: 'earliest', problem: undefined });
  expect(StartingOffsets.latest()).toMatchObject({ value: 'latest', problem: undefined });
});

test.each([
  [undefined, 'must be offsets by topic and partition, such as'],
  ['earliest', "got 'earliest'"],
  [{}, 'must be offsets by topic and partition'],
  [['a'], 'must be offsets by topic and partition'],
  [null, 'got null'],
  [{ a: {} }, "must have offsets by partition for 'a'; got an object"],
  [{ a: 5 }, "must have offsets by partition for 'a'; got 5"],
  [{ a: null }, 'got null'],
  [{ a: [0] }, 'must have offsets by partition'],
  [{ a: { 0: -3 } }, "an offset from -2 on; got -3 for partition 0 of 'a'"],
  [{ a: { 0: 1.5 } }, 'got 1.5'],
  [{ a: { 0: NaN } }, 'got NaN'],
  [{ a: { 0: '1' } }, "got '1'"],
  [{ a: { 0: 1n } }, 'got 1n for partition 0'],
  [{ a: { [-1]: 1 } }, 'partitions from 0 on'],
  [{ a: { x: 1 } }, "got 1 for partition x of 'a'"],
  [{ a: { '1x': 1 } }, "got 1 for partition 1x of 'a'"],
  [{ a: { 1_000_000_000: 1 } }, 'for partition 1000000000'],
])('%p are no offsets', (offsets, says) => {
  expect(StartingOffsets.at(offsets as Record<string, Record<number, number>>).problem).toContain(says);
});
