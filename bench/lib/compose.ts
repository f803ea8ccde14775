import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { CommandError, tail } from '../../cli/program';
import { ROOT } from './root';
import { output, seconds } from './run';

const FOLDER = join(ROOT, 'bench', 'compose');
const FILE = join(FOLDER, 'compose.yaml');
const BUILT = join(ROOT, '.cache', 'bench', 'docker-compose');

/** What the compose file leaves open, by the service whose image it is. */
const VARIABLES: Readonly<Record<string, string>> = {
  zoo1: 'ZOOKEEPER_IMAGE',
  kafka1: 'KAFKA_IMAGE',
  'schema-registry': 'SCHEMA_REGISTRY_IMAGE',
  'kafka-connect': 'KAFKA_CONNECT_IMAGE',
  'kafka-ui': 'KAFKA_UI_IMAGE',
  'spark-master': 'SPARK_IMAGE',
  listener: 'LISTENER_IMAGE',
};

/** The compose file's variables for the images that the platform's containers run. */
export function composeVariables(
  containers: readonly {
    readonly hostname: string;
    readonly image: string;
    readonly command?: readonly string[];
  }[],
): Record<string, string> {
  const images = containers.flatMap(({ hostname, image }) => {
    const variable = VARIABLES[hostname];
    return variable ? [[variable, image] as const] : [];
  });
  const application = containers.find(({ hostname }) => hostname === 'kafka-spark-app')?.command ?? [];
  return {
    ...Object.fromEntries(images),
    // What our deploy puts into the public image, compose has the driver fetch; the local image holds it.
    ...(!application.includes('--jars') && { SPARK_PACKAGES: '' }),
  };
}

/** The platform of the compose file, which has the ports of ours: only one of the two is up. */
export interface ComposePlatform {
  /** @returns how many seconds it takes until everything is healthy */
  readonly up: () => Promise<number>;
  /** With its data. */
  readonly down: () => Promise<unknown>;
}

/** @param containers of ours, of which it has the images */
export async function composePlatform(
  say: (step: string) => void,
  containers: Parameters<typeof composeVariables>[0],
): Promise<ComposePlatform> {
  const compose = await dockerCompose(say);
  const options = { env: composeVariables(containers) };
  return {
    up: () => seconds(`${compose} up --detach --wait --wait-timeout 300`, options),
    down: () => output(`${compose} down --volumes`, options),
  };
}

/**
 * `docker compose`, or the same built from source where it is not installed.
 * @throws CommandError if it is neither there nor can be built
 */
async function dockerCompose(say: (step: string) => void): Promise<string> {
  const command = `docker compose --file ${FILE}`;
  if (!(await execa('docker', ['compose', 'version'], { reject: false })).failed) return command;
  if (!existsSync(BUILT)) await build(say);
  return `${BUILT} --file ${FILE}`;
}

async function build(say: (step: string) => void): Promise<void> {
  say('docker compose is not installed: building it (takes two minutes)');
  await mkdir(dirname(BUILT), { recursive: true });
  const made = `${BUILT}.${process.pid}`;
  const args = ['build', '-trimpath', '-ldflags=-s -w', '-o', made, 'tool'];
  const { failed, all = '' } = await execa('go', args, {
    cwd: join(FOLDER, 'build'),
    all: true,
    reject: false,
  });
  if (failed)
    throw new CommandError(
      `docker compose is not installed and could not be built (https://docs.docker.com/compose/install/):\n${tail(all, 15)}`,
    );
  await rename(made, BUILT);
}
