import { STACKS } from '../support/program';
import { listenerTests } from './listener';
import { pipelines } from './platform/pipelines';
import { userInterface } from './platform/user-interface';
import {
  cdktf,
  container,
  docker,
  HOST_PORTS,
  inContainer,
  kafka,
  kafkaTool,
  npm,
  receive,
  send,
} from './support/platform';
import { averagesOf, lastValues, MINUTE, toJson, windowsIn, type UserEvent } from './support/windows';
import { modeRun } from './support/mode-run';

const SERVICES = [
  'zoo1',
  'kafka1',
  'kafka2',
  'kafka3',
  'schema-registry',
  'kafka-connect',
  'kafka-ui',
  'spark-master',
  'spark-worker-1',
  'kafka-spark-app',
  'listener',
];

/** An hour ago: no event is in the future, whatever the test adds to it. */
const start = Math.floor(Date.now() / MINUTE) * MINUTE - 60 * MINUTE;
const at = (minutes: number, age: number): UserEvent => ({ age, timestamp: start + minutes * MINUTE });

// One story for every output mode: in time but out of order; a record that moves the watermark to minute 9;
// then one that is older than that, and one that is out of order but not too late; and one that closes minute 9.
const inTime = [at(2.5, 40), at(0.1, 20), at(1.9, 31), at(0.9, 25), at(2.1, 60.5), at(1.2, 30), at(0, 30)];
const moves = at(10, 50);
const late = at(1.5, 99);
const outOfOrder = [at(9.5, 10), at(9.1, 20)];
const closes = at(20, 1);

beforeAll(async () => {
  await npm('stop', '--', '--data');
  await npm('start');
});

afterAll(async () => {
  await npm('stop', '--', '--data');
});

test('every service is healthy', async () => {
  const states = await Promise.all(
    SERVICES.map(async (name) => (await container(name).inspect()).State.Health?.Status),
  );
  expect(states).toEqual(SERVICES.map(() => 'healthy'));
});

test.each(SERVICES)('the Engine runs %s with no more rights than it needs', async (name) => {
  const { Config, HostConfig } = await container(name).inspect();
  expect(Config.User).toMatch(/^(appuser|kafkaui|185)$/);
  expect(HostConfig).toMatchObject({
    CapDrop: ['ALL'],
    SecurityOpt: ['no-new-privileges:true'],
    RestartPolicy: { Name: 'unless-stopped' },
  });
  // Only the local images are known to run so, and the driver has its application uploaded.
  expect(HostConfig.ReadonlyRootfs).toBe(
    Config.Image.startsWith('cdktf-streaming/') && name !== 'kafka-spark-app',
  );
  expect(HostConfig.Memory).toBeGreaterThan(0);
  expect(HostConfig.MemorySwap).toBe(HostConfig.Memory);
  // The page only reads: it has nothing to finish.
  const grace = name === 'kafka-ui' ? 10 : 30;
  expect((Config as { StopTimeout?: number }).StopTimeout).toBeGreaterThanOrEqual(grace);
  for (const bindings of Object.values(HostConfig.PortBindings as Record<string, { HostIp: string }[]>)) {
    for (const { HostIp } of bindings) expect(HostIp).toBe('127.0.0.1');
  }
});

test('topics have the partitions, copies and settings that were declared', async () => {
  const described = await kafkaTool('kafka-topics', '--describe');
  const head = (topic: string): string | undefined =>
    described.split('\n').find((line) => line.startsWith(`Topic: ${topic}\t`));
  expect(head('user_events')).toMatch(
    /PartitionCount: 3\tReplicationFactor: 3\tConfigs: .*min\.insync\.replicas=2.*message\.timestamp\.type=LogAppendTime/,
  );
  expect(head('aggregated_data')).toMatch(/PartitionCount: 3\tReplicationFactor: 3/);
  expect(head('user_events_dead_letter')).toMatch(/PartitionCount: 1\tReplicationFactor: 3/);
  expect(head('aggregated_data_dead_letter')).toMatch(/PartitionCount: 1\t.*max\.message\.bytes=4194304/);
  const compacted = { configs: 1, offsets: 25, status: 5 };
  for (const [role, partitions] of Object.entries(compacted))
    expect(head(`compose-connect-${role}`)).toMatch(
      new RegExp(
        `PartitionCount: ${partitions}\tReplicationFactor: 3\t.*cleanup\\.policy=compact(,|$)(?!delete)`,
      ),
    );
  expect(head('_schemas')).toMatch(
    /PartitionCount: 1\tReplicationFactor: 3\t.*cleanup\.policy=compact(,|$)(?!delete)/,
  );
  const configs = await kafkaTool('kafka-configs', '--describe', '--all', '--topic', 'aggregated_data');
  expect(configs).toMatch(/retention\.ms=604800000/);
  expect(configs).toMatch(/retention\.bytes=-1/);
  expect(configs).toMatch(/cleanup\.policy=delete/);
});

test.each(STACKS)('a second diff of the stack %s is empty', async (stack) => {
  expect(await cdktf('diff', stack)).toContain('No changes. Your infrastructure matches the configuration.');
});

test.each(HOST_PORTS)(
  'a client that knows only localhost:%i writes with acks=all and reads it back',
  async (port) => {
    await send('user_events', [toJson(at(-30, port))], [port]);
    const records = await receive('user_events', (all) =>
      all.some(({ value }) => value.includes(`"age":${port}`)),
    );
    expect(records.filter(({ value }) => value.includes(`"age":${port}`))).toHaveLength(1);
  },
);

