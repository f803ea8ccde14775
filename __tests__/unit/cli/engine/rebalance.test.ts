import { clustersOf } from '../../../../cli/engine/clusters';
import { areReachable, partitions, withAdmin, type Partition } from '../../../../cli/engine/partitions';
import { finishRebalance, rebalance } from '../../../../cli/engine/rebalance';
import type { Runtime } from '../../../../cli/engine/runtime';
import { change, plan } from '../../../support/plans';
import { ofCluster } from '../../../support/two-clusters';

// Another attempt needs no second here to find things changed.
jest.mock('async-retry', () => {
  const retry = jest.requireActual<(work: unknown, options: object) => unknown>('async-retry');
  return (work: unknown, options: object) => retry(work, { ...options, minTimeout: 0 });
});

// Nothing has to be waited for here.
jest.mock('node:timers/promises', () => ({
  setTimeout: () => new Promise((resolve) => setImmediate(resolve)),
}));
jest.mock<object>('../../../../cli/engine/partitions', () => ({
  ...jest.requireActual<object>('../../../../cli/engine/partitions'),
  areReachable: jest.fn(),
  partitions: jest.fn(),
  withAdmin: jest.fn(),
}));

const shop = ofCluster('shop');
const [cluster] = clustersOf([
  plan(...[1, 2].map((id) => change('docker_container', shop.broker(id), shop.broker(id)))),
]);

/** Of topics and brokers, by their name: what is set beside Kafka's defaults. */
let set: Record<string, Record<string, string>>;
/** How many partitions are moving, when asked the first time, the second, and so on. */
let moving: number[];
let placed: Partition[];
/** What was run in which container, and what it was told. */
let ran: { container: string; tool: string; input: unknown }[];
let said: string[];

const admin = {
  listPartitionReassignments: () => {
    const partitions = Array.from({ length: moving.shift() ?? 0 }, () => ({ replicas: [1, 2] }));
    return Promise.resolve({ topics: partitions.length > 0 ? [{ partitions }] : [] });
  },
  listTopics: () => Promise.resolve(['orders', 'sales']),
  describeCluster: () => Promise.resolve({ brokers: [1, 2].map((nodeId) => ({ nodeId })) }),
  describeConfigs: ({ resources }: { resources: { name: string; configNames: string[] }[] }) =>
    Promise.resolve({
      resources: resources.map(({ name, configNames }) => ({
        resourceName: name,
        configEntries: configNames.map((each) => ({
          configValue: set[name]?.[each] ?? '',
          isDefault: set[name]?.[each] === undefined,
        })),
      })),
    }),
};

const runtime: Runtime = {
  drifted: () => Promise.resolve([]),
  settle: () => Promise.resolve([]),
  differences: () => Promise.resolve(new Map()),
  conditions: (names) =>
    Promise.resolve(new Map(names.map((name) => [name, name.endsWith('1') ? 'away' : 'well']))),
  execute: (container, command, input) => {
    const tool = command.slice(command.findIndex((word) => word.startsWith('kafka-'))).join(' ');
    ran.push({ container, tool, input: JSON.parse(input) });
    if (tool.includes('--execute')) {
      set.orders = { 'leader.replication.throttled.replicas': '0:1' };
      set['2'] = { 'follower.replication.throttled.rate': '1' };
    }
    if (tool.includes('--verify')) set = {};
    return Promise.resolve('');
  },
};

const at = (topic: string, ...all: number[][]): Partition[] =>
  all.map((replicas, partition) => ({ topic, partition, replicas, inSync: replicas }));

beforeEach(() => {
  [set, moving, ran, said] = [{}, [], [], []];
  placed = at('orders', [1], [1], [1], [1]);
  jest.mocked(areReachable).mockResolvedValue(true);
  jest.mocked(partitions).mockImplementation(() => Promise.resolve(placed));
  jest.mocked(withAdmin).mockImplementation((_, work) => work(admin as never));
});

const run = (): Promise<string> => rebalance(cluster!, runtime, 1_048_576, (step) => said.push(step));
const tools = (): string[] =>
  ran.map(({ tool }) => tool.replace(/ --bootstrap-server \S+ --(command-config|admin\.config) \S+/, ''));

