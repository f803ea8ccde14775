import { execFileSync } from 'node:child_process';
import { partitions, withAdmin } from '../../cli/engine/partitions';
import { eventually } from '../support/eventually';
import { receive, send } from '../support/records';
import { ROOT } from '../support/deployed-platform';
import { StartedProgram } from '../support/started-program';
import { AcknowledgedRecords } from './support/acknowledged';
import { run } from './support/platform';

const BROKERS = ['kafka1', 'kafka2', 'kafka3'];
const program = new StartedProgram('e2e/programs/kraft.ts', 'e2e-kraft', 25_000);
const written: string[] = [];

/** @param asked a broker that is there. @returns the one that is the active controller */
async function activeController(asked: string): Promise<string> {
  const server = `${asked}:${19_091 + Number(asked.slice(-1))}`;
  const tool = ['kafka-metadata-quorum', '--bootstrap-server', server, 'describe', '--status'];
  const status = await run('docker', 'exec', `${program.name}-${asked}`, ...tool);
  const [, leader] = /^LeaderId:\s+(\d+)$/m.exec(status) ?? [];
  if (leader === undefined) throw new Error(`No controller is active:\n${status}`);
  return `kafka${leader}`;
}

async function write(...values: string[]): Promise<void> {
  await send(program.kafka, 'orders', values, 'key');
  written.push(...values);
}

const healthy = (service: string): Promise<void> =>
  eventually(async () => {
    const { State } = await program.container(service).inspect();
    if (State.Health?.Status !== 'healthy') throw new Error(`${service} is ${State.Health?.Status}`);
  });

beforeAll(async () => {
  execFileSync('npx', ['tsx', 'tools/images.ts'], { cwd: ROOT });
  await program.remove();
  await program.deploy();
});

afterAll(() => program.remove());

test('the active controller, which is a broker too, is killed: another one takes over, and it comes back', async () => {
  await write('before');
  const killed = await activeController('kafka1');
  const left = BROKERS.find((broker) => broker !== killed)!;
  await program.container(killed).kill();
  await eventually(async () => expect(await activeController(left)).not.toBe(killed));
  await write('meanwhile');
  await program.container(killed).start();
  await healthy(killed);
  await write('after');
});

/** Replaces one broker after the other, and no write is refused meanwhile. */
async function replaceInTurn(settings: Readonly<Record<string, string>>): Promise<void> {
  const records = await AcknowledgedRecords.begin(program.kafka, 'orders');
  const steps = await program.deploy(settings);
  await records.end();
  expect(steps.filter((step) => step.startsWith('replacing'))).toHaveLength(3);
  expect(records.values.length).toBeGreaterThan(100);
  console.log(`${records.values.length} records acknowledged, longest pause ${records.longestPause} ms`);
  written.push(...records.values);
}

test('a changed setting replaces one broker after the other, and no write is refused meanwhile', () =>
  replaceInTurn({ IO_THREADS: '5' }));

test('a fourth broker, which is no controller, joins and goes, and the others go on', async () => {
  const lives = (): Promise<string[]> =>
    Promise.all(BROKERS.map(async (broker) => (await program.container(broker).inspect()).State.StartedAt));
  const before = await lives();
  await program.deploy({ IO_THREADS: '5', BROKERS: '4' });
  const assignment = [{ partition: 0, replicas: [4, 1, 2] }];
  await withAdmin(program.servers, (admin) =>
    // The controllers have it before every broker does, which the client would take for a failure.
    admin.createTopics({
      waitForLeaders: false,
      topics: [{ topic: 'moves', replicaAssignment: assignment }],
    }),
  );
  await program.deploy({ IO_THREADS: '5' });
  const moved = (await partitions(program.servers)).find(({ topic }) => topic === 'moves');
  expect([...(moved?.inSync ?? [])].sort()).toEqual([1, 2, 3]);
  expect(await lives()).toEqual(before);
});

const ON_FOUR = { IO_THREADS: '5', KAFKA: '4' };

test('Kafka 4 comes in the same way, and the brokers say that they are of it', async () => {
  await replaceInTurn(ON_FOUR);
  const { Config } = await program.container('kafka1').inspect();
  expect(Config.Labels).toMatchObject({ 'cdktf-streaming.kafka-version': '4.3' });
  expect(await run('docker', 'exec', `${program.name}-kafka1`, 'kafka-topics', '--version')).toMatch(
    /^4\.3\./,
  );
});

test('its tools say nothing of the log, and its quorum is the static one', async () => {
  const tool = ['kafka-features', '--bootstrap-server', 'kafka1:19092', 'describe'];
  const features = await run('docker', 'exec', `${program.name}-kafka1`, ...tool);
  expect(features).not.toContain('ERROR');
  expect(features).toMatch(/^Feature: kraft\.version\b.*FinalizedVersionLevel: 0\b/m);
});

test('the way back is stopped, and open to who says yes as long as no feature was finalized', async () => {
  await expect(program.deploy({ IO_THREADS: '5' })).rejects.toMatchObject({
    details: expect.stringContaining('--allow kafka:older') as string,
  });
  await program.deploy({ IO_THREADS: '5' }, 'kafka:older');
  await program.deploy(ON_FOUR);
});

test('through all of this no acknowledged record was lost', async () => {
  const stored = await receive(program.kafka, 'orders', (all) => all.length >= written.length);
  const there = new Set(stored.map(({ value }) => value.toString()));
  expect(written.filter((value) => !there.has(value))).toEqual([]);
});
