import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa, type ExecaChildProcess } from 'execa';
import { Kafka, logLevel } from 'kafkajs';
import { ROOT } from './root';
import { output } from './run';

const FOLDER = join(ROOT, '.cache', 'bench', 'plain-brokers');
const JARS = join(FOLDER, 'kafka', '*');
const ZOOKEEPER = 14_181;
const OFFSET = 12_000;
const BROKERS = [1, 2, 3];

export const PLAIN_SERVERS = BROKERS.map((id) => `localhost:${OFFSET + 9_091 + id}`);

/** Kafka's own files and settings out of the platform's containers, as processes of this machine. */
export class PlainBrokers {
  private readonly processes: ExecaChildProcess[] = [];

  /** Runs a class of Kafka's, such as one of its tools, with the options of the brokers' JVM. */
  public static command(heap: string, mainClass: string, ...args: string[]): string[] {
    const log4j = `-Dlog4j.configuration=file:${join(FOLDER, 'log4j.properties')}`;
    return [
      heap,
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      '-XX:-UsePerfData',
      log4j,
      '-cp',
      JARS,
      mainClass,
      ...args,
    ];
  }

  public async start(): Promise<void> {
    await rm(FOLDER, { recursive: true, force: true });
    await mkdir(FOLDER, { recursive: true });
    await output(`docker cp bench-kafka1:/usr/share/java/kafka ${FOLDER}/kafka`);
    await writeFile(join(FOLDER, 'log4j.properties'), 'log4j.rootLogger=OFF\n');
    const zooKeeper = {
      dataDir: join(FOLDER, 'zookeeper'),
      clientPort: ZOOKEEPER,
      'admin.enableServer': false,
    };
    await this.run('zookeeper', '-Xmx96m', 'org.apache.zookeeper.server.ZooKeeperServerMain', zooKeeper);
    for (const id of BROKERS) await this.run(`kafka${id}`, '-Xmx256m', 'kafka.Kafka', await settingsOf(id));
    await untilAllAnswer();
  }

  public async stop(): Promise<void> {
    for (const each of this.processes) each.kill('SIGKILL');
    await Promise.allSettled(this.processes);
    await rm(FOLDER, { recursive: true, force: true });
  }

  private async run(name: string, heap: string, mainClass: string, settings: object): Promise<void> {
    const file = join(FOLDER, `${name}.properties`);
    const lines = Object.entries(settings).map(([key, value]) => `${key}=${String(value)}`);
    await writeFile(file, lines.join('\n'));
    this.processes.push(
      execa('java', PlainBrokers.command(heap, mainClass, file), { stdio: 'ignore', reject: false }),
    );
  }
}

/** Those of the container, with what names the machine changed. */
async function settingsOf(id: number): Promise<Record<string, string>> {
  const text = await output(`docker exec bench-kafka${id} cat /etc/kafka/kafka.properties`);
  const own = Object.fromEntries(text.split('\n').map((line) => line.split(/=(.*)/s).slice(0, 2))) as Record<
    string,
    string
  >;
  const ports = { INTERNAL: OFFSET + 10_091 + id, EXTERNAL: OFFSET + 9_091 + id };
  const listeners = Object.entries(ports).map(([name, port]) => `${name}://localhost:${port}`);
  return {
    ...own,
    listeners: listeners.join(),
    'advertised.listeners': listeners.join(),
    'zookeeper.connect': `localhost:${ZOOKEEPER}`,
    'log.dirs': join(FOLDER, `kafka${id}`),
  };
}

async function untilAllAnswer(): Promise<void> {
  const client = new Kafka({ brokers: PLAIN_SERVERS, logLevel: logLevel.NOTHING, retry: { retries: 20 } });
  const admin = client.admin();
  await admin.connect();
  try {
    while ((await admin.describeCluster()).brokers.length < BROKERS.length);
  } finally {
    await admin.disconnect();
  }
}
