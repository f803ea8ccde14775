import { Duration } from '../../../../constructs/core/duration';

test('counts in milliseconds whatever the unit', () => {
  expect(Duration.hours(168).toMilliseconds()).toBe(604_800_000);
  expect(Duration.days(7).toMilliseconds()).toBe(604_800_000);
  expect(Duration.minutes(1).plus(Duration.seconds(30)).toMilliseconds()).toBe(90_000);
});

test('rounds up to whole seconds', () => {
  expect(Duration.milliseconds(1_001).toSeconds()).toBe(2);
});

test.each([
  [Duration.seconds(0), '0s'],
  [Duration.milliseconds(999), '999ms'],
  [Duration.milliseconds(1_000), '1s'],
  [Duration.seconds(59), '59s'],
  [Duration.seconds(60), '1m0s'],
  [Duration.minutes(60), '1h0m0s'],
  [Duration.milliseconds(90_500), '1m30.5s'],
])('is written as Go reads it back: %s', (duration, text) => {
  expect(duration.toGoString()).toBe(text);
});

test.each([
  [Duration.minutes(1), '1 minute'],
  [Duration.seconds(90), '90 seconds'],
  [Duration.hours(168), '7 days'],
  [Duration.milliseconds(0), '0 seconds'],
])('is written as people read it: %s', (duration, text) => {
  expect(duration.toString()).toBe(text);
});

test.each([-1, NaN, Infinity, 0.5, '5' as unknown as number])(
  '%p milliseconds are no duration, and say so before they are used',
  (amount) => {
    const duration = Duration.milliseconds(amount);
    expect(duration.problem).toMatch(/got '?[^ ]+ milliseconds/);
    expect(() => duration.toSeconds()).toThrow(`A duration ${String(duration.problem)}`);
  },
);

test('takes a part of a unit that comes to whole milliseconds', () => {
  expect(Duration.hours(0.1).toMilliseconds()).toBe(360_000);
});

test('what is whole to a microsecond is whole, and what is not is none', () => {
  expect(Duration.hours(0.1).toMilliseconds()).toBe(360_000);
  expect(Duration.milliseconds(1.001).problem).toBeUndefined();
  expect(Duration.milliseconds(1.0011).problem).toContain('got 1.0011 milliseconds');
});

test('is multiplied, and stays whole milliseconds', () => {
  expect(Duration.seconds(10).times(3).toString()).toBe('30 seconds');
  expect(Duration.milliseconds(1).times(1.5).toMilliseconds()).toBe(2);
  expect(() => Duration.seconds(1).times(undefined as never)).toThrow('must be a number; got undefined');
});
