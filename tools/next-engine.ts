import { existsSync, openSync } from 'node:fs';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Docker from 'dockerode';
import { execa, type ExecaChildProcess, type Options } from 'execa';
import { CommandError, logFile, program } from '../cli/program';
import { hasImage } from '../cli/setup/debian-image';
import { serviceImages } from '../cli/setup/images';
import { ROOT } from './lib/root';

/**
 * Runs a command on the Docker Engine of Debian's next release, beside the one of this machine:
 *   npx tsx tools/next-engine.ts npm run test:faults -- --fresh --metadata kraft
 * Both are in a network of their own, for two Engines would undo each other's rules of the firewall. It reaches no
 * registry, so this Engine gets the local images that the other one has. `kill $(cat .cache/engine/pid)` restarts it. For
 * root, on Debian.
 */
const RELEASE = 'trixie';

const FOLDER = join(ROOT, '.cache', 'engine');
const PACKAGES = join(FOLDER, RELEASE);
const HOST = `unix://${join(FOLDER, 'docker.sock')}`;
/** Of the network namespace, and of the control group of its containers. */
const NETWORK = 'next-engine';

const inside = (command: readonly string[], options: Options = {}): ExecaChildProcess =>
  execa('nsenter', [`--net=/run/netns/${NETWORK}`, ...command], options);

program(ROOT, async () => {
  const command = process.argv.slice(2);
  if (command.length === 0) throw new CommandError('Give the command that is to run on the Engine.');
  if (!existsSync(PACKAGES)) await fetchPackages();
  await execa('ip', ['netns', 'add', NETWORK]);
  const engine = new Engine();
  process.on('SIGINT', () => undefined);
  try {
    await inside(['ip', 'link', 'set', 'lo', 'up']);
    await engine.start();
    await copyImages();
    const env = { DOCKER_HOST: HOST, PLATFORM_IMAGES: 'local' };
    process.exitCode = (await inside(command, { env, stdio: 'inherit', reject: false })).exitCode;
  } finally {
    await engine.stop();
    await execa('ip', ['netns', 'delete', NETWORK]);
  }
});

/** By lists of their own: those of this release stay as they are. */
async function fetchPackages(): Promise<void> {
  const apt = join(FOLDER, 'apt');
  const made = join(apt, 'made');
  for (const each of ['lists/partial', 'cache/archives/partial', 'parts', 'made'])
    await mkdir(join(apt, each), { recursive: true });
  const { stdout: site } = await execa('apt-get', ['indextargets', '--format', '$(SITE)', 'Label: Debian']);
  await writeFile(join(apt, 'sources.list'), `deb ${site.split('\n')[0]} ${RELEASE} main\n`);
  const config = [
    `Dir::Etc::sourcelist "${apt}/sources.list";`,
    `Dir::Etc::sourceparts "${apt}/parts";`,
    `Dir::State::lists "${apt}/lists";`,
    `Dir::Cache "${apt}/cache";`,
  ];
  await writeFile(join(apt, 'apt.conf'), config.join('\n'));
  const options = { cwd: made, env: { APT_CONFIG: join(apt, 'apt.conf') } };
  await execa('apt-get', ['update'], options);
  // Not runc, which needs a newer libc than this release has: this one's will do.
  await execa('apt-get', ['download', 'docker.io', 'containerd'], options);
  for (const each of await readdir(made)) await execa('dpkg-deb', ['--extract', each, '.'], options);
  await rename(made, PACKAGES);
}

/** Begun again whenever it ends, until it is stopped: so whoever ends it restarts it. */
class Engine {
  private isStopped = false;
  private process: ExecaChildProcess | undefined;
  private running: Promise<void> | undefined;

  public async start(): Promise<void> {
    this.running = this.run();
    const docker = new Docker({ socketPath: join(FOLDER, 'docker.sock') });
    for (let waits = 0; waits < 120; waits++) {
      const version = await docker.version().catch(() => undefined);
      if (version) {
        console.log(`Docker Engine ${version.Version} at ${HOST}`);
        return;
      }
      await sleep(500);
    }
    throw new CommandError(`The Engine does not answer: see ${logFile('next-engine')}.`);
  }

  public async stop(): Promise<void> {
    this.isStopped = true;
    this.process?.kill('SIGTERM');
    await this.running;
  }

  private async run(): Promise<void> {
    const log = openSync(logFile('next-engine'), 'w');
    const folders = ['--data-root', join(FOLDER, 'data'), '--exec-root', join(FOLDER, 'run')];
    const own = ['--host', HOST, '--pidfile', join(FOLDER, 'pid'), '--cgroup-parent', `/${NETWORK}`];
    while (!this.isStopped) {
      this.process = inside(['dockerd', ...folders, ...own], {
        env: { PATH: `${PACKAGES}/usr/sbin:${PACKAGES}/usr/bin:${process.env.PATH}` },
        stdio: ['ignore', log, log],
        // Ctrl-C is the command's; the Engine ends after it.
        detached: true,
        reject: false,
      });
      await this.process;
    }
  }
}

async function copyImages(): Promise<void> {
  const docker = new Docker();
  const all = serviceImages(join(ROOT, 'images')).map(({ reference }) => reference);
  const present = await Promise.all(all.map((reference) => hasImage(docker, reference)));
  const lacking = all.filter((_, index) => !present[index]);
  if (lacking.length > 0)
    throw new CommandError(`Build these first, by \`npx tsx tools/images.ts\`: ${lacking.join(', ')}.`);
  const copy = `docker save ${all.join(' ')} | DOCKER_HOST=${HOST} docker load --quiet`;
  await execa('bash', ['-c', `set -o pipefail; ${copy}`]);
}
