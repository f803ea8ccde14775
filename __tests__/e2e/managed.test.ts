import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { KafkaConfig } from 'kafkajs';
import { readStacks } from '../../cli/engine/synthesis';
import { DeployedPlatform, ROOT } from '../support/deployed-platform';
import { eventually } from '../support/eventually';
import { PemFiles } from '../support/pem-files';
import { receive, send } from '../support/records';
import { StartedProgram } from '../support/started-program';
import { averagesOf, MINUTE, toJson, windowsIn, type UserEvent } from '../support/windows';
import { filesIn, found, toldByEngine } from './support/secrets';
import { TheirBroker } from './support/their-broker';

const NAME = 'e2e-managed';
const platform = new DeployedPlatform(NAME, 29_000);
const program = new StartedProgram('e2e/programs/managed.ts', NAME, platform.portOffset);
const OUTPUT = join(ROOT, `cdktf.${NAME}.out`);

const password = randomBytes(12).toString('hex');
const files = new PemFiles();
const theirs = new TheirBroker(`${NAME}-theirs`, platform.hostPort(9_092), files, password);
const kafka = theirs.client();

async function removeAll(): Promise<void> {
  await program.remove();
  await theirs.remove();
}

beforeAll(async () => {
  await removeAll();
  await theirs.start();
  files.write('login.properties', `password=${password}\n`, 0o444);
  await program.deploy({
    FOLDER: files.folder,
    NETWORK: theirs.name,
    INSIDE: theirs.inside,
    OUTSIDE: theirs.outside,
  });
});

afterAll(removeAll);

const address = (port: number, path: string): string => `http://localhost:${platform.hostPort(port)}${path}`;

test.each<[string, Partial<KafkaConfig>]>([
  ['in plaintext', { ssl: false }],
  ['without a login', { sasl: undefined }],
  ['with another password', { sasl: { mechanism: 'plain', username: 'shop', password: 'another' } }],
])('nobody comes in %s', async (_, login) => {
  const other = theirs.client({ ...login, requestTimeout: 5_000, retry: { retries: 0 } });
  await expect(theirs.answers(other)).rejects.toThrow();
});

test('topics are as declared: a second plan is empty', async () => {
  expect(await program.terraform('topics', 'plan', '-input=false', '-no-color')).toContain('No changes.');
});

test('events are averaged on Spark, the listener receives the averages, and what is none is a dead letter', async () => {
  const start = Math.floor(Date.now() / MINUTE) * MINUTE - 60 * MINUTE;
  const at = (minutes: number, age: number): UserEvent => ({ age, timestamp: start + minutes * MINUTE });
  const inTime = [at(0, 20), at(0.5, 40), at(1.5, 31)];
  // The last one moves the watermark behind the others.
  await send(kafka, 'user_events', ['no event', ...[...inTime, at(10, 50)].map(toJson)], 'Ada');
  const expected = averagesOf(inTime);
  expect(await windowsIn(kafka, 'aggregated_data', expected)).toEqual(expected);
  await eventually(async () => {
    const windows = (await (await fetch(address(8070, '/windows'))).json()) as unknown[];
    expect(windows).toHaveLength(Object.keys(expected).length);
  });
  const letters = await receive(kafka, 'user_events_dead_letter', ({ length }) => length > 0);
  expect(letters.map(({ value }) => String(value))).toEqual([expect.stringContaining('no event')]);
});

test('lines of a file become records, and records lines of a file', async () => {
  const folder = '/var/lib/kafka/data';
  await platform.inContainer('kafka-connect', 'bash', '-c', `printf 'Ada\\nAlan\\n' >> ${folder}/people.txt`);
  const records = await receive(kafka, 'people', ({ length }) => length >= 2);
  expect(records.map(({ value }) => String(value))).toEqual(['Ada', 'Alan']);
  await eventually(async () => {
    expect(await platform.inContainer('kafka-connect', 'cat', `${folder}/people-copy.txt`)).toBe(
      'Ada\nAlan\n',
    );
  });
});

test('the registry keeps schemas there', async () => {
  const subject = address(8081, '/subjects/people-value/versions');
  const body = JSON.stringify({ schema: '"string"' });
  const headers = { 'content-type': 'application/json' };
  expect((await fetch(subject, { method: 'POST', body, headers })).status).toBe(200);
  expect(await (await fetch(subject)).json()).toEqual([1]);
  await receive(kafka, '_schemas', ({ length }) => length > 0);
});

test('the page shows what is there', async () => {
  const page = await fetch(address(8080, `/clusters/${NAME}/topics?size=100`));
  const text = await page.text();
  for (const topic of ['user_events', 'aggregated_data', 'people']) expect(text).toContain(topic);
});

test('the password is in nothing that is synthesized, in no state, plan, log or process, and not with the Engine', async () => {
  const secrets = new Map([['the password', password]]);
  // What is looked for can be found.
  expect(found(secrets, filesIn(files.folder))).toHaveLength(1);
  const plans = await Promise.all(
    readStacks(OUTPUT).map(async ({ name }) => ({
      where: `plan of ${name}`,
      text: await program.terraform(name, 'show', '-json', 'deploy.tfplan'),
    })),
  );
  const folders = [OUTPUT, join(ROOT, '.state', NAME), join(ROOT, '.cache', 'cdktf-streaming', 'logs')];
  const places = [...plans, ...folders.flatMap(filesIn), ...(await toldByEngine(NAME))];
  expect(found(secrets, places)).toEqual([]);
});
