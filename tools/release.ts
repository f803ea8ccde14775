import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { program } from '../cli/program';
import { releaseNotes } from './lib/release';
import { ROOT } from './lib/root';

/** Asks whether version, changelog and tag fit together, and writes the notes of the release. */
program(ROOT, async () => {
  const { tag, notes } = parseArgs({
    options: { tag: { type: 'string' }, notes: { type: 'string' } },
  }).values;
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const text = releaseNotes(await readFile(join(ROOT, 'CHANGELOG.md'), 'utf8'), version, tag);
  if (notes === undefined) console.log(text);
  else await writeFile(notes, text);
});
