import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lives } from '../../cli/engine/children';
import { docker, ROOT } from '../support/deployed-platform';
import { client, platform } from './support/platform';
import { scenario } from './support/scenario';

/** What a command says when it fails; throws if it does not. */
async function refusal(command: Promise<string>): Promise<string> {
  const failure = await command.then(
    () => undefined,
    (error: unknown) => error as { stdout: string; stderr: string },
  );
  if (!failure) throw new Error('It did not fail');
  return failure.stdout + failure.stderr;
}

/** Ctrl-C after so many seconds: the signal goes to the whole group. */
async function interruptedStart(seconds: number): Promise<void> {
  const command = spawn('npm', ['start'], {
    cwd: ROOT,
    env: platform.environment,
    stdio: 'ignore',
    detached: true,
  });
  const ended = once(command, 'exit');
  await sleep(seconds * 1000);
  if (command.exitCode === null) process.kill(-command.pid!, 'SIGINT');
  await ended;
}

const diff = async (stack: string): Promise<string> =>
  (await platform.cdktf('diff', stack)).replace(/\s+/g, ' ');

const NO_CHANGES = 'No changes. Your infrastructure matches the configuration.';

/** Of all containers on this machine, so only where somebody says how, with `--engine`. */
const restartEngine = process.env.RESTART_ENGINE;
if (restartEngine) {
  scenario('9. The Engine is restarted: everything comes back by itself', async () => {
    await platform.run('bash', '-c', restartEngine);
  });
}

scenario('15. The platform is stopped and started', async () => {
  await platform.npm('stop');
  await platform.npm('start');
});

scenario('16. The start is interrupted at five moments, and run again', async () => {
  await platform.npm('stop');
  for (const seconds of [4, 8, 13, 20, 30]) await interruptedStart(seconds);
  await platform.npm('start');
});

