import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Ajv from 'ajv';
import { withAdmin } from '../../../../cli/engine/partitions';
import { CommandError } from '../../../../cli/program';
import { look } from '../../../../cli/status/look';
import type { Status } from '../../../../cli/status/report';
import type { Containers } from '../../../../cli/status/services';
import schema from '../../../../cli/status/status.schema.json';
import { forPeople } from '../../../../cli/status/text';
import { ENDPOINT_LABEL, LABEL, ROLE } from '../../../../constructs/core/labels';
import { broker, container, topic } from '../../../support/plans';
import { synthesized } from '../../../support/synthesized';

// No broker is there that could be asked.
jest.mock('../../../../cli/engine/partitions', () => ({
  ...jest.requireActual<object>('../../../../cli/engine/partitions'),
  withAdmin: jest.fn(),
}));

const REFUSED = 'The brokers at localhost:9092 do not do as asked: connect ECONNREFUSED.';

/** A cluster of three brokers, whose topic `orders` has these replicas in sync, and one group. */
function brokersAnswer(isr = [1, 2, 3], name = 'orders'): void {
  const partitions = [{ partitionId: 0, replicas: [1, 2, 3], isr }];
  const admin = {
    describeCluster: () => Promise.resolve({ brokers: [3, 1, 2].map((nodeId) => ({ nodeId })) }),
    listTopics: () => Promise.resolve([name]),
    fetchTopicMetadata: () => Promise.resolve({ topics: [{ name, partitions }] }),
    listGroups: () => Promise.resolve({ groups: [{ groupId: 'shop', protocolType: 'consumer' }] }),
    describeGroups: () => Promise.resolve({ groups: [{ groupId: 'shop', state: 'Empty', members: [] }] }),
    fetchOffsets: () => Promise.resolve([{ topic: name, partitions: [{ partition: 0, offset: '4' }] }]),
    fetchTopicOffsets: () => Promise.resolve([{ partition: 0, high: '10' }]),
  };
  jest.mocked(withAdmin).mockImplementation((_, work) => work(admin as never));
}

const failed = { state: 'FAILED', trace: 'java.lang.Exception: no\n\tat a.B.c(B.java:1)' };
const running = { state: 'RUNNING' };

let server: Server;
let connectors: Record<string, unknown>;
let url: string;

