import { spawn } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Docker from 'dockerode';
import { execa } from 'execa';
import type { Stack } from '../engine/synthesis';
import { patiently } from '../patience';
import { logFile, CommandError, said, tail } from '../program';
import { typed } from '../command-names';

type Say = (step: string) => void;

/** Before the platform's patience. */
const START_SECONDS = 60;

/**
 * The Docker Engine that the `docker` command would talk to.
 * Exports DOCKER_HOST, so that Terraform's provider talks to the same one.
 * @param sets one up where that is possible: installs and starts it
 * @throws CommandError saying what to do where there is none
 */
export async function dockerEngine(say: Say, sets: boolean): Promise<Docker> {
  const docker = await configuredEngine();
  const engineRefusal = await pingError();
  if (!engineRefusal) {
    await refusePodman(docker);
    return docker;
  }

  const host = process.env.DOCKER_HOST ?? '';
  if (/EACCES/.test(engineRefusal))
    throw new CommandError(
      `You may not use the Docker Engine at ${host}: add yourself to its group (sudo usermod -aG docker $USER) and log in again.`,
    );
  const isLocal = host.startsWith('unix:///var/run/') || host.startsWith('unix:///run/');
  if (!isLocal || !sets)
    throw new CommandError(
      `The Docker Engine at ${host} does not answer (${engineRefusal}): start it, or choose another one with DOCKER_HOST or \`docker context use\`.${isLocal ? ` \`${typed('setup')}\` starts one here, and installs it where that is possible.` : ''}`,
    );
  if (!(await installed('dockerd'))) await install(say);
  await start(say);
  return docker;
}

/**
 * The Engine if it is running; nothing is started.
 * @param limit of its answer, in milliseconds
 */
export async function runningEngine(limit = patiently(10_000)): Promise<Docker | undefined> {
  const docker = await configuredEngine();
  return (await pingError(limit)) ? undefined : docker;
}

/** Whether nothing in a stack runs on an Engine. */
export const needsNoEngine = ({ providers }: Pick<Stack, 'providers'>): boolean =>
  !Object.values(providers).some(({ source }) => source.endsWith('kreuzwerker/docker'));

const GIBIBYTE = 2 ** 30;

/**
 * What images take while they are built, what the public ones take packed and unpacked together (estimated from their
 * published sizes), and what a platform writes in its first hours.
 */
const ROOM = { build: 6 * GIBIBYTE, pull: 8 * GIBIBYTE, platform: 2 * GIBIBYTE };

const TAKER = { build: 'to build the images', pull: 'to take the images', platform: 'the platform' };

/**
 * An Engine without space leaves half an image behind, and brokers that die later. Only the disk of this machine can be
 * asked: that of an Engine elsewhere, or of a virtual machine, is its own matter.
 * @throws CommandError naming what is free and what is needed
 */
export async function checkRoom(docker: Docker, purpose: keyof typeof ROOM): Promise<void> {
  if (!process.env.DOCKER_HOST?.startsWith('unix://')) return;
  const { DockerRootDir: folder } = (await docker.info()) as { DockerRootDir: string };
  const disk = await statfs(folder).catch(() => undefined);
  if (!disk) return;
  const free = disk.bavail * disk.bsize;
  if (free >= ROOM[purpose]) return;
  const inGibibytes = (bytes: number): string => `${(bytes / GIBIBYTE).toFixed(1)} GiB`;
  throw new CommandError(
    `The Docker Engine has ${inGibibytes(free)} left in ${folder}, and ${TAKER[purpose]} takes ${inGibibytes(ROOM[purpose])}: make room (\`docker system df\` shows what takes it, \`docker system prune\` removes what nothing uses).`,
  );
}

async function configuredEngine(): Promise<Docker> {
  if (!process.env.DOCKER_HOST) {
    const context = await execa('docker', ['context', 'inspect'], { reject: false });
    const [current] = context.failed ? [] : (JSON.parse(context.stdout) as DockerContext[]);
    process.env.DOCKER_HOST = current?.Endpoints.docker?.Host || 'unix:///var/run/docker.sock';
    if (current) exportCertificates(current);
  }
  return new Docker();
}

