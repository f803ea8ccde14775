import { createHash } from 'node:crypto';
import { mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { identityOf, lives } from '../../cli/engine/children';
import { logFile, CommandError, tail } from '../../cli/program';
import { findJava } from './java';
import { ROOT } from './root';

const APPLICATION = join(ROOT, 'apps', 'averages');
const REQUIREMENTS = join(APPLICATION, 'requirements-dev.txt');
const CACHE = join(ROOT, '.cache');
const VENV = join(CACHE, 'venv');

/**
 * An environment with what the Python application is tested with, made only when that has changed.
 * @param say is told what takes long
 * @returns the path of its interpreter
 * @throws CommandError if Python or Java is missing, or a package cannot be installed
 */
export async function ensurePython(say: (step: string) => void): Promise<string> {
  const [python] = await Promise.all([findPython(), findJava()]);
  const wanted = createHash('sha256').update(readFileSync(REQUIREMENTS)).update(python.version).digest('hex');
  if (madeFor(VENV) !== wanted) {
    say('installing packages (Spark alone is 320 MB the first time)');
    removeHalfMade();
    // Takes its place when it is whole: neither an interruption nor a run beside this one leaves it half made.
    const venv = `${VENV}.${identityOf(process.pid)}`;
    await install(python.binary, ['-m', 'venv', '--clear', venv]);
    await install(interpreter(venv), ['-m', 'pip', 'install', '--no-input', '--requirement', REQUIREMENTS]);
    writeFileSync(join(venv, 'made-for'), wanted);
    rmSync(VENV, { recursive: true, force: true });
    renameSync(venv, VENV);
  }
  return interpreter(VENV);
}

/** Runs the Python application's tests, and tells whether they passed. */
export async function pytest(python: string, args: readonly string[]): Promise<boolean> {
  const { failed } = await execa(python, ['-m', 'pytest', ...args], {
    cwd: APPLICATION,
    stdio: 'inherit',
    reject: false,
    env: { PYTHONDONTWRITEBYTECODE: '1' },
  });
  return !failed;
}

function interpreter(venv: string): string {
  return join(venv, 'bin', 'python');
}

function madeFor(venv: string): string | undefined {
  try {
    return readFileSync(join(venv, 'made-for'), 'utf8');
  } catch {
    return undefined;
  }
}

/** What an interrupted run left; not what one beside this is at. */
export function removeHalfMade(folder = CACHE): void {
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(folder)) {
    const [, owner] = /^venv\.(.+)$/.exec(entry) ?? [];
    if (owner && !lives(owner)) rmSync(join(folder, entry), { recursive: true });
  }
}

async function install(binary: string, args: readonly string[]): Promise<void> {
  const log = logFile('python');
  const output = openSync(log, 'w');
  const { failed } = await execa(binary, args, { stdio: ['ignore', output, output], reject: false });
  if (failed)
    throw new CommandError(
      'The Python packages for the tests could not be installed.',
      `${tail(readFileSync(log, 'utf8'), 20)}\nThe whole output: ${log}`,
    );
}

/** Debian's python3 is there without what makes an environment. */
async function findPython(): Promise<{ binary: string; version: string }> {
  const ask = 'import ensurepip, sys, venv; print(*sys.version_info[:2], sys.executable)';
  for (const binary of ['python3', 'python']) {
    const { failed, stdout } = await execa(binary, ['-c', ask], { reject: false });
    if (failed) continue;
    const [major, minor] = stdout.split(' ').map(Number);
    if (major === 3 && Number(minor) >= 9) return { binary, version: stdout };
  }
  throw new CommandError(
    'The tests of the Python application need Python 3.9 or newer with venv on the PATH: install it (Debian and Ubuntu: apt-get install python3 python3-venv) and try again.',
  );
}
