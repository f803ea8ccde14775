import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Docker from 'dockerode';
import { Readiness } from '../../../../cli/docker/readiness';
import type { Service } from '../../../../cli/docker/services';
import type { Stack } from '../../../../cli/engine/synthesis';
import { LABEL, ROLE } from '../../../../constructs/core/labels';

// No broker is there that could be asked.
jest.mock('../../../../cli/engine/partitions', () => ({ withAdmin: () => Promise.resolve(['used']) }));

// Asking again needs no second here.
jest.mock('node:timers/promises', () => ({
  setTimeout: () => new Promise((resolve) => setTimeout(resolve, 10)),
}));

let server: Server;
let requests: string[];
let answers: Record<string, unknown>;
let docker: Docker;
let logs: Buffer;

beforeEach(async () => {
  requests = [];
  logs = Buffer.alloc(0);
  docker = {
    getContainer: () => ({ logs: () => Promise.resolve(logs) }),
  } as unknown as Docker;
  server = createServer(({ method, url = '' }, response) => {
    requests.push(`${method} ${url}`);
    const answer = answers[url.split('?')[0] ?? ''] ?? {};
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => {
  server.close();
});

const STACK: Stack = {
  name: 'all',
  directory: '',
  localState: undefined,
  dependencies: [],
  providers: {},
  kafkaProviders: [],
  connectUrl: undefined,
  registries: [],
  imports: [],
  resources: () => [
    {
      address: 'driver',
      attributes: {
        name: 'app',
        labels: [
          { label: LABEL.service, value: 'app' },
          { label: LABEL.executors, value: 'required' },
        ],
      },
    },
  ],
};

function running(role: string, name: string): Service {
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const endpoints = [{ name: 'its page', address }];
  return { name, role, containerId: 'id', state: 'healthy', isReady: true, endpoints };
}

const worker = (): Service => running(ROLE.connect, 'kafka-connect');

/** As the Engine sends a line of a log. */
function frame(line: string): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(line.length, 4);
  return Buffer.concat([header, Buffer.from(line)]);
}

function look(service: Service, time = 10_000): ReturnType<Readiness['wait']> {
  return new Readiness(docker, [STACK], [service], () => undefined).wait(AbortSignal.timeout(time));
}

const failed = { connector: { state: 'RUNNING' }, tasks: [{ id: 0, state: 'FAILED', trace: 'It broke.' }] };
const works = { connector: { state: 'RUNNING' }, tasks: [{ id: 0, state: 'RUNNING' }] };
const connectors = (status: object): Record<string, unknown> => ({
  '/connectors': { 'a b': { info: { config: {} }, status } },
});

test('what has failed of a connector is started again once, and named if it fails again', async () => {
  answers = connectors(failed);
  await expect(look(worker(), 200)).resolves.toMatchObject({
    problems: ['The connector a b has a task that is FAILED, number 0\n  | It broke.'],
  });
  expect(requests.filter((each) => each.startsWith('POST'))).toEqual([
    'POST /connectors/a%20b/restart?includeTasks=true&onlyFailed=true',
  ]);
});

test('connectors that work are asked once and left alone', async () => {
  answers = connectors(works);
  await expect(look(worker())).resolves.toEqual({ problems: [], notes: [] });
  expect(requests).toEqual(['GET /connectors?expand=status&expand=info']);
});

describe('a connector whose topics only time shows', () => {
  const look = (): Promise<unknown> => {
    const readiness = new Readiness(
      docker,
      [{ ...STACK, kafkaProviders: [{ name: 'kafka', servers: ['kafka'], isOpen: true }] }],
      [worker()],
      () => undefined,
    );
    return readiness.wait(AbortSignal.timeout(300));
  };
  const questions = (): number => requests.filter((each) => each.startsWith('GET /connectors?')).length;

  test('is left alone once it has used one', async () => {
    answers = { ...connectors(works), '/connectors/a%20b/topics': { 'a b': { topics: ['used'] } } };
    await expect(look()).resolves.toEqual({ problems: [], notes: [] });
    expect(questions()).toBe(1);
  });

  test('is given time to look for them', async () => {
    answers = connectors(works);
    const found = look();
    setTimeout(
      () => (logs = frame('clientId=connector-producer-a b-0] {gone=UNKNOWN_TOPIC_OR_PARTITION}')),
      30,
    );
    await expect(found).resolves.toMatchObject({ problems: [expect.stringContaining('no topic gone')] });
    expect(questions()).toBeGreaterThan(1);
  });
});

test('an application is waited for until it has an executor', async () => {
  const executors = [{ id: 'driver', isActive: true }];
  answers = {
    '/api/v1/applications': 'Spark is starting up. Please wait a while until it is ready.',
    '/api/v1/applications/app-1/executors': executors,
  };
  const ready = look(running('page', 'app'));
  setTimeout(() => (answers['/api/v1/applications'] = [{ id: 'app-1' }]), 30);
  setTimeout(() => executors.push({ id: '0', isActive: true }), 60);
  await expect(ready).resolves.toEqual({ problems: [], notes: [] });
});

test('an application that never comes to one is named', async () => {
  answers = { '/api/v1/applications': 'Spark is starting up.' };
  await expect(look(running('page', 'app'), 10)).resolves.toMatchObject({
    problems: ['The Spark application of app does not say how it is: it answers “Spark is starting up.”.'],
  });
});

test('workers that cannot be asked are no failure of connectors, and are said', async () => {
  const gone = { ...STACK, connectUrl: 'http://127.0.0.1:9' };
  const readiness = new Readiness(docker, [gone], [], () => undefined);
  await expect(readiness.wait(AbortSignal.timeout(10))).resolves.toEqual({
    problems: [],
    notes: [expect.stringContaining('http://127.0.0.1:9 could not be asked')],
  });
});
