import { Testing, type TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { existsSync, readdirSync } from 'node:fs';
import { inspect } from 'node:util';
import { join } from 'node:path';
import {
  assertValid,
  reportProblem,
  validate,
  validateTree,
  type Rule,
} from '../../../../constructs/core/validation';
import { ValidationError } from '../../../../constructs/core/validation-error';
import { newStack, warnings } from '../../../support/synth';

jest.unmock('../../../../constructs/core/caller');

const atLeast = (least: number, severity?: 'warning'): Rule<number> => ({
  requires: `At least ${least}.`,
  severity,
  fails: (n) => n < least,
  message: (n) => `must be at least ${least}, got ${n}.`,
  source: 'the test',
});

function refusal(act: () => unknown): ValidationError {
  try {
    act();
  } catch (error) {
    if (error instanceof ValidationError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('names the path and every broken rule, each with its source', () => {
  const scope = new Construct(newStack('stack'), 'thing');
  validate(scope, 0, [atLeast(1), atLeast(0), atLeast(2)]);
  expect(refusal(() => assertValid(scope)).message).toBe(
    [
      'stack/thing cannot be made:',
      '  - must be at least 1, got 0. [the test] (at __tests__/unit/constructs/core/validation.test.ts:38)',
      '  - must be at least 2, got 0. [the test] (at __tests__/unit/constructs/core/validation.test.ts:38)',
    ].join('\n'),
  );
});

test('says nothing when no rule is broken', () => {
  const stack = newStack();
  validate(stack, 1, [atLeast(1)]);
  expect(() => Testing.synth(stack, true)).not.toThrow();
});

test('a warning is an annotation and stops nothing', () => {
  const stack = newStack('stack');
  validate(stack, 0, [atLeast(1, 'warning')]);
  expect(warnings(stack)).toEqual(['must be at least 1, got 0. [the test]']);
  Testing.synth(stack, true);
});

describe('two broken constructs in two stacks', () => {
  const app = Testing.app();
  const [first, second] = [newStack('first', app), newStack('second', app)];
  reportProblem(new Construct(second, 'b'), { source: 'the test' }, 'late.');
  reportProblem(new Construct(second, 'a'), { source: 'the test' }, 'broken.');
  validateTree(first, (root) => [
    { path: `${root.node.path}the tree`, reason: 'seen as a whole. [the test]' },
  ]);

  test('are said in one run, sorted by path', () => {
    expect(refusal(() => app.synth()).message).toBe(
      [
        'second/a cannot be made:',
        '  - broken. [the test] (at __tests__/unit/constructs/core/validation.test.ts:65)',
        'second/b cannot be made:',
        '  - late. [the test] (at __tests__/unit/constructs/core/validation.test.ts:64)',
        'the tree cannot be made:',
        '  - seen as a whole. [the test]',
      ].join('\n'),
    );
  });

  test('leave no stack behind that is already written', () => {
    const stacks = join(app.outdir, 'stacks');
    expect(existsSync(stacks) ? readdirSync(stacks) : []).toEqual([]);
  });

  test('also stop a synth that skips validations', () => {
    expect(() => Testing.synth(second)).toThrow('second/a cannot be made');
  });

  test('show no trace of the library', () => {
    expect(refusal(() => app.synth()).stack).not.toMatch(/^ +at /m);
  });

  test('are printed once', () => {
    const error = refusal(() => app.synth());
    expect(inspect(error)).toBe(`[ValidationError: ${error.message}]`);
  });
});

test('a rule over the tree is asked once, however many constructs bring it', () => {
  const stack: TerraformStack = newStack();
  const rule = jest.fn(() => []);
  validateTree(new Construct(stack, 'one'), rule);
  validateTree(new Construct(stack, 'two'), rule);
  Testing.synth(stack, true);
  expect(rule).toHaveBeenCalledTimes(1);
});
