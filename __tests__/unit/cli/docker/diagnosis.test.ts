import type Docker from 'dockerode';
import {
  description,
  diagnose,
  inOrder,
  lastAnswer,
  type Inspection,
} from '../../../../cli/docker/diagnosis';

const NOW = Date.parse('2026-11-30T06:00:00Z');
const NEVER = '0001-01-01T00:00:00Z';

function inspection(state: Partial<Inspection['State']>, restarts = 0): Inspection {
  const State = {
    Status: 'running',
    ExitCode: 0,
    Error: '',
    OOMKilled: false,
    StartedAt: '2026-11-30T05:56:55Z',
    FinishedAt: NEVER,
    ...state,
  };
  return { State, RestartCount: restarts, HostConfig: { Memory: 640 * 2 ** 20 } };
}

const health = (ExitCode: number, Output: string): Inspection['State']['Health'] => ({
  Status: 'unhealthy',
  FailingStreak: 5,
  Log: [{ Start: NEVER, End: NEVER, ExitCode, Output }],
});

const text = (state: string, given: Inspection, logs = ''): string =>
  description('kafka1', state, given, logs, NOW).text;

test('says how long it was waited for, and what the health check answered last', () => {
  const Health = health(1, 'bash: connect: Connection refused\n');
  expect(text('unhealthy', inspection({ Health }), '[x] INFO starting (kafka.Kafka)\n')).toBe(
    [
      'kafka1 is unhealthy; it started 3 min 5 s ago; its health check last said “bash: connect: Connection refused” (exit code 1).',
      '  | [x] INFO starting (kafka.Kafka)',
    ].join('\n'),
  );
});

test.each([
  [
    'that the Engine ended',
    -1,
    'Health check exceeded timeout (10s)',
    'said “Health check exceeded timeout (10s)”',
  ],
  ['that says nothing', 4, '', 'said nothing (exit code 4)'],
])('a check %s is told as that', (_, code, output, says) => {
  expect(lastAnswer(health(code, output))).toBe(`its health check last ${says}`);
});

test('a check that went well, or was never made, is not told', () => {
  expect(lastAnswer(health(0, 'ok'))).toBeUndefined();
  expect(lastAnswer(undefined)).toBeUndefined();
});

test('a service that ends again and again says how often, how, and the known cause with its cure', () => {
  const ended = { Status: 'restarting', ExitCode: 1, FinishedAt: '2026-11-30T05:57:07Z' };
  const logs = '[x] ERROR Fatal error\njava.lang.RuntimeException: Invalid cluster.id in: /data\n';
  expect(text('restarting', inspection(ended, 5), logs)).toMatch(
    /^kafka1 is restarting; it ran for 12 s; it was restarted 5 times; it ended with exit code 1\.\n {2}Its volume belongs to another cluster.*\n {2}\| \[x\] ERROR Fatal error\n/,
  );
});

test('want of memory is told with the limit, and no smaller profile is advised: its limits are smaller', () => {
  const killed = { Status: 'exited', ExitCode: 137, OOMKilled: true, FinishedAt: '2026-11-30T05:57:07Z' };
  const said = text('exited (137)', inspection(killed));
  expect(said).toContain('exit code 137, killed; it needed more memory than its limit of 640 MiB');
  expect(said).not.toContain('--profile');
});

test('what never started is told with the Engine’s words', () => {
  const Error = 'Bind for 127.0.0.1:9092 failed: port is already allocated';
  const said = text('created', inspection({ Status: 'created', Error, StartedAt: NEVER }));
  expect(said).toContain(
    `kafka1 is created; the Engine says: ${Error}; it has said nothing.\n  Its port on the host`,
  );
});

describe('a busy machine', () => {
  const busy = ['10 processes want its 2 cores'];
  const ended = { FinishedAt: '2026-11-30T05:57:07Z', Status: 'exited', ExitCode: 1 };
  const unhealthy = inspection({ Health: health(-1, 'Health check exceeded timeout (10s)') });
  const first = (...all: readonly [Inspection, string?][]): string => {
    const described = all.map(([each, logs = '']) => description('kafka1', 'not well', each, logs, NOW));
    return inOrder(described, busy).split('\n')[0]!;
  };

  test.each<[string, [Inspection, string?]]>([
    ['what is not healthy in time', [unhealthy]],
    ['what was killed', [inspection({ ...ended, ExitCode: 137 })]],
    ['what ended because something took too long', [inspection(ended), '[x] ERROR Timed out waiting\n']],
  ])('comes first for %s', (_, one) => {
    expect(first(one)).toBe(`The machine is likely the reason: ${busy[0]}.`);
  });

  test.each<[string, [Inspection, string?]]>([
    ['what ended by itself', [inspection(ended), '[x] ERROR Invalid value\n']],
    ['what ends again and again', [inspection({}, 4)]],
  ])('comes last for %s, also where something waits for that', (_, one) => {
    expect(first(one)).toMatch(/^kafka1 is not well/);
    expect(first(one, [unhealthy])).toMatch(/^kafka1 is not well/);
  });

  test('is not said where all is explained', () => {
    const Error = 'port is already allocated';
    const explained = description('kafka1', 'created', inspection({ Error }), '', NOW);
    expect(inOrder([explained], busy)).toBe(explained.text);
  });
});

test('an Engine that has gone is no second failure', async () => {
  const docker = { listContainers: () => Promise.reject(new Error('ECONNREFUSED')) } as unknown as Docker;
  await expect(diagnose(docker, ['streaming'])).resolves.toBe(
    'The Docker Engine does not say how the services are: ECONNREFUSED.',
  );
});
