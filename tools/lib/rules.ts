import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../../constructs/core/properties';
import type { TreeRule } from '../../constructs/core/validation';
import { ROOT } from './root';

/** A rule as the table of all rules shows it. */
export interface TableRule {
  readonly about: string;
  readonly says: string;
  readonly source: string;
  readonly kind: 'refused' | 'warned about' | 'refused across the tree';
}

interface DeclaredRule extends TreeRule {
  readonly severity?: 'error' | 'warning';
}

const CONSTRUCTS = join(ROOT, 'constructs');

/** Every rule that the constructs declare, in the order of the files that declare them. */
export function declaredRules(): readonly TableRule[] {
  const files = readdirSync(CONSTRUCTS, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts') && file.includes('/')).sort();
  const classes = new Map<string, string>();
  const exported = sources.flatMap((file) => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- which modules there are is only known now
    const module = require(join(CONSTRUCTS, file)) as Readonly<Record<string, unknown>>;
    for (const [name, value] of Object.entries(module))
      if (typeof value === 'function') classes.set(name.toUpperCase(), name);
    return Object.entries(module);
  });
  return exported.flatMap(([name, value]) => {
    const [, subject, kind] = /^([A-Z_]+?)_(PROPERTIES|TREE_RULES|RULES)$/.exec(name) ?? [];
    if (subject === undefined || kind === undefined) return [];
    const about = classes.get(subject.replaceAll('_', '')) ?? inWords(subject);
    return kind === 'PROPERTIES'
      ? ofProperties(about, value as Readonly<Record<string, Check>>)
      : ofRules(about, kind, value as readonly DeclaredRule[]);
  });
}

function ofProperties(about: string, properties: Readonly<Record<string, Check>>): TableRule[] {
  return Object.entries(properties).map(([property, { allowed, source }]) => {
    return { about, says: `\`${property}\` is ${allowed}`, source, kind: 'refused' };
  });
}

function ofRules(about: string, kind: string, rules: readonly DeclaredRule[]): TableRule[] {
  const broken = kind === 'TREE_RULES' ? 'refused across the tree' : 'refused';
  return rules.map(({ requires, source, severity }) => {
    return { about, says: requires, source, kind: severity === 'warning' ? 'warned about' : broken };
  });
}

/** What services and tasks have in common is declared for both, under no class's name. */
const inWords = (subject: string): string => subject.toLowerCase().replaceAll('_', ' ');

/** All rules, a table for each construct. */
export function rulesTable(): string {
  const rules = declaredRules();
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const link = (source: string): string =>
    source.replace(/https?:\/\/[^\s;]+/g, (url) => `[${url.split('/').pop() || url}](${url})`);
  const rows = (about: string): string[] =>
    rules
      .filter((rule) => rule.about === about)
      .map(({ says, kind, source }) => `| ${cell(says)} | ${kind} | ${cell(link(source))} |`);
  const subjects = [...new Set(rules.map(({ about }) => about))].sort();
  return [
    `${rules.length} rules about ${subjects.length} things.`,
    ...subjects.map((about) =>
      [
        `### ${about}`,
        '',
        '| what holds | broken, it is | source |',
        '| --- | --- | --- |',
        ...rows(about),
      ].join('\n'),
    ),
  ].join('\n\n');
}
