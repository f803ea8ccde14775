import { Kafka, logLevel, type Admin } from 'kafkajs';
import { readStacks } from '../../cli/engine/synthesis';
import { scratch } from './empty-program';
import { output, seconds } from './run';

/**
 * The platform that is measured: names, ports, state and output of its own. The ports are below those that the system
 * gives to outgoing connections, or now and then one of them is taken.
 */
const SETTINGS = {
  PLATFORM_NAME: 'bench',
  PLATFORM_PORT_OFFSET: '22500',
  PLATFORM_PROFILE: 'small',
  CDKTF_OUTPUT: 'cdktf.bench.out',
};

/** For clients in the platform's network. */
export const BROKERS = 'kafka1:19092,kafka2:19093,kafka3:19094';

/** For clients on this machine. */
export const SERVERS = ['localhost:31592', 'localhost:31593', 'localhost:31594'];

let isUp = false;

export type ProfileName = 'small' | 'standard';

/** Deploys the platform, and changes nothing where it is deployed already. */
export async function start(profile: ProfileName = 'small'): Promise<number> {
  const taken = await seconds('npm start', { env: { ...SETTINGS, PLATFORM_PROFILE: profile } });
  isUp = true;
  return taken;
}

/** For what measures a platform that runs: it is deployed once. */
export async function ensureUp(say: (step: string) => void): Promise<void> {
  if (isUp) return;
  say('starting the platform');
  await start();
}

/** For what is measured of another profile too. Afterwards it is `small` again, as all others want it. */
export async function inProfile(
  profile: ProfileName,
  say: (step: string) => void,
  work: () => Promise<void>,
): Promise<void> {
  say(`starting the platform in ${profile}`);
  await start(profile);
  await work();
  if (profile !== 'small') await start();
}

/** Takes the platform down with its data, if it is up. */
export async function stop(): Promise<void> {
  if (!isUp) return;
  await output('npm stop -- --data', { env: SETTINGS });
  isUp = false;
}

/** A container of the platform, as Terraform gets it. */
export interface Container {
  readonly name: string;
  readonly hostname: string;
  readonly image: string;
  readonly command?: readonly string[];
}

export async function containers(): Promise<readonly Container[]> {
  const folder = scratch('platform');
  await output('node tools/app.mjs', { env: { ...SETTINGS, CDKTF_OUTDIR: folder } });
  return readStacks(folder)
    .flatMap((stack) => stack.resources('docker_container'))
    .map(({ attributes }) => attributes as unknown as Container);
}

/** Does something as a client that administers the brokers. */
export async function administer<Result>(
  work: (admin: Admin) => Promise<Result>,
  servers: readonly string[] = SERVERS,
): Promise<Result> {
  const client = new Kafka({
    clientId: 'bench',
    brokers: [...servers],
    logLevel: logLevel.NOTHING,
    requestTimeout: 60_000,
  });
  const admin = client.admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}
