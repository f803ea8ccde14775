import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STACKS, synthProgram } from '../../support/program';

const ROOT = join(__dirname, '..', '..', '..');
const BUNDLE = join(ROOT, '.cache', 'app', 'main.cjs');
const NOTE = `${BUNDLE}.json`;
const SETTINGS = { PLATFORM_NAME: 'bundled', PLATFORM_PROFILE: 'small', PLATFORM_IMAGES: 'local' };
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'app-'));
  rmSync(NOTE, { force: true });
  run();
}, 30_000);

afterAll(() => rmSync(folder, { recursive: true }));

function run(...options: string[]): string {
  const env = { PATH: process.env.PATH, CDKTF_OUTDIR: join(folder, 'bundled'), ...SETTINGS };
  const app = [...options, 'tools/run.mjs', 'main.ts'];
  return execFileSync(process.execPath, app, { cwd: ROOT, env, encoding: 'utf8', stdio: 'pipe' });
}

test('what cdktf runs synthesizes the program', () => {
  synthProgram(SETTINGS, join(folder, 'program'));
  for (const stack of STACKS) {
    const json = (kind: string): string =>
      readFileSync(join(folder, kind, 'stacks', stack, 'cdk.tf.json'), 'utf8');
    expect(JSON.parse(json('bundled'))).toEqual(JSON.parse(json('program')));
  }
}, 30_000);

test('a synth builds nothing, and loads one module of CommonJS, not hundreds', () => {
  const built = statSync(BUNDLE).ino;
  const count = join(folder, 'count.cjs');
  writeFileSync(count, "process.on('exit', () => console.log(Object.keys(require.cache).join()))");
  expect(run('--require', count).trim()).toBe(`${count},${BUNDLE}`);
  expect(statSync(BUNDLE).ino).toBe(built);
}, 30_000);

test('it is built anew when a source is another one', () => {
  const built = statSync(BUNDLE).ino;
  const sources = JSON.parse(readFileSync(NOTE, 'utf8')) as Record<string, number>;
  const source = join(ROOT, 'constructs', 'core', 'duration.ts');
  expect(sources).toHaveProperty([source]);
  writeFileSync(NOTE, JSON.stringify({ ...sources, [source]: 1 }));
  run();
  expect(statSync(BUNDLE).ino).not.toBe(built);
  expect(JSON.parse(readFileSync(NOTE, 'utf8'))).toEqual(sources);
}, 30_000);

test('`npm start` is run so, with its arguments', () => {
  const start = ['tools/run.mjs', 'tools/platform.ts', 'up', '--help'];
  expect(execFileSync(process.execPath, start, { cwd: ROOT, encoding: 'utf8' })).toMatch(/^Usage: npm start/);
}, 30_000);

test('what is refused names the line in the source', () => {
  const env = {
    PATH: process.env.PATH,
    CDKTF_OUTDIR: join(folder, 'bundled'),
    PLATFORM_IMAGES: 'public',
    PLATFORM_IMAGE_REGISTRY: 'a b',
  };
  const { stderr } = spawnSync(process.execPath, ['tools/run.mjs', 'main.ts'], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  expect(stderr).toMatch(/^Images\.public cannot be made:\n.* \(at stacks\/settings\.ts:\d+\)\n$/);
}, 30_000);
