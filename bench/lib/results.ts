import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root';
import { median, type Benchmark, type Figure } from './benchmark';

/** What one benchmark came to. */
export interface Result {
  /** Day and time in UTC, ISO 8601. */
  readonly measured: string;
  readonly machine: string;
  readonly figures: readonly Figure[];
}

const FOLDER = join(ROOT, '.cache', 'bench', 'results');
const HEAD = [
  '| What | Ours | Against | Theirs | Ratio | Goal | Met |',
  '| --- | --: | --- | --: | --: | --: | :-: |',
];

/** Keeps a result for {@link page}, so that parts can be measured at different times. */
export function saveResult(name: string, result: Result): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(name), JSON.stringify(result, undefined, 1));
}

export function loadResults(benchmarks: readonly Pick<Benchmark, 'name'>[]): readonly Result[] {
  const files = benchmarks.map(({ name }) => fileOf(name)).filter((file) => existsSync(file));
  return files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Result);
}

function fileOf(name: string): string {
  return join(FOLDER, `${name.replace(/\W+/g, '-')}.json`);
}

/** All results as a document: a section for each machine and day. */
export function page(results: readonly Result[]): string {
  const occasions = new Map<string, Figure[]>();
  for (const { machine, measured, figures } of results) {
    const occasion = `Measured ${measured.slice(0, 10)} on ${machine}.`;
    occasions.set(occasion, [...(occasions.get(occasion) ?? []), ...figures]);
  }
  const sections = [...occasions].map(([occasion, figures]) =>
    [occasion, '', ...HEAD, ...figures.map(line)].join('\n'),
  );
  return [INTRODUCTION, ...sections].join('\n\n') + '\n';
}

const INTRODUCTION = `# Results of \`npm run bench\`

Medians, in brackets the least and the greatest sample and how many there are. Ours and theirs are measured in turn. A ratio is ours to theirs.`;

function line(figure: Figure): string {
  const { what, unit, ours, peer, goal } = figure;
  const ratio = peer && median(ours) / median(peer.samples);
  const cells = [
    what,
    shown(ours, unit),
    peer?.name ?? '',
    peer ? shown(peer.samples, unit) : '',
    ratio === undefined ? '' : `${ratio.toFixed(2)} ×`,
    goal ? shownGoal(goal, peer ? '×' : unit) : '',
    goal ? (isMet(figure) ? 'yes' : 'no') : '',
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Whether the goal is reached; true where there is none. */
export function isMet({ ours, peer, goal }: Figure): boolean {
  const value = peer ? median(ours) / median(peer.samples) : median(ours);
  if (!goal) return true;
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
}

function shownGoal(goal: NonNullable<Figure['goal']>, unit: string): string {
  return 'atMost' in goal ? `≤ ${goal.atMost} ${unit}` : `≥ ${goal.atLeast} ${unit}`;
}

function shown(samples: readonly number[], unit: string): string {
  const [least, most] = [Math.min(...samples), Math.max(...samples)];
  return `${short(median(samples))} ${unit} (${short(least)} – ${short(most)}, ${samples.length})`;
}

/** Three digits, which is more than a machine repeats. */
function short(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en');
}
