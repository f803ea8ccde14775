import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readStacks } from '../../cli/engine/synthesis';
import { DeployedPlatform, ROOT } from '../support/deployed-platform';
import { eventually } from '../support/eventually';
import { PemFiles } from '../support/pem-files';
import { receive } from '../support/records';
import { StartedProgram } from '../support/started-program';
import { attempts, isRefused } from './support/attempts';
import { allows, rightsIn } from './support/rights';
import { filesIn, found, secretsIn, toldByEngine } from './support/secrets';

const NAME = 'e2e-secured';
const platform = new DeployedPlatform(NAME, 24_000, 'secured');
const program = new StartedProgram('e2e/programs/secured.ts', NAME, platform.portOffset);
const OUTPUT = join(ROOT, `cdktf.${NAME}.out`);

const USERS = ['kafka-connect', 'schema-registry', 'kafka-ui', 'kafka-spark-app', 'listener', 'demo'];
const GROUPS = ['compose-connect-group', 'schema-registry', 'my-group', 'connect-people-copy'];

async function removeAll(): Promise<void> {
  await program.remove();
  rmSync(platform.secrets, { recursive: true, force: true });
}

beforeAll(async () => {
  await removeAll();
  await program.deploy(platform.settings);
});

afterAll(removeAll);

test('the records of the demo are averaged, and its broken ones are dead letters', async () => {
  const said = await platform.npm('run', 'demo', '--', '--minutes', '1', '--rate', '5');
  expect(said).toMatch(/^1 of 1 averages agree; .* 6 bad ones, 6 in user_events_dead_letter\.$/m);
});

test('the listener receives the averages', async () => {
  await eventually(async () => {
    const windows = await fetch(`http://localhost:${platform.hostPort(8070)}/windows`);
    expect((await windows.json()) as unknown[]).not.toEqual([]);
  });
});

test('lines of a file become records, and records lines of a file', async () => {
  const folder = '/var/lib/kafka/data';
  await platform.inContainer('kafka-connect', 'bash', '-c', `printf 'Ada\\nAlan\\n' >> ${folder}/people.txt`);
  const records = await receive(platform.kafka(), 'people', (all) => all.length >= 2);
  expect(records.map(({ value }) => value.toString())).toEqual(['Ada', 'Alan']);
  await eventually(async () => {
    const copied = await platform.inContainer('kafka-connect', 'cat', `${folder}/people-copy.txt`);
    expect(copied).toBe('Ada\nAlan\n');
  });
});

test('topics, users and what they may do are as declared: a second plan is empty', async () => {
  for (const stack of ['users', 'topics'])
    expect(await program.terraform(stack, 'plan', '-input=false', '-no-color')).toContain('No changes.');
});

describe('at the door that the host has', () => {
  const others = new PemFiles();
  others.leaf('admin', ['DNS:admin']);
  const ca = (): string => platform.tls()!.ca;

  test.each<[string, () => object | boolean]>([
    ['in plaintext', () => false],
    ['without a certificate', () => ({ ca: ca() })],
    [
      'with the certificate of another authority',
      () => ({ ca: ca(), cert: others.read('admin.pem'), key: others.read('admin.pem') }),
    ],
    ['with trust in another authority', () => ({ ...platform.tls(), ca: others.read('ca.crt') })],
  ])('nobody comes in %s', async (_, tls) => {
    for (const port of platform.hostPorts) {
      const ssl = tls() as object;
      const admin = platform.kafka([port], { ssl, connectionTimeout: 3_000, retry: { retries: 0 } }).admin();
      await expect(admin.connect().then(() => admin.describeCluster())).rejects.toThrow();
      await admin.disconnect();
    }
  });
});

test.each(USERS)('%s can do what the program says of it, and nothing else', async (user) => {
  const stacks = readStacks(OUTPUT);
  const rights = rightsIn(stacks, user);
  const topics = stacks
    .flatMap((stack) => stack.resources('kafka_topic'))
    .map(({ attributes }) => attributes.name);
  const all = attempts(topics as string[], GROUPS);
  const kafka = platform.kafka(platform.hostPorts, {
    ssl: platform.tls(user),
    retry: { retries: 2 },
  });
  const refused = await Promise.all(all.map((each) => isRefused(each, kafka)));
  const wrong = all.filter((each, index) => refused[index] === allows(rights, each.right));
  expect(wrong.map(({ right }) => right)).toEqual([]);
  expect(refused.filter(Boolean).length).toBeGreaterThan(0);
});

test('no key is in what is synthesized, in states, plans, logs, processes, or what the Engine tells', async () => {
  const secrets = secretsIn(platform.secrets);
  // Of the authority, three brokers, Terraform and every user: what is looked for can be found.
  expect(secrets.size).toBe(5 + USERS.length);
  expect(found(secrets, filesIn(platform.secrets))).toHaveLength(secrets.size);
  const plans = await Promise.all(
    readStacks(OUTPUT).map(async ({ name }) => ({
      where: `plan of ${name}`,
      text: await program.terraform(name, 'show', '-json', 'deploy.tfplan'),
    })),
  );
  const folders = [OUTPUT, join(ROOT, '.state', NAME), join(ROOT, '.cache', 'cdktf-streaming', 'logs')];
  const told = await toldByEngine(NAME);
  // Of three brokers, three of Spark, and four services: what they are, log, and run as.
  expect(told.filter(({ where }) => where !== 'ps')).toHaveLength(3 * 10);
  const places = [...plans, ...folders.flatMap(filesIn), ...told];
  expect(found(secrets, places)).toEqual([]);
});