beforeEach(async () => {
  connectors = {
    people: {
      info: { type: 'sink', config: { topics: 'orders' } },
      status: { connector: running, tasks: [{ id: 0, ...running }] },
    },
  };
  server = createServer((_, response) => response.end(JSON.stringify(connectors)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  jest.mocked(withAdmin).mockReset();
  brokersAnswer();
});

afterEach(() => {
  server.close();
});

const stacks = () => [
  synthesized('kafka', {
    docker_container: [broker(1, { [`${ENDPOINT_LABEL}Kafka broker`]: 'localhost:9092' })],
  }),
  synthesized(
    'topics',
    { kafka_topic: [topic()] },
    { kafkaProviders: [{ name: 'kafka', servers: ['localhost:9092'], isOpen: true }] },
  ),
  synthesized('services', {
    docker_container: [
      container('kafka-connect', { [LABEL.role]: ROLE.connect, [`${ENDPOINT_LABEL}REST`]: url }),
    ],
  }),
  synthesized('connectors', { 'kafka-connect_connector': [{ name: 'people' }] }, { connectUrl: url }),
];

const healthy = (...names: string[]): { value: Containers } => ({
  value: new Map(
    names.map((name) => [name, { name, containerId: name, state: 'healthy', isReady: true, endpoints: [] }]),
  ),
});

const lookAt = (containers = healthy('kafka1', 'kafka-connect')): Promise<Status> =>
  look(stacks(), containers);

/** As published it takes fields that are added; here it must name each. */
const closed = JSON.parse(
  JSON.stringify(schema, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'properties' in value
      ? { additionalProperties: false, ...value }
      : value,
  ),
) as object;

function valid(status: Status): Status {
  const ajv = new Ajv({ strict: true });
  expect(ajv.validate(closed, JSON.parse(JSON.stringify(status))) || ajv.errorsText()).toBe(true);
  return status;
}

test('where everything works, it says all there is, and that all is well', async () => {
  const status = valid(await lookAt());
  expect(status).toMatchObject({ version: 1, well: true, problems: [], unknown: [], notes: [] });
  expect(status.kafka).toEqual([
    {
      bootstrapServers: ['localhost:9092'],
      brokers: [1, 2, 3],
      underReplicatedPartitions: 0,
      missingTopics: [],
      groups: [{ name: 'shop', state: 'Empty', members: 0, topics: [{ topic: 'orders', lag: 6 }] }],
    },
  ]);
  expect(status.connect).toEqual([
    {
      urls: [url],
      connectors: [{ name: 'people', state: 'RUNNING', tasks: [{ id: 0, state: 'RUNNING' }] }],
      missingConnectors: [],
    },
  ]);
  const text = forPeople(status);
  expect(text).toMatch(/kafka1 +│ healthy +│ localhost:9092/);
  expect(text).toMatch(/shop +│ 0 +│ orders +│ 6 /);
  expect(text).toMatch(/people +│ RUNNING +│ 1 of 1 .*All is well\.$/s);
});

test('names what is under-replicated, what is not there, and what has failed', async () => {
  brokersAnswer([1], 'other');
  connectors = {
    other: { info: { config: {} }, status: { connector: running, tasks: [{ id: 0, ...failed }] } },
  };
  const status = valid(await lookAt(healthy('kafka1')));
  expect(status.problems).toEqual([
    'kafka-connect is not there.',
    'The topic orders is not on the brokers.',
    'One partition is under-replicated, such as other-0: in sync on 1 of the brokers 1, 2, 3.',
    'The connector people is not on the workers.',
    expect.stringContaining('The connector other has a task that is FAILED, number 0'),
  ]);
  expect(status.connect[0]?.connectors?.[0]?.tasks).toEqual([
    { id: 0, state: 'FAILED', error: 'java.lang.Exception: no' },
  ]);
  expect(forPeople(status)).toMatch(/`npx cdktf-streaming up` mends what it can\.$/);
});

test('names what is missing of a kind in one sentence', async () => {
  const topics = [topic(), topic({ name: 'payments' }), topic({ name: 'returns' })];
  const theirs = synthesized(
    'topics',
    { kafka_topic: topics },
    { kafkaProviders: [{ name: 'kafka', servers: ['kafka:9092'], isOpen: true }] },
  );
  const { problems } = await look([theirs], healthy());
  expect(problems).toEqual(['The topics payments, returns are not on the brokers.']);
});

test('what cannot be asked is unknown, and its fields are absent', async () => {
  jest.mocked(withAdmin).mockRejectedValue(new CommandError(REFUSED));
  server.close();
  const status = valid(await look(stacks(), { why: 'The Docker Engine does not answer.' }));
  expect(status.services.map(({ state }) => state)).toEqual(['unknown', 'unknown']);
  expect(status.kafka).toEqual([{ bootstrapServers: ['localhost:9092'] }]);
  expect(status.connect).toEqual([{ urls: [url] }]);
  expect(status).toMatchObject({ well: false, problems: [] });
  expect(status.unknown).toEqual([
    'The Docker Engine does not answer.',
    REFUSED,
    expect.stringMatching(/^Kafka Connect at \S+ could not be asked: .*ECONNREFUSED/),
  ]);
  expect(forPeople(status)).toContain(`Unknown: ${REFUSED}`);
});

test('brokers that say nothing of their groups are still told', async () => {
  const answers = jest.mocked(withAdmin).getMockImplementation()!;
  jest
    .mocked(withAdmin)
    .mockImplementationOnce(answers)
    .mockRejectedValueOnce(new CommandError('no coordinator.'));
  const { kafka, unknown } = valid(await lookAt());
  expect(kafka[0]).toMatchObject({ brokers: [1, 2, 3] });
  expect(kafka[0]).not.toHaveProperty('groups');
  expect(unknown).toEqual(['no coordinator.']);
});

test('where nothing is deployed, that is all there is to say, and nobody is asked', async () => {
  const status = valid(await lookAt(healthy()));
  expect(status).toMatchObject({ well: false, unknown: [] });
  expect(forPeople(status)).toBe('Nothing is deployed: `npx cdktf-streaming up` deploys.');
  expect(withAdmin).not.toHaveBeenCalled();
});

test('topics in brokers that others run need no Engine', async () => {
  const theirs = synthesized(
    'topics',
    { kafka_topic: [topic()] },
    { kafkaProviders: [{ name: 'kafka', servers: ['kafka:9092'], isOpen: true }] },
  );
  expect(valid(await look([theirs], healthy()))).toMatchObject({ well: true, services: [] });
});

test('brokers that want a login are unknown', async () => {
  const status = valid(await look([synthesized('topics', { kafka_topic: [topic()] })], healthy()));
  expect(status.unknown).toEqual([
    expect.stringContaining('The brokers of the stack topics want TLS or a login'),
  ]);
});

test('a connector is not said to lack a topic that may be on such brokers', async () => {
  connectors = { a: { ...Object(connectors.people), info: { type: 'sink', config: { topics: 'theirs' } } } };
  const lacking = [expect.stringContaining('there is no topic theirs')];
  const asked = [synthesized('connectors', {}, { connectUrl: url }), stacks()[1]!];
  expect((await look(asked, healthy())).problems).toEqual(lacking);
  const unasked = synthesized('others', { kafka_topic: [topic()] });
  expect((await look([...asked, unasked], healthy())).problems).toEqual([]);
});

test('a drift is a problem, with its stack', async () => {
  const changes = [{ address: 'docker_container.a', actions: ['create'] }];
  const undeclared = [{ kind: 'acl', of: 'User:a', what: 'Allow All', goes: false }] as const;
  const status = valid(
    await look(stacks(), healthy('kafka1', 'kafka-connect'), [
      { status: { stack: 'kafka', changes, undeclared }, unknown: [], notes: ['a is left'] },
      { status: { stack: 'topics' }, unknown: ['terraform plan topics failed'], notes: [] },
    ]),
  );
  expect(status.drift).toEqual([{ stack: 'kafka', changes, undeclared }, { stack: 'topics' }]);
  expect(status.notes).toEqual(['a is left']);
  expect(status.problems).toEqual([expect.stringContaining('create docker_container.a')]);
  expect(status.unknown).toEqual(['terraform plan topics failed']);
});

test('what brokers refused is noted, and wrong with nothing', async () => {
  const denials = ['Denied to User:a in the last 10 minutes: Write on the Topic orders.'];
  const status = valid(await look(stacks(), healthy('kafka1', 'kafka-connect'), undefined, denials));
  expect([status.well, status.notes]).toEqual([true, denials]);
});
