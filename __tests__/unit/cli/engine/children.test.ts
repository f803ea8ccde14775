import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endOrphans, identityOf } from '../../../../cli/engine/children';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'children-'));
});

test('what a killed run left at work is asked to end, and awaited', async () => {
  const script = 'trap "sleep 0.3; exit 0" INT; echo ready; while :; do sleep 0.05; done';
  const child = spawn('bash', ['-c', script], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  writeFileSync(join(folder, String(child.pid)), `${identityOf(child.pid!)} bash -c`);
  await expect(endOrphans(folder)).resolves.toEqual(['bash -c']);
  expect(identityOf(child.pid!)).toBeUndefined();
  expect(existsSync(join(folder, String(child.pid)))).toBe(false);
});

test('a process that has its number since is left alone', async () => {
  writeFileSync(join(folder, String(process.pid)), `${process.pid}@1 terraform`);
  await expect(endOrphans(folder)).resolves.toEqual([]);
  expect(existsSync(join(folder, String(process.pid)))).toBe(false);
});

test('of half a note nobody is ended', async () => {
  const child = spawn('sleep', ['9'], { stdio: 'ignore' });
  writeFileSync(join(folder, String(child.pid)), '');
  await expect(endOrphans(folder)).resolves.toEqual([]);
  expect(identityOf(child.pid!)).toBeDefined();
  child.kill();
});

test('nothing is there where nothing was started', async () => {
  await expect(endOrphans(join(folder, 'none'))).resolves.toEqual([]);
});
