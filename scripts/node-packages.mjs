// Runs before the other scripts, so with plain Node and nothing installed: brings node_modules up to the lock file.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

// The root first, then the applications that are named.
for (const folder of ['.', ...process.argv.slice(2)]) ensure(join(root, folder), folder);

function ensure(cwd, folder) {
  const changed = (path) => statSync(join(cwd, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

  // npm writes the second file last, so it is missing or old after an interrupted installation too.
  if (changed('package-lock.json') <= changed('node_modules/.package-lock.json')) return;
  console.log(`Installing the node packages${folder === '.' ? '' : ` of ${folder}`} (npm ci)`);
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) console.error(`npm could not be started: ${error.message}`);
  process.exitCode ||= status ?? 1;
}
