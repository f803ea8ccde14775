import type Docker from 'dockerode';
import { settled, stateOf, telling, withoutFrames } from '../../scripts/lib/services';
import { SERVICE_LABEL } from '../../scripts/lib/synthesis';

test.each([
  ['created', 'Created', 'created', false],
  ['running', 'Up 3 seconds (health: starting)', 'starting', false],
  ['running', 'Up 2 minutes (healthy)', 'healthy', true],
  ['running', 'Up 2 minutes (unhealthy)', 'unhealthy', false],
  ['restarting', 'Restarting (1) 4 seconds ago', 'restarting', false],
  ['exited', 'Exited (0) 4 seconds ago', 'exited (0)', true],
  ['exited', 'Exited (137) 4 seconds ago', 'exited (137)', false],
])('a container that the Engine calls %s, "%s", is %s', (State, Status, state, isReady) => {
  expect(stateOf({ State, Status })).toEqual({ state, isReady });
});

test('a log is read without the Engine’s frames and without colours', () => {
  const frame = (text: string): Buffer => {
    const header = Buffer.alloc(8);
    header.writeUInt32BE(Buffer.byteLength(text), 4);
    return Buffer.concat([header, Buffer.from(text)]);
  };
  expect(withoutFrames(Buffer.concat([frame('one\n'), frame('\u001b[31mzwölf\u001b[0m\n')]))).toBe(
    'one\nzwölf\n',
  );
});

test('the last lines of a log are those that say more than INFO', () => {
  const ends = 'It refuses: do this.\n24/11/26 12:00:00 INFO ShutdownHookManager: Shutdown hook called\n';
  expect(telling(ends)).toEqual(['It refuses: do this.']);
});

test('the last lines of a log that has nothing but INFO are its last lines, fifteen of them', () => {
  const lines = Array.from({ length: 16 }, (_, index) => `[main] INFO line ${index}`);
  expect(telling(lines.join('\n'))).toEqual(lines.slice(1));
});

describe('services that a deploy has mended', () => {
  /** An Engine whose only service, `a`, has these states one after the other, and the last one for good. */
  const engine = (...states: string[]): { docker: Docker; listContainers: jest.Mock } => {
    const container = (Status: string): object => ({
      Labels: { [SERVICE_LABEL]: 'a' },
      State: 'running',
      Status,
    });
    const listContainers = jest.fn(() =>
      Promise.resolve([container((states.length > 1 ? states.shift() : states[0])!)]),
    );
    return { docker: { listContainers } as unknown as Docker, listContainers };
  };
  const states = async (docker: Docker, names: string[], patience: number): Promise<string[]> =>
    (await settled(docker, 'streaming', names, AbortSignal.timeout(patience))).map(({ state }) => state);

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
