import { partitions, withAdmin } from '../../cli/engine/partitions';
import { eventually } from '../support/eventually';
import { receive, send } from '../support/records';
import { StartedProgram } from '../support/started-program';
import { AcknowledgedRecords } from './support/acknowledged';
import { run } from './support/platform';

const program = new StartedProgram('e2e/programs/migration.ts', 'e2e-migration', 26_000);
const CONTROLLERS = ['kafka-controller1', 'kafka-controller2', 'kafka-controller3'];
const BROKERS = ['kafka1', 'kafka2', 'kafka3'];
const ZOOKEEPER_VOLUMES = ['data', 'log', 'secrets'].map((end) => `volume:e2e-migration-zoo1-${end}`);

let clusterId: string;
let records: AcknowledgedRecords;

/** Which container a service is, and since when it runs. */
const lifeOf = async (service: string): Promise<string> => {
  const { Id, State } = await program.container(service).inspect();
  return `${Id} ${State.StartedAt}`;
};
const lives = (services: readonly string[]): Promise<string[]> => Promise.all(services.map(lifeOf));

/** Deploys a step of the guide. @returns which containers were replaced, one after the other */
async function take(step: number, ...allowed: string[]): Promise<string[]> {
  const steps = await program.deploy({ STEP: String(step), CLUSTER_ID: clusterId }, ...allowed);
  return steps.flatMap((each) => /^replacing e2e-migration-(\S+)/.exec(each)?.[1] ?? []);
}

const logs = async (services: readonly string[]): Promise<string> => {
  const texts = services.map((service) => run('docker', 'logs', `${program.name}-${service}`));
  return (await Promise.all(texts)).join('\n');
};

const environmentOf = async (service: string): Promise<string> => {
  const { Config } = await program.container(service).inspect();
  return Config.Env.join('\n');
};

beforeAll(async () => {
  await program.remove();
  await program.deploy({ STEP: '0' });
  const cluster = await withAdmin(program.servers, (admin) => admin.describeCluster());
  clusterId = cluster.clusterId;
  const partitions = [{ partition: 0, offset: '7' }];
  await withAdmin(program.servers, (admin) =>
    admin.setOffsets({ groupId: 'reader', topic: 'orders', partitions }),
  );
  records = await AcknowledgedRecords.begin(program.kafka, 'orders');
});

afterAll(() => program.remove());

test('1. controllers wait for the brokers, which are not touched', async () => {
  const before = await lives(BROKERS);
  expect(await take(1)).toEqual([]);
  expect(await lives(BROKERS)).toEqual(before);
});

test('nobody can leave ZooKeeper before the metadata has moved', async () => {
  await expect(take(3)).rejects.toMatchObject({
    details: expect.stringContaining('--allow metadata:left-behind') as string,
  });
});

test('2. with the last broker that knows the controllers, these take the metadata over', async () => {
  expect(await take(2)).toEqual([...CONTROLLERS, ...BROKERS]);
  await eventually(async () =>
    expect(await logs(CONTROLLERS)).toContain('Completed migration of metadata from ZooKeeper to KRaft'),
  );
});

test('3. the brokers leave ZooKeeper one after the other', async () => {
  expect(await take(3)).toEqual(BROKERS);
  expect(await environmentOf('kafka1')).not.toContain('ZOOKEEPER');
});

test('4. the controllers leave it, too', async () => {
  expect(await take(4)).toEqual(CONTROLLERS);
  expect(await environmentOf('kafka-controller1')).not.toContain('ZOOKEEPER');
});

test('5. ZooKeeper goes with its volumes once that is allowed, and nothing else is touched', async () => {
  await expect(take(5)).rejects.toMatchObject({
    details: expect.stringContaining('The volume e2e-migration-zoo1-data is removed') as string,
  });
  const before = await lives([...CONTROLLERS, ...BROKERS]);
  expect(await take(5, ...ZOOKEEPER_VOLUMES)).toEqual([]);
  expect(await lives([...CONTROLLERS, ...BROKERS])).toEqual(before);
  await expect(program.container('zoo1').inspect()).rejects.toMatchObject({ statusCode: 404 });
});

test('through all of this no acknowledged record was lost, and no write was refused', async () => {
  await records.end();
  const { values, longestPause } = records;
  const stored = await receive(program.kafka, 'orders', (all) => all.length >= values.length);
  const there = new Set(stored.map(({ value }) => value.toString()));
  expect(values.filter((value) => !there.has(value))).toEqual([]);
  expect(values.length).toBeGreaterThan(100);
  console.log(`${values.length} records acknowledged, longest pause ${longestPause} ms`);
});

test('it is the same cluster with the same topics and offsets, and goes on with one controller away', async () => {
  const { clusterId: now } = await withAdmin(program.servers, (admin) => admin.describeCluster());
  expect(now).toBe(clusterId);
  expect((await partitions(program.servers)).filter(({ topic }) => topic === 'orders')).toHaveLength(3);
  const [offsets] = await withAdmin(program.servers, (admin) =>
    admin.fetchOffsets({ groupId: 'reader', topics: ['orders'] }),
  );
  expect(offsets?.partitions.find(({ partition }) => partition === 0)).toMatchObject({ offset: '7' });
  await program.container('kafka-controller1').kill();
  await send(program.kafka, 'orders', ['meanwhile'], 'key');
  await eventually(() =>
    withAdmin(program.servers, (admin) => admin.createTopics({ topics: [{ topic: 'later' }] })),
  );
  await program.container('kafka-controller1').start();
});