/** SIGKILL after so many seconds, to the command and, as where a machine goes down, to what it has begun. */
async function killed(command: readonly string[], seconds: number, withChildren: boolean): Promise<void> {
  const running = spawn('npm', command, {
    cwd: ROOT,
    env: platform.environment,
    stdio: 'ignore',
    detached: true,
  });
  const ended = once(running, 'exit');
  await sleep(seconds * 1000);
  if (running.exitCode === null) process.kill(-running.pid!, 'SIGKILL');
  await ended;
  if (withChildren) children().forEach(killGroup);
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // It ended by itself meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The groups of processes that a command has noted. */
function children(): readonly number[] {
  const folder = join(ROOT, '.cache', 'cdktf-streaming', 'children');
  const noted = existsSync(folder) ? readdirSync(folder) : [];
  return noted
    .filter((pid) => lives(readFileSync(join(folder, pid), 'utf8').replace(/ .*/s, '')))
    .map(Number);
}

const MOMENTS = Number(process.env.FAULTS_MOMENTS ?? 20);

scenario(
  '21. The start and the stop are killed at twenty random moments, and a start mends each',
  async () => {
    const seed = process.env.FAULTS_SEED ?? String(Date.now());
    const random = (...of: readonly (string | number)[]): number =>
      createHash('sha256')
        .update([seed, ...of].join())
        .digest()
        .readUInt32BE() /
      2 ** 32;
    console.log(`FAULTS_SEED=${seed}`);
    for (let moment = 0; moment < MOMENTS; moment += 1) {
      const isStart = moment % 2 === 0;
      if (isStart) await platform.npm('stop');
      const seconds = 2 + random(moment, 'seconds') * (isStart ? 45 : 20);
      await killed([isStart ? 'start' : 'stop'], seconds, random(moment, 'children') < 0.5);
      await platform.npm('start');
    }
  },
  { timeout: MOMENTS * 180_000 },
);

scenario('22. Terraform was killed while it wrote its states: the next start restores them', async () => {
  const folder = join(ROOT, '.state', platform.name);
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.tfstate')))
    truncateSync(join(folder, name), Math.floor(statSync(join(folder, name)).size / 2));
  await platform.npm('start');
});

scenario('22. The data is in use by somebody else: none of it is removed', async () => {
  const image = (await platform.container('kafka1').inspect()).Config.Image;
  const volume = `${platform.name}-kafka2-data:/volume`;
  const user = `${platform.name}-user`;
  await platform.run(
    'docker',
    'run',
    '--detach',
    '--name',
    user,
    '--volume',
    volume,
    '--entrypoint',
    'sleep',
    image,
    '600',
  );
  try {
    expect(await refusal(platform.npm('stop', '--', '--data'))).toMatch(
      new RegExp(`are in use by ${user}: none was removed`),
    );
  } finally {
    await platform.run('docker', 'rm', '--force', user);
    await platform.npm('start');
  }
});

scenario('17. A container was removed by hand: the plan shows it, the next start makes it anew', async () => {
  await platform.container('kafka2').remove({ force: true });
  await platform.container('schema-registry').remove({ force: true });
  expect(await diff('kafka')).toContain('1 to add, 0 to change, 0 to destroy');
  await platform.npm('start');
  expect(await diff('kafka')).toContain(NO_CHANGES);
});

scenario('17. The network was removed by hand: the plan shows it, the next start mends it', async () => {
  const network = docker.getNetwork(platform.name);
  const { Containers } = (await network.inspect()) as { Containers: Record<string, unknown> };
  for (const container of Object.keys(Containers))
    await network.disconnect({ Container: container, Force: true });
  await network.remove();
  expect(await diff('platform')).toContain('1 to add, 0 to change, 0 to destroy');
  await platform.npm('start');
  expect(await diff('platform')).toContain(NO_CHANGES);
  expect(await diff('kafka')).toContain(NO_CHANGES);
});

scenario(
  '17. A setting of a topic was changed by hand: the plan shows it, the next start undoes it',
  async () => {
    const change = ['--alter', '--topic', 'aggregated_data', '--add-config', 'retention.ms=60000'];
    await platform.kafkaTool('kafka-configs', ...change);
    expect(await diff('topics')).toMatch(/"retention\.ms" = "60000" ->/);
    await platform.npm('start');
    expect(await diff('topics')).toContain(NO_CHANGES);
  },
);

scenario('17. A topic was deleted by hand: the plan shows it, the next start makes it anew', async () => {
  const admin = client.admin();
  await admin.connect();
  await admin.deleteTopics({ topics: ['aggregated_data_dead_letter'] });
  expect(await diff('topics')).toContain('1 to add, 0 to change, 0 to destroy');
  await platform.npm('start');
  expect(await diff('topics')).toContain(NO_CHANGES);
  expect(await admin.listTopics()).toContain('aggregated_data_dead_letter');
  await admin.disconnect();
});

scenario('18. Two starts at once: the second says so, and changes nothing', async () => {
  const first = platform.npm('start');
  await sleep(2_000);
  expect(await refusal(platform.npm('start'))).toMatch(
    /Process \d+ is already starting or stopping the platform/,
  );
  await first;
});

scenario('19. A port of the host is taken: the start says which, and the next one goes on', async () => {
  const port = platform.hostPort(8080);
  await platform.container('kafka-ui').remove({ force: true });
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  try {
    expect(await refusal(platform.npm('start'))).toContain(String(port));
  } finally {
    other.close();
    await platform.npm('start');
  }
});

scenario('19. An image cannot be had: the start says which, and makes no container', async () => {
  const name = `${platform.name}-none`;
  const settings = [
    `PLATFORM_NAME=${name}`,
    `PLATFORM_PORT_OFFSET=${platform.portOffset + 1_000}`,
    ...['PLATFORM_IMAGES=public', 'PLATFORM_IMAGE_REGISTRY=localhost:1'],
    `CDKTF_OUTPUT=cdktf.${name}.out`,
  ];
  const npm = (...args: string[]): Promise<string> => platform.run('env', ...settings, 'npm', ...args);
  try {
    expect(await refusal(npm('start'))).toMatch(/localhost:1\/\S+/);
    const filters = { label: [`cdktf-streaming.platform=${name}`] };
    expect(await docker.listContainers({ all: true, filters })).toEqual([]);
  } finally {
    await npm('stop', '--', '--data');
  }
});
