import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Dockerode from 'dockerode';
import { execa, type ExecaError } from 'execa';
import { Problem, tail } from './program';

const SUITE = 'bookworm';
const DEBIAN = `debian:${SUITE}-slim`;
const MADE_HERE = `cdktf-streaming/debian:${SUITE}`;

/** A registry that answers does so in a second or two; where packets are dropped, waiting longer changes nothing. */
const ANSWER_WITHIN_MS = 10_000;

/** Whether the Engine, through its own mirrors and proxies or through the mirror in the settings, reaches an image registry. */
export async function registryAnswers(docker: Dockerode): Promise<boolean> {
  return (await fromARegistry(docker)) !== undefined;
}

/** Debian at the first registry that has it. */
async function fromARegistry(docker: Dockerode): Promise<string | undefined> {
  const mirror = process.env.PLATFORM_IMAGE_REGISTRY?.replace(/\/+$/, '');
  // Only Docker Hub itself knows its official images without their folder.
  for (const reference of [...(mirror ? [`${mirror}/library/${DEBIAN}`] : []), DEBIAN]) {
    const abortSignal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const answer = docker.getImage(reference).distribution({ abortSignal });
    if (await answer.catch(() => undefined)) return reference;
  }
  return undefined;
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
 * The reference of the operating system that images start from: out of a registry, or made on this host where none answers.
 * @throws Problem saying what to install if neither is possible
 */
export async function debianImage(docker: Dockerode, report: (step: string) => void): Promise<string> {
  const published = await fromARegistry(docker);
  if (published) return published;
  if (!(await hasImage(docker, MADE_HERE))) {
    report(`no image registry answers: making Debian ${SUITE} out of its packages`);
    await importDebian(report);
  }
  return MADE_HERE;
}

async function importDebian(report: (step: string) => void): Promise<void> {
  const tool = await bootstrapTool(report);
  const sources = await hostSources();
  const folder = await mkdtemp(join(tmpdir(), 'cdktf-streaming-'));
  const archive = join(folder, 'debian.tar');
  try {
    if (tool === 'mmdebstrap') await mmdebstrap(archive, sources);
    else await debootstrap(join(folder, 'root'), archive, sources);
    await run('docker', ['import', archive, MADE_HERE]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function mmdebstrap(archive: string, sources: readonly string[]): Promise<void> {
  // What the slim images leave out too.
  const excluded = ['doc', 'info', 'locale', 'man'].map(
    (kind) => `--dpkgopt=path-exclude=/usr/share/${kind}/*`,
  );
  const mirrors = sources.length > 0 ? ['-'] : [];
  const options = ['--quiet', '--variant=minbase', ...excluded];
  await run('mmdebstrap', [...options, SUITE, archive, ...mirrors], sources.join('\n'));
}

async function debootstrap(root: string, archive: string, sources: readonly string[]): Promise<void> {
  const mirrors = sources.slice(0, 1).map((source) => source.replace(/^deb (\S+) .*$/, '$1'));
  await run('debootstrap', ['--variant=minbase', SUITE, root, ...mirrors]);
  if (sources.length > 0) await writeFile(join(root, 'etc/apt/sources.list'), `${sources.join('\n')}\n`);
  const downloads = ['./var/cache/apt/archives/*.deb', './var/lib/apt/lists/*'];
  await run('tar', ['-C', root, ...downloads.map((path) => `--exclude=${path}`), '-cf', archive, '.']);
}

async function bootstrapTool(report: (step: string) => void): Promise<'mmdebstrap' | 'debootstrap'> {
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
  throw new Problem(
    'No image registry answers, so the images need a Debian made on this host, and mmdebstrap, which makes it, ' +
      'is not installed: install it (on Debian and Ubuntu as root: apt-get install mmdebstrap), ' +
      'or give the Docker Engine access to an image registry.',
  );
}

async function run(command: string, args: readonly string[], input?: string): Promise<void> {
  try {
    await execa(command, args, { all: true, input });
  } catch (error) {
    const { all, shortMessage } = error as ExecaError;
    throw new Problem(
      `Debian ${SUITE}, which the images start from, could not be made: ${command} failed.`,
      tail(all || shortMessage, 10),
    );
  }
}

/** The host's own package sources for the suite, main source first; none on a host of another kind. */
async function hostSources(): Promise<readonly string[]> {
  const format = 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)';
  const targets = await execa(
    'apt-get',
    ['indextargets', '--format', format, 'Identifier: Packages', 'Origin: Debian'],
    { reject: false },
  );
  const listed = targets.failed ? [] : targets.stdout.split('\n');
  const releases = [SUITE, `${SUITE}-updates`, `${SUITE}-security`];
  const sources = releases.flatMap((release) => listed.filter((source) => source.split(' ')[2] === release));
  return sources[0]?.split(' ')[2] === SUITE ? [...new Set(sources)] : [];
}
