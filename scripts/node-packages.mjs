// Runs before the other scripts, so with plain Node and nothing installed: brings node_modules up to the lock file.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const changed = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

// npm writes the second file last, so it is missing or old after an interrupted installation too.
if (changed('package-lock.json') > changed('node_modules/.package-lock.json')) {
  console.log('Installing the node packages (npm ci)');
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) console.error(`npm could not be started: ${error.message}`);
  process.exitCode = status ?? 1;
}
