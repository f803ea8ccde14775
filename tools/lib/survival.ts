import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './root';

/** Where the platform of a run keeps its metadata, as `--metadata` calls it and as the table does. */
export const METADATA = {
  zookeeper: 'ZooKeeper',
  ensemble: 'ZooKeeper ×3',
  kraft: 'KRaft',
  controllers: 'KRaft, controllers ×3',
} as const;

export type MetadataMode = keyof typeof METADATA;

/** What was done, and to what kind of platform. */
export interface Title {
  readonly scenario: string;
  readonly metadata: MetadataMode;
  /** Undefined in findings of commits that knew no other than plain ones. */
  readonly security?: 'plain' | 'secured';
}

/** What a scenario of the fault suite came to. */
export interface Row extends Title {
  readonly acknowledged: number;
  readonly lost: number;
  readonly duplicated: number;
  /** The longest time that a writer waited from one answer to the next, in milliseconds. */
  readonly longestPause: number;
  /** Milliseconds from the end of the fault until every copy of every partition was in sync. */
  readonly inSync: number;
}

/** Where the table of results is. */
export const GUIDE = 'docs/guide/what-it-survives.md';

/** The rows of one commit, so that a run that ended half-way goes on where it stopped. */
const RESULTS = join(ROOT, '.cache', 'faults.json');
const MEASURED = /<!-- measured by npm run test:faults -->[\s\S]*?<!-- measured -->/;
const HEAD = [
  '| Scenario | Metadata | Acknowledged | Lost | Duplicated | Longest pause in writes | All in sync after |',
  '| --- | --- | --: | --: | --: | --: | --: |',
];

/** Keeps a row: scenarios and the table are made by different processes. */
export function saveRow(row: Row): void {
  const others = loadRows().filter((each) => titleOf(each) !== titleOf(row));
  mkdirSync(dirname(RESULTS), { recursive: true });
  writeFileSync(RESULTS, JSON.stringify({ commit: commit(), rows: [...others, row] }, null, 2));
}

/** What was found at this commit. */
export function loadRows(): readonly Row[] {
  if (!existsSync(RESULTS)) return [];
  const kept = JSON.parse(readFileSync(RESULTS, 'utf8')) as { commit: string; rows: readonly Row[] };
  return kept.commit === commit() ? kept.rows : [];
}

/** Whether it was found out at this commit. */
export const isFound = (title: Title): boolean => loadRows().some((row) => titleOf(row) === titleOf(title));

/** Begins anew. */
export function forgetRows(): void {
  rmSync(RESULTS, { force: true });
}

/** With what is not committed yet nothing is compared, but for the table that the rows themselves are written into. */
function commit(): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
  return `${git('rev-parse', 'HEAD')}${git('status', '--porcelain', '-uno', '--', '.', `:!${GUIDE}`) ? ' and more' : ''}`;
}

/** The document with these rows in its table, in place of the former ones of their scenarios; the others stay. */
export function withRows(document: string, rows: readonly Row[]): string {
  const old = [...(MEASURED.exec(document)?.[0] ?? '').matchAll(/^\| (\d.*? \| .*?) \|.*$/gm)];
  const lines = new Map(old.map(([line, title = '']) => [title, line]));
  for (const row of rows) lines.set(titleOf(row), lineOf(row));
  const body = [...lines.keys()]
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
    .map((title) => lines.get(title));
  const table = [...HEAD, ...body].join('\n');
  return document.replace(
    MEASURED,
    () => `<!-- measured by npm run test:faults -->\n\n${table}\n\n<!-- measured -->`,
  );
}

/** The scenario, without the words that choose scenarios, and the platform: no other row has both. */
function titleOf({ scenario, metadata, security }: Title): string {
  const platform = `${METADATA[metadata]}${security === 'secured' ? ', secured' : ''}`;
  return `${scenario.replace(/ @\w+/g, '')} | ${platform}`;
}

function lineOf(row: Row): string {
  const { acknowledged, lost, duplicated, longestPause, inSync } = row;
  const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
  const cells = [titleOf(row), acknowledged, lost, duplicated, seconds(longestPause), seconds(inSync)];
  return `| ${cells.join(' | ')} |`;
}
