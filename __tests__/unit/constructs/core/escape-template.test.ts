import { DefaultTokenResolver, Fn, Lazy, StringConcat, TerraformVariable, Tokenization } from 'cdktf';
import { escapeTemplate, textOf, unpassable } from '../../../../constructs/core/escape-template';
import { newStack } from '../../../support/synth';
import { TEXTS } from '../../../support/texts';

const stack = newStack();
const later = new TerraformVariable(stack, 'later', { type: 'string' }).stringValue;
const number = new TerraformVariable(stack, 'number', { type: 'number' }).numberValue;
const resolver = new DefaultTokenResolver(new StringConcat());
const resolved = (value: unknown): unknown =>
  Tokenization.resolve(escapeTemplate(value), { scope: stack, resolver });

test.each([
  ['${HOME}', '$${HOME}'],
  ['%{ if x }', '%%{ if x }'],
  ['$${x}', '$$${x}'],
  ['$ { % {', '$ { % {'],
  ['\uFEFFx', '\uFEFF\uFEFFx'],
  ['', ''],
])('%j is written as %j, because Terraform reads a template', (text, template) => {
  expect(resolved(text)).toBe(template);
});

test.each(TEXTS)('%j is read again as it was written', (text) => {
  expect(textOf(escapeTemplate(text))).toBe(text.includes('TfToken') ? escapeTemplate(text) : text);
});

test('reaches names and values at any depth, and leaves what is no text', () => {
  expect(resolved({ '${a}': ['${b}', 1, true, null, { c: '%{d' }] })).toEqual({
    '$${a}': ['$${b}', 1, true, null, { c: '%%{d' }],
  });
});

test('keeps tokens, also where text is beside them', () => {
  expect(resolved(later)).toBe('${var.later}');
  expect(resolved(`%{a}$${later}\${b}`)).toBe('%%{a}${"$"}${var.later}${"$"}{b}');
  expect(resolved(`\${open ${later} }`)).toBe('${"$"}{open ${var.later} }');
  expect(resolved(`\${a} $$${number} $-5`)).toBe('${"$"}{a} ${"$$"}${var.number} $-5');
  expect(resolved(`a--${number}.${number}1`)).toBe('a--${var.number}.${var.number}1');
  expect(resolved(Fn.join(',', ['a', later]))).toBe('${join(",", ["a", var.later])}');
  expect(resolved({ list: Lazy.listValue({ produce: () => ['x'] }) })).toEqual({ list: ['x'] });
});

test('takes for text what only looks like a token', () => {
  expect(resolved('${TfToken[bogus]}')).toBe('${"$"}{TfToken[bogus]}');
});

test.each([
  ['a\0b', 'has a NUL character'],
  ['\uD800', 'has half of a character'],
  ['x\uDC00y', 'has half of a character'],
  ['e\u0301', "is not in Unicode's composed form"],
])('tells why %j cannot pass', (text, why) => {
  expect(unpassable(text)).toContain(why);
});

test.each(['', '\u00E9', '\u{1F600}', '\uFEFF', '\t\r\n'])('lets %j pass', (text) => {
  expect(unpassable(text)).toBeUndefined();
});

test('a list that Terraform alone knows is no part of a text', () => {
  const list = new TerraformVariable(stack, 'list', { type: 'list(string)' }).listValue;
  expect(unpassable(`nodes=${list.join()}`)).toMatch(/^holds a list or a map .* give Fn\.join/);
});
