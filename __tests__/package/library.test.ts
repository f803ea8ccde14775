import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { compareWithReport, ENTRIES } from '../../tools/lib/api-report';
import { installIn, ROOT } from './support/installed';

const PACKED = 'cdktf-streaming';
const ENTRY_POINTS = [
  PACKED,
  ...['testing', 'local-images', ...providers()].map((each) => `${PACKED}/${each}`),
];

function providers(): string[] {
  return readdirSync(join(ROOT, 'constructs', 'providers')).map((file) => `providers/${file.slice(0, -3)}`);
}

const STRICT = {
  target: 'ES2022',
  module: 'node16',
  strict: true,
  skipLibCheck: false,
  outDir: 'out',
  // Jest and its types are the project's own matter; here they are ours.
  types: ['jest'],
  typeRoots: [join(ROOT, 'node_modules', '@types')],
};

/** A project of somebody else's: its files, the package, its peers, and nothing more. */
let project: string;

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'project-'));
  cpSync(join(__dirname, 'project'), project, { recursive: true });
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: STRICT }));
  await installIn(project);
}, 300_000);

/** What a script prints in the project, as JSON. */
async function inProject(script: string, ...options: string[]): Promise<unknown> {
  const { stdout } = await execa(process.execPath, [...options, '-e', script], { cwd: project });
  return JSON.parse(stdout);
}

test('brings bindings and parsers, and no tool', () => {
  const modules = join(project, 'node_modules');
  const { dependencies } = JSON.parse(readFileSync(join(modules, PACKED, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  expect(Object.keys(dependencies)).toEqual(['@cdktf/provider-docker', 'ajv', 'avsc', 'jsonc-parser']);
  expect(readdirSync(join(modules, '@cdktf'))).toEqual(['provider-docker']);
  expect(readdirSync(join(modules, PACKED)).sort()).toEqual([
    ...['LICENSE', 'README.md', 'dist', 'package.json'],
  ]);
  expect(readdirSync(join(modules, PACKED, 'dist', 'bindings'))).toEqual(['kafka', 'kafka-connect']);
});

test('compiles strictly, the declarations of its packages checked too, and synthesizes', async () => {
  const { all, exitCode } = await execa('tsc', [], { ...OURS, cwd: project, all: true });
  expect([all, exitCode]).toEqual(['', 0]);

  const env = { CDKTF_OUTDIR: join(project, 'cdktf.out') };
  await execa(process.execPath, [join('out', 'main.js')], { cwd: project, env });
  expect(readdirSync(join(project, 'cdktf.out', 'stacks'))).toEqual(['orders', 'topics']);
}, 120_000);

const OURS = { localDir: ROOT, preferLocal: true, reject: false } as const;

test("is found by the resolution of modules that cdktf's own template for TypeScript has", async () => {
  const options = ['--module', 'commonjs', '--moduleResolution', 'node10', '--skipLibCheck', '--noEmit'];
  const { all, exitCode } = await execa('tsc', options, { ...OURS, cwd: project, all: true });
  expect([all, exitCode]).toEqual(['', 0]);
}, 120_000);

test('passes the tests of a project, and a snapshot that it takes is the same the next time', async () => {
  const jest = ['--config', JSON.stringify({ rootDir: join(project, 'out') })];
  // Where CI is set, Jest takes no snapshot by itself.
  const first = await execa('jest', [...jest, '--ci=false'], { ...OURS, cwd: project, all: true });
  expect([first.all, first.exitCode]).toEqual([expect.stringContaining('1 snapshot written'), 0]);
  const again = await execa('jest', [...jest, '--ci'], { ...OURS, cwd: project, all: true });
  expect([again.all, again.exitCode]).toEqual([expect.stringMatching(/Snapshots: +1 passed/), 0]);
}, 120_000);

test('is imported out of ES modules by the names of its exports', async () => {
  writeFileSync(
    join(project, 'module.mjs'),
    `import { KafkaTopic, Size } from '${PACKED}';
     import { synthesize } from '${PACKED}/testing';
     import { acl } from '${PACKED}/providers/kafka';
     console.log([KafkaTopic, Size, synthesize, acl.Acl].map(({ name }) => name).join());`,
  );
  const { stdout } = await execa(process.execPath, ['module.mjs'], { cwd: project });
  expect(stdout).toBe('KafkaTopic,Size,synthesize,Acl');
});

test('names the images that its own set-up builds, by their content', async () => {
  const script = `
    const { localFamily } = require('${PACKED}/local-images');
    console.log(JSON.stringify(Object.values(localFamily()).map(({ reference }) => reference)));`;
  const references = (await inProject(script)) as string[];
  expect(references).toHaveLength(7);
  const named = /^cdktf-streaming\/[a-z-]+:[\d.]+-[0-9a-f]{12}$/;
  expect(references.filter((reference) => !named.test(reference))).toEqual([]);
});

test('has no other entry points', async () => {
  const code = `try { require('${PACKED}/dist/core/size') } catch (error) { console.log(JSON.stringify(error.code)) }`;
  expect(await inProject(code)).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED');
});

test.each(ENTRY_POINTS)(
  'to import %s writes nothing, starts nothing, and reads no environment',
  async (entry) => {
    // What its peers read is theirs to answer for.
    const script = `
    require('cdktf'); require('constructs');
    const read = [];
    process.env = new Proxy(process.env, { get: (env, name) => { read.push(name); return env[name]; } });
    require('${entry}');
    // Node reads this one itself, where a file names its source map.
    console.log(JSON.stringify(read.filter((name) => name !== 'NODE_V8_COVERAGE')));`;
    const nothingElse = ['--experimental-permission', '--allow-fs-read=*', '--no-warnings'];
    expect(await inProject(script, ...nothingElse)).toEqual([]);
  },
);

test('is quickly loaded: bindings and parsers are left for their first use', async () => {
  const script = `
    require('${PACKED}');
    console.log(JSON.stringify(Object.keys(require.cache)));`;
  const files = ((await inProject(script)) as string[]).join('\n');
  expect(files).toMatch(/kafka-topic/);
  expect(files).not.toMatch(/(dist\/bindings|node_modules\/(@cdktf|ajv|avsc|jsonc-parser))\//);
});

test.each(Object.keys(ENTRIES))(
  'the public face of %s is the one in docs/api',
  (entry) => {
    // If it should be another: npx tsx tools/api-report.ts
    expect(compareWithReport(entry, false)).toBe(true);
  },
  120_000,
);
