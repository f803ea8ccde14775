import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outputDirectory, readProject } from '../../../../cli/engine/project';
import { synthesize } from '../../../../cli/engine/synthesis';

const before = { folder: process.cwd(), environment: { ...process.env } };
let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'project-')));
  process.chdir(folder);
  delete process.env.CDKTF_OUTPUT;
});

afterEach(() => {
  process.chdir(before.folder);
  process.env = { ...before.environment };
});

const cdktf = (json: unknown): void => writeFileSync('cdktf.json', JSON.stringify(json));

test.each<[string, () => void, RegExp]>([
  [
    'there is none',
    () => undefined,
    /^There is no cdktf\.json in .*: run this command in the folder of your/,
  ],
  ['it cannot be read', () => writeFileSync('cdktf.json', '{'), /^cdktf\.json in .* cannot be read: .*JSON/],
  ['it has no app', () => cdktf({ language: 'typescript' }), /give it "app", such as "npx tsx main\.ts"\.$/],
])('where %s, that is said', (_, write, message) => {
  write();
  expect(readProject).toThrow(message);
});

test('the output is where the variable says, else cdktf.json, else cdktf.out', () => {
  expect(outputDirectory()).toBe(join(folder, 'cdktf.out'));
  cdktf({ app: 'true', output: 'made' });
  expect(outputDirectory()).toBe(join(folder, 'made'));
  process.env.CDKTF_OUTPUT = 'elsewhere';
  expect(outputDirectory()).toBe(join(folder, 'elsewhere'));
});

test('the program runs in the folder, and gets the context and the output', async () => {
  writeFileSync(
    'main.cjs',
    `const { CDKTF_OUTDIR, CDKTF_CONTEXT_JSON } = process.env;
     require('node:fs').mkdirSync(CDKTF_OUTDIR);
     const stack = { name: JSON.parse(CDKTF_CONTEXT_JSON).name, dependencies: [], workingDirectory: '.', synthesizedStackPath: 'stack.json' };
     require('node:fs').writeFileSync(CDKTF_OUTDIR + '/stack.json', JSON.stringify({ terraform: { backend: { local: { path: 'x' } } } }));
     require('node:fs').writeFileSync(CDKTF_OUTDIR + '/manifest.json', JSON.stringify({ stacks: { stack } }));`,
  );
  cdktf({ app: 'node main.cjs', context: { name: 'orders' } });
  const [stack] = await synthesize();
  expect(stack).toMatchObject({ name: 'orders', directory: join(folder, 'cdktf.out') });
}, 30_000);

test('a program that synthesizes nothing is told from one that fails', async () => {
  cdktf({ app: 'exit 0' });
  await expect(synthesize()).rejects.toThrow(
    /^The program synthesized nothing into .*cdktf\.out: it must end/,
  );
  cdktf({ app: 'exit 1' });
  await expect(synthesize()).rejects.toThrow(/^The stacks could not be synthesized/);
});
