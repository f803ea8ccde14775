import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duration } from '../../../../constructs/core/duration';
import { HealthCheck, type HealthCheckOptions } from '../../../../constructs/core/health-check';
import { held } from '../../../../constructs/core/held-check';
import { run } from '../../../support/asked';

/** A container in which `sleep` takes no time, but the clock goes on. */
function newContainer(options: HealthCheckOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'held-'));
  const file = (name: string): string => join(folder, name);
  const [clock, state, asked, sleep] = [file('clock'), file('state'), file('asked'), file('sleep')];
  writeFileSync(clock, '1000.17 1.0\n');
  writeFileSync(asked, '');
  writeFileSync(
    sleep,
    `#!/bin/bash\nread now rest < ${clock}\necho $((\${now%.*} + $1)).5 $rest > ${clock}\n`,
  );
  chmodSync(sleep, 0o755);
  const now = (): number => Math.floor(Number.parseFloat(readFileSync(clock, 'utf8')));
  return {
    now,
    state,
    paused: (seconds: number) => writeFileSync(clock, `${now() + seconds}.0 1.0\n`),
    /** What a check says whose question is this script, how often that was asked, and how long it took. */
    async check(script: string) {
      const before = { now: now(), asked: readFileSync(asked).length };
      const { test } = held(
        HealthCheck.bash(`printf . >> ${asked}; asked=$(< ${asked}); ${script}`, options),
        1,
      );
      const [, sh = '', ...words] = test.map((word) =>
        word.replaceAll('/proc/uptime', clock).replaceAll('/dev/shm/health', state),
      );
      const ended = await run('env', `PATH=${folder}:${process.env.PATH}`, sh, ...words);
      return { ...ended, asked: readFileSync(asked).length - before.asked, seconds: now() - before.now };
    },
  };
}

const SICK = 'echo no leader; exit 3';

test('a service that starts is asked every second, and is healthy with its first answer', async () => {
  expect(await newContainer().check('test ${#asked} -ge 4')).toEqual({
    code: 0,
    said: '',
    asked: 4,
    seconds: 3,
  });
});

test('a service that goes on starting says every ten seconds what it lacks', async () => {
  const starting = { code: 3, said: 'no leader\n', asked: 11, seconds: 10 };
  const container = newContainer();
  expect(await container.check(SICK)).toEqual(starting);
  container.paused(3);
  expect(await container.check(SICK)).toEqual(starting);
});

test('a healthy service is asked every ten seconds, by one process in two minutes', async () => {
  const container = newContainer();
  await container.check('true');
  container.paused(3);
  expect(await container.check('true')).toEqual({ code: 0, said: '', asked: 13, seconds: 120 });
});

test('what is asked more seldom is asked as seldom by itself', async () => {
  const container = newContainer({ interval: Duration.seconds(30) });
  await container.check('true');
  container.paused(30);
  expect(await container.check('true')).toMatchObject({ asked: 5, seconds: 120 });
});

test('of a service that falls sick each check tells at once, and the first when it is well again', async () => {
  const container = newContainer();
  await container.check('true');
  expect(await container.check(`test \${#asked} -lt 4 || { ${SICK}; }`)).toEqual({
    code: 3,
    said: 'no leader\n',
    asked: 3,
    seconds: 20,
  });
  expect(await container.check(SICK)).toMatchObject({ code: 3, asked: 1, seconds: 0 });
  expect(await container.check(SICK)).toMatchObject({ code: 3, asked: 1, seconds: 0 });
  expect(await container.check('true')).toMatchObject({ code: 0, asked: 1, seconds: 0 });
  expect(await container.check('true')).toMatchObject({ code: 0, seconds: 120 });
});

test.each<[string, (container: ReturnType<typeof newContainer>) => void]>([
  ['was paused between two checks', (container) => container.paused(14)],
  ['was paused, or its check killed, while it was asked', ({ state }) => writeFileSync(state, '')],
  ['was started again', ({ state }) => rmSync(state)],
])('a service that %s is called healthy at once', async (_, happens) => {
  const container = newContainer();
  await container.check('true');
  happens(container);
  expect(await container.check('true')).toMatchObject({ code: 0, asked: 1, seconds: 0 });
});

test('what is killed while it asks leaves nothing that the next would believe', async () => {
  const container = newContainer();
  await container.check('true');
  await container.check(`cp ${container.state} ${container.state}.meanwhile`);
  expect(readFileSync(`${container.state}.meanwhile`, 'utf8')).toBe('');
});

test('a question that hangs is ended in its time, with all that it has started', async () => {
  const container = newContainer({ timeout: Duration.seconds(1) });
  const late = `${container.state}.late`;
  await container.check('true');
  expect(await container.check(`(read -t 1.5 <> <(:); touch ${late}) & wait`)).toMatchObject({
    code: 124,
    said: ' no answer within 1 second\n',
    asked: 1,
  });
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(existsSync(late)).toBe(false);
});

test('where nothing can be written, it tells at once', async () => {
  const { test: words } = held(HealthCheck.bash('echo well'), 1);
  const [, sh = '', ...rest] = words.map((word) => word.replaceAll('/dev/shm/health', '/nowhere/health'));
  expect(await run(sh, ...rest)).toEqual({ code: 0, said: 'well\n' });
});

test('the Engine ends what takes longer than all its questions may, which patience lengthens', () => {
  const timeout = (patience: number) => held(HealthCheck.bash('true'), patience).timeout.toSeconds();
  expect([timeout(1), timeout(10)]).toEqual([150, 330]);
  expect(held(HealthCheck.bash('true'), 10).test[3]).toContain('timeout 100 ');
});
