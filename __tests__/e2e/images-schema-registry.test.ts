import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { SchemaRegistry, SchemaType, type DecodeOptions } from '@kafkajs/confluent-schema-registry';
import { Images } from '../../constructs/core/image-catalogue';
import type { ImageCatalogue } from '../../constructs/core/platform';
import { Schema } from '../../constructs/schema-registry/schema';
import { Container, Containers, type ContainerSettings } from '../support/containers';
import { localFamily } from '../../constructs/local-images';

const ROOT = join(__dirname, '../..');

/** What clients of the public image rely on must hold for each family that can be had here. */
const FAMILIES: Record<string, ImageCatalogue> = {
  local: localFamily(join(ROOT, 'images')),
  ...(process.env.PLATFORM_IMAGES === 'public' && { public: Images.public() }),
};

const person = (...more: object[]): object => ({
  type: 'record',
  name: 'Person',
  namespace: 'example',
  fields: [{ name: 'name', type: 'string' }, ...more],
});
const V1 = person();
const V2 = person({ name: 'city', type: 'string', default: 'unknown' });
const INCOMPATIBLE = person({ name: 'city', type: 'string' });
const avro = (definition: object): object => ({ schema: Schema.avro(definition).toString() });

beforeAll(() => {
  execFileSync('npx', ['tsx', 'tools/images.ts'], { cwd: ROOT });
});

