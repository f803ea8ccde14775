import { readFile, writeFile } from 'node:fs/promises';
import { program } from '../cli/program';
import { pagesWithBlocks, renderIncludes } from './lib/readme';
import { ROOT } from './lib/root';

/** Makes the blocks of README.md and the site's pages anew that are made of the stacks and of compiled code. */
program(ROOT, async () => {
  for (const path of pagesWithBlocks()) await writeFile(path, renderIncludes(await readFile(path, 'utf8')));
});
