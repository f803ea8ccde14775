import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa, type ExecaChildProcess, type Options } from 'execa';
import { clientOf, secrets } from './platform';
import { ROOT } from './root';
import { output } from './run';

const FOLDER = join(ROOT, '.cache', 'bench', 'plain-brokers');
const JARS = join(FOLDER, 'kafka', '*');
const ZOOKEEPER = 14_181;
const OFFSET = 12_000;
const BROKERS = [1, 2, 3];

/** Of the first broker's listeners; each further broker has the next. */
const PORTS: Readonly<Record<string, number>> = {
  EXTERNAL: OFFSET + 9_092,
  INTERNAL: OFFSET + 10_092,
  CONTROLLER: OFFSET + 11_092,
  CONTROLLERTLS: OFFSET + 11_092,
};
const addressOf = (listener: string, id: number): string => `localhost:${(PORTS[listener] ?? NaN) + id - 1}`;

export const PLAIN_SERVERS = BROKERS.map((id) => addressOf('EXTERNAL', id));

type Settings = Readonly<Record<string, string | number | boolean>>;

/** Kafka's own files and settings out of the platform's containers, as processes of this machine. */
export class PlainBrokers {
  private readonly processes: ExecaChildProcess[] = [];

  /**
   * Runs a class of Kafka's, such as one of its tools, with the options of the brokers' JVM. In a session of its own,
   * which Linux gives as much of the processors as any other (`sched_autogroup_enabled`), as it does containers.
   */
  public static run(
    heap: string,
    mainClass: string,
    args: readonly string[],
    options?: Options,
  ): ExecaChildProcess {
    const log4j = `-Dlog4j.configuration=file:${join(FOLDER, 'log4j.properties')}`;
    const jvm = [heap, '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-XX:-UsePerfData', log4j, '-cp', JARS];
    return execa('setsid', ['java', ...jvm, mainClass, ...args], options);
  }

  public async start(): Promise<void> {
    await rm(FOLDER, { recursive: true, force: true });
    await mkdir(FOLDER, { recursive: true });
    await output(`docker cp bench-kafka1:/usr/share/java/kafka ${FOLDER}/kafka`);
    await writeFile(join(FOLDER, 'log4j.properties'), 'log4j.rootLogger=OFF\n');
    const settings = await Promise.all(BROKERS.map(settingsOf));
    const files = await Promise.all(settings.map((each, index) => write(`kafka${index + 1}`, each)));
    if (settings.some((each) => 'process.roles' in each)) await format(files);
    else await this.startZooKeeper();
    for (const file of files) this.keep('-Xmx256m', 'kafka.Kafka', file);
    await untilAllAnswer();
  }

  public async stop(): Promise<void> {
    for (const each of this.processes) each.kill('SIGKILL');
    await Promise.allSettled(this.processes);
    await rm(FOLDER, { recursive: true, force: true });
  }

  private async startZooKeeper(): Promise<void> {
    const settings = {
      dataDir: join(FOLDER, 'zookeeper'),
      clientPort: ZOOKEEPER,
      'admin.enableServer': false,
    };
    const file = await write('zookeeper', settings);
    this.keep('-Xmx96m', 'org.apache.zookeeper.server.ZooKeeperServerMain', file);
  }

  private keep(heap: string, mainClass: string, file: string): void {
    this.processes.push(PlainBrokers.run(heap, mainClass, [file], { stdio: 'ignore', reject: false }));
  }
}

async function write(name: string, settings: Settings): Promise<string> {
  const file = join(FOLDER, `${name}.properties`);
  await writeFile(
    file,
    Object.entries(settings)
      .map(([key, value]) => `${key}=${String(value)}`)
      .join('\n'),
  );
  return file;
}

/** What brokers without ZooKeeper want to find on their disks. */
async function format(files: readonly string[]): Promise<void> {
  const id = Buffer.alloc(16, 'bench').toString('base64url');
  for (const file of files)
    await PlainBrokers.run('-Xmx96m', 'kafka.tools.StorageTool', [
      'format',
      `--cluster-id=${id}`,
      '--config',
      file,
    ]);
}

/** Those of the container, with what names the machine changed. */
async function settingsOf(id: number): Promise<Settings> {
  const text = await output(`docker exec bench-kafka${id} cat /etc/kafka/kafka.properties`);
  const own = Object.fromEntries(
    text
      .replaceAll('/run/secrets/kafka-tls', secrets() ?? '')
      .split('\n')
      .map((line) => line.split(/=(.*)/s).slice(0, 2)),
  ) as Record<string, string>;
  const here = (listeners = ''): string =>
    listeners.replace(/(\w+):\/\/[^,]*/g, (_, name: string) => `${name}://${addressOf(name, id)}`);
  const voters = own['controller.quorum.voters']?.replace(
    /(\d+)@[^,]*/g,
    (_, node: string) => `${node}@${addressOf('CONTROLLER', Number(node))}`,
  );
  return {
    ...own,
    listeners: here(own.listeners),
    'advertised.listeners': here(own['advertised.listeners']),
    'log.dirs': join(FOLDER, `kafka${id}`),
    ...(voters === undefined
      ? { 'zookeeper.connect': `localhost:${ZOOKEEPER}` }
      : { 'controller.quorum.voters': voters }),
  };
}

async function untilAllAnswer(): Promise<void> {
  const admin = clientOf(PLAIN_SERVERS, 20).admin();
  await admin.connect();
  try {
    while ((await admin.describeCluster()).brokers.length < BROKERS.length);
  } finally {
    await admin.disconnect();
  }
}
