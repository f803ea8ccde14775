import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Images } from '../../constructs/core/image-catalogue';
import type { ImageCatalogue } from '../../constructs/core/platform';
import { Containers, type Container, type ContainerSettings } from '../support/containers';
import { localFamily } from '../../constructs/local-images';

const ROOT = join(__dirname, '../..');

/** What users of the public image rely on must hold for each family that can be had here. */
const FAMILIES: Record<string, ImageCatalogue> = {
  local: localFamily(join(ROOT, 'images')),
  'local, with Kafka 4': localFamily(join(ROOT, 'images'), '4'),
  ...(process.env.PLATFORM_IMAGES === 'public' && {
    public: Images.public(),
    'public, with Kafka 4': Images.public(undefined, undefined, '4'),
  }),
};

const REQUIRED = {
  CONNECT_BOOTSTRAP_SERVERS: 'broker:19092',
  CONNECT_GROUP_ID: 'workers',
  CONNECT_CONFIG_STORAGE_TOPIC: 'configs',
  CONNECT_OFFSET_STORAGE_TOPIC: 'offsets',
  CONNECT_STATUS_STORAGE_TOPIC: 'statuses',
  CONNECT_KEY_CONVERTER: 'org.apache.kafka.connect.storage.StringConverter',
  CONNECT_VALUE_CONVERTER: 'org.apache.kafka.connect.storage.StringConverter',
  CONNECT_REST_ADVERTISED_HOST_NAME: 'worker',
};

const WORKER = {
  ...REQUIRED,
  CONNECT_CONFIG_STORAGE_REPLICATION_FACTOR: '1',
  CONNECT_OFFSET_STORAGE_REPLICATION_FACTOR: '1',
  CONNECT_STATUS_STORAGE_REPLICATION_FACTOR: '1',
  CONNECT_OFFSET_STORAGE_PARTITIONS: '1',
  CONNECT_OFFSET_FLUSH_INTERVAL_MS: '500',
  CONNECT_LOG4J_ROOT_LOGLEVEL: 'WARN',
  CONNECT_LOG4J_LOGGERS: 'org.apache.kafka.connect=INFO',
  CONNECT_A__B___C_D: '1',
  KAFKA_HEAP_OPTS: '-Xmx258M -Xms64M',
  KAFKA_JMX_PORT: '9999',
};

const WRITABLE = ['/etc/kafka', '/etc/kafka-connect', '/var/log/kafka'];

beforeAll(() => {
  execFileSync('npx', ['tsx', 'tools/images.ts'], { cwd: ROOT });
});

