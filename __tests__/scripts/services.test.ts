import { stateOf, withoutFrames } from '../../scripts/lib/services';

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
