import type Docker from 'dockerode';
import { services, stateOf } from '../../../../cli/docker/services';

test.each([
  ['created', 'Created', 'created', false],
  ['running', 'Up 3 seconds (health: starting)', 'starting', false],
  ['running', 'Up 2 minutes (healthy)', 'healthy', true],
  ['running', 'Up 2 minutes (unhealthy)', 'unhealthy', false],
  ['running', 'Up 3 seconds', 'running', true],
  ['restarting', 'Restarting (1) 4 seconds ago', 'restarting', false],
  ['exited', 'Exited (0) 4 seconds ago', 'exited (0)', true],
  ['exited', 'Exited (137) 4 seconds ago', 'exited (137)', false],
])('a container that the Engine calls %s, "%s", is %s', (State, Status, state, isReady) => {
  expect(stateOf({ State, Status })).toEqual({ state, isReady });
});

test('where there is no platform, no Engine is asked', async () => {
  await expect(services({} as Docker, [])).resolves.toEqual([]);
});

describe('a container that ended well', () => {
  const engine = (policy: string): Docker =>
    ({
      listContainers: () =>
        Promise.resolve([
          {
            Id: 'id',
            Names: ['/job'],
            Labels: { 'cdktf-streaming.platform': 'streaming' },
            State: 'exited',
            Status: 'Exited (0) 4 seconds ago',
          },
        ]),
      getContainer: () => ({
        inspect: () => Promise.resolve({ HostConfig: { RestartPolicy: { Name: policy } } }),
      }),
    }) as unknown as Docker;

  test.each([
    ['is ready where it is a task', 'no', true],
    ['was stopped where it is a service', 'unless-stopped', false],
  ])('%s', async (_, policy, isReady) => {
    await expect(services(engine(policy), ['streaming'])).resolves.toMatchObject([{ isReady }]);
  });
});

test('a task that still runs is not ready, and a service without a check is', async () => {
  const engine = (policy: string): Docker =>
    ({
      listContainers: () =>
        Promise.resolve([
          {
            Id: 'id',
            Names: ['/it'],
            Labels: { 'cdktf-streaming.platform': 'it' },
            State: 'running',
            Status: 'Up 3 seconds',
          },
        ]),
      getContainer: () => ({
        inspect: () => Promise.resolve({ HostConfig: { RestartPolicy: { Name: policy } } }),
      }),
    }) as unknown as Docker;
  await expect(services(engine('no'), ['it'])).resolves.toMatchObject([{ isReady: false }]);
  await expect(services(engine('unless-stopped'), ['it'])).resolves.toMatchObject([{ isReady: true }]);
});
