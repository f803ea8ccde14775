import type { Readable } from 'node:stream';
import { ConfigResourceTypes } from 'kafkajs';
import { dockerRuntime } from '../../cli/docker/runtime';
import { partitions, withAdmin } from '../../cli/engine/partitions';
import { reassignmentTool } from '../../cli/engine/reassignment-tool';
import { rebalance } from '../../cli/engine/rebalance';
import { spread } from '../../cli/engine/spread';
import { receive } from '../support/records';
import { StartedProgram } from '../support/started-program';
import { AcknowledgedRecords } from './support/acknowledged';
import { docker } from './support/platform';

const program = new StartedProgram('e2e/programs/brokers.ts', 'e2e-brokers', 22_000);
const { servers: SERVERS } = program;
const LABEL = `cdktf-streaming.platform=${program.name}`;

type Settings = Partial<Record<'BROKERS' | 'PARTITIONS' | 'IO_THREADS', string>>;

const deploy = (settings: Settings = {}, ...allowed: string[]): Promise<readonly string[]> =>
  program.deploy(settings, ...allowed);

const brokerNames = async (): Promise<string[]> => {
  const containers = await docker.listContainers({ filters: { label: [LABEL] } });
  return containers.flatMap(({ Names }) => /kafka\d+$/.exec(Names[0] ?? '')?.[0] ?? []).sort();
};

/** Every value in the topic, in no order. */
async function stored(topic: string, count: number): Promise<ReadonlySet<string>> {
  const records = await receive(program.kafka, topic, (all) => all.length >= count);
  return new Set(records.map(({ value }) => value.toString()));
}

const missing = (acknowledged: readonly string[], there: ReadonlySet<string>): string[] =>
  acknowledged.filter((value) => !there.has(value));

/** Which brokers end, and how many are away together at most; from now on, because the Engine forgets events soon. */
async function watchBrokers(): Promise<{ end(): { died: string[]; mostAway: number } }> {
  const filters = { label: [LABEL], event: ['die', 'health_status'] };
  const events = (await docker.getEvents({ filters: JSON.stringify(filters) })) as Readable;
  const away = new Set<string>();
  const died: string[] = [];
  let mostAway = 0;
  events.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString().split('\n').filter(Boolean)) {
      const { status, Actor } = JSON.parse(line) as {
        status: string;
        Actor: { Attributes: { name: string } };
      };
      const { name } = Actor.Attributes;
      if (status === 'die') died.push(name);
      if (status === 'die') away.add(name);
      if (status === 'health_status: healthy') away.delete(name);
      mostAway = Math.max(mostAway, away.size);
    }
  });
  return {
    end() {
      events.destroy();
      return { died, mostAway };
    },
  };
}

let records: AcknowledgedRecords;

beforeAll(async () => {
  await program.remove();
  await deploy();
  records = await AcknowledgedRecords.begin(program.kafka, 'orders');
});

afterAll(() => program.remove());

test('a changed setting replaces one broker after the other, each when the one before is back', async () => {
  const watch = await watchBrokers();
  const steps = await deploy({ IO_THREADS: '5' });
  expect(steps.filter((step) => step.startsWith('replacing'))).toHaveLength(3);
  const { mostAway, died } = watch.end();
  expect(died.sort()).toEqual(['e2e-brokers-kafka1', 'e2e-brokers-kafka2', 'e2e-brokers-kafka3']);
  expect(mostAway).toBe(1);
});

test('a fourth broker joins, and nothing else is touched', async () => {
  const steps = await deploy({ IO_THREADS: '5', BROKERS: '4' });
  expect(steps.filter((step) => step.startsWith('replacing'))).toEqual([]);
  expect(await brokerNames()).toEqual(['kafka1', 'kafka2', 'kafka3', 'kafka4']);
});

/** How many partitions of a topic each broker has, and how many throttles it has. */
async function placed(topic: string): Promise<{ replicas: number[]; throttles: number }> {
  const all = (await partitions(SERVERS)).filter((each) => each.topic === topic);
  const configNames = SIDES.map((side) => `${side}.replication.throttled.replicas`);
  const { resources } = await withAdmin(SERVERS, (admin) =>
    admin.describeConfigs({
      resources: [{ type: ConfigResourceTypes.TOPIC, name: topic, configNames }],
      includeSynonyms: false,
    }),
  );
  return {
    replicas: [1, 2, 3, 4].map((id) => all.filter(({ replicas }) => replicas.includes(id)).length),
    throttles: resources.flatMap(({ configEntries }) => configEntries.filter((each) => each.configValue))
      .length,
  };
}

