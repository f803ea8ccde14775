import { readdir, readFile, writeFile } from 'node:fs/promises';
import { program } from '../cli/program';
import { ROOT } from './lib/root';
import { renderIncludes } from './lib/readme';

/** Makes the blocks of README.md and the guide anew that are made of the stacks and of compiled code. */
program(ROOT, async () => {
  const guide = (await readdir('docs/guide')).map((page) => `docs/guide/${page}`);
  for (const path of ['README.md', ...guide])
    await writeFile(path, renderIncludes(await readFile(path, 'utf8')));
});
