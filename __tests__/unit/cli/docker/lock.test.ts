import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import type Docker from 'dockerode';
import { withLock, lockPlatform } from '../../../../cli/docker/lock';
import { identityOf } from '../../../../cli/engine/children';

// Nobody else finds an owner dead here.
jest.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

// Other tests have children of their own at the same time.
jest.mock('../../../../cli/engine/children', () => ({
  ...jest.requireActual<object>('../../../../cli/engine/children'),
  endOrphans: () => Promise.resolve([]),
}));

interface Volume {
  readonly CreatedAt: string;
  readonly Labels: Record<string, string>;
}

/** The volumes of an Engine, whose clock is ours. */
const volumes = new Map<string, Volume>();
const signs = (): string[] => [...volumes.keys()].filter((name) => name.startsWith(`${LOCK}.alive`));
/** How many signs of life there were after each removal of a volume. */
const leftSigns: number[] = [];
const missing = Object.assign(new Error('no such volume'), { statusCode: 404 });
const docker = {
  createVolume: ({ Name, Labels }: { Name: string; Labels: Record<string, string> }) => {
    if (!volumes.has(Name)) volumes.set(Name, { Labels, CreatedAt: new Date().toISOString() });
    return Promise.resolve();
  },
  getVolume: (name: string) => ({
    inspect: () => (volumes.has(name) ? Promise.resolve(volumes.get(name)) : Promise.reject(missing)),
    remove: () => {
      const isThere = volumes.delete(name);
      leftSigns.push(signs().length);
      return isThere ? Promise.resolve() : Promise.reject(missing);
    },
  }),
  info: () => Promise.resolve({ SystemTime: new Date().toISOString() }),
} as unknown as Docker;

const LOCK = 'streaming.lock';
const take = (): Promise<() => Promise<void>> => lockPlatform(docker, 'streaming');
const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();

/** As if another process had it. */
function ownedBy(owner: Record<string, string>, seconds = 0): void {
  const { Labels } = volumes.get(LOCK)!;
  const labels = Object.fromEntries(
    Object.entries(owner).map(([name, value]) => [`${LOCK_LABEL}.${name}`, value]),
  );
  volumes.set(LOCK, { Labels: { ...Labels, ...labels }, CreatedAt: ago(seconds) });
  volumes.set(`${LOCK}.alive`, { Labels: {}, CreatedAt: ago(seconds) });
}
const LOCK_LABEL = 'cdktf-streaming.lock';

beforeEach(async () => {
  volumes.clear();
  await (
    await take()
  )();
  await docker.createVolume({ Name: LOCK, Labels: {} });
});

test('a platform is free once it was given back', async () => {
  volumes.clear();
  await (
    await take()
  )();
  expect([...volumes.keys()]).toEqual([]);
});

test('of two that want it at once, one gets it', async () => {
  volumes.clear();
  const both = await Promise.allSettled([take(), take()]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  for (const each of both) if (each.status === 'fulfilled') await each.value();
});

test('whoever is second hears whose it is, where, since when, and what to do', async () => {
  ownedBy({
    id: 'x',
    machine: 'elsewhere',
    who: 'process 7 of ada on elsewhere, in /home/ada',
    since: 'noon',
  });
  await expect(take()).rejects.toThrow(
    'The platform streaming is being changed by process 7 of ada on elsewhere, in /home/ada, since noon: wait until that ends, or interrupt it. (If it no longer exists, `docker volume rm streaming.lock`.)',
  );
});

test.each([
  ['lives', 59, false],
  ['gave no sign for a minute', 61, true],
])('an owner on another machine that %s', async (_, seconds, isDead) => {
  ownedBy({ id: 'x', machine: 'elsewhere' }, seconds);
  if (!isDead) return expect(take()).rejects.toThrow('is being changed by');
  await (
    await take()
  )();
});

test.each(['alive', 'alive2'])('an owner on another machine lives by its sign %s alone', async (sign) => {
  ownedBy({ id: 'x', machine: 'elsewhere' }, 61);
  volumes.delete(`${LOCK}.alive`);
  volumes.set(`${LOCK}.${sign}`, { Labels: {}, CreatedAt: ago(59) });
  await expect(take()).rejects.toThrow('is being changed by');
});

test('there is a sign of life at every moment, also while it is made anew', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick'] });
  volumes.clear();
  const giveBack = await take();
  leftSigns.length = 0;
  await jest.advanceTimersByTimeAsync(60_000);
  expect(leftSigns).toEqual([1, 1, 1, 1, 1, 1]);
  const newest = Math.max(...signs().map((name) => Date.parse(volumes.get(name)!.CreatedAt)));
  expect(newest).toBe(Date.now());
  await giveBack();
  jest.useRealTimers();
  expect([...volumes.keys()]).toEqual([]);
});

test.each([
  ['that has ended', () => `${spawnSync('true').pid}@1`],
  ['whose number another process has now', () => `${process.pid}@1`],
])('an owner on this machine %s needs no minute', async (_, owner) => {
  const { Labels } = await claimed();
  ownedBy({ id: 'x', machine: Labels[`${LOCK_LABEL}.machine`]!, process: owner() });
  await (
    await take()
  )();
});

/** How this machine calls itself. */
async function claimed(): Promise<Volume> {
  volumes.clear();
  const giveBack = await take();
  const made = volumes.get(LOCK)!;
  expect(made.Labels[`${LOCK_LABEL}.who`]).toContain(hostname());
  await giveBack();
  volumes.set(LOCK, made);
  return made;
}

describe('of two processes in one folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lock-'));
  const file = join(folder, 'running.pid');
  const work = jest.fn(() => Promise.resolve());

  test('the second is refused, with the number of the first', async () => {
    const second = withLock(() => withLock(work, folder), folder);
    await expect(second).rejects.toThrow(`Process ${process.pid} is already starting or stopping`);
    expect(work).not.toHaveBeenCalled();
  });

  test.each([
    [
      'was there before the machine was switched off',
      () => `${identityOf(process.pid)} ${hostname()} before`,
    ],
    ['left half a file behind', () => ''],
    ['has ended', (ours: string) => ours.replace(/^\d+/, String(spawnSync('true').pid))],
    ['has ended, and another process has its number', (ours: string) => ours.replace(/@\d+/, '@1')],
  ])('the second goes on where the first %s', async (_, left) => {
    let ours = '';
    await withLock(async () => {
      ours = await readFile(file, 'utf8');
    }, folder);
    writeFileSync(file, left(ours));
    await withLock(work, folder);
    expect(work).toHaveBeenCalledTimes(1);
    work.mockClear();
  });
});
