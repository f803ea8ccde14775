import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root';

/** The peer of whatever cdktf does: a program with one stack and nothing in it. */
export const emptyProgram = { folder: join(ROOT, 'bench', 'programs', 'empty'), app: 'node main.cjs' };

/** A folder for what nobody reads. */
export function scratch(name: string): string {
  const folder = join(ROOT, '.cache', 'bench', name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
