import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { execa } from 'execa';
import { localImages } from '../../constructs/local-images/local-images';
import { bundle } from '../../tools/lib/package';
import { ROOT } from '../../tools/lib/root';
import { installIn } from './support/installed';

let project: string;

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'command-'));
  cpSync(join(__dirname, 'command'), project, { recursive: true });
  writeFileSync(join(project, 'cdktf.json'), JSON.stringify({ app: 'node main.cjs', output: 'made' }));
  await installIn(project);
}, 300_000);

interface Outcome {
  readonly exitCode: number;
  readonly all: string;
}

/** What the command says, and how it ends. Nobody looks at a terminal. */
async function run(args: readonly string[], cwd = project): Promise<Outcome> {
  const env = { DOCKER_HOST: 'unix:///run/no-engine.sock', CDKTF_OUTPUT: '' };
  const command = join(project, 'node_modules', '.bin', 'cdktf-streaming');
  const { exitCode, all = '' } = await execa(command, args, { cwd, env, all: true, reject: false });
  return { exitCode, all };
}

const STACK_TRACE = /^\s+at .*[:(]\d+/m;

test('says what it can do', async () => {
  const { stdout } = await execa('npx', ['cdktf-streaming', '--help'], { cwd: project });
  for (const command of ['up', 'down', 'status', 'check', 'setup', 'from-compose'])
    expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
}, 60_000);

describe('check', () => {
  const plan = (): string => {
    const before = { name: 'orders', partitions: 3, replication_factor: 1 };
    const change = { actions: ['delete'], before, after: null };
    const resource = { address: 'kafka_topic.orders', mode: 'managed', type: 'kafka_topic', change };
    const file = join(project, 'plan.json');
    const json = { format_version: '1.2', planned_values: {}, resource_changes: [resource] };
    writeFileSync(file, JSON.stringify(json));
    return file;
  };

  test('names what a plan would lose, and the word that allows it', async () => {
    plan();
    const { exitCode, all } = await run(['check', 'plan.json']);
    expect(all).toMatch(/The topic orders is deleted.*--allow topic:orders$/s);
    expect(exitCode).toBe(1);
  }, 60_000);

  test('needs no project, and ends well where that is allowed', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'no-project-'));
    const { exitCode, all } = await run(['check', plan(), '--allow', 'topic:orders'], elsewhere);
    expect([all, exitCode]).toEqual(['Nothing is lost.', 0]);
  }, 60_000);
});

test('without an Engine, up synthesizes the program, and says what to do', async () => {
  const { exitCode, all } = await run(['up']);
  expect(readdirSync(join(project, 'made', 'stacks'))).toEqual(['shop', 'topics']);
  expect(all).toMatch(
    /Docker Engine at unix:\/\/\/run\/no-engine\.sock does not answer.*npx cdktf-streaming setup/s,
  );
  expect(all).not.toMatch(STACK_TRACE);
  expect(exitCode).toBe(1);
}, 60_000);

test('without an Engine, status says so in the form of its schema, and ends with 2', async () => {
  const { exitCode, all } = await run(['status', '--json']);
  const status = JSON.parse(all) as { readonly services: readonly object[] };
  const script = "console.log(JSON.stringify(require('cdktf-streaming/status.schema.json')))";
  const { stdout } = await execa(process.execPath, ['-e', script], { cwd: project });
  expect(new Ajv().validate(JSON.parse(stdout) as object, status)).toBe(true);
  expect(status.services).toMatchObject([{ name: 'shop-kafka1', state: 'unknown' }, { name: 'shop-mail' }]);
  expect(exitCode).toBe(2);
}, 60_000);

describe('from-compose', () => {
  const SHOP = join(__dirname, '..', 'unit', 'cli', 'compose', 'fixtures', 'shop');

  test('writes a project: the program, how it is run, and secrets where commands look for them', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'from-compose-')), 'shop');
    cpSync(join(SHOP, 'docker-compose.yml'), join(folder, 'docker-compose.yml'));
    const { exitCode, all } = await run(['from-compose', 'docker-compose.yml', '--keep-data'], folder);
    const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
    expect(read('main.ts')).toBe(readFileSync(join(SHOP, 'main.ts'), 'utf8'));
    expect(JSON.parse(read('cdktf.json'))).toMatchObject({ app: 'npx tsx main.ts' });
    expect(read('.env')).toContain("TF_VAR_postgres_password='hunter2'\n");
    expect(all).toContain('docker-compose.yml:126: services.orders_app.credential_spec is left out');
    expect(all).toContain('main.ts has 9 of the 9 services of docker-compose.yml');
    expect(all).not.toContain('hunter2');
    expect(exitCode).toBe(0);

    const again = await run(['from-compose', 'docker-compose.yml'], folder);
    expect([again.exitCode, again.all]).toEqual([1, expect.stringContaining('main.ts is there already')]);
  }, 60_000);

  test('of a file that is not there says so', async () => {
    const { exitCode, all } = await run(
      ['from-compose', 'nobody.yml'],
      mkdtempSync(join(tmpdir(), 'empty-')),
    );
    expect([exitCode, all.trim()]).toEqual([
      1,
      'There is no file nobody.yml: give the path of your compose file.',
    ]);
  }, 60_000);
});

test('what it keeps is nothing for Git', () => {
  expect(readdirSync(join(project, '.cache', 'cdktf-streaming'))).toContain('.gitignore');
});

test.each(['up', 'down', 'status', 'setup'])(
  '%s in a folder without a project says so',
  async (command) => {
    const folder = join(project, 'elsewhere');
    mkdirSync(folder, { recursive: true });
    const { exitCode, all } = await run([command], folder);
    expect(all).toContain(`There is no cdktf.json in ${folder}: run this command in the folder of your`);
    expect(all).not.toMatch(STACK_TRACE);
    expect(exitCode).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  },
  60_000,
);

test('brings what its set-up builds from, without the tests of that', () => {
  const dist = join(project, 'node_modules', 'cdktf-streaming', 'dist');
  expect(readdirSync(join(dist, 'providers', 'build'))).toEqual([
    'docker',
    'kafka',
    'kafka-connect',
    'kubectl',
    'restful',
  ]);
  expect(existsSync(join(dist, 'images', 'kafka-ui', 'src'))).toBe(true);
  expect(existsSync(join(dist, 'images', 'kafka-ui', 'tests'))).toBe(false);
  // Each image's folder is read.
  const products = (root: string): string[] =>
    localImages(join(root, 'images')).map(({ product }) => product);
  expect(products(dist)).toEqual(products(ROOT));
});

test('a client that is loaded only when it is needed is in the bundle, and needs nothing beside it', async () => {
  const part = join(mkdtempSync(join(tmpdir(), 'part-')), 'passwords.cjs');
  await bundle('cli/engine/access/passwords.ts', part);
  const script = `require(${JSON.stringify(part)}).passwordsAt(['127.0.0.1:1']).catch((error) => console.log(error.message))`;
  const { stdout } = await execa(process.execPath, ['-e', script], { cwd: tmpdir() });
  expect(stdout).toBe('No broker answered: 127.0.0.1:1 (connect ECONNREFUSED 127.0.0.1:1).');
}, 60_000);
