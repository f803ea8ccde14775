import { TerraformVariable } from 'cdktf';
import { isResolved } from '../../../../constructs/core/resolved';
import { newStack } from '../../../support/synth';

const variable = new TerraformVariable(newStack(), 'v', { type: 'any' });
const later = variable.stringValue;

test.each([
  [[], true],
  [['now', 1, undefined], true],
  [['now', later], false],
  [[later, later], false],
  [[variable.numberValue], false],
  [[`orders-${variable.numberValue}`], false],
  [['-8.1e+298', '-1.5e+20'], true],
  [[variable.listValue], false],
  [[Number.MIN_SAFE_INTEGER, 0.5, NaN, -Infinity, Number.MAX_SAFE_INTEGER], true],
])('%# values are known if each of them is', (values, expected) => {
  expect(isResolved(...values)).toBe(expected);
});
