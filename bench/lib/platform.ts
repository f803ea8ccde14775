import { join } from 'node:path';
import { Kafka, logLevel, type Admin } from 'kafkajs';
import { tlsOf } from '../../cli/engine/client-certificates';
import { readStacks } from '../../cli/engine/synthesis';
import { scratch } from './empty-program';
import { ROOT } from './root';
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

/** What a platform may have that it usually has not. */
export interface Choices {
  readonly PLATFORM_METADATA?: string;
  readonly PLATFORM_PROFILE?: ProfileName;
  readonly PLATFORM_SECURITY?: string;
}

const SYNTHESIZED = scratch('platform');

/** For clients in the platform's network. */
export const BROKERS = 'kafka1:19092,kafka2:19093,kafka3:19094';

/** For clients on this machine. */
export const SERVERS = ['localhost:31592', 'localhost:31593', 'localhost:31594'];

let isUp = false;
/** Of the one that was started last; undefined where nothing can be left of it. */
let chosen: Choices | undefined;

/** What all that deploys it, or another in its place, is told. */
export const environment = (): Record<string, string> => ({ ...SETTINGS, ...chosen });

export type ProfileName = 'small' | 'standard';

/** Deploys the platform, and changes nothing where it is deployed already. */
export async function start(choices: Choices = {}): Promise<number> {
  chosen = choices;
  const taken = await seconds('npm start', { env: environment() });
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
  await start({ PLATFORM_PROFILE: profile });
  await work();
  if (profile !== 'small') await start();
}

/** Takes the platform down with its data, also one that did not come up. */
export async function stop(): Promise<void> {
  if (chosen === undefined) return;
  await output('npm stop -- --data', { env: environment() });
  [isUp, chosen] = [false, undefined];
}

/** The folder of its certificates; undefined where nobody shows one. */
export const secrets = (): string | undefined =>
  chosen?.PLATFORM_SECURITY === 'secured' ? join(ROOT, '.secrets', SETTINGS.PLATFORM_NAME) : undefined;

/** A container of the platform, as Terraform gets it. */
export interface Container {
  readonly name: string;
  readonly hostname: string;
  readonly image: string;
  readonly command?: readonly string[];
}

export async function containers(): Promise<readonly Container[]> {
  await synth();
  return readStacks(SYNTHESIZED)
    .flatMap((stack) => stack.resources('docker_container'))
    .map(({ attributes }) => attributes as unknown as Container);
}

/** @returns how many seconds its program takes */
export const synth = (folder = SYNTHESIZED): Promise<number> =>
  seconds('node tools/run.mjs main.ts', { env: { ...environment(), CDKTF_OUTDIR: folder } });

/** Where it is deployed from. */
export const DEPLOYED = join(ROOT, SETTINGS.CDKTF_OUTPUT);

/** A client of its brokers, or of others that take the same for one that administers them. */
export function clientOf(servers: readonly string[], retries = 5): Kafka {
  const folder = secrets();
  return new Kafka({
    clientId: 'bench',
    brokers: [...servers],
    ssl: folder === undefined ? undefined : tlsOf(folder, 'admin'),
    logLevel: logLevel.NOTHING,
    requestTimeout: 60_000,
    retry: { retries },
  });
}

/** Does something as a client that administers the brokers. */
export async function administer<Result>(
  work: (admin: Admin) => Promise<Result>,
  servers: readonly string[] = SERVERS,
): Promise<Result> {
  const admin = clientOf(servers).admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}
