import { formatValue } from '../../../../constructs/core/format-value';
import { Size } from '../../../../constructs/core/size';

test.each([
  ['', "''"],
  ['a b', "'a b'"],
  ['a'.repeat(100), `'${'a'.repeat(100)}'`],
  ['a'.repeat(101), `'${'a'.repeat(97)}…'`],
  [NaN, 'NaN'],
  [-0.5, '-0.5'],
  [true, 'true'],
  [null, 'null'],
  [undefined, 'undefined'],
  [['a', 1, [null]], "['a', 1, [null]]"],
  [{ a: 1 }, 'an object'],
  [Object.create(null), 'an object'],
  [Size.bytes(1), 'a Size'],
  [() => 1, 'a function'],
])('shows %p as %s', (value, text) => {
  expect(formatValue(value)).toBe(text);
});
