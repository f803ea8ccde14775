import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { Listr, type ListrTask } from 'listr2';
import { CommandError, program } from '../cli/program';
import { ROOT } from './lib/root';
import { listrOptions, reportStep } from '../cli/tasks';
import { BENCHMARKS } from './cases';
import type { Benchmark } from './lib/benchmark';
import { machine } from './lib/machine';
import { stop } from './lib/platform';
import { isMet, saveResult, loadResults, page } from './lib/results';

const { only = '', rounds } = new Command('npm run bench --')
  .description('Measures us beside our peers on this machine, and writes bench/results.md.')
  .option('--only <text>', 'only the benchmarks whose name contains it; the results of the others stay')
  .option('--rounds <number>', 'how often each is measured, after a warm-up', wholeNumber, 5)
  .parse()
  .opts<{ only?: string; rounds: number }>();

program(ROOT, async () => {
  const chosen = BENCHMARKS.filter(({ name }) => name.includes(only));
  if (chosen.length === 0)
    throw new CommandError(
      `No benchmark's name contains '${only}':\n${BENCHMARKS.map(({ name }) => name).join('\n')}`,
    );
  const where = await machine();
  // What one cannot measure is no reason not to measure the others.
  const options = { ...listrOptions({}), exitOnError: false };
  const list = new Listr(
    chosen.map((benchmark) => step(benchmark, where)),
    options,
  );
  try {
    await list.run();
  } finally {
    await stop();
  }
  await writeFile(join(ROOT, 'bench', 'results.md'), page(loadResults(BENCHMARKS)));
  if (list.errors.length > 0) process.exitCode = 1;
});

function step({ name, measure }: Benchmark, where: string): ListrTask {
  return {
    title: name,
    task: async (_, task) => {
      const figures = await measure(rounds, (state) => reportStep(task, `${name}: ${state}`));
      saveResult(name, { measured: new Date().toISOString(), machine: where, figures });
      const missed = figures.filter((figure) => !isMet(figure)).map(({ what }) => what);
      task.title = missed.length > 0 ? `${name}; goals not met: ${missed.join(', ')}` : name;
    },
  };
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new InvalidArgumentError('It is a whole number, 1 or more.');
  return Number(value);
}
