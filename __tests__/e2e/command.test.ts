import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { withAdmin } from '../../cli/engine/partitions';
import { DeployedPlatform, docker } from '../support/deployed-platform';
import { OwnProject } from '../support/own-project';
import { receive, send } from '../support/records';

const NAME = 'e2e-command';
const kafka = new DeployedPlatform(NAME, 23_000).kafka([32_092]);

let project: OwnProject;

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
  project = new OwnProject('e2e/programs/command.ts');
});

afterAll(async () => {
  await project.command(['down', '--volumes']);
  project.remove();
});

test("up deploys somebody's own project, and waits until it works", async () => {
  const said = await project.succeeds(['up', '--setup']);
  expect(said).toMatch(/All 1 services are healthy.*npx cdktf-streaming down --volumes/s);
  expect(await containers()).toEqual(expect.arrayContaining([`/${NAME}-kafka1`, `/${NAME}-own`]));
  await send(kafka, 'orders', ['first'], 'key');
}, 120_000);

test('status says that all is well, also of the container of the user', async () => {
  const status = JSON.parse(await project.succeeds(['status', '--json'])) as object;
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
  await project.succeeds(['up'], { PARTITIONS: '6', GREETING: 'good day' });
  expect(await partitions()).toBe(6);
  const { Config } = await docker.getContainer(`${NAME}-own`).inspect();
  expect(Config.Env).toContain('GREETING=good day');
}, 120_000);

test('up stops before records are lost, and check says the same of the plan', async () => {
  const refused = await project.command(['up'], { PARTITIONS: '2', GREETING: 'good day' });
  expect(refused.exitCode).toBe(1);
  expect(refused.all).toMatch(
    /Stopped before anything was lost.*npx cdktf-streaming up --allow topic:orders/s,
  );
  const cwd = join(project.folder, 'cdktf.out', 'stacks', 'topics');
  const terraform = process.env.TERRAFORM_BINARY_NAME ?? 'terraform';
  const { stdout } = await execa(terraform, ['show', '-json', 'deploy.tfplan'], { cwd });
  writeFileSync(join(project.folder, 'plan.json'), stdout);
  const checked = await project.command(['check', 'plan.json']);
  expect(checked.exitCode).toBe(1);
  expect(checked.all).toMatch(/The topic orders is deleted with all its records.*--allow topic:orders/s);
}, 120_000);

test('down takes the containers away, status says so, and up finds every record again', async () => {
  await project.succeeds(['down']);
  expect(await containers()).toEqual([]);
  const { exitCode, all } = await project.command(['status']);
  expect([exitCode, all]).toEqual([2, 'Nothing is deployed: `npx cdktf-streaming up` deploys.']);
  expect(await volumes()).not.toEqual([]);
  await project.succeeds(['up'], { PARTITIONS: '6' });
  const records = await receive(kafka, 'orders', ({ length }) => length > 0);
  expect(records.map(({ value }) => String(value))).toEqual(['first']);
}, 120_000);

test('down --volumes leaves nothing', async () => {
  await project.succeeds(['down', '--volumes']);
  const filters = { label: [`cdktf-streaming.platform=${NAME}`] };
  expect(await containers()).toEqual([]);
  expect(await volumes()).toEqual([]);
  expect(await docker.listNetworks({ filters })).toEqual([]);
}, 120_000);
