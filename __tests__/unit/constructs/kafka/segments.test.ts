import { Duration } from '../../../../constructs/core/duration';
import { Size } from '../../../../constructs/core/size';
import { Retention } from '../../../../constructs/kafka/retention';
import { checkIntervalOf, segmentsOf } from '../../../../constructs/kafka/segments';

const upTo = (seconds: number): Retention => Retention.upTo(Duration.seconds(seconds));
const upToSize = (mebibytes: number): Retention => Retention.upToSize(Size.mebibytes(mebibytes));
const WEEK = 7 * 24 * 3600;

test.each([
  ['seven days', upTo(WEEK)],
  ['a year', upTo(365 * 24 * 3600)],
  ['ever', Retention.forever()],
  ['1 GiB', upToSize(1024)],
])("what is kept for %s needs no segments but Kafka's", (_, retention) => {
  expect(segmentsOf(retention)).toEqual({});
});

test.each([
  [upTo(WEEK - 1), { milliseconds: ((WEEK - 1) * 1000) / 2 }],
  [upTo(60), { milliseconds: 30_000 }],
  [upTo(1), { milliseconds: 1000 }],
  [upToSize(1020), { bytes: 255 * 1024 ** 2 }],
  [upToSize(10), { bytes: 2.5 * 1024 ** 2 }],
  [Retention.upToSize(Size.bytes(1)), { bytes: 1_048_588 }],
  [Retention.upTo(Duration.hours(1), Size.mebibytes(8)), { milliseconds: 1_800_000, bytes: 2 * 1024 ** 2 }],
])('segments follow a short or small retention', (retention, segments) => {
  expect(segmentsOf(retention)).toEqual(segments);
});

test('a segment holds the largest batch', () => {
  expect(segmentsOf(upToSize(10), Size.mebibytes(4))).toEqual({ bytes: 4 * 1024 ** 2 });
  expect(segmentsOf(upToSize(100), Size.mebibytes(4))).toEqual({ bytes: 25 * 1024 ** 2 });
});

test.each([4, 10, 60, 600, 1200, 86_400, WEEK - 1])(
  'what is older than twice %p s is gone: a segment, and a look',
  (seconds) => {
    const retention = upTo(seconds);
    const segment = segmentsOf(retention).milliseconds ?? 0;
    expect(segment + checkIntervalOf(retention)).toBeLessThanOrEqual(seconds * 1000);
  },
);

test.each([
  [upTo(1), 1000],
  [upTo(60), 15_000],
  [upTo(1200), 300_000],
  [upTo(WEEK), 300_000],
  [upToSize(10), 1000],
  [upToSize(100), 10_000],
  [Retention.forever(), 300_000],
])('brokers look as often as a retention needs', (retention, milliseconds) => {
  expect(checkIntervalOf(retention)).toBe(milliseconds);
});
