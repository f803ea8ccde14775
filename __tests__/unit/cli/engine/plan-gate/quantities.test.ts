import { bytesIn, size, time } from '../../../../../cli/engine/plan-gate/quantities';

test.each([
  [0, '0 milliseconds'],
  [1, '1 millisecond'],
  [999, '999 milliseconds'],
  [1_000, '1 second'],
  [90_000, '90 seconds'],
  [43_200_000, '12 hours'],
  [604_800_000, '7 days'],
])('%i milliseconds are %s', (milliseconds, text) => {
  expect(time(milliseconds)).toBe(text);
});

test.each([
  [0, '0 bytes'],
  [1_000, '1000 bytes'],
  [1_024, '1 KiB'],
  [1_025, '1025 bytes'],
  [3 * 2 ** 30, '3 GiB'],
])('%i bytes are %s', (bytes, text) => {
  expect(size(bytes)).toBe(text);
});

test.each([
  ['10MiB', 10_485_760],
  ['1 GiB', 1_073_741_824],
  ['512KiB', 524_288],
  ['0MiB', undefined],
  ['10', undefined],
  ['10MB', undefined],
  ['1.5MiB', undefined],
])('%s a second is %p bytes', (text, bytes) => {
  expect(bytesIn(text)).toBe(bytes);
});
