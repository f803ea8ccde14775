import type Docker from 'dockerode';
import { dockerRuntime } from '../../../../cli/docker/runtime';

test.each([
  ['running', 'Up 3 seconds', 'well'],
  ['running', 'Up 2 minutes (healthy)', 'well'],
  ['running', 'Up 3 seconds (health: starting)', 'starting'],
  ['running', 'Up 2 minutes (unhealthy)', 'failing'],
  ['paused', 'Up 2 minutes (Paused)', 'failing'],
  ['restarting', 'Restarting (1) 4 seconds ago', 'failing'],
  ['created', 'Created', 'away'],
  ['exited', 'Exited (0) 4 seconds ago', 'away'],
  ['dead', 'Dead', 'away'],
])('a service whose container the Engine calls %s, "%s", is %s', async (State, Status, condition) => {
  const listContainers = (): Promise<unknown> => Promise.resolve([{ Names: ['/kafka1'], State, Status }]);
  const runtime = dockerRuntime({ listContainers } as unknown as Docker);
  expect([...(await runtime.conditions(['kafka1', 'kafka2']))]).toEqual([
    ['kafka1', condition],
    ['kafka2', 'away'],
  ]);
});
