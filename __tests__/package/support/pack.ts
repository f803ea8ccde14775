import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { promisify } from 'node:util';
import { PACKED, ROOT } from './installed';

/** Once for all tests: a package is made in one folder. */
export default async function pack(): Promise<void> {
  rmSync(PACKED, { recursive: true, force: true });
  mkdirSync(PACKED, { recursive: true });
  await promisify(execFile)('npm', ['pack', '--pack-destination', PACKED], { cwd: ROOT, maxBuffer: 2 ** 26 });
}
