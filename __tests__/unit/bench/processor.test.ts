import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { between, engine, groupOf, threads } from '../../../bench/lib/processor';

/** A machine on which these files say what is used. */
function machine(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'machine-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const stat = (name: string, ...ticks: [number, number, number, number]): string =>
  `7 (${name}) S 1 7 7 0 -1 4194560 100 200 0 0 ${ticks.join(' ')} 20 0 1 0 100\n`;

test.each([
  [
    'first',
    '12:pids:/docker/a\n5:cpu,cpuacct:/docker/a\n1:name=systemd:/docker/a\n',
    { 'sys/fs/cgroup/cpuacct/docker/a/cpuacct.usage': '2500000000\n' },
    'sys/fs/cgroup/cpuacct/docker/a',
  ],
  [
    'second',
    '0::/system.slice/docker-a.scope\n',
    { 'sys/fs/cgroup/system.slice/docker-a.scope/cpu.stat': 'usage_usec 2500000\nuser_usec 9\n' },
    'sys/fs/cgroup/system.slice/docker-a.scope',
  ],
])('control groups of the %s version', async (_, cgroup, used, folder) => {
  const root = machine({ 'proc/7/cgroup': cgroup, ...used, [`${folder}/cgroup.procs`]: '7\n9\n' });
  expect(await groupOf(7, root)).toEqual({ seconds: 2.5, pids: ['7', '9'] });
});

test('threads that differ by a number are one, and what has ended is nothing', async () => {
  const root = machine({
    'proc/7/task/7/stat': stat('data-plane-kafk', 100, 50, 0, 0),
    'proc/7/task/8/stat': stat('GC Thread (0) 1', 10, 0, 0, 0),
    'proc/7/task/9/stat': stat('GC Thread (0) 2', 0, 15, 0, 0),
  });
  expect([...(await threads(['7', '8'], root))]).toEqual([
    ['data-plane-kafk', 1.5],
    ['GC Thread (#) #', 0.25],
  ]);
});

test('the Engine is what runs containers, with what it started in them', async () => {
  const root = machine({
    'proc/1/stat': stat('systemd', 100, 100, 100, 100),
    'proc/7/stat': stat('dockerd', 100, 50, 0, 0),
    'proc/8/stat': stat('containerd-shim', 10, 10, 20, 10),
    'proc/version': '',
  });
  expect(await engine(root)).toBe(2);
});

test('what was used between two moments', () => {
  const [before, after] = [new Map([['a', 1]]), new Map(Object.entries({ a: 3, b: 1 }))];
  expect([...between(before, after)]).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
});
