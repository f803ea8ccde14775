import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import Docker from 'dockerode';
import { Kafka, logLevel, Partitioners, type IHeaders } from 'kafkajs';

export const ROOT = join(__dirname, '..', '..', '..');

/** Beside whatever runs on this Engine: names, ports, state and output of its own. */
const SETTINGS = {
  PLATFORM_NAME: 'e2e',
  PLATFORM_PORT_OFFSET: '20000',
  PLATFORM_PROFILE: 'small',
  CDKTF_OUTPUT: 'cdktf.e2e.out',
  CDKTF_OUTDIR: 'cdktf.e2e.out',
};
export const HOST_PORTS = [29_092, 29_093, 29_094];

export const docker = new Docker();
export const container = (service: string): Docker.Container => docker.getContainer(`e2e-${service}`);

/** Runs a command as a user does; throws with its output if it fails. */
export async function run(command: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, ...SETTINGS, CI: '1' };
  const { stdout } = await promisify(execFile)(command, args, { cwd: ROOT, env, maxBuffer: 2 ** 26 });
  return stdout;
}

export const npm = (...args: string[]): Promise<string> => run('npm', ...args);
/** Without colours. */
export const cdktf = async (...args: string[]): Promise<string> =>
  stripVTControlCharacters(await run('npx', 'cdktf', ...args));

/** Runs a command in a service's container. */
export const inContainer = (service: string, ...command: string[]): Promise<string> =>
  run('docker', 'exec', `e2e-${service}`, ...command);

/** Runs one of Kafka's own command-line tools. */
export const kafkaTool = (tool: string, ...args: string[]): Promise<string> =>
  inContainer('kafka1', tool, '--bootstrap-server', 'kafka1:19092', ...args);

export function kafka(...ports: number[]): Kafka {
  return new Kafka({
    clientId: 'e2e',
    brokers: ports.map((port) => `localhost:${port}`),
    logLevel: logLevel.NOTHING,
    retry: { retries: 10 },
  });
}

export interface Received {
  readonly key?: string;
  readonly value: Buffer;
  readonly partition: number;
  readonly offset: string;
  readonly headers: IHeaders;
}

/** Everything in a topic from its beginning on, as soon as it is enough; throws with what there was if it never is. */
export async function receive(
  topic: string,
  isEnough: (records: readonly Received[]) => boolean,
  seconds = 120,
): Promise<readonly Received[]> {
  const consumer = kafka(...HOST_PORTS).consumer({ groupId: `e2e-${topic}-${Date.now()}` });
  const records: Received[] = [];
  await consumer.connect();
  try {
    await consumer.subscribe({ topic, fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () =>
          reject(new Error(`${topic} has only ${records.map(({ value }) => value.toString()).join('\n')}`)),
        seconds * 1000,
      );
      void consumer.run({
        eachMessage: ({ message, partition }) => {
          const { key, value, offset, headers = {} } = message;
          records.push({ key: key?.toString(), value: value ?? Buffer.alloc(0), partition, offset, headers });
          if (isEnough(records)) {
            clearTimeout(timer);
            resolve();
          }
          return Promise.resolve();
        },
      });
    });
    return records;
  } finally {
    await consumer.disconnect();
  }
}

/** Sends with acks=all, in this order, to one partition: as one batch, which no micro-batch tears apart. */
export async function send(
  topic: string,
  values: readonly (string | Buffer | null)[],
  ports = HOST_PORTS,
  key = 'e2e',
): Promise<void> {
  const producer = kafka(...ports).producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  try {
    await producer.send({ topic, acks: -1, messages: values.map((value) => ({ key, value })) });
  } finally {
    await producer.disconnect();
  }
}
