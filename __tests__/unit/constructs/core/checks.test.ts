import { Testing, TerraformVariable } from 'cdktf';
import {
  allOf,
  check,
  duration,
  ENVIRONMENT,
  instanceLike,
  listOf,
  number,
  object,
  oneOf,
  record,
  SETTING,
  size,
  valueObject,
  text,
  textOrToken,
  TRUE_OR_FALSE,
  wholeNumber,
  wholeNumberOrToken,
} from '../../../../constructs/core/checks';
import { Duration } from '../../../../constructs/core/duration';
import { problemOf, type Check } from '../../../../constructs/core/properties';
import { Size } from '../../../../constructs/core/size';
import { newStack } from '../../../support/synth';

const S = 'the test';

class Thing {
  public readonly x = 1;
  public constructor(public readonly problem?: string) {}
}

const variable = new TerraformVariable(newStack(), 'v', { type: 'number' });

test.each<[string, Check, unknown[], unknown[]]>([
  [
    'a whole number',
    wholeNumber(S, 1, 3),
    [1, 2, 3],
    [0, 4, 1.5, NaN, Infinity, -Infinity, '2', null, true, []],
  ],
  ['a whole number without end', wholeNumber(S, 0), [0, 2 ** 53 - 1], [-1, 2 ** 53, Infinity]],
  ['a number', number(S, 'below 1', (n) => n < 1), [0.5, 0], [1, NaN, -Infinity, '0', null]],
  ['text', text(S, 'not blank'), ['a', ' a '], ['', ' ', '\n', 1, null, ['a']]],
  ['text of a kind', text(S, 'a', /^a+$/), ['a', 'aa'], ['b', 'ab', 1]],
  ['true or false', TRUE_OR_FALSE, [true, false], ['true', 'yes', 1, 0, null]],
  ['one of several', oneOf(S, { A: 'a', B: 'b' }), ['a', 'b'], ['A', 'c', '', null, 1]],
  [
    'an object with members',
    instanceLike('a thing', 'x', 'y'),
    [{ x: 1, y: 2 }],
    [{ x: 1 }, { x: 1, y: undefined }, 'x', null, 1],
  ],
  [
    'an object that is sound',
    valueObject('a thing', 'x'),
    [new Thing()],
    [new Thing('is broken'), { x: 1 }, {}, null],
  ],
  [
    'a duration',
    duration(S),
    [Duration.milliseconds(1)],
    [Duration.seconds(0), Duration.seconds(-1), '7 days', 7],
  ],
  [
    'a duration from 10 s on',
    duration(S, Duration.seconds(10)),
    [Duration.seconds(10)],
    [Duration.milliseconds(9_999), Duration.seconds(NaN)],
  ],
  ['a size', size(S), [Size.bytes(1)], [Size.bytes(0), Size.bytes(-1), '512m', 512, null]],
  ['a size from 1 MiB on', size(S, Size.mebibytes(1)), [Size.mebibytes(1)], [Size.bytes(1024 ** 2 - 1)]],
  [
    'a plain object',
    object<{ a?: number }>({ a: wholeNumber(S, 1) }),
    [{}, Object.create(null)],
    [new Map(), []],
  ],
  ['a list', listOf(wholeNumber(S, 1)), [[], [1, 2]], [[0], [1, 'x'], 1, '1', null, { 0: 1 }]],
  ['a list that is not empty', listOf(wholeNumber(S, 1), 1), [[1]], [[]]],
  [
    'an object of properties',
    object<{ a?: number }>({ a: wholeNumber(S, 1) }),
    [{}, { a: 1 }],
    [{ a: 0 }, { b: 1 }, null, 'a'],
  ],
  [
    'a record',
    record(S, 'lower case', /^[a-z]+$/, SETTING),
    [{}, { a: 1 }],
    [{ A: 1 }, { a: null }, [], null, 'a', new Map([['a', 1]])],
  ],
  ['a setting', SETTING, ['', 'a', 0, -1.5, true, false], [NaN, Infinity, null, {}, undefined, []]],
  [
    'an environment',
    ENVIRONMENT,
    [{ A_1: 'x', _: '' }],
    [{ '1A': 'x' }, { '-A': 'x' }, { A: 1 }, { '': 'x' }],
  ],
])('%s', (_, { problem }, right, wrong) => {
  for (const value of right) expect([value, problem(value)]).toEqual([value, undefined]);
  for (const value of wrong) expect([value, problem(value)]).toEqual([value, expect.any(String)]);
});

test('a problem says what is allowed and what was given', () => {
  expect(wholeNumber(S, 1, 3, ' (one each)').problem('2')).toBe(
    "must be a whole number from 1 to 3 (one each); got '2'",
  );
  expect(check(S, 'odd', (n) => Number(n) % 2 === 1).problem(2)).toBe('must be odd; got 2');
  expect(duration(S).problem(Duration.hours(-1))).toBe(
    'must be a duration of zero or more that comes to whole milliseconds; got -1 hours',
  );
  expect(size(S, Size.mebibytes(6)).problem(Size.mebibytes(5))).toBe('must be at least 6 MiB; got 5 MiB');
  expect(listOf(wholeNumber(S, 1)).problem([1, 0, -1])).toBe(
    'is a list in which [1] must be a whole number, 1 or more; got 0, and [2] must be a whole number, 1 or more; got -1',
  );
  expect(record(S, 'short', /^.$/, SETTING).problem({ ab: 1, c: null })).toBe(
    "is an object in which 'ab' is not a valid name: names are short, and 'c' must be text, a number, or true or false; got null",
  );
});

