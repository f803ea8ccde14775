import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import type { SparkLine } from '../../constructs/core/setting-tables';
import { ROOT } from './root';

/** Where every runner leaves its results, for whoever adds them up. */
const RESULTS = join(ROOT, '.cache', 'results');

export interface Check {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** @param name of the check, where one project is run more than once */
export function jest(project: string, args: readonly string[] = [], name = project): Check {
  const results = ['--json', `--outputFile=${join(RESULTS, `${name}.json`)}`];
  return { name, command: 'jest', args: ['--selectProjects', project, '--ci', ...results, ...args] };
}

/** @param line of Spark */
export function pytest(line: SparkLine): Check {
  const name = line === '4' ? 'pytest-spark-4' : 'pytest';
  const results = `--junitxml=${join(RESULTS, `${name}.xml`)}`;
  return { name, command: 'tsx', args: ['tools/pytest.ts', ...(line === '4' ? ['--spark-4'] : []), results] };
}

/** The page's own types and tests, with its own packages. */
export function kafkaUi(): Check {
  return {
    name: 'kafka-ui',
    command: 'npm',
    args: [
      ...['--prefix', join(ROOT, 'images', 'kafka-ui'), 'test', '--'],
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...['--test-reporter=junit', `--test-reporter-destination=${join(RESULTS, 'kafka-ui.xml')}`],
    ],
  };
}

/** Runs every check, also after one has failed, and ends with a line for each. */
export async function runChecks(checks: readonly Check[]): Promise<void> {
  mkdirSync(RESULTS, { recursive: true });
  const failures = new Set<string>();
  for (const { name, command, args } of checks) {
    for (const end of ['json', 'xml']) rmSync(join(RESULTS, `${name}.${end}`), { force: true });
    console.log(`\n── ${name}`);
    const { failed } = await execa(command, args, {
      localDir: ROOT,
      preferLocal: true,
      stdio: 'inherit',
      reject: false,
    });
    if (failed) failures.add(name);
  }
  console.log(`\n${checks.map(({ name }) => `${failures.has(name) ? '✖' : '✔'} ${name}`).join('\n')}`);
  if (failures.size > 0) process.exitCode = 1;
}
