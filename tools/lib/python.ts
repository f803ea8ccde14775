import { createHash } from 'node:crypto';
import { mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import type { SparkLine } from '../../constructs/core/setting-tables';
import { identityOf, lives } from '../../cli/engine/children';
import { logFile, CommandError, tail } from '../../cli/program';
import { findJava } from './java';
import { ROOT } from './root';

const APPLICATION = join(ROOT, 'apps', 'averages');
const CACHE = join(ROOT, '.cache');

/** By the line of Spark: the name of its environment, and what is in that. Tools of all kinds are in the first. */
const ENVIRONMENTS: Readonly<Record<SparkLine, { readonly venv: string; readonly requirements: string }>> = {
  '3.5': { venv: 'venv', requirements: 'requirements-dev.txt' },
  '4': { venv: 'venv-spark-4', requirements: 'requirements-spark-4.txt' },
};

/**
 * An environment with what the Python application is tested with, made only when that has changed.
 * @param say is told what takes long
 * @param line of Spark
 * @returns the path of its interpreter
 * @throws CommandError if Python or Java is missing, or a package cannot be installed
 */
export async function ensurePython(say: (step: string) => void, line: SparkLine = '3.5'): Promise<string> {
  const [python] = await Promise.all([findPython(), findJava()]);
  const folder = join(CACHE, ENVIRONMENTS[line].venv);
  const requirements = join(APPLICATION, ENVIRONMENTS[line].requirements);
  const wanted = createHash('sha256').update(readFileSync(requirements)).update(python.version).digest('hex');
  if (madeFor(folder) !== wanted) {
    say(`installing packages (Spark ${line} alone is ${line === '4' ? 450 : 320} MB the first time)`);
    removeHalfMade();
    // Takes its place when it is whole: neither an interruption nor a run beside this one leaves it half made.
    const venv = `${folder}.${identityOf(process.pid)}`;
    await install(python.binary, ['-m', 'venv', '--clear', venv]);
    await install(interpreter(venv), ['-m', 'pip', 'install', '--no-input', '--requirement', requirements]);
    writeFileSync(join(venv, 'made-for'), wanted);
    rmSync(folder, { recursive: true, force: true });
    renameSync(venv, folder);
  }
  return interpreter(folder);
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
    const [, owner] = /^venv(?:-spark-4)?\.(.+)$/.exec(entry) ?? [];
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
    if (major === 3 && Number(minor) >= 10) return { binary, version: stdout };
  }
  throw new CommandError(
    'The tests of the Python application need Python 3.10 or newer with venv on the PATH: install it (Debian and Ubuntu: apt-get install python3 python3-venv) and try again.',
  );
}
