import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CdktfProgram, type Outcome } from './support/cdktf-program';
import { docker, ROOT, run } from './support/platform';

const program = new CdktfProgram('ensemble');
const cdktf = (command: 'deploy' | 'destroy' | 'diff', taskCommand: string): Promise<Outcome> =>
  program.run({ TASK_COMMAND: taskCommand }, command, 'ensemble');

const good = 'zookeeper-shell zoo1:2181,zoo2:2181,zoo3:2181 create /made-by-the-task x 2>&1';
const bad = 'echo no more room on this disk; exit 3';

const node = (index: number): ReturnType<typeof docker.getContainer> =>
  docker.getContainer(`e2e-ensemble-zoo${index}`);

afterAll(async () => {
  const { output, failed } = await cdktf('destroy', good);
  program.removeOutput();
  for (const end of ['', '.backup']) rmSync(join(ROOT, `terraform.ensemble.tfstate${end}`), { force: true });
  if (failed) throw new Error(output);
});

const mode = async (index: number): Promise<string> => {
  const script = 'exec 3<>/dev/tcp/127.0.0.1/2181 && printf srvr >&3 && grep ^Mode <&3';
  return (await run('docker', 'exec', `e2e-ensemble-zoo${index}`, 'bash', '-c', script)).trim();
};

test('three nodes elect one leader, and a task that ends well lets the deploy go on', async () => {
  expect(await cdktf('deploy', good)).toMatchObject({ failed: false });
  const modes = await Promise.all([1, 2, 3].map(mode));
  expect(modes.sort()).toEqual(['Mode: follower', 'Mode: follower', 'Mode: leader']);
  expect((await docker.getContainer('e2e-ensemble-task').inspect()).State).toMatchObject({
    Status: 'exited',
    ExitCode: 0,
  });
});

test('a task that has run is no difference in a later plan', async () => {
  expect((await cdktf('diff', good)).output).toContain('No changes.');
});

test('what the task wrote is read with any one node away', async () => {
  const leader = (await Promise.all([1, 2, 3].map(mode))).indexOf('Mode: leader') + 1;
  await node(leader).stop();
  const others = [1, 2, 3].filter((index) => index !== leader);
  const servers = others.map((index) => `zoo${index}:2181`).join(',');
  // The shell gives up on servers that are still electing.
  const script = `until zookeeper-shell ${servers} get /made-by-the-task 2>&1; do sleep 1; done`;
  const read = await run(
    'docker',
    'exec',
    `e2e-ensemble-zoo${others[0]}`,
    'timeout',
    '60',
    'bash',
    '-c',
    script,
  );
  expect(read.split('\n')).toContain('x');
  await node(leader).start();
});

test('a task that fails stops the deploy, with its exit code and what it printed', async () => {
  const { failed, output } = await cdktf('deploy', bad);
  expect(failed).toBe(true);
  expect(output.replace(/\s+/g, ' ')).toMatch(/Task task ended with exit code 3.*no more room on this disk/);
});
