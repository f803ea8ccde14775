import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { Problem, program } from './lib/program';
import { withMadeBlocks } from './lib/readme';

const { check } = new Command('npx tsx scripts/readme.ts')
  .description('Makes the blocks of README.md anew that are made of the stacks and of compiled code.')
  .option('--check', 'only fail if they are not as they would be made')
  .parse()
  .opts<{ check?: boolean }>();

program(async () => {
  const readme = await readFile('README.md', 'utf8');
  const renewed = withMadeBlocks(readme);
  if (!check) await writeFile('README.md', renewed);
  else if (renewed !== readme) throw new Problem('README.md is stale: run `npx tsx scripts/readme.ts`.');
});
