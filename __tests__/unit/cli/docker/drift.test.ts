import type Docker from 'dockerode';
import { differing, drifted, type Inspected } from '../../../../cli/docker/drift';
import type { Change } from '../../../../cli/engine/plan';

const DECLARED = {
  id: 'f00',
  name: 'web',
  env: ['A=x=y', 'B='],
  labels: [{ label: 'cdktf-streaming.service', value: 'web' }],
  command: ['serve', ''],
  user: 'web',
  healthcheck: [{ test: ['CMD', 'true'], interval: '1m0s', timeout: '1.5s', start_period: '0s', retries: 3 }],
  tmpfs: { '/tmp': 'rw' },
  volumes: [
    { volume_name: 'data', container_path: '/data', read_only: null },
    { volume_name: 'data', container_path: '/old', read_only: true },
  ],
  memory: 64,
  memory_swap: 64,
  cpus: '0.5',
  restart: 'unless-stopped',
};

const INSPECTED = {
  Config: {
    Env: ['PATH=/bin', 'A=x=y', 'B='],
    Labels: { 'cdktf-streaming.service': 'web', maintainer: 'somebody' },
    Cmd: ['serve', ''],
    User: 'web',
    Healthcheck: { Test: ['CMD', 'true'], Interval: 60e9, Timeout: 1.5e9, Retries: 3 },
  },
  HostConfig: {
    Tmpfs: { '/tmp': 'rw' },
    Binds: ['data:/data:rw', 'data:/old:ro'],
    Memory: 64 * 1024 ** 2,
    MemorySwap: 64 * 1024 ** 2,
    NanoCpus: 5e8,
    RestartPolicy: { Name: 'unless-stopped' },
  },
} satisfies Inspected;

const NOTHING = {
  env: null,
  labels: [],
  command: null,
  user: '',
  healthcheck: [],
  tmpfs: null,
  volumes: [],
  memory: null,
  cpus: null,
};

function change(after: object, before: object = after, actions = ['no-op']): Change {
  return {
    address: 'docker_container.web',
    mode: 'managed',
    type: 'docker_container',
    change: { actions, before: { ...DECLARED, ...before }, after: { ...DECLARED, ...after } },
  };
}

test('a container that is what the plan says does not differ, whatever its image adds', () => {
  expect(differing(change({}), INSPECTED)).toEqual([]);
});

test('a container of which nothing is said does not differ', () => {
  const { Env, Labels } = INSPECTED.Config;
  const undeclared = { Config: { Env, Labels, Cmd: ['image'], User: 'image' }, HostConfig: {} };
  const silent = change({ ...NOTHING, memory_swap: null, restart: null });
  expect(differing(silent, undeclared)).toEqual([]);
});

test.each<[string, object]>([
  ['env', { env: ['A=other'] }],
  ['env', { env: ['C=new'] }],
  ['labels', { labels: [{ label: 'cdktf-streaming.service', value: 'other' }] }],
  ['command', { command: ['serve'] }],
  ['user', { user: 'other' }],
  ['healthcheck', { healthcheck: [{ ...DECLARED.healthcheck[0], interval: '3s' }] }],
  ['healthcheck', { healthcheck: [{ ...DECLARED.healthcheck[0], timeout: '1.501s' }] }],
  ['healthcheck', { healthcheck: [{ ...DECLARED.healthcheck[0], start_period: '1ms' }] }],
  ['healthcheck', { healthcheck: [{ ...DECLARED.healthcheck[0], retries: 4 }] }],
  ['healthcheck', { healthcheck: [{ ...DECLARED.healthcheck[0], test: ['CMD', 'false'] }] }],
  ['tmpfs', { tmpfs: { '/tmp': 'ro' } }],
  ['tmpfs', { tmpfs: null }],
  ['volumes', { volumes: [{ volume_name: 'data', container_path: '/data', read_only: true }] }],
  ['memory', { memory: 65 }],
  ['memory_swap', { memory_swap: -1 }],
  ['cpus', { cpus: '1' }],
  ['restart', { restart: 'no' }],
])('%s differs where the plan says %j', (attribute, after) => {
  expect(differing(change(after), INSPECTED)).toEqual([attribute]);
});

test.each(['memory', 'memory_swap', 'restart'])(
  '%s does not differ where the plan changes it in place',
  (name) => {
    expect(differing(change({ [name]: 1 }, {}, ['update']), INSPECTED)).toEqual([]);
  },
);

test('a health check differs also where the plan changes it in place, for that changes nothing', () => {
  const healthcheck = [{ ...DECLARED.healthcheck[0], retries: 9 }];
  expect(differing(change({ healthcheck }, {}, ['update']), INSPECTED)).toEqual(['healthcheck']);
});

const engine = (inspect: () => Promise<unknown>): Docker =>
  ({ getContainer: () => ({ inspect }) }) as unknown as Docker;

test('names what differs of containers that stay, and asks about no others', async () => {
  const docker = engine(() => Promise.resolve(INSPECTED));
  const plan = {
    resource_changes: [change({ user: 'other' }), change({ user: 'other' }, {}, ['delete', 'create'])],
  };
  expect(await drifted(docker, [plan])).toEqual([
    { address: 'docker_container.web', name: 'web', attributes: ['user'] },
  ]);
  expect(await drifted(docker, [{ resource_changes: [change({})] }])).toEqual([]);
});

test('leaves a container that is gone to the plan, and hides no other failure', async () => {
  const failing = (statusCode: number): Docker =>
    engine(() => Promise.reject(Object.assign(new Error('no'), { statusCode })));
  const plan = { resource_changes: [change({})] };
  expect(await drifted(failing(404), [plan])).toEqual([]);
  await expect(drifted(failing(500), [plan])).rejects.toThrow('no');
});