const SIDES = ['leader', 'follower'];

test('partitions are spread over the fourth broker under load, throttled, also after an interruption', async () => {
  const before = await placed('orders');
  expect(before).toEqual({ replicas: [3, 3, 3, 0], throttles: 0 });
  const runtime = dockerRuntime(docker);
  // As a run that was killed leaves it: begun, so slowly that it is still at work, and nobody who waits for it.
  const all = await partitions(SERVERS);
  const moves = spread(
    all,
    [1, 2, 3, 4].map((id) => ({ id })),
  ).filter(({ topic }) => topic === 'orders');
  await (await reassignmentTool(program.cluster, runtime)).begin(moves.slice(0, 1), 16 * 1024);
  expect(await placed('orders')).toMatchObject({ throttles: 2 });

  const steps: string[] = [];
  const say = (step: string): unknown => steps.push(step);
  const done = await rebalance(program.cluster, runtime, 10 * 2 ** 20, say);
  expect(steps).toContain('taking away a throttle that was left');
  expect(done).toMatch(/^moved \d+ of \d+ partitions of /);
  const { replicas, throttles } = await placed('orders');
  expect(throttles).toBe(0);
  expect([...replicas].sort()).toEqual([2, 2, 2, 3]);
  // Terraform finds nothing to undo.
  expect(
    (await deploy({ IO_THREADS: '5', BROKERS: '4' })).filter((step) => step.startsWith('applying')),
  ).toEqual([]);
  expect(await rebalance(program.cluster, runtime, 2 ** 20, say)).toMatch(/has its share already$/);
});

test('a broker does not go while the others are too few for its replicas', async () => {
  await withAdmin(SERVERS, (admin) =>
    admin.createTopics({ topics: [{ topic: 'everywhere', numPartitions: 1, replicationFactor: 4 }] }),
  );
  await expect(deploy({ IO_THREADS: '5' })).rejects.toMatchObject({
    details: expect.stringMatching(
      /^✖ The broker e2e-brokers-kafka4 .* 3 brokers are too few for the replicas of everywhere.*\n\n.*--allow broker:e2e-brokers-kafka4$/,
    ) as string,
  });
  expect(await brokerNames()).toHaveLength(4);
  await withAdmin(SERVERS, (admin) => admin.deleteTopics({ topics: ['everywhere'] }));
});

test('a broker that goes hands over its replicas first, and takes its volumes with it', async () => {
  const assignment = [{ partition: 0, replicas: [4, 1, 2] }];
  await withAdmin(SERVERS, (admin) =>
    admin.createTopics({ topics: [{ topic: 'moves', replicaAssignment: assignment }] }),
  );
  const producer = program.kafka.producer();
  await producer.connect();
  await producer.send({ topic: 'moves', acks: -1, messages: [{ value: 'kept' }] });
  await producer.disconnect();

  await deploy({ IO_THREADS: '5' });
  expect(await brokerNames()).toEqual(['kafka1', 'kafka2', 'kafka3']);
  const moved = (await partitions(SERVERS)).filter(({ topic }) => topic === 'moves');
  expect(moved.map(({ replicas, inSync }) => [[...replicas].sort(), [...inSync].sort()])).toEqual([
    [
      [1, 2, 3],
      [1, 2, 3],
    ],
  ]);
  expect(await stored('moves', 1)).toEqual(new Set(['kept']));
  const { Volumes } = await docker.listVolumes({ filters: { label: [LABEL] } });
  expect(Volumes.filter(({ Name }) => Name.includes('kafka4'))).toEqual([]);
});

test('through all of this no acknowledged record was lost, and no write was refused', async () => {
  await records.end();
  const { values } = records;
  expect(values.length).toBeGreaterThan(100);
  expect(missing(values, await stored('orders', values.length))).toEqual([]);
  console.log(`${values.length} records acknowledged, longest pause ${records.longestPause} ms`);
});

test('fewer partitions are refused before anything is done, and done once allowed', async () => {
  const fewer = { IO_THREADS: '6', PARTITIONS: '2' };
  await expect(deploy(fewer)).rejects.toMatchObject({
    details: expect.stringMatching(/^✖ The topic orders .*2 partitions instead of 3/) as string,
  });
  const { values } = records;
  expect(missing(values, await stored('orders', values.length))).toEqual([]);

  await deploy(fewer, 'topic:orders', 'brokers:at-once');
  const orders = (await partitions(SERVERS)).filter(({ topic }) => topic === 'orders');
  expect(orders).toHaveLength(2);
});
