// Runs before the other scripts, so with plain Node and nothing installed: brings node_modules up to the lock file.
//   node tools/node-packages.mjs [--omit=dev] [folder…]
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const args = process.argv.slice(2);
const omitsDev = args.includes('--omit=dev');

// The root first, then the folders that are named.
for (const folder of ['.', ...args.filter((each) => !each.startsWith('-'))]) {
  const cwd = join(root, folder);
  if (!missing(cwd)) continue;
  // Half of what another command is installing would be run, or taken away from it.
  const lock = await take(join(root, '.cache', `npm-ci-${folder.replace(/\W/g, '-')}.pid`));
  try {
    const command = missing(cwd);
    if (command) process.exitCode ||= (await install(cwd, folder, command, lock)) ?? 1;
  } finally {
    rmSync(lock, { force: true });
  }
}

/** What npm has to do, if anything. */
function missing(cwd) {
  const locked = packagesOf(join(cwd, 'package-lock.json')) ?? {};
  const installed = packagesOf(noteOf(cwd));
  const lacks = (isDev) =>
    Object.entries(locked).some(
      ([path, { dev = false, devOptional, optional, version }]) =>
        // Those that are optional may be for other machines.
        path !== '' && dev === isDev && !optional && !devOptional && version !== installed?.[path]?.version,
    );
  // Where everything was, everything stays.
  const hasDev = Object.values(installed ?? {}).some(({ dev }) => dev);
  const isAll = hasDev || !omitsDev;
  if (!lacks(false) && !(isAll && lacks(true))) return undefined;
  // Takes nothing away, unlike `ci`: a command that does without the rest may be running.
  if (installed && !hasDev && !lacks(false)) return ['install', '--no-save', '--include=dev'];
  return ['ci', isAll ? '--include=dev' : '--omit=dev'];
}

/** Where npm notes what it has installed, once all of it is there. */
function noteOf(cwd) {
  return join(cwd, 'node_modules', '.package-lock.json');
}

function packagesOf(lock) {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

async function install(cwd, folder, command, lock) {
  console.log(
    `Installing the node packages${folder === '.' ? '' : ` of ${folder}`} (npm ${command.join(' ')})`,
  );
  const npm = (args, stdout) =>
    runNpm([...args, '--no-audit', '--no-fund', '--loglevel=error'], cwd, stdout, lock);
  const note = noteOf(cwd);
  const adds = command[0] === 'install';
  // Killed, npm leaves halves of packages, which it would take for whole ones: then the next command begins anew.
  if (adds) renameSync(note, `${note}.old`);
  const status = await npm(command, 'inherit');
  if (adds && status === 0) rmSync(`${note}.old`);
  // It puts back what was there when it fails by itself.
  else if (adds && status > 0) renameSync(`${note}.old`, note);
  // npm 10 takes away our `cdktf` with the one that it leaves out.
  if (status === 0 && command.includes('--omit=dev')) return npm(['rebuild', '--ignore-scripts'], 'ignore');
  return status;
}

/** Null if it was killed. */
function runNpm(args, cwd, stdout, lock) {
  const npm = spawn('npm', args, {
    cwd,
    stdio: ['inherit', stdout, 'inherit'],
    shell: process.platform === 'win32',
  });
  // It outlives whoever started it, and goes on writing.
  if (npm.pid) writeFileSync(lock, String(npm.pid));
  return new Promise((resolve) => {
    npm.on('exit', resolve);
    npm.on('error', ({ message }) => {
      console.error(`npm could not be started: ${message}`);
      resolve(1);
    });
  });
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
