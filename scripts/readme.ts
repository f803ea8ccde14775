import { readdir, readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { Problem, program } from './lib/program';
import { withMadeBlocks } from './lib/readme';

const { check } = new Command('npx tsx scripts/readme.ts')
  .description(
    'Makes the blocks of README.md and the guide anew that are made of the stacks and of compiled code.',
  )
  .option('--check', 'only fail if they are not as they would be made')
  .parse()
  .opts<{ check?: boolean }>();

program(async () => {
  const guide = (await readdir('docs/guide')).map((page) => `docs/guide/${page}`);
  for (const path of ['README.md', ...guide]) {
    const document = await readFile(path, 'utf8');
    const renewed = withMadeBlocks(document);
    if (!check) await writeFile(path, renewed);
    else if (renewed !== document) throw new Problem(`${path} is stale: run \`npx tsx scripts/readme.ts\`.`);
  }
});
