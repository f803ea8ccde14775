import { join } from 'node:path';
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import { localImages } from '../../../constructs/local-images/local-images';
import { CdktfProgram, type Outcome } from '../support/cdktf-program';
import { eventually } from '../../support/eventually';
import { STACKS } from '../../support/program';
import { container, HOST_PORTS, inContainer, kafkaTool, receive, ROOT, run, send } from '../support/platform';
import { averageOf, lastValues } from '../support/windows';
import { page } from './user-interface';

const CONNECT = 'http://localhost:28083';
const REGISTRY = 'http://localhost:28081';
const FOLDER = '/var/lib/kafka/data';

const STRING = { type: 'string' };
const person = (...fields: object[]): object => ({
  type: 'record',
  name: 'Person',
  fields: [{ name: 'name', type: 'string' }, ...fields],
});
const PERSON = person();
const WITH_DEFAULT = person({ name: 'age', type: 'int', default: 0 });
const WITHOUT_DEFAULT = person({ name: 'age', type: 'int', default: 0 }, { name: 'town', type: 'string' });

const environment: Record<string, string> = {
  DATABASE_IMAGE: 'cdktf-streaming/e2e-postgres:15',
  TF_VAR_database_password: 'only the database knows',
  PEOPLE_SCHEMA: JSON.stringify(PERSON),
};

const program = new CdktfProgram('pipelines');
const cdktf = (command: 'deploy' | 'destroy' | 'diff', ...args: string[]): Promise<Outcome> =>
  program.run(environment, command, ...args);

const deployed = async (...stacks: string[]): Promise<void> => {
  const { failed, output } = await cdktf('deploy', ...stacks);
  // The provider's doing, and what a user does then (README, Troubleshooting); `npm start` does it by itself.
  if (failed && output.includes('broker not connected')) return deployed(...stacks);
  if (failed) throw new Error(output);
};

async function ask(url: string, method = 'GET', body?: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}

const sql = async (statement: string): Promise<string> =>
  (await inContainer('database', 'psql', '-v', 'ON_ERROR_STOP=1', '-At', '-c', statement)).trim();

const lines = async (file: string): Promise<string[]> =>
  (await inContainer('kafka-connect', 'cat', `${FOLDER}/${file}`)).trim().split('\n');

const append = (...people: string[]): Promise<string> =>
  inContainer('kafka-connect', 'bash', '-c', `printf '%s\\n' ${people.join(' ')} >> ${FOLDER}/people.txt`);

const isRunning = (connector: string): Promise<void> =>
  eventually(async () => {
    expect(await ask(`${CONNECT}/connectors/${connector}/status`)).toMatchObject({
      connector: { state: 'RUNNING' },
      tasks: [{ state: 'RUNNING' }],
    });
  });

const CREATE_TABLE = 'CREATE TABLE averages (window_start text PRIMARY KEY, average json NOT NULL)';

