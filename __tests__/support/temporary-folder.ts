import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What tests leave among temporary files, a folder for each of cdktf's apps above all, goes when they end. */
export default function temporaryFolder(): void {
  const folder = mkdtempSync(join(tmpdir(), 'jest-'));
  // cdktf makes it where it is missing, and of two workers that do so at once the second fails.
  mkdirSync(join(folder, 'stacks'));
  process.env.TMPDIR = folder;
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
}
