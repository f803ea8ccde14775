import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Dockerode from 'dockerode';
import { execa, type ExecaError } from 'execa';
import { CommandError, tail } from '../program';
import { ask } from './registry';

const official = (suite: string): string => `debian:${suite}-slim`;
const madeHere = (suite: string): string => `cdktf-streaming/debian:${suite}`;

/** Where a suite is published: at the mirror in the settings too. Only Docker Hub knows its official images without their folder. */
function published(suite: string): readonly string[] {
  const mirror = process.env.PLATFORM_IMAGE_REGISTRY?.replace(/\/+$/, '');
  return [...(mirror ? [`${mirror}/library/${official(suite)}`] : []), official(suite)];
}

export async function hasImage(docker: Dockerode, reference: string): Promise<boolean> {
  try {
    await docker.getImage(reference).inspect();
    return true;
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 404) return false;
    throw error;
  }
}

/**
 * The reference of a suite of Debian for images to start from: one that the Engine has, or out of a registry, or made
 * on this host where none gives it.
 * @throws CommandError saying what to install if none of these is possible
 */
export async function debianImage(
  docker: Dockerode,
  suite: string,
  report: (step: string) => void,
): Promise<string> {
  const answers: string[] = [];
  for (const reference of published(suite)) {
    if (await hasImage(docker, reference)) return reference;
    const { has, why } = await ask(docker, reference);
    if (has) return reference;
    answers.push(why);
  }
  if (!(await hasImage(docker, madeHere(suite)))) {
    const why = `No registry gives the image ${official(suite)}: ${answers.join('; ')}`;
    report(`${why}. Making Debian ${suite} out of its packages`);
    await importDebian(suite, why, report);
  }
  return madeHere(suite);
}

async function importDebian(suite: string, why: string, report: (step: string) => void): Promise<void> {
  // Suites are made side by side, but two installations of the tool would lock each other out.
  const tool = await (bootstrapTool ??= findBootstrapTool(why, report));
  const sources = sourcesOf(suite, await hostSources());
  const folder = await mkdtemp(join(tmpdir(), 'cdktf-streaming-'));
  const archive = join(folder, 'debian.tar');
  try {
    if (tool === 'mmdebstrap') await mmdebstrap(suite, archive, sources);
    else await debootstrap(suite, join(folder, 'root'), archive, sources);
    await run('docker', ['import', archive, madeHere(suite)]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function mmdebstrap(suite: string, archive: string, sources: readonly string[]): Promise<void> {
  // What the slim images leave out too.
  const excluded = ['doc', 'info', 'locale', 'man'].map(
    (kind) => `--dpkgopt=path-exclude=/usr/share/${kind}/*`,
  );
  const mirrors = sources.length > 0 ? ['-'] : [];
  const options = ['--quiet', '--variant=minbase', ...excluded];
  await run('mmdebstrap', [...options, suite, archive, ...mirrors], sources.join('\n'));
}

async function debootstrap(
  suite: string,
  root: string,
  archive: string,
  sources: readonly string[],
): Promise<void> {
  const mirrors = sources.slice(0, 1).map((source) => source.replace(/^deb (\S+) .*$/, '$1'));
  await run('debootstrap', ['--variant=minbase', suite, root, ...mirrors]);
  if (sources.length > 0) await writeFile(join(root, 'etc/apt/sources.list'), `${sources.join('\n')}\n`);
  const downloads = ['./var/cache/apt/archives/*.deb', './var/lib/apt/lists/*'];
  await run('tar', ['-C', root, ...downloads.map((path) => `--exclude=${path}`), '-cf', archive, '.']);
}

type BootstrapTool = 'mmdebstrap' | 'debootstrap';
let bootstrapTool: Promise<BootstrapTool> | undefined;

async function findBootstrapTool(why: string, report: (step: string) => void): Promise<BootstrapTool> {
  const runs = async (command: string): Promise<boolean> =>
    !(await execa(command, ['--version'], { reject: false })).failed;

  if (await runs('mmdebstrap')) return 'mmdebstrap';
  const root = process.getuid?.() === 0;
  if (root && (await runs('debootstrap'))) return 'debootstrap';
  if (root && (await runs('apt-get'))) {
    report('installing mmdebstrap');
    await run('apt-get', ['update']);
    await run('apt-get', [
      'install',
      '-y',
      '--no-install-recommends',
      'mmdebstrap',
      'debian-archive-keyring',
    ]);
    return 'mmdebstrap';
  }
  throw new CommandError(
    `${why}. So the images need a Debian made on this host, and mmdebstrap, which makes it, is not installed: ` +
      'install it (on Debian and Ubuntu as root: apt-get install mmdebstrap), ' +
      'or give the Docker Engine access to an image registry.',
  );
}

async function run(command: string, args: readonly string[], input?: string): Promise<void> {
  try {
    await execa(command, args, { all: true, input });
  } catch (error) {
    const { all, shortMessage } = error as ExecaError;
    throw new CommandError(
      `Debian, which the images start from, could not be made: ${command} failed.`,
      tail(all || shortMessage, 10),
    );
  }
}

/** The host's own package sources; none on a host of another kind. */
async function hostSources(): Promise<readonly string[]> {
  const format = 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)';
  const targets = await execa(
    'apt-get',
    ['indextargets', '--format', format, 'Identifier: Packages', 'Origin: Debian'],
    { reject: false },
  );
  return targets.failed ? [] : targets.stdout.split('\n');
}

/** The sources of a suite at the mirrors that a host takes its own from, main source first; none if it has none for that. */
export function sourcesOf(suite: string, hostSources: readonly string[]): readonly string[] {
  const sources = ['', '-updates', '-security'].flatMap((part) =>
    hostSources
      .map((source) => source.split(' '))
      .filter(([, , release = '']) => release.replace(/^[a-z]+/, '') === part)
      .map(([type, mirror, , component]) => [type, mirror, `${suite}${part}`, component].join(' ')),
  );
  return sources[0]?.split(' ')[2] === suite ? [...new Set(sources)] : [];
}
