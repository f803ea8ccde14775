import { Size } from '../../../../constructs/core/size';

test.each([
  [Size.gibibytes(4), '4g', '4 GiB'],
  [Size.mebibytes(1536), '1536m', '1536 MiB'],
  [Size.mebibytes(1024), '1g', '1 GiB'],
  [Size.kibibytes(1), '1k', '1 KiB'],
  [Size.bytes(1023), '1023', '1023 bytes'],
  [Size.bytes(0), '0', '0 bytes'],
])('is written as the JVM and as people read it: %s', (size, jvm, text) => {
  expect(size.toJvmString()).toBe(jvm);
  expect(size.toString()).toBe(text);
});

test('rounds up to whole mebibytes', () => {
  expect(Size.bytes(1024 ** 2 + 1).toMebibytes()).toBe(2);
});

test('adds and scales', () => {
  expect(Size.mebibytes(1).plus(Size.mebibytes(2)).toMebibytes()).toBe(3);
  expect(Size.bytes(3).times(0.5).toBytes()).toBe(2);
});

test.each([-1, NaN, Infinity, 0.5, '5' as unknown as number])(
  '%p bytes are no size, and say so before they are used',
  (amount) => {
    const size = Size.bytes(amount);
    expect(size.problem).toMatch(/got '?[^ ]+ bytes/);
    expect(() => size.toMebibytes()).toThrow(`A size ${String(size.problem)}`);
  },
);
