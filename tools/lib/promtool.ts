import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { CommandError } from '../../cli/program';
import { ROOT } from './root';

/** Where it is kept where the machine has none. */
const KEPT = join(ROOT, '.cache', 'promtool');

/**
 * The program that tests rules of Prometheus: the machine's, or that of Debian's package, unpacked once and not installed.
 * @returns its path or name
 * @throws CommandError if there is none, and no package to take it from
 */
export async function ensurePromtool(): Promise<string> {
  const { failed } = await execa('promtool', ['--version'], { reject: false });
  if (!failed) return 'promtool';
  if (!existsSync(KEPT)) await unpack();
  return KEPT;
}

async function unpack(): Promise<void> {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.cache', 'prometheus-'));
  try {
    const script =
      'apt-get download -qq prometheus && dpkg-deb --fsys-tarfile prometheus_*.deb | tar -x ./usr/bin/promtool';
    const { failed, stderr } = await execa('bash', ['-o', 'pipefail', '-c', script], {
      cwd: folder,
      reject: false,
    });
    if (failed)
      throw new CommandError(
        `The tests of alerts need promtool, which comes with Prometheus: install it (Debian and Ubuntu: apt-get install prometheus) and try again. ${stderr}`,
      );
    // Takes its place when it is whole, also beside another run.
    renameSync(join(folder, 'usr', 'bin', 'promtool'), KEPT);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
