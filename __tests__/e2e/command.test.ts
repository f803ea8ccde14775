import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import { withAdmin } from '../../cli/engine/partitions';
import { DeployedPlatform, docker, ROOT } from '../support/deployed-platform';
import { receive, send } from '../support/records';

const NAME = 'e2e-command';
const kafka = new DeployedPlatform(NAME, 23_000).kafka([32_092]);

/** Found from any folder. */
const TSX = pathToFileURL(require.resolve('tsx')).href;

let project: string;

interface Outcome {
  readonly exitCode: number;
  readonly all: string;
}

/** What the command does in the project, with this in the program's environment. */
async function command(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const bin = ['--import', TSX, join(ROOT, 'cli', 'bin.ts')];
  const options = { cwd: project, env: { CDKTF_OUTPUT: '', ...env }, all: true, reject: false } as const;
  const { exitCode, all = '' } = await execa(process.execPath, [...bin, ...args], options);
  return { exitCode, all };
}

async function succeeds(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<string> {
  const { exitCode, all } = await command(args, env);
  if (exitCode !== 0) throw new Error(`${args.join(' ')} ended with ${exitCode}:\n${all}`);
  return all;
}

const partitions = async (): Promise<number | undefined> =>
  withAdmin(['localhost:32092'], async (admin) => {
    const { topics } = await admin.fetchTopicMetadata({ topics: ['orders'] });
    return topics[0]?.partitions.length;
  });

const containers = async (): Promise<readonly string[]> =>
  (await docker.listContainers({ all: true, filters: { name: [`${NAME}-`] } })).map(({ Names }) =>
    String(Names[0]),
  );

const volumes = async (): Promise<readonly string[]> =>
  (await docker.listVolumes({ filters: { label: [`cdktf-streaming.platform=${NAME}`] } })).Volumes.map(
    ({ Name }) => Name,
  );

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'shop-'));
  const app = `node --import ${TSX} "${join(__dirname, 'programs', 'command.ts')}"`;
  writeFileSync(join(project, 'cdktf.json'), JSON.stringify({ app }));
});

afterAll(async () => {
  await command(['down', '--volumes']);
  rmSync(project, { recursive: true, force: true });
});

test("up deploys somebody's own project, and waits until it works", async () => {
  const said = await succeeds(['up', '--setup']);
  expect(said).toMatch(/All 1 services are healthy.*npx cdktf-streaming down --volumes/s);
  expect(await containers()).toEqual(expect.arrayContaining([`/${NAME}-kafka1`, `/${NAME}-own`]));
  await send(kafka, 'orders', ['first'], 'key');
}, 120_000);

test('status says that all is well, also of the container of the user', async () => {
  const status = JSON.parse(await succeeds(['status', '--json'])) as object;
  expect(status).toMatchObject({
    well: true,
    services: [
      { name: `${NAME}-kafka1`, state: 'healthy' },
      { name: `${NAME}-own`, state: 'running' },
    ],
    kafka: [{ bootstrapServers: ['localhost:32092'], brokers: [1], groups: [] }],
  });
}, 120_000);

test('up deploys what has changed, beside it the containers of the user', async () => {
  await succeeds(['up'], { PARTITIONS: '6', GREETING: 'good day' });
  expect(await partitions()).toBe(6);
  const { Config } = await docker.getContainer(`${NAME}-own`).inspect();
  expect(Config.Env).toContain('GREETING=good day');
}, 120_000);

test('up stops before records are lost, and check says the same of the plan', async () => {
  const refused = await command(['up'], { PARTITIONS: '2', GREETING: 'good day' });
  expect(refused.exitCode).toBe(1);
  expect(refused.all).toMatch(
    /Stopped before anything was lost.*npx cdktf-streaming up --allow topic:orders/s,
  );
  const cwd = join(project, 'cdktf.out', 'stacks', 'topics');
  const terraform = process.env.TERRAFORM_BINARY_NAME ?? 'terraform';
  const { stdout } = await execa(terraform, ['show', '-json', 'deploy.tfplan'], { cwd });
  writeFileSync(join(project, 'plan.json'), stdout);
  const checked = await command(['check', 'plan.json']);
  expect(checked.exitCode).toBe(1);
  expect(checked.all).toMatch(/The topic orders is deleted with all its records.*--allow topic:orders/s);
}, 120_000);

test('down takes the containers away, status says so, and up finds every record again', async () => {
  await succeeds(['down']);
  expect(await containers()).toEqual([]);
  const { exitCode, all } = await command(['status']);
  expect([exitCode, all]).toEqual([2, 'Nothing is deployed: `npx cdktf-streaming up` deploys.']);
  expect(await volumes()).not.toEqual([]);
  await succeeds(['up'], { PARTITIONS: '6' });
  const records = await receive(kafka, 'orders', ({ length }) => length > 0);
  expect(records.map(({ value }) => String(value))).toEqual(['first']);
}, 120_000);

test('down --volumes leaves nothing', async () => {
  await succeeds(['down', '--volumes']);
  const filters = { label: [`cdktf-streaming.platform=${NAME}`] };
  expect(await containers()).toEqual([]);
  expect(await volumes()).toEqual([]);
  expect(await docker.listNetworks({ filters })).toEqual([]);
}, 120_000);
