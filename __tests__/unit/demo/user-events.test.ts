import { badRecords, eventsWithin, ExpectedAverages, MINUTE, windowOf } from '../../../demo/user-events';

const NOON = Date.UTC(2026, 0, 1, 12);

test('fills a window evenly and leaves none of its events outside', () => {
  const events = eventsWithin(NOON, 60);
  expect(new Set(events.map(({ timestamp }) => windowOf(timestamp)))).toEqual(new Set([NOON]));
  const seconds = events.map(({ timestamp }) => Math.floor((timestamp - NOON) / 1000));
  expect(seconds.sort((one, other) => one - other)).toEqual(
    Array.from({ length: 60 }, (_, second) => second),
  );
});

test('sends the events of a window in another order than they happened', () => {
  const timestamps = eventsWithin(NOON, 600).map(({ timestamp }) => timestamp);
  expect(timestamps).not.toEqual([...timestamps].sort((one, other) => one - other));
});

test.each([
  [NOON - 1, NOON - MINUTE],
  [NOON, NOON],
  [NOON + MINUTE - 1, NOON],
  [NOON + MINUTE, NOON + MINUTE],
])('counts %p to the window that begins at %p', (timestamp, window) => {
  expect(windowOf(timestamp)).toBe(window);
});

test('averages by window, and knows nothing of a window without events', () => {
  const averages = new ExpectedAverages();
  for (const [age, timestamp] of [
    [20, NOON],
    [31, NOON + MINUTE - 1],
    [90, NOON + MINUTE],
  ] as const)
    averages.add({ name: 'Ada', age, timestamp });
  expect(averages.of(NOON)).toEqual({ average: 25.5, count: 2 });
  expect(averages.of(NOON + MINUTE)).toEqual({ average: 90, count: 1 });
  expect(averages.of(NOON - MINUTE)).toBeUndefined();
});

test('makes bad records of different kinds', () => {
  const records = badRecords(NOON);
  expect(new Set(records).size).toBe(records.length);
});
