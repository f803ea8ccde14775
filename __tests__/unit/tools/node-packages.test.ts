import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const ROOT = join(__dirname, '..', '..', '..');
const LOCKED = {
  '': { version: '0.1.0' },
  'node_modules/tsx': { version: '4.0.0' },
  'node_modules/jest': { version: '30.0.0', dev: true },
  'node_modules/fsevents': { version: '2.0.0', optional: true },
  'node_modules/here': { resolved: 'tools/here', link: true },
};
const SLIM = { 'node_modules/tsx': LOCKED['node_modules/tsx'] };
const ALL = { ...SLIM, 'node_modules/jest': LOCKED['node_modules/jest'] };
const NOTE = 'node_modules/.package-lock.json';

let folder: string;

/** A lock file, or npm's note of what is installed. */
function write(path: string, packages: object): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ packages }));
}

/** With an npm that does this. */
function prepare(does = 'echo "npm $*"'): NodeJS.ProcessEnv {
  const npm = join(folder, 'bin', 'npm');
  mkdirSync(dirname(npm), { recursive: true });
  writeFileSync(npm, `#!/bin/sh\n${does}\n`);
  chmodSync(npm, 0o755);
  return { ...process.env, PATH: `${dirname(npm)}${delimiter}${process.env.PATH}` };
}

const script = (): string => join(folder, 'tools', 'node-packages.mjs');

/** What npm is told to do. */
function run(...args: string[]): string | undefined {
  const said = execFileSync(process.execPath, [script(), ...args], { env: prepare(), encoding: 'utf8' });
  return /^npm (.*) --no-audit/m.exec(said)?.[1];
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'node-packages-'));
  for (const file of ['node-packages.mjs', 'start/cdktf.mjs'])
    cpSync(join(ROOT, 'tools', file), join(folder, 'tools', file));
  write('package-lock.json', LOCKED);
});

describe('node packages', () => {
  test('are all installed where none are', () => {
    expect(run()).toBe('ci --include=dev');
  });

  test('are only those that the command runs where it needs no others', () => {
    expect(run('--omit=dev')).toBe('ci --omit=dev');
  });

  test('leave `npx cdktf` there, which npm 10 takes away with the one that it leaves out', () => {
    const linked = join(folder, 'linked');
    const env = prepare(`[ $1 = ci ] || echo "npm $1" > ${linked}`);
    execFileSync(process.execPath, [script(), '--omit=dev'], { env });
    expect(readFileSync(linked, 'utf8')).toBe('npm rebuild\n');
  });

  test.each([
    ['all', ALL, []],
    ['what the command runs', SLIM, ['--omit=dev']],
    ['more than the command runs', ALL, ['--omit=dev']],
  ])('are left alone, silently, where there is %s', (_, installed, args) => {
    write(NOTE, installed);
    expect(execFileSync(process.execPath, [script(), ...args], { env: prepare() }).toString()).toBe('');
  });

  test('are replaced where the lock file has another version', () => {
    write(NOTE, { 'node_modules/tsx': { version: '3.9.9' } });
    expect(run('--omit=dev')).toBe('ci --omit=dev');
  });

  test('are all replaced where all were there', () => {
    write(NOTE, { ...ALL, 'node_modules/tsx': { version: '3.9.9' } });
    expect(run('--omit=dev')).toBe('ci --include=dev');
  });

  test('get the rest beside them, and nothing is taken from commands that run', () => {
    write(NOTE, SLIM);
    expect(run()).toBe('install --no-save --include=dev');
  });

  test('are installed anew where npm was killed while it added the rest', () => {
    write(NOTE, SLIM);
    const { status } = spawnSync(process.execPath, [script()], { env: prepare('kill -9 $$') });
    expect(status).toBe(1);
    expect(run('--omit=dev')).toBe('ci --omit=dev');
  });

  test('still do for what needs no others where npm could not add the rest', () => {
    write(NOTE, SLIM);
    const { status } = spawnSync(process.execPath, [script()], { env: prepare('exit 7') });
    expect(status).toBe(7);
    expect(run('--omit=dev')).toBeUndefined();
  });

  test('are installed once where two commands begin together', async () => {
    const env = prepare(
      `sleep 1; echo "npm $*"; mkdir -p node_modules; echo '${JSON.stringify({ packages: ALL })}' > ${NOTE}`,
    );
    const begin = (): Promise<{ stdout: string }> =>
      promisify(execFile)(process.execPath, [script()], { cwd: folder, env });
    const said = (await Promise.all([begin(), begin()])).map(({ stdout }) => stdout).join('');
    expect(said.match(/^npm ci/gm)).toHaveLength(1);
    expect(said).toMatch(/Waiting for process \d+, which installs the node packages/);
  });

  test('are installed where who began to is gone', () => {
    mkdirSync(join(folder, '.cache'));
    writeFileSync(join(folder, '.cache', 'npm-ci--.pid'), '999999999');
    expect(run()).toBe('ci --include=dev');
  });

  test('are at once all that is imported by `npm start`, `npm stop`, `npm run status` and `npm run demo`', async () => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { readonly dev?: boolean }>;
    };
    const { metafile } = await build({
      entryPoints: ['tools/platform.ts', 'tools/run.mjs', 'main.ts', 'demo/demo.ts'].map((each) =>
        join(ROOT, each),
      ),
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      write: false,
      outdir: folder,
      metafile: true,
    });
    const imported = Object.values(metafile.inputs)
      .flatMap(({ imports }) => imports)
      .flatMap(({ external, path }) => (external ? (/^(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []) : []));
    const names = [...new Set(imported)].filter((name) => !isBuiltin(name));
    expect(names).toEqual(expect.arrayContaining(['@platformatic/kafka', 'cdktf', 'esbuild', 'kafkajs']));
    expect(names.filter((name) => packages[`node_modules/${name}`]?.dev ?? false)).toEqual([]);
  });

  test('are all there before every other script', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const few = ['start', 'stop', 'status', 'demo', 'plan-check', 'setting-tables', 'package'];
    const others = Object.keys(scripts).filter((name) => !name.startsWith('pre') && !few.includes(name));
    const without = others.filter(
      (name) => !/node-packages\.mjs(?! --omit)/.test(scripts[`pre${name}`] ?? ''),
    );
    expect(without).toEqual([]);
  });
});

describe('`npx cdktf` without the rest', () => {
  const cdktf = (does: string): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, [join(folder, 'tools', 'start', 'cdktf.mjs'), 'deploy', '*'], {
      env: prepare(does),
      encoding: 'utf8',
    });

  test('brings it, and is the command line in it', () => {
    const own = join(folder, 'own.js');
    writeFileSync(own, 'console.log(...process.argv.slice(2)); process.exitCode = 3;');
    const bin = 'node_modules/cdktf-cli/bundle/bin';
    const { status, stdout, stderr } = cdktf(`echo "npm $1"; mkdir -p ${bin}; cp ${own} ${bin}/cdktf`);
    expect({ status, stdout }).toEqual({ status: 3, stdout: 'deploy *\n' });
    expect(stderr).toContain('npm ci');
  });

  test('ends where it can not be brought', () => {
    expect(cdktf('exit 7')).toMatchObject({ status: 1, stdout: '' });
  });
});
