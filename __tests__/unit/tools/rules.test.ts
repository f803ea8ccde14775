import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const CONSTRUCTS = join(__dirname, '..', '..', '..', 'constructs');
const sources = readdirSync(CONSTRUCTS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(CONSTRUCTS, file), 'utf8'));
const names = (pattern: RegExp): string[] => [
  ...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => String(name)))),
];

const TABLES = names(/^export const ([A-Z_]+_(?:PROPERTIES|RULES)):/gm);
/** What stands in a table: a rule of the tree, or the check of a property. */
const listed = (name: string): boolean =>
  sources.some((text) =>
    [...text.matchAll(/_TREE_RULES: [^=]+ = \[([^\]]*)\]/g)].some(([, rules]) =>
      String(rules)
        .split(/[\s,]+/)
        .includes(name),
    ),
  ) || sources.some((text) => new RegExp(`^ {2}\\w+: (required\\()?${name}\\)?,$`, 'm').test(text));

test('what a construct checks of its properties and facts is a table that is exported, and so in the documentation', () => {
  const used = [
    ...names(/\bvalidateProps\(\s*this,\s*[^()]*?,\s*([A-Z_]+)\s*(?:,\s*\{[^)]*)?,?\s*\)/g),
    ...names(/\bvalidateOptions\(\s*[^()]*?,\s*([A-Z_]+),/g),
    ...names(/\bvalidate(?:<\w+>)?\(\s*this,[^;]*?,\s*([A-Z_]+)\s*,?\s*\);/g),
  ];
  expect(used.length).toBeGreaterThan(30);
  expect(used.filter((name) => !TABLES.includes(name))).toEqual([]);
});

/** What everything that refuses is given as the rule. */
const rulesOfCalls = (): readonly string[] => [
  ...names(/(?<!function )\b(?:reportProblem|toProblem)\(\s*[^,]+,\s*(\w+)/g),
  ...names(/(?<!function )\breserveName\(\s*[^,]+,\s*[^,]+,\s*(\w+)/g),
];
const isName = (rule: string): boolean => /^[A-Z_]+$|Reference$/.test(rule);

test('whatever else is refused is refused by a rule that is in a table', () => {
  const used = rulesOfCalls().filter(isName);
  expect(used.length).toBeGreaterThan(20);
  expect(used.filter((name) => !listed(name))).toEqual([]);
});

test('no call that refuses goes by another way', () => {
  // These pass a rule on that they were given.
  const passedOn = ['rule', 'problem'];
  expect(rulesOfCalls().filter((name) => !isName(name) && !passedOn.includes(name))).toEqual([]);
});

test('every table is used, and every rule in it', () => {
  const uses = (name: string): number =>
    sources.join('\n').match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0;
  const rules = names(/_TREE_RULES: [^=]+ = \[([^\]]*)\]/g).flatMap((list) => list.match(/[A-Z_]+/g) ?? []);
  expect(rules.length).toBeGreaterThan(20);
  // Declared, in its table, and where it is broken.
  expect(rules.filter((name) => uses(name) < 3)).toEqual([]);
  const checked = TABLES.filter((name) => !name.endsWith('_TREE_RULES'));
  expect(checked.filter((name) => uses(name) < 2)).toEqual([]);
});