test.each<[Check, unknown, string]>([
  [TRUE_OR_FALSE, 'yes', "must be true or false; got 'yes'"],
  [oneOf(S, { A: 'a', B: 'b' }), 'c', "must be one of 'a', 'b'; got 'c'"],
  [duration(S), Duration.seconds(0), 'must be longer than 0; got 0 seconds'],
  [duration(S, Duration.minutes(2)), Duration.minutes(1), 'must be at least 2 minutes; got 1 minute'],
  [size(S), Size.bytes(0), 'must be more than 0; got 0 bytes'],
  [listOf(TRUE_OR_FALSE), 'x', "must be a list, each element true or false; got 'x'"],
  [listOf(TRUE_OR_FALSE, 1), [], 'must be a list of at least 1, each element true or false; got []'],
  [object({ a: SETTING, b: TRUE_OR_FALSE }), null, 'must be an object of a, b; got null'],
  [object({ a: SETTING, b: TRUE_OR_FALSE }), 'x', "must be an object of a, b; got 'x'"],
  [
    object({ a: SETTING, b: TRUE_OR_FALSE }),
    { a: NaN, b: 1 },
    'is an object in which a must be text, a number, or true or false; got NaN, and b must be true or false; got 1',
  ],
  [
    record(S, "written as 'num.io.threads'", /^[a-z.]+$/, SETTING),
    [],
    "must be an object of text, a number, or true or false, under names written as 'num.io.threads'; got []",
  ],
  [
    ENVIRONMENT,
    { '1A': 'x', B: 1 },
    "is an object in which '1A' is not a valid name: names are letters, digits, '_', '.' and '-', beginning with a letter or '_', and 'B' must be text; got 1",
  ],
])('whatever is wrong, its problem says what is allowed', ({ problem }, value, sentence) => {
  expect(problem(value)).toBe(sentence);
});

test('rules of which none is for Terraform leave it nothing to check', () => {
  expect(allOf(text(S, 'a'), TRUE_OR_FALSE)).not.toHaveProperty('condition');
});

test('several rules of one property are said together, each that is broken', () => {
  const both = allOf(
    check(S, 'even', (n) => Number(n) % 2 === 0),
    check('elsewhere', 'small', (n) => Number(n) < 10),
  );
  expect(both).toMatchObject({ allowed: 'even, and small', source: 'the test; elsewhere' });
  expect(both.problem(11)).toBe('must be even; got 11, and must be small; got 11');
  expect(both.problem(12)).toBe('must be small; got 12');
  expect(both.problem(4)).toBeUndefined();
});

test('values in lists and objects may be ones that Terraform alone knows, where nothing is built of them', () => {
  expect(listOf(textOrToken(S, 'a', /^a$/)).problem([variable.stringValue])).toBeUndefined();
  expect(record(S, 'any', /./, SETTING).problem({ a: variable.stringValue })).toBeUndefined();
  expect(listOf(text(S, 'a', /^a$/)).problem([variable.stringValue])).toMatch(
    /^is a list in which \[0\] must be known at synth, .*; got a value known only to Terraform, give a$/,
  );
  expect(record(S, 'any', /./, TRUE_OR_FALSE).problem({ a: variable.stringValue })).toMatch(
    /^is an object in which 'a' must be known at synth/,
  );
});

test('what is broken deep inside comes from where its own rule does', () => {
  const port = object<{ port?: number }>({ port: wholeNumber('ports', 1) });
  expect(listOf(port).sourceOf?.([{ port: 1 }, { port: 0 }])).toBe('ports');
  expect(listOf(port).sourceOf?.([{ prot: 1 }])).toBe('policy');
  const values = record('names', 'a', /^a$/, wholeNumber('values', 1));
  expect(values.sourceOf?.({ a: 0 })).toBe('values');
  expect(values.sourceOf?.({ b: 1 })).toBe('names');
});

test('what is no text at all is told only that', () => {
  const name = allOf(text(S, 'short', /^.$/), text(S, 'of a', /^a*$/));
  expect(problemOf(name, 5)).toBe('must be text, short, and of a; got 5');
  expect(problemOf(name, 'bb')).toBe("must be short; got 'bb', and must be of a; got 'bb'");
});

test.each<[Check, unknown, string]>([
  [
    wholeNumberOrToken(S, 1, 3),
    variable.numberValue,
    '(((floor(var.v) == var.v) && (var.v >= 1)) && (var.v <= 3))',
  ],
  [wholeNumberOrToken(S, 2), variable.numberValue, '((floor(var.v) == var.v) && (var.v >= 2))'],
  [textOrToken(S, 'a', /^[a.]$/), variable.stringValue, 'can(regex("^[a.]$", var.v))'],
  [textOrToken(S, 'a', /^\d"\S$/), variable.stringValue, String.raw`can(regex("^\\d\"\\S$", var.v))`],
  [
    textOrToken(S, 'a', /a/),
    `a"\\${variable.stringValue}`,
    String.raw`can(regex("a", join("", ["a\"\\", var.v])))`,
  ],
  [textOrToken(S, 'a', /a/), `a-${variable.stringValue}`, 'can(regex("a", join("", ["a-", var.v])))'],
  [
    allOf(
      textOrToken(S, 'a', /a/),
      check(S, 'b', () => true),
      textOrToken(S, 'c', /c/),
    ),
    variable.stringValue,
    '(can(regex("a", var.v)) && can(regex("c", var.v)))',
  ],
])('what Terraform checks of a value that it alone knows', ({ condition }, value, expression) => {
  const stack = newStack();
  stack.addOverride('check', condition!(value));
  expect(JSON.parse(Testing.synth(stack))).toMatchObject({ check: `\${${expression}}` });
});