test('partitions are moved by a broker that works, throttled, and the throttle is taken away', async () => {
  moving = [0, 2, 1, 0];
  await expect(run()).resolves.toBe('moved 2 of 4 partitions of shop-kafka1, shop-kafka2');
  const file = '/tmp/cdktf-streaming-input.json';
  expect(tools()).toEqual([
    `kafka-reassign-partitions --reassignment-json-file ${file} --execute --throttle 1048576`,
    `kafka-reassign-partitions --reassignment-json-file ${file} --verify`,
    `kafka-leader-election --path-to-json-file ${file} --election-type preferred`,
  ]);
  expect(ran[0]).toMatchObject({
    container: 'shop-kafka2',
    tool: expect.stringContaining('--bootstrap-server shop-kafka2:19093') as string,
    input: {
      version: 1,
      partitions: [
        { topic: 'orders', partition: 0, replicas: [2] },
        { topic: 'orders', partition: 1, replicas: [2] },
      ],
    },
  });
  expect(said).toEqual([
    'moving 2 of 4 partitions, a broker 1 MiB a second at most',
    'waiting for replicas: 2 still moving (0 min)',
    'waiting for replicas: 1 still moving (0 min)',
  ]);
});

test('where every broker has its share nothing is run, and that is said', async () => {
  placed = at('orders', [1], [2]);
  await expect(run()).resolves.toBe('each of shop-kafka1, shop-kafka2 has its share already');
  expect(ran).toEqual([]);
});

test.each([
  [
    'topics and brokers',
    {
      sales: { 'follower.replication.throttled.replicas': '0:2' },
      2: { 'leader.replication.throttled.rate': '1' },
    },
    'sales',
  ],
  ['brokers alone', { 1: { 'leader.replication.throttled.rate': '1' } }, 'orders'],
])(
  'what an interrupted run began is waited for, and its throttle of %s taken away',
  async (_, left, topic) => {
    [set, moving] = [left, [3, 0]];
    placed = [...at('orders', [1], [2]), ...at('sales', [2])];
    await finishRebalance(cluster!, runtime, (step) => said.push(step));
    expect(said).toEqual([
      'waiting for replicas: 3 still moving (0 min)',
      'taking away a throttle that was left',
    ]);
    expect(tools()).toEqual([expect.stringMatching(/--verify$/)]);
    const { partitions: told } = ran[0]?.input as { partitions: Partition[] };
    expect([...new Set(told.map((each) => each.topic))]).toEqual([topic]);
  },
);

test('nothing is run where nothing was left, and nobody is waited for who does not answer', async () => {
  await finishRebalance(cluster!, runtime, (step) => said.push(step));
  jest.mocked(areReachable).mockResolvedValue(false);
  set = { orders: { 'leader.replication.throttled.replicas': '0:1' } };
  await finishRebalance(cluster!, runtime, (step) => said.push(step));
  expect([ran, said]).toEqual([[], []]);
});

test('a broker that hears later that its throttle is gone is asked again', async () => {
  const late = { ...runtime, execute: () => Promise.resolve('') };
  const later = { ...admin, describeConfigs: admin.describeConfigs };
  let asked = 0;
  later.describeConfigs = (request) => {
    asked += 1;
    if (asked > 6) set = {};
    return admin.describeConfigs(request);
  };
  jest.mocked(withAdmin).mockImplementation((_, work) => work(later as never));
  set = { 2: { 'leader.replication.throttled.rate': '1' } };
  await expect(finishRebalance(cluster!, late, () => undefined)).resolves.toBeUndefined();
  expect(set).toEqual({});
});

test('a throttle that does not go is told, with what it is of', async () => {
  const stubborn = { ...runtime, execute: () => Promise.resolve('') };
  set = { orders: { 'leader.replication.throttled.replicas': '0:1' } };
  await expect(finishRebalance(cluster!, stubborn, () => undefined)).rejects.toThrow(
    'A throttle is left, which slows down replication: of topic orders.',
  );
});

test('a broker that is away while it is to take replicas is not waited for without end', async () => {
  moving = Array<number>(1_000).fill(1);
  const alone = { ...admin, describeCluster: () => Promise.resolve({ brokers: [{ nodeId: 1 }] }) };
  jest.mocked(withAdmin).mockImplementation((_, work) => work(alone as never));
  const clock = jest.spyOn(Date, 'now');
  for (let minute = 0; minute < 60; minute++) clock.mockReturnValueOnce(minute * 60_000);
  await expect(finishRebalance(cluster!, runtime, () => undefined)).rejects.toMatchObject({
    message: expect.stringContaining('1 still moving, and the brokers 2 are away') as string,
    details: expect.stringContaining('Once these are back') as string,
  });
  clock.mockRestore();
});

test('brokers that want a login are left to somebody who has it', async () => {
  const login = { name: 'kafka', servers: [shop.server(1)], isOpen: false };
  const program = {
    resources: () => [{ address: 'x', attributes: shop.broker(1) }],
    kafkaProviders: [login],
  };
  const [closed] = clustersOf([], [program]);
  await expect(rebalance(closed!, runtime, 1, () => undefined)).resolves.toMatch(
    /^shop-kafka1 want TLS or a login/,
  );
  expect(ran).toEqual([]);
});
