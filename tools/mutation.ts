import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Table from 'cli-table3';
import { Command } from 'commander';
import { execa } from 'execa';
import AREAS from './mutation-areas.json';
import { CommandError, program } from '../cli/program';
import { ROOT } from './lib/root';

/** Of what is checked and of quantities, in percent. */
const LEAST = 90;

const { args: chosen } = new Command('npm run mutation --')
  .description('Changes the rules one by one, and shows what no test notices.')
  .argument('[areas...]', `of ${Object.keys(AREAS).join(', ')}; all of them unless told otherwise`)
  .parse();

interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly location: { readonly start: { readonly line: number } };
}

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;
}

const isNoticed = ({ status }: Mutant): boolean => ['Killed', 'Timeout'].includes(status);
/** What does not compile or load says nothing of the tests. */
const counts = ({ status }: Mutant): boolean => !['CompileError', 'RuntimeError', 'Ignored'].includes(status);

program(ROOT, async () => {
  const table = new Table({ head: ['area', 'changes', 'noticed', '%'] });
  let [all, noticed] = [0, 0];
  for (const area of chosen.length > 0 ? chosen : Object.keys(AREAS)) {
    const env = { MUTATION_AREA: area };
    await execa('stryker', ['run'], { env, localDir: ROOT, preferLocal: true, stdio: 'inherit' });
    const report = join(ROOT, '.cache', 'mutation', `${area}.json`);
    const { files } = JSON.parse(await readFile(report, 'utf8')) as Report;
    for (const [file, { mutants }] of Object.entries(files))
      for (const mutant of mutants.filter((each) => counts(each) && !isNoticed(each)))
        console.log(
          `${file}:${mutant.location.start.line} ${mutant.mutatorName} ${mutant.replacement ?? ''}`,
        );
    const mutants = Object.values(files)
      .flatMap((file) => file.mutants)
      .filter(counts);
    const killed = mutants.filter(isNoticed).length;
    table.push([area, mutants.length, killed, percent(killed, mutants.length)]);
    [all, noticed] = [all + mutants.length, noticed + killed];
  }
  table.push(['together', all, noticed, percent(noticed, all)]);
  console.log(table.toString());
  if (noticed / all < LEAST / 100)
    throw new CommandError(`Fewer than ${LEAST} % of the changes were noticed.`);
});

function percent(part: number, whole: number): string {
  return ((100 * part) / whole).toFixed(1);
}
