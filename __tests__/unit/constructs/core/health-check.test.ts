import { TerraformVariable } from 'cdktf';
import { valueObject } from '../../../../constructs/core/checks';
import { Duration } from '../../../../constructs/core/duration';
import { HealthCheck, type HealthCheckOptions } from '../../../../constructs/core/health-check';
import { newStack } from '../../../support/synth';

test('runs a Bash script in the container', () => {
  expect(HealthCheck.bash('test -f /ready').test).toEqual(['CMD', 'bash', '-c', 'test -f /ready']);
});

test('asks for a page in the container, and keeps nothing of it', () => {
  const url = 'http://127.0.0.1:8080/health';
  expect(HealthCheck.http(8080, '/health').test).toEqual(['CMD', 'wget', '-q', '-O', '/dev/null', url]);
});

test('has defaults for every time', () => {
  const { interval, timeout, retries, startPeriod, problem } = HealthCheck.bash('true');
  expect([interval, timeout, startPeriod].map(String)).toEqual(['3 seconds', '10 seconds', '1 minute']);
  expect(retries).toBe(5);
  expect(problem).toBeUndefined();
});

test('takes other times', () => {
  const options = {
    interval: Duration.seconds(1),
    timeout: Duration.seconds(2),
    retries: 1,
    startPeriod: Duration.seconds(0),
  };
  const check = HealthCheck.http(80, '/', options);
  expect(check).toMatchObject(options);
  expect(check.problem).toBeUndefined();
});

test.each<[HealthCheckOptions, string]>([
  [{ interval: Duration.seconds(0) }, 'interval must be longer than 0; got 0 seconds'],
  [{ timeout: Duration.seconds(0) }, 'timeout must be longer than 0; got 0 seconds'],
  [{ retries: 0 }, 'retries must be a whole number, 1 or more; got 0'],
  [{ startPeriod: 60 as never }, 'startPeriod must be a Duration, such as Duration.minutes(1); got 60'],
  [
    { period: 1 } as never,
    "there is no property 'period'; there are interval, retries, script, startPeriod, timeout",
  ],
])('says what is wrong with %p', (options, says) => {
  expect(HealthCheck.bash('true', options).problem).toBe(`is a HealthCheck in which ${says}`);
});

test.each<[HealthCheck, string]>([
  [HealthCheck.http(0, '/'), 'port must be a whole number from 1 to 65535; got 0'],
  [HealthCheck.http(65_536, '/'), 'port must be a whole number from 1 to 65535; got 65536'],
  [HealthCheck.http('80' as never, '/'), "port must be a whole number from 1 to 65535; got '80'"],
  [
    HealthCheck.http(8080, 'health'),
    "path must be a path of a URL, beginning with '/' and without spaces; got 'health'",
  ],
  [
    HealthCheck.http(80, '/a b'),
    "path must be a path of a URL, beginning with '/' and without spaces; got '/a b'",
  ],
  [HealthCheck.bash(''), "script must be a script of Bash; got ''"],
  [HealthCheck.bash(' \n'), "script must be a script of Bash; got ' \n'"],
  [HealthCheck.bash(undefined as never), 'script must be a script of Bash; got undefined'],
  [
    HealthCheck.http(0, '', { retries: 0 }),
    "port must be a whole number from 1 to 65535; got 0, and path must be a path of a URL, beginning with '/' and without spaces; got '', and retries must be a whole number, 1 or more; got 0",
  ],
])('says what is wrong with what it was given: %#', ({ problem }, says) => {
  expect(problem).toBe(`is a HealthCheck in which ${says}`);
});

test.each([HealthCheck.http(1, '/'), HealthCheck.http(65_535, '/a?b=c%20d#e')])('takes %p', ({ problem }) => {
  expect(problem).toBeUndefined();
});

test('takes what Terraform alone knows', () => {
  const variable = new TerraformVariable(newStack(), 'later', { type: 'string' });
  expect(HealthCheck.http(variable.numberValue, variable.stringValue).problem).toBeUndefined();
  expect(HealthCheck.bash(variable.stringValue).problem).toBeUndefined();
});

test('names where the rule comes from that its options break', () => {
  const check = valueObject('a HealthCheck', 'test');
  expect(check.sourceOf?.(HealthCheck.bash('true', { retries: 0 }))).toBe(
    'https://docs.docker.com/reference/dockerfile/#healthcheck',
  );
  expect(check.sourceOf?.('none')).toBe('policy');
});
