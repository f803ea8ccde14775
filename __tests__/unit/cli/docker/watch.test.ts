import type Docker from 'dockerode';
import type { Service } from '../../../../cli/docker/services';
import { LABEL } from '../../../../constructs/core/labels';
import { untilReady, shared, watch, type Ask } from '../../../../cli/docker/watch';

// Jest's clock knows nothing of this module.
jest.mock('node:timers/promises', () => ({
  setTimeout: (time: number) => new Promise((resolve) => setTimeout(resolve, time)),
}));

/** An Engine whose only service, `a`, has these states one after the other, and the last one for good. */
function engine(...states: string[]): { docker: Docker; listContainers: jest.Mock } {
  const container = (Status: string): object => ({
    Id: 'id',
    Names: ['/a'],
    Labels: { [LABEL.platform]: 'streaming' },
    State: 'running',
    Status,
  });
  const listContainers = jest.fn(() =>
    Promise.resolve([container((states.length > 1 ? states.shift() : states[0])!)]),
  );
  const Log = [{ ExitCode: 1, Output: 'Connection refused' }];
  const inspect = (): unknown => Promise.resolve({ State: { Health: { Log } } });
  return {
    docker: { listContainers, getContainer: () => ({ inspect }) } as unknown as Docker,
    listContainers,
  };
}

describe('services that a deploy has mended', () => {
  const states = async (docker: Docker, names: string[], time: number): Promise<string[]> =>
    (await untilReady(docker, ['streaming'], names, AbortSignal.timeout(time))).map(({ state }) => state);

  test('are asked once where all are ready', async () => {
    const { docker, listContainers } = engine('Up (healthy)');
    expect(await states(docker, ['a'], 10_000)).toEqual(['healthy']);
    expect(listContainers).toHaveBeenCalledTimes(1);
  });

  test('get time to be healthy again', async () => {
    expect(await states(engine('Up (unhealthy)', 'Up (healthy)').docker, ['a'], 10_000)).toEqual(['healthy']);
  });

  test.each([
    ['is not healthy', 'Up (unhealthy)', ['a'], 'unhealthy'],
    ['is not there', 'Up (healthy)', ['a', 'b'], 'healthy'],
  ])('are reported as they are when one %s in the end', async (_, status, names, state) => {
    expect(await states(engine(status).docker, names, 50)).toEqual([state]);
  });
});

describe('an Engine that does not answer', () => {
  const busy = (times: number): Docker => {
    const { docker, listContainers } = engine('Up (healthy)');
    for (let time = 0; time < times; time++) listContainers.mockRejectedValueOnce(new Error('ECONNREFUSED'));
    return docker;
  };

  test('is asked again', async () => {
    await expect(
      untilReady(busy(1), ['streaming'], ['a'], AbortSignal.timeout(10_000)),
    ).resolves.toHaveLength(1);
  });

  test('ends in a sentence', async () => {
    await expect(untilReady(busy(9), ['streaming'], ['a'], AbortSignal.abort())).rejects.toThrow(
      'The Docker Engine does not answer (ECONNREFUSED)',
    );
  });
});

describe('the line of a service', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  async function lines(docker: Docker, ask: Ask, time: number): Promise<string[]> {
    const said: string[] = [];
    const ended = new AbortController();
    const watched = watch(docker, ask, 'a', (state) => said.push(state), ended.signal);
    await jest.advanceTimersByTimeAsync(time);
    ended.abort();
    await jest.advanceTimersByTimeAsync(1_000);
    await watched;
    return said;
  }

  test('says each state once, until it is ready', async () => {
    const { docker } = engine('Up (health: starting)', 'Up (health: starting)', 'Up (healthy)');
    expect(await lines(docker, shared(docker, ['streaming']), 10_000)).toEqual(['starting', 'healthy']);
  });

  test('says why, minute by minute, when it takes longer than usual', async () => {
    const { docker } = engine('Up (health: starting)');
    const why = 'longer than usual; its health check last said “Connection refused” (exit code 1)';
    expect(await lines(docker, shared(docker, ['streaming']), 125_000)).toEqual([
      'starting',
      `starting for 1 min, ${why}`,
      `starting for 2 min, ${why}`,
    ]);
  });

  test('stays as it is while the Engine does not answer', async () => {
    const { docker } = engine('Up (healthy)');
    const answers = [Promise.resolve([]), Promise.reject(new Error('busy'))];
    const ask: Ask = () => answers.shift() ?? shared(docker, ['streaming'])();
    expect(await lines(docker, ask, 10_000)).toEqual(['waiting', 'healthy']);
  });

  test('costs the Engine no question of its own', async () => {
    const { docker, listContainers } = engine('Up (health: starting)');
    const ask = shared(docker, ['streaming']);
    const all = await Promise.all<readonly Service[]>([ask(), ask(), ask()]);
    expect(all.map(([first]) => first?.state)).toEqual(['starting', 'starting', 'starting']);
    expect(listContainers).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(500);
    await ask();
    expect(listContainers).toHaveBeenCalledTimes(2);
  });
});
