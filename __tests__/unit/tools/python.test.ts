import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf } from '../../../cli/engine/children';
import { removeHalfMade } from '../../../tools/lib/python';

test('an environment that nobody makes any more goes, also if its number is that of another process by now', () => {
  const folder = mkdtempSync(join(tmpdir(), 'python-'));
  const isMade = `venv.${identityOf(process.pid)}`;
  for (const name of [
    'venv',
    'venv-spark-4',
    isMade,
    `venv.${process.pid}@1`,
    `venv.${process.pid}`,
    `venv-spark-4.${process.pid}@1`,
  ])
    mkdirSync(join(folder, name));
  removeHalfMade(folder);
  expect(readdirSync(folder).sort()).toEqual(['venv', 'venv-spark-4', isMade].sort());
});