describe.each(Object.entries(FAMILIES))('the schema registry of the family %s', (family, images) => {
  let containers: Containers;
  let broker: Container;
  let registry: Container;
  let url: string;

  const settings = (environment: Record<string, string> = {}): ContainerSettings => ({
    environment: {
      SCHEMA_REGISTRY_HOST_NAME: 'schema-registry',
      SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS: 'PLAINTEXT://broker:19092',
      SCHEMA_REGISTRY_HEAP_OPTS: '-Xmx161M',
      ...environment,
    },
    writable: ['/etc/schema-registry'],
    port: 8081,
  });

  const startRegistry = async (): Promise<void> => {
    registry = await containers.start('registry', images.schemaRegistry, settings());
    url = `http://${await registry.hostAddress()}`;
    const answers = (): Promise<boolean> =>
      fetch(`${url}/subjects`, { signal: AbortSignal.timeout(1000) }).then(
        (response) => response.ok,
        () => false,
      );
    const deadline = Date.now() + 120_000;
    while (!(await answers())) {
      if (Date.now() > deadline) throw new Error(`No answer within 120 s: ${await registry.logs()}`);
      await pause(20);
    }
  };

  const request = async (method: string, path: string, body?: object | string): Promise<Answer> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { 'Content-Type': 'application/vnd.schemaregistry.v1+json' },
      body: typeof body === 'object' ? JSON.stringify(body) : body,
    });
    const type = response.headers.get('Content-Type');
    return { status: response.status, type, body: await response.json() };
  };
  const get = async (path: string): Promise<unknown> => (await request('GET', path)).body;
  const register = async (subject: string, body: object): Promise<Answer> =>
    request('POST', `/subjects/${subject}/versions`, body);

  beforeAll(async () => {
    containers = new Containers();
    broker = await containers.start('broker', images.kafka, {
      environment: {
        KAFKA_NODE_ID: '1',
        KAFKA_PROCESS_ROLES: 'broker,controller',
        CLUSTER_ID: 'MkU3OEVBNTcwNTJENDM2Qk',
        KAFKA_LISTENERS: 'INTERNAL://0.0.0.0:19092,CONTROLLER://0.0.0.0:9093',
        KAFKA_ADVERTISED_LISTENERS: 'INTERNAL://broker:19092',
        KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT',
        KAFKA_INTER_BROKER_LISTENER_NAME: 'INTERNAL',
        KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
        KAFKA_CONTROLLER_QUORUM_VOTERS: '1@broker:9093',
        KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
        KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
        KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '1',
        // How long a registry that is up has not read its topic yet: time enough to be caught at it.
        KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '1000',
        KAFKA_LOG_CLEANER_BACKOFF_MS: '500',
        KAFKA_HEAP_OPTS: '-Xmx256M',
      },
      volumes: { '/var/lib/kafka/data': containers.volume() },
      writable: ['/etc/kafka', '/var/log/kafka'],
    });
    await broker.until('kafka-topics --bootstrap-server broker:19092 --list');
    // Compacted at once, so that what the cleaner leaves is what a registry made anew finds.
    const compaction = ['cleanup.policy=compact', 'segment.ms=1000', 'min.cleanable.dirty.ratio=0.01'];
    await createTopic('_schemas', [...compaction, 'delete.retention.ms=100']);
    await startRegistry();
  });
  afterAll(async () => containers.remove());

  async function createTopic(name: string, configuration: readonly string[]): Promise<void> {
    await broker.exec(
      ...['kafka-topics', '--bootstrap-server', 'broker:19092', '--create', '--topic', name],
      ...configuration.flatMap((each) => ['--config', each]),
    );
  }

  async function refuses(environment: Record<string, string>, named: RegExp): Promise<void> {
    const refusing = await containers.start(
      `refusing-${refusals++}`,
      images.schemaRegistry,
      settings(environment),
    );
    const { exitCode, output } = await refusing.end();
    expect(exitCode).not.toBe(0);
    expect(output).toMatch(named);
  }
  let refusals = 0;

  test.each([
    ['without a host name', 'SCHEMA_REGISTRY_HOST_NAME', ''],
    ['without Kafka', 'SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS', ''],
    ['with a port of its own', 'SCHEMA_REGISTRY_PORT', '8081'],
  ])('does not start %s, and names %s', async (_, variable, value) => {
    await refuses({ [variable]: value }, new RegExp(variable));
  });

  test('gives up when no broker answers in time', async () => {
    const begin = Date.now();
    const absent = { SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS: 'PLAINTEXT://absent:19092' };
    await refuses({ ...absent, SCHEMA_REGISTRY_CUB_KAFKA_TIMEOUT: '2' }, /absent:19092/);
    expect(Date.now() - begin).toBeLessThan(30_000);
  });

  test('does not start on a topic that loses schemas by their age', async () => {
    await createTopic('ageing', ['cleanup.policy=delete']);
    await refuses({ SCHEMA_REGISTRY_KAFKASTORE_TOPIC: 'ageing' }, /ageing.*compact|compact.*ageing/is);
  });

  test('runs as appuser with the heap that it was told', async () => {
    expect(await registry.exec('id', '-un')).toBe('appuser');
    expect(await registry.sh('cat /proc/[0-9]*/cmdline | tr "\\0" " "')).toContain('-Xmx161M');
  });

  test('answers in the type of its API, also with errors', async () => {
    for (const path of ['/', '/subjects', '/config', '/subjects/absent/versions'])
      expect((await request('GET', path)).type).toBe('application/vnd.schemaregistry.v1+json');
  });

  describe('subjects and versions', () => {
    test('a schema has one id, whoever registers it how often', async () => {
      const { status, body } = await register('ids-value', avro(V1));
      expect(status).toBe(200);
      expect(await register('ids-value', avro(V1))).toMatchObject({ body });
      expect(await register('ids-other', avro(V1))).toMatchObject({ body });
      expect(await get('/subjects/ids-value/versions')).toEqual([1]);
    });

    test('a schema is found by its id, by its version and by itself', async () => {
      const { id } = (await register('found-value', avro(V2))).body as { id: number };
      const { schema } = avro(V2) as { schema: string };
      expect(await get(`/schemas/ids/${id}`)).toMatchObject({ schema });
      const found = { subject: 'found-value', version: 1, id, schema };
      expect(await get('/subjects/found-value/versions/1')).toMatchObject(found);
      expect(await get('/subjects/found-value/versions/latest')).toMatchObject(found);
      expect(await request('POST', '/subjects/found-value', avro(V2))).toMatchObject({ body: found });
      expect(await get('/subjects')).toContain('found-value');
    });

    test.each<[string, string, string, object | string | undefined, number, number]>([
      ['a subject that is not there', 'GET', '/subjects/absent/versions', undefined, 404, 40401],
      ['a version that is not there', 'GET', '/subjects/errors/versions/99', undefined, 404, 40402],
      ['an id that is not there', 'GET', '/schemas/ids/99999', undefined, 404, 40403],
      [
        'a schema that is not there',
        'POST',
        '/subjects/errors',
        avro(person({ name: 'z', type: 'int' })),
        404,
        40403,
      ],
      ['a level that is not its own', 'GET', '/config/errors', undefined, 404, 40408],
      ['nonsense', 'POST', '/subjects/errors/versions', { schema: '{nonsense' }, 422, 42201],
      ['a level that is none', 'PUT', '/config/errors', { compatibility: 'SOME' }, 422, 42203],
    ])('says so of %s: %s %s', async (_, method, path, body, status, code) => {
      await register('errors', avro(V1));
      expect(await request(method, path, body)).toMatchObject({ status, body: { error_code: code } });
    });

    test('a name may have blanks, colons and slashes', async () => {
      const name = 'a b:c/d-value';
      expect(await register(encodeURIComponent(name), avro(V1))).toMatchObject({ status: 200 });
      expect(await get('/subjects')).toContain(name);
      expect(await get(`/subjects/${encodeURIComponent(name)}/versions`)).toEqual([1]);
      await request('PUT', `/config/${encodeURIComponent(name)}`, { compatibility: 'FULL' });
      expect(await get(`/config/${encodeURIComponent(name)}`)).toEqual({ compatibilityLevel: 'FULL' });
    });

    test('are deleted softly first, and stay readable by id', async () => {
      const { id } = (await register('deleted', avro(person({ name: 'gone', type: 'int' })))).body as {
        id: number;
      };
      expect(await request('DELETE', '/subjects/deleted?permanent=true')).toMatchObject({
        body: { error_code: 40405 },
      });
      expect(await request('DELETE', '/subjects/deleted')).toMatchObject({ status: 200, body: [1] });
      expect(await get('/subjects')).not.toContain('deleted');
      expect(await get('/subjects?deleted=true')).toContain('deleted');
      expect(await request('GET', `/schemas/ids/${id}`)).toMatchObject({ status: 200 });
      expect(await request('DELETE', '/subjects/deleted?permanent=true')).toMatchObject({
        status: 200,
        body: [1],
      });
      expect(await get('/subjects?deleted=true')).not.toContain('deleted');
    });

    test.each([
      [
        'JSON',
        '{"type":"object","properties":{"a":{"type":"integer"}}}',
        '{"type":"object","properties":{"a":{"type":"string"}}}',
      ],
      [
        'PROTOBUF',
        'syntax = "proto3"; message M { string a = 1; }',
        'syntax = "proto3"; message M { int32 a = 1; }',
      ],
    ])('may be of the type %s, each with its own rules', async (schemaType, schema, incompatible) => {
      const subject = `typed-${schemaType}`;
      expect(await register(subject, { schemaType, schema })).toMatchObject({ status: 200 });
      expect(await get(`/subjects/${subject}/versions/1`)).toMatchObject({ schemaType });
      expect(await register(subject, { schemaType, schema: incompatible })).toMatchObject({ status: 409 });
    });
  });

  describe('compatibility', () => {
    const check = async (subject: string, definition: object): Promise<unknown> =>
      (await request('POST', `/compatibility/subjects/${subject}/versions/latest`, avro(definition))).body;

    test('is backward where nobody said anything else', async () => {
      expect(await get('/config')).toEqual({ compatibilityLevel: 'BACKWARD' });
    });

    test('a field with a default is a new version; one without is refused, with the reason, and changes nothing', async () => {
      await register('evolving', avro(V1));
      expect(await check('evolving', V2)).toEqual({ is_compatible: true });
      expect(await register('evolving', avro(V2))).toMatchObject({ status: 200 });
      const withoutDefault = person({ name: 'street', type: 'string' });
      expect(await check('evolving', withoutDefault)).toMatchObject({ is_compatible: false });
      const refused = await register('evolving', avro(withoutDefault));
      expect(refused).toMatchObject({ status: 409, body: { error_code: 409 } });
      expect(JSON.stringify(refused.body)).toContain('street');
      expect(await get('/subjects/evolving/versions')).toEqual([1, 2]);
    });

    test("a subject's own level comes before the registry's, until it is deleted", async () => {
      await register('own', avro(V1));
      expect(await get('/config/own?defaultToGlobal=true')).toEqual({ compatibilityLevel: 'BACKWARD' });
      await request('PUT', '/config/own', { compatibility: 'FORWARD' });
      expect(await get('/config/own')).toEqual({ compatibilityLevel: 'FORWARD' });
      expect(await register('own', avro(INCOMPATIBLE))).toMatchObject({ status: 200 });
      await request('DELETE', '/config/own');
      expect(await request('GET', '/config/own')).toMatchObject({ status: 404 });
      expect(await check('own', person({ name: 'other', type: 'int' }))).toMatchObject({
        is_compatible: false,
      });
    });

    test('of the registry can be changed, and is followed', async () => {
      await register('global', avro(V1));
      await request('PUT', '/config', { compatibility: 'NONE' });
      try {
        expect(await get('/config')).toEqual({ compatibilityLevel: 'NONE' });
        expect(await register('global', avro(INCOMPATIBLE))).toMatchObject({ status: 200 });
      } finally {
        await request('PUT', '/config', { compatibility: 'BACKWARD' });
      }
    });
  });

  test('a serializer writes with its schemas; old and new readers both read both', async () => {
    const client = new SchemaRegistry({ host: url });
    const idOf = async (definition: object): Promise<number> => {
      const confluent = { type: SchemaType.AVRO, schema: JSON.stringify(definition) } as const;
      return (await client.register(confluent, { subject: 'people-value' })).id;
    };
    const [oldId, newId] = [await idOf(V1), await idOf(V2)];
    const [old, recent] = [
      await client.encode(oldId, { name: 'Ada' }),
      await client.encode(newId, { name: 'Alan', city: 'London' }),
    ];
    expect(old.readInt32BE(1)).toBe(oldId);

    const as = async (reader: object, record: Buffer): Promise<unknown> => {
      const options = { [SchemaType.AVRO]: { readerSchema: reader } } as DecodeOptions;
      return { ...((await new SchemaRegistry({ host: url }).decode(record, options)) as object) };
    };
    expect(await as(V2, old)).toEqual({ name: 'Ada', city: 'unknown' });
    expect(await as(V2, recent)).toEqual({ name: 'Alan', city: 'London' });
    expect(await as(V1, old)).toEqual({ name: 'Ada' });
    expect(await as(V1, recent)).toEqual({ name: 'Alan' });
  });

  test('made anew after its topic was compacted, it has every subject, id and level from its first answer on', async () => {
    const state = async (): Promise<unknown> => {
      const subjects = (await get('/subjects')) as string[];
      const versions = subjects.map((subject) =>
        get(`/subjects/${encodeURIComponent(subject)}/versions/latest`),
      );
      return { subjects, latest: await Promise.all(versions), level: await get('/config/replaced') };
    };
    await register('replaced', avro(V1));
    await request('PUT', '/config/replaced', { compatibility: 'FULL_TRANSITIVE' });
    const before = await state();
    // A segment is closed by a record that comes after its time.
    await pause(1500);
    await register('closing', avro(V1));
    await request('DELETE', '/subjects/closing');
    await request('DELETE', '/subjects/closing?permanent=true');
    await broker.until('grep -q "^_schemas 0 [1-9]" /var/lib/kafka/data/cleaner-offset-checkpoint');

    await containers.removeOne('registry');
    await startRegistry();
    expect(await state()).toEqual(before);
  });

  test('stops at SIGTERM, starts again, and knows its schemas', async () => {
    expect(await registry.stop()).toBe(143);
    await registry.startAgain();
    url = `http://${await registry.hostAddress()}`;
    await registry.until('curl -sf localhost:8081/subjects/replaced/versions');
  });

  if (family === 'local') {
    test('refuses modes, which it would not follow', async () => {
      expect(await get('/mode')).toEqual({ mode: 'READWRITE' });
      expect(await request('PUT', '/mode', { mode: 'READONLY' })).toMatchObject({ status: 422 });
    });

    test("serves Apicurio's own API to its converters", async () => {
      const { type, body } = await request('GET', '/apis/registry/v2/system/info');
      expect(type).toMatch(/^application\/json/);
      expect(body).toMatchObject({ name: expect.stringContaining('Apicurio') as string });
    });

    test.each(['java', 'nginx'])(
      'ends when its %s ends, so that the Engine starts it again',
      async (program) => {
        const victim = await containers.start(`victim-${program}`, images.schemaRegistry, settings());
        await victim.until('curl -sf localhost:8081/subjects');
        await victim.sh(`kill -KILL "$(pgrep -o ${program})"`);
        expect((await victim.end()).exitCode).not.toBe(0);
      },
    );
  }

  test('carries no certificate of the host that built it', async () => {
    const command = ['bash', '-c', 'find /usr/local/share/ca-certificates -type f 2> /dev/null'];
    const container = await containers.start('certificates', images.schemaRegistry, { command });
    expect((await container.end()).output).toBe('');
  });
});

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly body: unknown;
}
