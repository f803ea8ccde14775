import type Docker from 'dockerode';
import { watchForDead, whyDead } from '../../../../cli/docker/dead';
import type { Inspection } from '../../../../cli/docker/diagnosis';
import { LABEL } from '../../../../constructs/core/labels';

// Jest's clock knows nothing of this module.
jest.mock('node:timers/promises', () => ({
  setTimeout: (time: number) => new Promise((resolve) => setTimeout(resolve, time)),
}));

function inspection(Status: string, restarts: number, ExitCode = 1): Inspection {
  const State = { Status, ExitCode, Error: '', OOMKilled: false, StartedAt: '', FinishedAt: '' };
  return { State, RestartCount: restarts, HostConfig: {} };
}

afterEach(() => {
  delete process.env.PLATFORM_PATIENCE;
});

const LOOP = { age: 45_000, steady: 1_000, down: 0 };

test('a service that ends again and again is dead', () => {
  expect(whyDead(inspection('restarting', 4), LOOP)).toBe(
    'has ended 4 times within 45 s, last with exit code 1',
  );
});

test.each([
  ['it has ended fewer times', inspection('restarting', 3), LOOP],
  ['that was too soon: what it misses may be coming', inspection('restarting', 9), { ...LOOP, age: 44_999 }],
  ['it has run on since', inspection('running', 9), { age: 90_000, steady: 45_000, down: 0 }],
  ['it was stopped a moment ago', inspection('exited', 0), { age: 90_000, steady: 90_000, down: 14_999 }],
])('a service is not given up where %s', (_, given, seen) => {
  expect(whyDead(given, seen)).toBeUndefined();
});

test('a service that somebody stopped is dead', () => {
  expect(whyDead(inspection('exited', 0, 137), { age: 60_000, steady: 60_000, down: 15_000 })).toBe(
    'was stopped, and nothing starts it again (exit code 137)',
  );
});

test('with patience it is given up later', () => {
  process.env.PLATFORM_PATIENCE = '2';
  expect(whyDead(inspection('restarting', 4), LOOP)).toBeUndefined();
  expect(whyDead(inspection('restarting', 4), { ...LOOP, age: 90_000 })).toBeDefined();
});

describe('while a deploy waits', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** An Engine with these containers, by their ids; the first answer is what was there before. */
  function engine(before: string[], after: string[]): Docker {
    const answers = [before, after];
    const container = (Id: string): object => ({
      Id,
      Names: ['/kafka1'],
      Labels: { [LABEL.platform]: 'streaming' },
      State: 'restarting',
      Status: 'Restarting (1) 1 second ago',
    });
    let restarts = 0;
    return {
      listContainers: () =>
        Promise.resolve((answers.length > 1 ? answers.shift()! : answers[0]!).map(container)),
      getContainer: () => ({ inspect: () => Promise.resolve(inspection('restarting', restarts++)) }),
    } as unknown as Docker;
  }

  test('a new container that ends again and again ends the wait', async () => {
    const dead = watchForDead(engine([], ['new']), ['streaming'], ['kafka1'], new AbortController().signal);
    await jest.advanceTimersByTimeAsync(60_000);
    await expect(dead).resolves.toMatchObject({ name: 'kafka1' });
  });

  test.each([
    ['was there before: it may be about to be replaced', ['old'], ['old'], ['kafka1']],
    ['is not waited for', [], ['new'], ['kafka2']],
  ])('one that %s does not', async (_, before, after, names) => {
    const ended = new AbortController();
    const dead = watchForDead(engine(before, after), ['streaming'], names, ended.signal);
    await jest.advanceTimersByTimeAsync(120_000);
    ended.abort();
    await jest.advanceTimersByTimeAsync(10_000);
    await expect(dead).resolves.toBeUndefined();
  });
});
