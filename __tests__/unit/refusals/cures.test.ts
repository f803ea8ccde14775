import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as cdktf from 'cdktf';
import * as library from '../../../constructs';
import { MAKERS } from '../../support/makers';

const CONSTRUCTS = join(__dirname, '..', '..', '..', 'constructs');
/** What the constructs say, without their comments; what is code in it, the compiler has checked. */
const texts = readdirSync(CONSTRUCTS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(CONSTRUCTS, file), 'utf8').replaceAll(/\/\*\*[\s\S]*?\*\/|\/\/ .*/g, ''));

type Class = { readonly prototype?: object } & Readonly<Record<string, unknown>>;
const exported = { ...cdktf, ...library } as unknown as Readonly<Record<string, Class | undefined>>;
const all = (pattern: RegExp): string[][] =>
  texts.flatMap((text) => [...text.matchAll(pattern)].map(([, ...groups]) => groups));

const properties = new Set(MAKERS.flatMap((maker) => Object.keys(maker.properties)));
const methods = new Set(
  Object.values(library).flatMap((each) => Object.getOwnPropertyNames((each as Class).prototype ?? {})),
);

test('each factory or value that a message names is there', () => {
  const named = all(/\b([A-Z][A-Za-z]+)\.([A-Za-z_]+)\b(?!\.)/g).filter(([name]) => exported[String(name)]);
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter(([name, member]) => !(String(member) in (exported[String(name)] ?? {})))).toEqual([]);
});

test('each class that a message makes is there', () => {
  const made = all(/(?:use|variable,)[\s`+]*new ([A-Z]\w+)\(/g);
  expect(made.filter(([name]) => exported[String(name)] === undefined)).toEqual([]);
});

test('each property that a message names is one', () => {
  const named = [
    ...all(/\b(?:the|by the|a) property ([a-z]\w+)/g),
    ...all(/\bgive (?:[\w' ]+ )?(?:another|a|it) ([a-z]+[A-Z]\w+)\b/g),
    ...all(/\b(?:raise|lower) ([a-z]+[A-Z]?\w*)\b/g),
  ].flat();
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !properties.has(name) && !/^(it|or|case)$/.test(name))).toEqual([]);
});

test('each method that a message names is one', () => {
  const named = all(/\b(?:call|use|with|by) (?:\w+\.)?([a-z]+[A-Za-z]+)(?:\(|\b(?=[;,.]| or))/g).flat();
  const verbs = named.filter((name) => /^(add|uses|reads|writes|startAfter)/.test(name));
  expect(verbs.length).toBeGreaterThan(0);
  expect(verbs.filter((name) => !methods.has(name))).toEqual([]);
});
