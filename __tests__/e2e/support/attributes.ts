import type { ContainerInspectInfo } from 'dockerode';
import { Duration, HealthCheck, Size, type IPlatform, type ServiceProps } from '../../../constructs';
import { run } from './platform';

type Props = Omit<ServiceProps, 'platform' | 'serviceName' | 'image'>;

/** Ends at once when it is told to, where a lone `sleep` would wait for its kill. */
const command = (marker: string): string[] => [
  'bash',
  '-c',
  `trap exit TERM; : ${marker}; sleep infinity & wait`,
];

const times = {
  interval: Duration.seconds(1),
  timeout: Duration.seconds(5),
  startPeriod: Duration.seconds(30),
};
const healthCheck = HealthCheck.bash('true', { ...times, retries: 5 });

/** A service that does nothing. */
export const USUAL: Props = {
  user: 'nobody',
  command: command('before'),
  environment: { SAID: 'before' },
  healthCheck,
  memory: Size.mebibytes(32),
  cpus: 0.5,
  stopGracePeriod: Duration.seconds(5),
};

/** What of a container shows an attribute, or a promise of it. */
type Shown = (inspected: ContainerInspectInfo) => unknown;

export interface Edit {
  readonly changed: (platform: IPlatform) => Partial<Props>;
  readonly shown: Shown;
  readonly before: unknown;
  readonly after: unknown;
}

const check = ({ Config }: ContainerInspectInfo): Record<string, unknown> =>
  (Config as { Healthcheck?: Record<string, unknown> }).Healthcheck ?? {};
const edited = (options: Parameters<typeof HealthCheck.bash>[1], script = 'true'): Partial<Props> => ({
  healthCheck: HealthCheck.bash(script, { ...times, retries: 5, ...options }),
});
const edit = (changed: Partial<Props>, shown: Shown, before: unknown, after: unknown): Edit => ({
  changed: () => changed,
  shown,
  before,
  after,
});
const SECOND = 1e9;
const MEBIBYTE = 2 ** 20;

/** Every attribute of a container that a program can change, each by the name of a service that changes it alone. */
export const EDITS: Readonly<Record<string, Edit>> = {
  user: edit({ user: '65533' }, ({ Config }) => Config.User, 'nobody', '65533'),
  command: edit(
    { command: command('after') },
    ({ Config }) => Config.Cmd,
    command('before'),
    command('after'),
  ),
  environment: edit(
    { environment: { SAID: '${after}' } },
    ({ Config }) => Config.Env.filter((each) => each.startsWith('SAID=')),
    ['SAID=before'],
    ['SAID=${after}'],
  ),
  memory: edit(
    { memory: Size.mebibytes(48) },
    ({ HostConfig }) => [HostConfig.Memory, HostConfig.MemorySwap],
    [32 * MEBIBYTE, 32 * MEBIBYTE],
    [48 * MEBIBYTE, 48 * MEBIBYTE],
  ),
  cpus: edit({ cpus: 0.25 }, ({ HostConfig }) => HostConfig.NanoCpus, 0.5e9, 0.25e9),
  'stop-grace': edit(
    { stopGracePeriod: Duration.seconds(7) },
    ({ Config }) => (Config as { StopTimeout?: number }).StopTimeout,
    5,
    7,
  ),
  test: edit(edited({}, 'exit 0'), (each) => (check(each).Test as string[]).at(-1), 'true', 'exit 0'),
  interval: edit(
    edited({ interval: Duration.seconds(2) }),
    (each) => check(each).Interval,
    SECOND,
    2 * SECOND,
  ),
  timeout: edit(
    edited({ timeout: Duration.seconds(6) }),
    (each) => check(each).Timeout,
    140 * SECOND,
    142 * SECOND,
  ),
  'start-period': edit(
    edited({ startPeriod: Duration.seconds(31) }),
    (each) => check(each).StartPeriod,
    30 * SECOND,
    31 * SECOND,
  ),
  retries: edit(edited({ retries: 6 }), (each) => check(each).Retries, 5, 6),
  tmpfs: edit(
    { writablePaths: ['/var/cache'] },
    ({ HostConfig }) => Object.keys(HostConfig.Tmpfs ?? {}).sort(),
    ['/tmp'],
    ['/tmp', '/var/cache'],
  ),
  files: edit(
    { files: { '/etc/after': '${after}\n' } },
    ({ Id }) => run('docker', 'exec', Id, 'bash', '-c', 'cat /etc/after 2>/dev/null || true'),
    '',
    '${after}\n',
  ),
  ports: edit(
    { ports: [{ name: 'web', port: 80, hostPort: 8_000 }] },
    ({ HostConfig }) => Object.keys((HostConfig.PortBindings ?? {}) as object),
    [],
    ['80/tcp'],
  ),
  volumes: {
    changed: (platform) => ({
      volumes: [{ volume: platform.volume('after'), path: '/after', readOnly: true }],
    }),
    shown: ({ HostConfig }) => HostConfig.Binds ?? [],
    before: [],
    after: ['e2e-attributes-after:/after:ro'],
  },
};
