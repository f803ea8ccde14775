import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const ROOT = join(__dirname, '..', '..', '..');

/** Where the package is that is tested. */
export const PACKED = join(ROOT, '.cache', 'packed');

/**
 * Makes a folder a project of somebody else's: the package, its peers, and nothing more.
 * @param more in its `package.json`
 */
export async function installIn(
  project: string,
  peers: readonly string[] = ['cdktf', 'constructs'].map((name) => `${name}@${version(name)}`),
  more: { readonly overrides?: Readonly<Record<string, string>> } = {},
): Promise<void> {
  const [tarball = ''] = readdirSync(PACKED);
  // An override refers to what is there already.
  const dependencies = Object.fromEntries(
    peers.map((peer) => {
      const [, name = '', wanted = ''] = /^([^@]+)@(.*)$/.exec(peer) ?? [];
      return [name, wanted];
    }),
  );
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, dependencies, ...more }));
  const quick = ['--prefer-offline', '--no-audit', '--no-fund'];
  const args = ['install', ...quick, join(PACKED, tarball)];
  await promisify(execFile)('npm', args, { cwd: project });
}

/** The version that this repository uses, so that a cache is likely to have it. */
export function version(name: string): string {
  const text = readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
