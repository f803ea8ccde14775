import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } from 'kafkajs';
import { readClientProperties } from '../../cli/engine/client-properties';
import type { Description } from '../../cli/from-cluster/description';
import { describe as describeCluster } from '../../cli/from-cluster/read';
import { DeployedPlatform, ROOT } from '../support/deployed-platform';
import { eventually } from '../support/eventually';
import { OwnProject } from '../support/own-project';
import { receive } from '../support/records';
import { StartedProgram } from '../support/started-program';
import { AcknowledgedRecords } from './support/acknowledged';

const NAME = 'e2e-from-cluster';
const platform = new DeployedPlatform(NAME, 30_000, 'secured');
/** Whose things are, to the project that takes them over, somebody else's. */
const program = new StartedProgram('e2e/programs/secured.ts', NAME, platform.portOffset);
const project = new OwnProject('nothing-yet.ts');
const properties = join(project.folder, 'client.properties');

const servers = platform.hostPorts.map((port) => `localhost:${port}`);
const connect = `http://localhost:${platform.hostPort(8083)}`;
const registry = `http://localhost:${platform.hostPort(8081)}`;

let load: AcknowledgedRecords;
let before: Description;

async function removeAll(): Promise<void> {
  await program.remove();
  rmSync(platform.secrets, { recursive: true, force: true });
}

async function post(url: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} answers with ${answer.status}: ${await answer.text()}`);
}

/** What somebody made with Kafka's own tools, over time. */
async function makeByHand(): Promise<void> {
  const admin = platform.kafka().admin();
  await admin.connect();
  await admin.createTopics({
    topics: [
      { topic: 'by-hand', numPartitions: 3, configEntries: [{ name: 'retention.ms', value: '86400000' }] },
      { topic: 'compacted', numPartitions: 1, configEntries: [{ name: 'cleanup.policy', value: 'compact' }] },
    ],
  });
  const acl = { principal: 'User:billing', host: '*', permissionType: AclPermissionTypes.ALLOW };
  const topic = { resourceType: AclResourceTypes.TOPIC, operation: AclOperationTypes.READ };
  await admin.createAcls({
    acl: [
      { ...acl, ...topic, resourceName: 'by-hand', resourcePatternType: ResourcePatternTypes.LITERAL },
      { ...acl, ...topic, resourceName: 'comp', resourcePatternType: ResourcePatternTypes.PREFIXED },
      {
        ...acl,
        principal: 'User:kafka-connect',
        resourceType: AclResourceTypes.GROUP,
        operation: AclOperationTypes.READ,
        resourceName: 'connect-by-hand-copy',
        resourcePatternType: ResourcePatternTypes.LITERAL,
      },
    ],
  });
  await admin.disconnect();
  const alter = ['--alter', '--entity-type', 'users', '--entity-name', 'billing', '--add-config'];
  await platform.kafkaTool('kafka-configs', ...alter, 'SCRAM-SHA-512=[iterations=4096,password=by-hand]');
  await platform.kafkaTool('kafka-configs', ...alter, 'producer_byte_rate=1048576');
  const schema = JSON.stringify({ type: 'record', name: 'Bill', fields: [{ name: 'id', type: 'string' }] });
  await post(`${registry}/subjects/by-hand-value/versions`, { schema });
  await post(`${connect}/connectors`, {
    name: 'by-hand-copy',
    config: {
      'connector.class': 'org.apache.kafka.connect.file.FileStreamSinkConnector',
      'key.converter': 'org.apache.kafka.connect.storage.StringConverter',
      'value.converter': 'org.apache.kafka.connect.storage.StringConverter',
      topics: 'people',
      file: '/var/lib/kafka/data/by-hand.txt',
    },
  });
}

/** Where the written program finds what `npm install` would bring. */
function installPackages(): void {
  const modules = join(project.folder, 'node_modules');
  mkdirSync(join(modules, 'cdktf-streaming'), { recursive: true });
  for (const name of ['cdktf', 'constructs', 'tsx', '.bin'])
    symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  writeFileSync(join(modules, 'cdktf-streaming', 'package.json'), '{"main": "index.cjs"}');
  const library = JSON.stringify(join(ROOT, 'constructs', 'index.ts'));
  writeFileSync(join(modules, 'cdktf-streaming', 'index.cjs'), `module.exports = require(${library});\n`);
}

const found = (): Promise<Description> =>
  describeCluster({ bootstrapServers: servers, connect, registry }, readClientProperties(properties));

const inOrder = ({
  topics,
  acls,
  quotas,
  users,
  connect: workers,
  registry: subjects,
}: Description): string =>
  JSON.stringify(
    [topics, acls, quotas, users, workers?.connectors ?? [], subjects?.subjects ?? []].map((all) =>
      all.map((each) => JSON.stringify(each)).sort(),
    ),
  );

async function terraform(stack: string, ...words: string[]): Promise<string> {
  const cwd = join(project.folder, 'cdktf.out', 'stacks', stack);
  const { stdout } = await execa(process.env.TERRAFORM_BINARY_NAME ?? 'terraform', words, { cwd });
  return stdout;
}

beforeAll(async () => {
  await removeAll();
  await program.deploy(platform.settings);
  // The project is what the command writes, and nothing before.
  rmSync(join(project.folder, 'cdktf.json'));
  installPackages();
  const [authority, user] = ['ca.crt', 'admin.pem'].map((file) => join(platform.secrets, file));
  writeFileSync(
    properties,
    `security.protocol=SSL
ssl.truststore.type=PEM
ssl.truststore.location=${authority}
ssl.keystore.type=PEM
ssl.keystore.location=${user}
`,
  );
  await makeByHand();
  load = await AcknowledgedRecords.begin(platform.kafka(), 'by-hand');
  await eventually(async () => {
    before = await found();
    expect(before.connect?.connectors.map(({ name }) => name)).toContain('by-hand-copy');
  });
});

afterAll(async () => {
  await removeAll();
  project.remove();
});

test('a program is written of what is there, with the names of files that say how brokers are spoken to', async () => {
  const said = await project.succeeds([
    ...['from-cluster', '--bootstrap-servers', servers.join(), '--command-config', properties],
    ...['--connect', connect, '--schema-registry', registry],
  ]);
  expect(said).toMatch(/^Written here: main\.ts, kafka\.ts, topics\.ts/m);
  expect(said).not.toContain('could not be tried');
});

test('its first plan only imports', async () => {
  const { all } = await project.command(['status', '--drift']);
  expect(all).toContain('All is well.');
  expect(await terraform('topics', 'plan', '-input=false', '-no-color')).toMatch(
    /^Plan: \d+ to import, 0 to add, 0 to change, 0 to destroy\.$/m,
  );
});

test('up takes all of it over, quotas too', async () => {
  await project.succeeds(['up']);
  const users = await terraform('users', 'state', 'list');
  expect(users).toMatch(/^kafka_acl\./m);
  expect(users).toMatch(/^kafka_quota\./m);
  for (const stack of ['topics', 'users', 'connectors', 'subjects'])
    expect(await terraform(stack, 'plan', '-input=false', '-no-color')).toContain('No changes.');
});

test('nothing of the cluster has changed, and no record that it acknowledged is missing', async () => {
  await load.end();
  expect(inOrder(await found())).toBe(inOrder(before));
  const records = await receive(platform.kafka(), 'by-hand', ({ length }) => length >= load.values.length);
  expect(records.map(({ value }) => String(value)).sort()).toEqual([...load.values].sort());
});