interface DockerContext {
  readonly Endpoints: { readonly docker?: { readonly Host?: string } };
  readonly TLSMaterial?: { readonly docker?: readonly string[] };
  readonly Storage?: { readonly TLSPath?: string };
}

/** A context has its own; the client, this one and Terraform's provider read them where these variables say. */
function exportCertificates({ TLSMaterial, Storage }: DockerContext): void {
  if (!TLSMaterial?.docker?.includes('cert.pem') || !Storage?.TLSPath) return;
  process.env.DOCKER_CERT_PATH = join(Storage.TLSPath, 'docker');
  process.env.DOCKER_TLS_VERIFY = '1';
}

/** @throws CommandError if it is another program with Docker's interface */
async function refusePodman(docker: Docker): Promise<void> {
  const version = await docker.version().catch(() => undefined);
  const podman = version?.Components.find(({ Name }) => /podman/i.test(Name));
  if (!podman) return;
  throw new CommandError(
    `What answers at ${process.env.DOCKER_HOST} is Podman ${podman.Version}, and this platform needs a Docker Engine. Podman 4.3.1 was tried: it cannot be asked whether a registry has an image (“Path /distribution/… is not supported”); no more was tried, no build and no deploy. Install Docker (https://docs.docker.com/engine/install/), or choose an Engine with DOCKER_HOST or \`docker context use\`.`,
  );
}

/** Why the Engine does not answer; undefined if it does. */
async function pingError(limit = patiently(10_000)): Promise<string | undefined> {
  try {
    await new Docker({ timeout: limit }).ping();
    return undefined;
  } catch (error) {
    return said(error);
  }
}

async function install(say: Say): Promise<void> {
  const manual = 'Install Docker (https://docs.docker.com/engine/install/), start it and try again.';
  if (!(await installed('apt-get'))) throw new CommandError(`There is no Docker Engine here. ${manual}`);
  if (process.getuid?.() !== 0)
    throw new CommandError(
      `There is no Docker Engine here. Run \`sudo apt-get install docker.io\`, or: ${manual}`,
    );
  say('installing docker.io');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', 'docker.io', 'iptables']]) {
    const { failed, all = '' } = await execa('apt-get', args, { env, all: true, reject: false });
    if (failed)
      throw new CommandError(
        `Docker could not be installed: apt-get ${args.join(' ')} said\n${tail(all, 5)}\n${manual}`,
      );
  }
}

async function start(say: Say): Promise<void> {
  if (process.getuid?.() !== 0)
    throw new CommandError(
      'The Docker Engine is not running: start it (sudo systemctl start docker, or Docker Desktop) and try again.',
    );
  say('starting it');
  const supervised = [
    { supervisor: '/run/systemd/system', command: 'systemctl', args: ['start', 'docker'] },
    { supervisor: '/etc/init.d/docker', command: 'service', args: ['docker', 'start'] },
  ];
  for (const { supervisor, command, args } of supervised) {
    if (!existsSync(supervisor)) continue;
    const { failed } = await execa(command, args, { reject: false });
    if (!failed && (await answersWithin(patiently(15)))) return;
  }

  const log = logFile('dockerd');
  const output = openSync(log, 'a');
  // In a session of its own: the Engine outlives this script and the terminal.
  spawn('dockerd', [], { detached: true, stdio: ['ignore', output, output] }).unref();
  const limit = patiently(START_SECONDS);
  if (!(await answersWithin(limit)))
    throw new CommandError(`The Docker Engine did not start within ${limit} s: see ${log}.`);
}

async function answersWithin(seconds: number): Promise<boolean> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (!(await pingError())) return true;
    await sleep(250);
  }
  return false;
}

async function installed(command: string): Promise<boolean> {
  const { failed } = await execa(command, ['--version'], { reject: false });
  return !failed;
}
