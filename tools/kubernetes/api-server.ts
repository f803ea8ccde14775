import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { CommandError, tail } from '../../cli/program';
import { ROOT } from '../lib/root';
import { KUBERNETES } from './definitions';

const SOURCE = join(ROOT, 'tools', 'kubernetes', 'api-server');

/** A Kubernetes without nodes, and the client of its version. */
export interface ApiServer {
  /** Takes a folder, and runs until it is told to end. */
  readonly server: string;
  readonly kubectl: string;
}

/**
 * Built once of its Go modules, which are kept by Go, as is what it compiled.
 * @param say what is being done, as that takes minutes
 * @throws CommandError if it cannot be built
 */
export async function ensureApiServer(
  say: (step: string) => void = () => undefined,
  cache = join(ROOT, '.cache', 'kubernetes'),
): Promise<ApiServer> {
  const folder = join(cache, `api-server-${KUBERNETES.version}-${digest()}`);
  if (!existsSync(folder)) await build(folder, say);
  return { server: join(folder, 'api-server'), kubectl: join(folder, 'kubectl') };
}

/** What is built of other sources is another. */
function digest(): string {
  const all = createHash('sha256');
  for (const file of readdirSync(SOURCE).sort()) all.update(readFileSync(join(SOURCE, file)));
  return all.digest('hex').slice(0, 8);
}

async function build(folder: string, say: (step: string) => void): Promise<void> {
  say(
    `building Kubernetes ${KUBERNETES.version} (more than ten minutes where Go has compiled none of it yet)`,
  );
  mkdirSync(join(folder, '..'), { recursive: true });
  const unfinished = mkdtempSync(`${folder}.`);
  try {
    const args = [
      'build',
      '-trimpath',
      `-ldflags=${linkerOptions()}`,
      '-o',
      join(unfinished, 'api-server'),
      '.',
    ];
    const { failed, all = '' } = await execa('go', args, { cwd: SOURCE, all: true, reject: false });
    if (failed)
      throw new CommandError(
        `Kubernetes' API server could not be built. It needs Go 1.26 or later (https://go.dev/dl/) and Go's module proxy.\n${tail(all, 15)}`,
      );
    symlinkSync('api-server', join(unfinished, 'kubectl'));
    // Another run may have been quicker.
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Kubernetes' own build says so which version it is, and clients cannot do without. */
function linkerOptions(): string {
  const [major, minor] = KUBERNETES.version.slice(1).split('.');
  const facts = { gitVersion: KUBERNETES.version, gitMajor: major, gitMinor: minor };
  const packages = ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version'];
  const said = packages.flatMap((name) =>
    Object.entries(facts).map(([fact, value]) => `-X ${name}.${fact}=${value}`),
  );
  return ['-s', '-w', ...said].join(' ');
}