test('windows are averaged as the watermark says: out of order counts, too late does not', async () => {
  await send('user_events', [...inTime, moves].map(toJson));
  const first = averagesOf(inTime);
  expect(await windowsIn('aggregated_data', first)).toEqual(first);

  await send('user_events', [late, ...outOfOrder, closes].map(toJson));
  const all = averagesOf([...inTime, ...outOfOrder]);
  expect(await windowsIn('aggregated_data', all)).toEqual(all);
});

test.each(['update', 'complete'] as const)(
  'in %s mode the last value of each window is right',
  async (mode) => {
    const run = await modeRun(mode);
    try {
      await send(run.source, [...inTime, moves].map(toJson));
      const first = averagesOf([...inTime, moves]);
      expect(await windowsIn(run.sink, first)).toEqual(first);

      await send(run.source, [late, ...outOfOrder, closes].map(toJson));
      // Complete mode keeps every window for ever, so nothing is ever too late for it.
      const all = averagesOf([
        ...inTime,
        moves,
        ...outOfOrder,
        closes,
        ...(mode === 'complete' ? [late] : []),
      ]);
      expect(await windowsIn(run.sink, all)).toEqual(all);
    } finally {
      await run.remove();
    }
  },
);

test('what cannot be used goes to the dead letters, with its place, its reason and its text', async () => {
  const now = new Date().toISOString();
  const future = new Date(Date.now() + 60 * MINUTE).toISOString();
  const bad: [string, string | Buffer | null][] = [
    ['invalid_json', '{"name": "broken'],
    ['missing_age', JSON.stringify({ name: 'Ada', timestamp: now })],
    ['non_numeric_age', JSON.stringify({ name: 'Ada', age: 'thirty', timestamp: now })],
    ['missing_timestamp', JSON.stringify({ name: 'Ada', age: 30 })],
    ['timestamp_in_future', JSON.stringify({ name: 'Ada', age: 30, timestamp: future })],
    ['invalid_json', Buffer.from([0xff, 0xfe, 0x00])],
  ];
  await send(
    'user_events',
    bad.map(([, value]) => value),
  );
  const records = await receive('user_events_dead_letter', (all) => all.length >= bad.length);
  const letters = records.map(({ value }) => JSON.parse(value.toString()) as Record<string, unknown>);
  expect(letters.map((letter) => letter.reason).sort()).toEqual(bad.map(([reason]) => reason).sort());
  for (const letter of letters) {
    expect(letter).toMatchObject({
      topic: 'user_events',
      partition: expect.any(Number) as number,
      offset: expect.any(Number) as number,
    });
  }
  const broken = letters.find((letter) => letter.value === '{"name": "broken');
  expect(broken).toMatchObject({ reason: 'invalid_json' });
});

test('order is kept within a partition', async () => {
  const producer = kafka(...HOST_PORTS).producer({ maxInFlightRequests: 1 });
  await producer.connect();
  const sent = Array.from({ length: 200 }, (_, index) => `order-${index}`);
  for (const value of sent)
    await producer.send({ topic: 'user_events', acks: -1, messages: [{ value, partition: 1 }] });
  await producer.disconnect();
  const isOurs = ({ value }: { value: Buffer }): boolean => value.toString().startsWith('order-');
  const records = await receive('user_events', (all) => all.filter(isOurs).length === sent.length);
  expect(records.filter(isOurs).map(({ value }) => value.toString())).toEqual(sent);
});

test('a killed driver comes back by itself, and no window is wrong or missing', async () => {
  const before = [at(25.1, 10), at(25.2, 20)];
  const after = [at(25.9, 60), at(26.5, 7)];
  await send('user_events', before.map(toJson));
  // From inside, because the Engine takes its own kill for somebody's wish that it stay away.
  await inContainer('kafka-spark-app', 'bash', '-c', 'kill -9 -1').catch(() => undefined);
  await send('user_events', [...after, at(30, 0)].map(toJson));

  const expected = averagesOf([...before, ...after]);
  expect(await windowsIn('aggregated_data', expected)).toEqual(expected);
  expect((await container('kafka-spark-app').inspect()).RestartCount).toBeGreaterThan(0);
});

describe('what users add', pipelines);
describe('Kafka UI', userInterface);
describe('the listener', listenerTests);

test('stopped and started again, everything is healthy and every record is still there', async () => {
  const offsets = await kafkaTool('kafka-get-offsets', '--topic', 'user_events|aggregated_data');
  await npm('stop');
  const left = await docker.listContainers({
    all: true,
    filters: { label: ['cdktf-streaming.platform=e2e'] },
  });
  expect(left).toEqual([]);

  // The program of the pipelines added these; this one knows nothing of them, and so takes them away.
  const added = ['volume:e2e-database-data', 'topic:people', 'topic:people_avro'];
  await npm('start', '--', ...added.flatMap((what) => ['--allow', what]));
  const again = await kafkaTool('kafka-get-offsets', '--topic', 'user_events|aggregated_data');
  expect(again.split('\n').sort()).toEqual(offsets.split('\n').sort());

  // The application goes on from its checkpoint: the next window is right, the ones before come with no other value.
  const seen = lastValues(await receive('aggregated_data', (all) => all.length > 0));
  await send('user_events', [at(31.5, 77), at(40, 0)].map(toJson));
  const expected = averagesOf([at(31.5, 77)]);
  expect(await windowsIn('aggregated_data', expected)).toEqual(expected);
  expect(await windowsIn('aggregated_data', seen)).toEqual(seen);
});