describe.each(Object.entries(FAMILIES))('the Connect image of the family %s', (_, images) => {
  let containers: Containers;
  let broker: Container;
  let worker: Container;

  const start = (host: string, environment: Record<string, string>, more: ContainerSettings = {}) =>
    containers.start(host, images.kafkaConnect, { environment, writable: WRITABLE, ...more });

  beforeAll(async () => {
    containers = new Containers();
    broker = await containers.start('broker', images.kafka, {
      environment: {
        KAFKA_NODE_ID: '1',
        KAFKA_PROCESS_ROLES: 'broker,controller',
        CLUSTER_ID: 'MkU3OEVBNTcwNTJENDM2Qk',
        KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
        KAFKA_CONTROLLER_QUORUM_VOTERS: '1@broker:9093',
        KAFKA_LISTENERS: 'INTERNAL://0.0.0.0:19092,CONTROLLER://0.0.0.0:9093',
        KAFKA_ADVERTISED_LISTENERS: 'INTERNAL://broker:19092',
        KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT',
        KAFKA_INTER_BROKER_LISTENER_NAME: 'INTERNAL',
        KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
        KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '1',
        KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
        KAFKA_HEAP_OPTS: '-Xmx256M -Xms64M',
      },
      volumes: { '/var/lib/kafka/data': containers.volume() },
      writable: ['/etc/kafka', '/var/log/kafka'],
    });
    // Started beside the broker: the worker waits for it.
    worker = await start('worker', {
      ...WORKER,
      CONNECT_PLUGIN_PATH: '/usr/share/java,/usr/share/filestream-connectors',
    });
    await worker.until(LISTS_CONNECTORS);
  });
  afterAll(async () => containers.remove());

  test.each(Object.keys(REQUIRED))('does not start without %s, and names it', async (variable) => {
    const environment = Object.fromEntries(Object.entries(REQUIRED).filter(([name]) => name !== variable));
    const { exitCode, output } = await (await start(`without-${variable.toLowerCase()}`, environment)).end();
    expect(exitCode).not.toBe(0);
    expect(output).toContain(variable);
  });

  test('does not start where it cannot write its configuration, and names the folder', async () => {
    const refusing = await start('unwritable', REQUIRED, {
      writable: [],
      volumes: { '/etc/kafka-connect': containers.volume() },
      command: ['bash', '-c', 'chmod 555 /etc/kafka-connect; exec /etc/confluent/docker/run'],
    });
    const { exitCode, output } = await refusing.end();
    expect(exitCode).not.toBe(0);
    expect(output).toMatch(/\/etc\/kafka-connect\b.*writ/i);
  });

  test('gives up when no broker answers in time', async () => {
    const environment = {
      ...REQUIRED,
      CONNECT_BOOTSTRAP_SERVERS: 'localhost:19092',
      CONNECT_CUB_KAFKA_TIMEOUT: '2',
    };
    const begin = Date.now();
    const { exitCode, output } = await (await start('patient', environment)).end();
    expect(exitCode).not.toBe(0);
    expect(output).toContain('localhost:19092');
    // By itself a worker tries for 60 s.
    expect(Date.now() - begin).toBeLessThan(15_000);
  });

  test('spells properties by the rule of underscores', async () => {
    const properties = await worker.exec('cat', '/etc/kafka-connect/kafka-connect.properties');
    expect(lines(properties)).toEqual(
      expect.arrayContaining(['a_b-c.d=1', 'group.id=workers', 'rest.advertised.host.name=worker']),
    );
  });

  test('looks for plugins where the public image does, unless told otherwise', async () => {
    const idle = await start('idle', { ...REQUIRED, CONNECT_BOOTSTRAP_SERVERS: 'absent:19092' });
    const properties = '/etc/kafka-connect/kafka-connect.properties';
    await idle.until(`grep -q plugin.path ${properties}`);
    expect(await idle.sh(`grep ^plugin.path ${properties}`)).toMatch(
      /^plugin\.path=\/usr\/share\/java\/?,\/usr\/share\/confluent-hub-components\/?$/,
    );
    await idle.exec('test', '-d', '/usr/share/confluent-hub-components');
  });

  test('runs as appuser, with the heap and the JMX port that it was told', async () => {
    expect(await worker.exec('id', '-un')).toBe('appuser');
    expect(await worker.sh('tr "\\0" " " < /proc/1/cmdline')).toContain('-Xmx258M -Xms64M');
    await worker.until('(: > /dev/tcp/127.0.0.1/9999)');
  });

  test('logs as much as it was told', async () => {
    const logs = await worker.logs();
    expect(logs).toContain('INFO');
    expect(logs).not.toMatch(/INFO .*\(org\.apache\.kafka\.clients/);
  });

  test.each(['jars', 'secrets'])('a fresh volume at /etc/kafka-connect/%s is writable', async (folder) => {
    const path = `/etc/kafka-connect/${folder}`;
    const volumes = { [path]: containers.volume() };
    const command = ['touch', `${path}/written`];
    expect((await (await start(`volume-${folder}`, {}, { volumes, command })).end()).exitCode).toBe(0);
  });

  test('carries the connectors and converters that the catalogue says', async () => {
    const url = 'localhost:8083/connector-plugins?connectorsOnly=false';
    const plugins = JSON.parse(await worker.exec('curl', '-sf', url)) as { class: string }[];
    expect(plugins.map((plugin) => plugin.class)).toEqual(
      expect.arrayContaining([...(images.kafkaConnect.pluginClasses ?? [])]),
    );
  });

  test.each(['curl', 'wget', 'nc', 'ps', 'connect-distributed', 'connect-plugin-path', 'kafka-topics'])(
    'has %s',
    async (tool) => {
      expect(await worker.sh(`command -v ${tool}`)).toContain(tool);
    },
  );

  test('runs the command-line tools beside its JMX port', async () => {
    const topics = await worker.exec('kafka-topics', '--bootstrap-server', 'broker:19092', '--list');
    expect(lines(topics)).toEqual(expect.arrayContaining(['configs', 'offsets', 'statuses']));
  });

  test('carries lines of a file to a topic and to a file, stops at SIGTERM, and goes on where it was', async () => {
    const configure = (name: string, config: Record<string, string>): Promise<string> =>
      worker.exec(
        ...['curl', '-sf', '-X', 'PUT', '-H', 'Content-Type: application/json'],
        ...['-d', JSON.stringify(config), `localhost:8083/connectors/${name}/config`],
      );
    // Not in /tmp, which is in memory and lost with the restart.
    await worker.sh('printf "one\\ntwo\\n" > /var/lib/kafka/data/in');
    await configure('source', {
      'connector.class': 'org.apache.kafka.connect.file.FileStreamSourceConnector',
      file: '/var/lib/kafka/data/in',
      topic: 'lines',
    });
    await configure('sink', {
      'connector.class': 'org.apache.kafka.connect.file.FileStreamSinkConnector',
      file: '/var/lib/kafka/data/out',
      topics: 'lines',
    });
    await worker.until('grep -q two /var/lib/kafka/data/out');

    expect(await worker.stop()).toBe(143);
    await worker.startAgain();
    await worker.until(LISTS_CONNECTORS);
    await worker.sh('echo three >> /var/lib/kafka/data/in');
    await worker.until('grep -q three /var/lib/kafka/data/out');
    expect(lines(await worker.exec('cat', '/var/lib/kafka/data/out'))).toEqual(['one', 'two', 'three']);
    const records = await broker.sh(
      'kafka-console-consumer --bootstrap-server broker:19092 --topic lines --from-beginning --max-messages 3 --timeout-ms 30000',
    );
    expect(lines(records)).toEqual(['one', 'two', 'three']);
  });

  test('carries no certificate of the host that built it', async () => {
    const command = ['bash', '-c', 'find /usr/local/share/ca-certificates -type f 2> /dev/null'];
    expect((await (await start('certificates', {}, { command })).end()).output).toBe('');
  });
});

const LISTS_CONNECTORS = 'curl -sf localhost:8083/connectors';

function lines(output: string): string[] {
  return output.split('\n').filter((line) => line !== '');
}
