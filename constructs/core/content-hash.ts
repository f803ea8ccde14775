import type { Hash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What Python leaves beside its files whenever it runs them. */
const LEFT = /(^|\/)__pycache__(\/|$)|\.pyc$/;

/** Whether a file or folder counts as content of the folder in which it has this path. */
export function isContent(path: string): boolean {
  return !LEFT.test(path);
}

/** Paths within a folder; what does not count is not looked into, for it may be large. */
function filesIn(folder: string, counts: (path: string) => boolean, within = ''): string[] {
  return readdirSync(join(folder, within), { withFileTypes: true }).flatMap((entry) => {
    const path = `${within}${entry.name}`;
    if (entry.isDirectory()) return counts(`${path}/`) ? filesIn(folder, counts, `${path}/`) : [];
    return entry.isFile() && counts(path) ? [path] : [];
  });
}

/** Adds paths, contents and exec bits of a folder's files to `hash`. @param counts is asked of folders, too, which end in `/` */
export function hashFolder(hash: Hash, folder: string, counts: (path: string) => boolean = () => true): void {
  const paths = filesIn(folder, (path) => isContent(path) && counts(path)).sort();
  for (const path of paths) {
    hash.update(`${path}\0`);
    hashFile(hash, join(folder, path));
  }
}

/** Adds content and exec bit of a file to `hash`. */
export function hashFile(hash: Hash, file: string): void {
  const content = readFileSync(file);
  const executable = (statSync(file).mode & 0o100) !== 0;
  // The length tells where a file ends, so that bytes moved from one file to the next give another hash.
  hash.update(`${executable ? 'x' : '-'}\0${content.length}\0`).update(content);
}
