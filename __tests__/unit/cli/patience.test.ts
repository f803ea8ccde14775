import { patience, patiently } from '../../../cli/patience';

afterEach(() => {
  delete process.env.PLATFORM_PATIENCE;
});

test.each([
  ['1', 1],
  ['10', 10],
  // The stacks refuse these, with a sentence; until then nothing waits for ever.
  ['11', 1],
  ['0', 1],
  ['2.5', 1],
  ['', 1],
])('PLATFORM_PATIENCE of %p makes a wait %p times as long', (asked, times) => {
  process.env.PLATFORM_PATIENCE = asked;
  expect(patience()).toBe(times);
  expect(patiently(30_000)).toBe(times * 30_000);
});

test('nobody who says nothing waits longer', () => {
  expect(patience()).toBe(1);
});
