// Runs before the other scripts, so with plain Node and nothing installed: brings node_modules up to the lock file.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

// The root first, then the folders that are named.
for (const folder of ['.', ...process.argv.slice(2)]) await ensure(join(root, folder), folder);

async function ensure(cwd, folder) {
  const changed = (path) => statSync(join(cwd, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  // npm writes the second file last, so it is missing or old after an interrupted installation too.
  const isThere = () => changed('package-lock.json') <= changed('node_modules/.package-lock.json');

  if (isThere()) return;
  // Half of what another command is installing would be run, or taken away from it.
  const lock = await take(join(root, '.cache', `npm-ci-${folder.replace(/\W/g, '-')}.pid`));
  try {
    if (!isThere()) await install(cwd, folder, lock);
  } finally {
    rmSync(lock, { force: true });
  }
}

async function install(cwd, folder, lock) {
  console.log(`Installing the node packages${folder === '.' ? '' : ` of ${folder}`} (npm ci)`);
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawn('npm', args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
  // npm outlives whoever started it, and goes on writing.
  if (npm.pid) writeFileSync(lock, String(npm.pid));
  const status = await new Promise((resolve) => {
    npm.on('exit', (code) => resolve(code ?? 1));
    npm.on('error', ({ message }) => {
      console.error(`npm could not be started: ${message}`);
      resolve(1);
    });
  });
  process.exitCode ||= status;
}

async function take(lock) {
  mkdirSync(dirname(lock), { recursive: true });
  for (let waits = 0; ; waits++) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return lock;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = ownerOf(lock);
    if (!isAlive(owner)) rmSync(lock, { force: true });
    else if (waits === 0) console.log(`Waiting for process ${owner}, which installs the node packages`);
    await sleep(200);
  }
}

function ownerOf(lock) {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
