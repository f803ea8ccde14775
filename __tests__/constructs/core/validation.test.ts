import { Testing } from 'cdktf';
import { Construct } from 'constructs';
import {
  isWholeNumber,
  validate,
  ValidationError,
  type ValidationRule,
} from '../../../constructs/core/validation';
import { newStack } from '../../support/synth';

const atLeast = (least: number, severity?: 'warning'): ValidationRule<number> => ({
  severity,
  fails: (n) => n < least,
  message: (n) => `must be at least ${least}, got ${n}.`,
  source: 'the test',
});

test('names the path and every broken rule, each with its source', () => {
  const scope = new Construct(newStack('stack'), 'thing');
  expect(() => validate(scope, 0, [atLeast(1), atLeast(0), atLeast(2)])).toThrow(
    new ValidationError('stack/thing', [
      'must be at least 1, got 0. [the test]',
      'must be at least 2, got 0. [the test]',
    ]),
  );
});

test('says nothing when no rule is broken', () => {
  expect(() => validate(newStack(), 1, [atLeast(1)])).not.toThrow();
});

test('a warning is an annotation and stops nothing', () => {
  const stack = newStack('stack');
  validate(stack, 0, [atLeast(1, 'warning')]);
  expect(stack.node.metadata).toEqual([
    expect.objectContaining({ type: '@cdktf/warn', data: 'must be at least 1, got 0. [the test]' }),
  ]);
  Testing.synth(stack, true);
});

test.each([0, 4, 1.5, NaN, Infinity, '2', null, true])('%p is no whole number from 1 to 3', (value) => {
  expect(isWholeNumber(value, 1, 3)).toBe(false);
});

test.each([1, 3])('%p is a whole number from 1 to 3', (value) => {
  expect(isWholeNumber(value, 1, 3)).toBe(true);
});
