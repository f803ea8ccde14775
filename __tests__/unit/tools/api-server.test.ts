import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureApiServer } from '../../../tools/kubernetes/api-server';
import { KUBERNETES } from '../../../tools/kubernetes/definitions';
import { ROOT } from '../../../tools/lib/root';

test('the API server is of the release whose definitions are checked, with all its modules', () => {
  const goMod = readFileSync(join(ROOT, 'tools', 'kubernetes', 'api-server', 'go.mod'), 'utf8');
  expect(goMod).toContain(`\tk8s.io/kubernetes ${KUBERNETES.version}\n`);
  const staged = [...goMod.matchAll(/^\t(\S+) => \S+ (\S+)$/gm)];
  expect(staged.length).toBeGreaterThan(20);
  expect(new Set(staged.map(([, , version]) => version))).toEqual(
    new Set([KUBERNETES.version.replace(/^v1\./, 'v0.')]),
  );
});

test('without Go it says what it needs, and leaves nothing behind', async () => {
  const path = process.env.PATH;
  const cache = mkdtempSync(join(tmpdir(), 'api-server-'));
  const said: string[] = [];
  process.env.PATH = cache;
  try {
    await expect(ensureApiServer((step) => said.push(step), cache)).rejects.toThrow(/It needs Go 1\.26/);
  } finally {
    process.env.PATH = path;
  }
  expect(said).toEqual([expect.stringContaining(`building Kubernetes ${KUBERNETES.version}`)]);
  expect(readdirSync(cache)).toEqual([]);
});
