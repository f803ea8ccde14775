import { TerraformVariable } from 'cdktf';
import { known } from '../../../constructs/core/known';
import { newStack } from '../../support/synth';

const later = new TerraformVariable(newStack(), 'v', { type: 'string' }).stringValue;

test.each([
  [[], true],
  [['now', 1, undefined], true],
  [['now', later], false],
  [[later, later], false],
])('%# values are known if each of them is', (values, expected) => {
  expect(known(...values)).toBe(expected);
});