/** What users add to the platform: connectors, a database, subjects of the registry. */
export function pipelines(): void {
  beforeAll(async () => {
    const base = localImages(join(ROOT, 'images')).find(({ product }) => product === 'base')!.reference;
    const context = join(ROOT, '__tests__', 'e2e', 'images', 'postgres');
    await run(
      'docker',
      'build',
      '--build-arg',
      `BASE=${base}`,
      '--tag',
      environment.DATABASE_IMAGE!,
      context,
    );
    await deployed('*');
    await sql(`CREATE ROLE averages LOGIN PASSWORD '${environment.TF_VAR_database_password}'`);
    await sql(`${CREATE_TABLE}; ALTER TABLE averages OWNER TO averages`);
    await ask(`${CONNECT}/connectors/averages-database/restart?includeTasks=true`, 'POST');
  });

  afterAll(() => {
    program.removeOutput();
  });

  test('a plugin pinned by its checksum is in the image, and nothing was fetched by a container', async () => {
    const plugins = (await ask(`${CONNECT}/connector-plugins`)) as { class: string }[];
    expect(plugins.map((plugin) => plugin.class)).toContain('io.debezium.connector.jdbc.JdbcSinkConnector');
  });

  test('lines of a file become records, and records lines of a file', async () => {
    await append('Ada', 'Alan');
    const records = await receive('people', (all) => all.length >= 2);
    expect(records.map(({ value }) => value.toString())).toEqual(['Ada', 'Alan']);
    await eventually(async () => expect(await lines('people-copy.txt')).toEqual(['Ada', 'Alan']));
  });

  test("Connect's Avro is any client's Avro: the registry has its schema", async () => {
    const [record] = await receive('people_avro', (all) => all.length >= 2);
    const registry = new SchemaRegistry({ host: REGISTRY });
    expect(await registry.decode(record!.value)).toBe('Ada');
    expect(await ask(`${REGISTRY}/subjects/people_avro-value/versions`)).toEqual([1]);
  });

  test('a worker that is started again goes on where it was: no line is lost, none comes twice', async () => {
    // A position in the file is committed once a minute by default, and on a clean stop.
    await container('kafka-connect').restart({ t: 30 });
    await append('Grace');
    await eventually(async () => expect(await lines('people-copy.txt')).toEqual(['Ada', 'Alan', 'Grace']));
    const records = await receive('people', (all) => all.length >= 3);
    expect(records.map(({ value }) => value.toString())).toEqual(['Ada', 'Alan', 'Grace']);
    const offsets = await kafkaTool('kafka-get-offsets', '--topic', 'compose-connect-offsets');
    expect(offsets).toMatch(/compose-connect-offsets:\d+:[1-9]/);
  });

  test('every window is in the database, with its last average', async () => {
    const ends = await kafkaTool('kafka-get-offsets', '--topic', 'aggregated_data');
    const count = ends
      .trim()
      .split('\n')
      .reduce((sum, line) => sum + Number(line.split(':')[2]), 0);
    const windows = lastValues(await receive('aggregated_data', (all) => all.length >= count));
    await eventually(async () => {
      const rows = await sql("SELECT window_start || '=' || (average->>'average_age') FROM averages");
      const stored = rows.split('\n').map((row) => row.split('='));
      expect(Object.fromEntries(stored.map(([start, age]) => [start, Number(age)]))).toEqual(windows);
    });
  });

  test('a window that comes again replaces its row', async () => {
    const before = Number(await sql('SELECT count(*) FROM averages'));
    const key = '2000-01-01T00:00:00.000Z';
    await send('aggregated_data', [averageOf(key, 1), averageOf(key, 2)], HOST_PORTS, key);
    await eventually(async () =>
      expect(await sql(`SELECT average->>'average_age' FROM averages WHERE window_start = '${key}'`)).toBe(
        '2',
      ),
    );
    expect(Number(await sql('SELECT count(*) FROM averages'))).toBe(before + 1);
  });

  test('a failed task is seen, and goes on when it is restarted', async () => {
    const count = await sql('SELECT count(*) FROM averages');
    await sql('ALTER TABLE averages RENAME TO away');
    const key = '2000-01-01T00:01:00.000Z';
    await send('aggregated_data', [averageOf(key, 3)], HOST_PORTS, key);
    await eventually(async () => {
      const status = await ask(`${CONNECT}/connectors/averages-database/status`);
      expect(status).toMatchObject({ tasks: [{ state: 'FAILED', trace: expect.any(String) as string }] });
    });
    const shown = await page('connectors/compose-connect-group/averages-database');
    expect(shown).toMatch(/\bfailed\b/i);
    expect(shown).toContain('Exception');
    await sql('ALTER TABLE away RENAME TO averages');
    await ask(`${CONNECT}/connectors/averages-database/restart?includeTasks=true&onlyFailed=true`, 'POST');
    await isRunning('averages-database');
    await eventually(async () =>
      expect(Number(await sql('SELECT count(*) FROM averages'))).toBe(Number(count) + 1),
    );
  });

  test.each([...STACKS, 'connectors', 'subjects'])(
    'a second diff of the stack %s is empty',
    async (stack) => {
      expect((await cdktf('diff', stack)).output).toContain('No changes.');
    },
  );

  test('no password is in what is synthesized, in a plan, or in the connector that people see', async () => {
    const password = environment.TF_VAR_database_password!;
    await expect(run('grep', '-rl', password, program.output, '--include=cdk.tf.json')).rejects.toThrow();
    environment.BATCH_SIZE = '1000';
    expect((await cdktf('diff', 'connectors')).output).not.toContain(password);
    delete environment.BATCH_SIZE;
  });

  test('a connector changed by hand is shown by diff, and put right by the next deploy', async () => {
    const url = `${CONNECT}/connectors/people-file/config`;
    const config = (await ask(url)) as Record<string, string>;
    await ask(url, 'PUT', { ...config, 'batch.size': '1' });
    expect((await cdktf('diff', 'connectors')).output).toMatch(/batch\.size.*"1" -> "2000"/);
    await deployed('connectors', '--ignore-missing-stack-dependencies');
    expect(await ask(url)).toMatchObject({ 'batch.size': '2000' });
    await isRunning('people-file');
  });

  test('a connector deleted by hand is shown by diff, and made again by the next deploy', async () => {
    await ask(`${CONNECT}/connectors/people-copy`, 'DELETE');
    expect((await cdktf('diff', 'connectors')).output).toContain('people-copy');
    await deployed('connectors', '--ignore-missing-stack-dependencies');
    await isRunning('people-copy');
  });

  describe('a subject as code', () => {
    const versions = (): Promise<unknown> => ask(`${REGISTRY}/subjects/people-value/versions`);

    test('is registered by the deploy, with its compatibility', async () => {
      expect(await versions()).toEqual([1]);
      expect(await ask(`${REGISTRY}/config/people-value`)).toMatchObject({ compatibilityLevel: 'BACKWARD' });
    });

    test('takes a field with a default as its next version', async () => {
      environment.PEOPLE_SCHEMA = JSON.stringify(WITH_DEFAULT);
      await deployed('subjects', '--ignore-missing-stack-dependencies');
      expect(await versions()).toEqual([1, 2]);
      expect((await cdktf('diff', 'subjects')).output).toContain('No changes.');
      expect(await page('subjects/people-value')).toContain('age');
    });

    test('refuses an incompatible schema with the reason of the registry, and keeps the old version', async () => {
      for (const schema of [WITHOUT_DEFAULT, STRING]) {
        environment.PEOPLE_SCHEMA = JSON.stringify(schema);
        const { failed, output } = await cdktf('deploy', 'subjects', '--ignore-missing-stack-dependencies');
        expect(failed).toBe(true);
        expect(output).toMatch(/409|incompatible/i);
        expect(await versions()).toEqual([1, 2]);
      }
      environment.PEOPLE_SCHEMA = JSON.stringify(WITH_DEFAULT);
      await deployed('subjects', '--ignore-missing-stack-dependencies');
    });

    test('refuses a broken schema before anything is asked', async () => {
      environment.PEOPLE_SCHEMA = JSON.stringify({ type: 'strng' });
      const { failed, output } = await cdktf('deploy', 'subjects', '--ignore-missing-stack-dependencies');
      expect(failed).toBe(true);
      expect(output).toContain('strng');
      environment.PEOPLE_SCHEMA = JSON.stringify(WITH_DEFAULT);
    });

    test("keeps its ids when the registry's container is made anew", async () => {
      const id = ((await ask(`${REGISTRY}/subjects/people-value/versions/2`)) as { id: number }).id;
      await container('schema-registry').remove({ force: true });
      await deployed('*');
      expect(await ask(`${REGISTRY}/subjects/people-value/versions/2`)).toMatchObject({ id });
      expect(await ask(`${REGISTRY}/schemas/ids/${id}`)).toMatchObject({
        schema: expect.stringContaining('age') as string,
      });
    });
  });

  test('destroyed with their stacks, connectors and subjects are gone', async () => {
    const { failed, output } = await cdktf('destroy', 'connectors', 'subjects');
    expect(failed ? output : '').toBe('');
    expect(await ask(`${CONNECT}/connectors`)).toEqual([]);
    // What Connect itself has registered is nobody's code.
    expect(await ask(`${REGISTRY}/subjects`)).toEqual(['people_avro-value']);
  });
}
