import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { ROOT } from '../../tools/lib/root';

let clone: string;

/** What is in npm's cache is not asked for, and npx gets nothing by itself. */
const env = { npm_config_prefer_offline: 'true', npm_config_yes: 'false' };

async function cdktf(...args: string[]): Promise<string> {
  return (await execa('npx', ['cdktf', ...args], { cwd: clone, env })).stdout;
}

const EMPTY = ['--app', 'node bench/programs/empty/main.cjs', '--output', 'cdktf.empty.out'];

beforeAll(async () => {
  clone = mkdtempSync(join(tmpdir(), 'clone-'));
  const { stdout } = await execa('git', ['ls-files'], { cwd: ROOT });
  for (const file of stdout.split('\n').filter((each) => existsSync(join(ROOT, each))))
    cpSync(join(ROOT, file), join(clone, file));
  await execa('npm', ['run', 'prestart'], { cwd: clone, env });
}, 300_000);

test('of a fresh clone, `npm start` installs what it runs and not everything', async () => {
  const note = readFileSync(join(clone, 'node_modules', '.package-lock.json'), 'utf8');
  const { packages } = JSON.parse(note) as { packages: object };
  expect(Object.keys(packages).length).toBeLessThanOrEqual(300);
  expect(existsSync(join(clone, 'node_modules', 'cdktf-cli'))).toBe(false);
  const { stdout } = await execa('node', ['tools/run.mjs', 'tools/platform.ts', 'up', '--help'], {
    cwd: clone,
  });
  expect(stdout).toMatch(/^Usage: npm start/);
}, 60_000);

test('`npx cdktf` then is the pinned command line, and brings the rest first', async () => {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  expect((await cdktf('--version')).split('\n')).toContain(devDependencies['cdktf-cli']);
  expect(existsSync(join(clone, 'node_modules', '.bin', 'jest'))).toBe(true);
}, 600_000);

test('it synthesizes the program', async () => {
  await cdktf('synth');
  expect(readdirSync(join(clone, 'cdktf.out', 'stacks'))).toEqual(
    expect.arrayContaining(['kafka', 'topics']),
  );
}, 60_000);

test.each([
  ['diff', []],
  ['deploy', ['--auto-approve']],
  ['destroy', ['--auto-approve']],
])(
  'it does `%s`',
  async (command, options) => {
    expect(await cdktf(command, 'empty', ...options, ...EMPTY)).toMatch(/empty/);
  },
  120_000,
);
