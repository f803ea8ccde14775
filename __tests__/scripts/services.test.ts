import { stateOf, telling, withoutFrames } from '../../scripts/lib/services';

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
