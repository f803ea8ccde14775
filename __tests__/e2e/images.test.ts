import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Images } from '../../constructs/core/image-catalogue';
import type { ContainerImage } from '../../constructs/core/container-image';
import type { ImageCatalogue } from '../../constructs/core/platform';
import { Container, Containers, type ContainerSettings } from '../support/containers';
import { localFamily } from '../../constructs/local-images';

const ROOT = join(__dirname, '../..');

/** What users of the public images rely on must hold for each family that can be had here. */
const FAMILIES: Record<string, ImageCatalogue> = {
  local: localFamily(join(ROOT, 'images')),
  ...(process.env.PLATFORM_IMAGES === 'public' && { public: Images.public() }),
};

/** The same with Kafka 4. */
const ON_KAFKA_4: Record<string, ImageCatalogue> = {
  local: localFamily(join(ROOT, 'images'), '4'),
  public: Images.public(undefined, undefined, '4'),
};

beforeAll(() => {
  execFileSync('npx', ['tsx', 'tools/images.ts'], { cwd: ROOT });
});

describe.each(Object.entries(FAMILIES))('the images of the family %s', (family, images) => {
  const kafka4 = (ON_KAFKA_4[family] as ImageCatalogue).kafka;
  let containers: Containers;
  beforeAll(() => {
    containers = new Containers();
  });
  afterAll(async () => containers.remove());

  const WRITABLE = ['/etc/kafka', '/var/log/kafka'];

  describe('zookeeper', () => {
    const settings = {
      environment: {
        ZOOKEEPER_CLIENT_PORT: '2181',
        ZOOKEEPER_TICK_TIME: '1900',
        ZOOKEEPER_AUTOPURGE_PURGE_INTERVAL: '24',
        ZOOKEEPER_ADMIN_ENABLE_SERVER: 'false',
        ZOOKEEPER_SERVER_ID: '1',
        ZOOKEEPER_SERVERS: 'zoo1:2888:3888',
        ZOOKEEPER_NO_SUCH_SETTING: '1',
        KAFKA_HEAP_OPTS: '-Xmx65M',
        KAFKA_OPTS: '-Dzookeeper.4lw.commands.whitelist=srvr,ruok',
        KAFKA_JMX_PORT: '9999',
      },
      writable: WRITABLE,
    } satisfies ContainerSettings;
    let zookeeper: Container;

    beforeAll(async () => {
      zookeeper = await containers.start('zoo1', images.zooKeeper, {
        ...settings,
        volumes: {
          '/var/lib/zookeeper/data': containers.volume(),
          '/var/lib/zookeeper/log': containers.volume(),
        },
      });
      await zookeeper.until(listens(2181));
    });

    test.each<[string, string, Record<string, string>]>([
      ['a client port', 'ZOOKEEPER_CLIENT_PORT', {}],
      [
        'an id when it is one of several',
        'ZOOKEEPER_SERVER_ID',
        { ZOOKEEPER_CLIENT_PORT: '2181', ZOOKEEPER_SERVERS: 'a:2888:3888;b:2888:3888' },
      ],
    ])('does not start without %s, and names %s', async (_what, variable, environment) => {
      await refuses(images.zooKeeper, { environment, writable: WRITABLE }, variable);
    });

    test('answers srvr, and the commands that KAFKA_OPTS allows', async () => {
      expect(await fourLetters(zookeeper, 'srvr')).toContain('Zookeeper version');
      expect(await fourLetters(zookeeper, 'ruok')).toBe('imok');
      expect(await fourLetters(zookeeper, 'conf')).toContain('not in the whitelist');
    });

    test('takes its settings from the environment, and drops what it does not know', async () => {
      const properties = lines(await zookeeper.exec('cat', '/etc/kafka/zookeeper.properties'));
      expect(properties).toEqual(
        expect.arrayContaining([
          'clientPort=2181',
          'tickTime=1900',
          'autopurge.purgeInterval=24',
          'admin.enableServer=false',
          'dataDir=/var/lib/zookeeper/data',
          'dataLogDir=/var/lib/zookeeper/log',
          'server.1=zoo1:2888:3888',
        ]),
      );
      expect(properties.join()).not.toMatch(/such/i);
      expect(await zookeeper.exec('cat', '/var/lib/zookeeper/data/myid')).toBe('1');
    });

    test('numbers the servers, groups and weights of an ensemble', async () => {
      const member = await containers.start('member', images.zooKeeper, {
        ...settings,
        environment: {
          ...settings.environment,
          ZOOKEEPER_SERVER_ID: '2',
          ZOOKEEPER_INIT_LIMIT: '5',
          ZOOKEEPER_SYNC_LIMIT: '2',
          ZOOKEEPER_SERVERS: 'absent:2888:3888;member:2888:3888',
          ZOOKEEPER_GROUPS: '1;2',
          ZOOKEEPER_WEIGHTS: '3;4',
        },
      });
      await member.until('grep -q weight.2 /etc/kafka/zookeeper.properties');
      expect(lines(await member.exec('cat', '/etc/kafka/zookeeper.properties'))).toEqual(
        expect.arrayContaining([
          ...['server.1=absent:2888:3888', 'server.2=member:2888:3888'],
          ...['group.1=1', 'group.2=2', 'weight.1=3', 'weight.2=4'],
        ]),
      );
      expect(await member.exec('cat', '/var/lib/zookeeper/data/myid')).toBe('2');
    });

    test('gives the JVM the heap that it was told, and opens the JMX port', async () => {
      expect(await zookeeper.sh('tr "\\0" " " < /proc/1/cmdline')).toContain('-Xmx65M');
      await zookeeper.until(listens(9999));
    });

    test('runs as appuser', async () => {
      expect(await zookeeper.exec('id', '-un')).toBe('appuser');
    });

    test('runs zookeeper-shell beside the JMX port, stops at SIGTERM, and keeps its nodes', async () => {
      await zookeeper.exec('zookeeper-shell', 'localhost:2181', 'create', '/kept', 'value');
      expect(await zookeeper.stop()).toBe(143);
      await zookeeper.startAgain();
      await zookeeper.until(listens(2181));
      expect(await zookeeper.exec('zookeeper-shell', 'localhost:2181', 'get', '/kept')).toContain('value');
    });
  });

  describe('kafka', () => {
    const environment = {
      KAFKA_ADVERTISED_LISTENERS: 'INTERNAL://broker:19092,EXTERNAL://localhost:9092',
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'INTERNAL:PLAINTEXT,EXTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT',
      KAFKA_INTER_BROKER_LISTENER_NAME: 'INTERNAL',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '1',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
      KAFKA_HEAP_OPTS: '-Xmx257M -Xms64M',
      KAFKA_JMX_PORT: '9999',
    };

    test.each<[string, string, Record<string, string>]>([
      [
        'without listeners to advertise',
        'KAFKA_ADVERTISED_LISTENERS',
        { KAFKA_ZOOKEEPER_CONNECT: 'zoo1:2181' },
      ],
      ['without ZooKeeper', 'KAFKA_ZOOKEEPER_CONNECT', environment],
      ['without the id of its cluster', 'CLUSTER_ID', { ...environment, KAFKA_PROCESS_ROLES: 'broker' }],
      [
        'with a setting that is gone',
        'KAFKA_ADVERTISED_LISTENERS',
        { ...environment, KAFKA_ZOOKEEPER_CONNECT: 'zoo1:2181', KAFKA_PORT: '9092' },
      ],
      [
        'as a controller that advertises',
        'KAFKA_ADVERTISED_LISTENERS',
        { ...environment, KAFKA_PROCESS_ROLES: 'controller', CLUSTER_ID: 'MkU3OEVBNTcwNTJENDM2Qk' },
      ],
    ])('does not start %s, and names %s', async (_what, variable, given) => {
      await refuses(images.kafka, { environment: given, writable: WRITABLE }, variable);
    });

    test('gives up when no ZooKeeper answers in time', async () => {
      const given = { ...environment, KAFKA_ZOOKEEPER_CONNECT: 'absent:2181', KAFKA_CUB_ZK_TIMEOUT: '2' };
      const begin = Date.now();
      await refuses(images.kafka, { environment: given, writable: WRITABLE }, 'absent:2181');
      // By itself a broker tries for 18 s.
      expect(Date.now() - begin).toBeLessThan(15_000);
    });

    test('does not start with ZooKeeper alone in Kafka 4, and names what it wants', async () => {
      const given = { ...environment, KAFKA_ZOOKEEPER_CONNECT: 'zoo1:2181' };
      await refuses(kafka4, { environment: given, writable: WRITABLE }, 'KAFKA_PROCESS_ROLES');
    });

    test.each([
      ['3.9', images.kafka],
      ['4', kafka4],
    ])('has every command-line tool of Kafka %s', async (line, image) => {
      const tools = lines(readFileSync(join(ROOT, `images/kafka/${line}/tools`), 'utf8')).map(
        (line) => line.split(' ')[0]!,
      );
      const script = tools.map((tool) => `echo "== ${tool}"; ${tool} --help 2>&1`).join('\n');
      const container = await containers.start(`tools-${line}`, image, { command: ['bash', '-c', script] });
      const { output } = await container.end();
      const said = output.split('== ').slice(1);
      expect(said).toHaveLength(tools.length);
      expect(
        said.filter((each) =>
          /command not found|Could not find|NoClassDefFound|No configuration found/.test(each),
        ),
      ).toEqual([]);
    });

    const inKraft = {
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      CLUSTER_ID: '-kU3OEVBNTcwNTJENDM2Qk',
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@broker:9093',
      KAFKA_LISTENERS: 'INTERNAL://0.0.0.0:19092,EXTERNAL://0.0.0.0:9092,CONTROLLER://0.0.0.0:9093',
    };

    describe.each<[string, ContainerImage, Record<string, string>]>([
      ['ZooKeeper', images.kafka, { KAFKA_BROKER_ID: '1', KAFKA_ZOOKEEPER_CONNECT: 'broker-zoo:2181' }],
      ['KRaft', images.kafka, inKraft],
      ['Kafka 4', kafka4, inKraft],
    ])('in %s mode', (mode, image, metadata) => {
      let cluster: Containers;
      let broker: Container;

      beforeAll(async () => {
        cluster = new Containers();
        if (mode === 'ZooKeeper') {
          await cluster.start('broker-zoo', images.zooKeeper, {
            environment: { ZOOKEEPER_CLIENT_PORT: '2181', KAFKA_HEAP_OPTS: '-Xmx64M' },
            writable: WRITABLE,
          });
        }
        broker = await cluster.start('broker', image, {
          environment: {
            ...environment,
            ...metadata,
            KAFKA_A__B___C_D: '1',
            KAFKA_LOG4J_LOGGERS: 'kafka.server=WARN',
          },
          volumes: { '/var/lib/kafka/data': cluster.volume() },
          writable: WRITABLE,
        });
        await broker.until(listens(19092));
      });
      afterAll(async () => cluster.remove());

      const produce = async (topic: string, value: string, codec = 'none'): Promise<string> =>
        broker.sh(
          `echo '${value}' | kafka-console-producer --bootstrap-server broker:19092 --topic ${topic} ` +
            `--compression-codec ${codec} --producer-property acks=all`,
        );
      const consume = async (topic: string, count: number): Promise<string[]> =>
        lines(
          await broker.sh(
            `kafka-console-consumer --bootstrap-server broker:19092 --topic ${topic} --from-beginning ` +
              `--max-messages ${count} --timeout-ms 30000`,
          ),
        );

      test('spells properties by the rule of underscores, and keeps the variables of the JVM out', async () => {
        const properties = lines(await broker.exec('cat', '/etc/kafka/kafka.properties'));
        expect(properties).toEqual(
          expect.arrayContaining([
            'a_b-c.d=1',
            'offsets.topic.replication.factor=1',
            'log.dirs=/var/lib/kafka/data',
          ]),
        );
        expect(properties.join()).not.toMatch(/heap|opts/);
      });

      test('logs as much as it was told', async () => {
        expect(lines(await broker.exec('cat', '/etc/kafka/log4j.properties'))).toEqual(
          expect.arrayContaining([
            expect.stringMatching(/^log4j\.rootLogger=INFO/),
            'log4j.logger.kafka.server=WARN',
          ]),
        );
      });

      test('listens on every address at the ports that it advertises', async () => {
        const properties = await broker.exec('cat', '/etc/kafka/kafka.properties');
        expect(properties).toMatch(/^listeners=INTERNAL:\/\/0\.0\.0\.0:19092,EXTERNAL:\/\/0\.0\.0\.0:9092/m);
      });

      test('runs as appuser with the heap that it was told', async () => {
        expect(await broker.exec('id', '-un')).toBe('appuser');
        expect(await broker.sh('tr "\\0" " " < /proc/1/cmdline')).toContain('-Xmx257M -Xms64M');
      });

      test('runs the command-line tools beside its JMX port', async () => {
        await broker.until(listens(9999));
        expect(await broker.exec('kafka-topics', '--bootstrap-server', 'broker:19092', '--list')).toBe('');
        expect(
          await broker.exec('kafka-broker-api-versions', '--bootstrap-server', 'broker:19092'),
        ).toContain('broker:19092 (id: 1');
      });

      test.each(['none', 'gzip', 'lz4', 'snappy', 'zstd'])(
        'takes records that are compressed by %s',
        async (codec) => {
          await produce(codec, `packed by ${codec}`, codec);
          expect(await consume(codec, 1)).toEqual([`packed by ${codec}`]);
        },
      );

      test('stops at SIGTERM, starts again, and keeps its records', async () => {
        await produce('kept', 'before');
        expect(await broker.stop()).toBe(143);
        await broker.startAgain();
        await broker.until(listens(19092));
        await produce('kept', 'after');
        expect(await consume('kept', 2)).toEqual(['before', 'after']);
      });
    });
  });

  describe('spark', () => {
    const submit = [
      '/opt/spark/bin/spark-submit',
      '--master',
      'local[1]',
      '--conf',
      'spark.ui.enabled=false',
    ];
    const once = async (command: readonly string[], more: ContainerSettings = {}) => {
      const host = `spark-${containerCount++}`;
      return (await containers.start(host, images.spark, { ...more, command })).end();
    };
    let containerCount = 0;

    test('runs the command as given, and ends with its exit code', async () => {
      expect(await once(['bash', '-c', 'echo $0-$1; exit 7', 'a b', 'c'])).toEqual({
        exitCode: 7,
        output: 'a b-c\n',
      });
    });

    test('runs as spark, 185 by number, without a home', async () => {
      const { output } = await once(['bash', '-c', 'id -u; id -g; pwd; getent passwd spark']);
      expect(lines(output)).toEqual([
        '185',
        '185',
        '/opt/spark/work-dir',
        expect.stringContaining(':/nonexistent:'),
      ]);
    });

    test.each(['python3', 'curl', 'wget', 'ps', '/usr/bin/tini'])('has %s', async (tool) => {
      expect((await once(['bash', '-c', `command -v ${tool}`])).exitCode).toBe(0);
    });

    test('writes to a fresh volume at its working folder', async () => {
      const volumes = { '/opt/spark/work-dir': containers.volume() };
      expect((await once(['touch', '/opt/spark/work-dir/written'], { volumes })).exitCode).toBe(0);
    });

    // Snappy and zstd unpack native libraries into /tmp.
    test('runs an application in Python, with workers, and with compressed files', async () => {
      const application = `
from pyspark.sql import SparkSession
spark = SparkSession.builder.getOrCreate()
for codec in ("snappy", "zstd"):
    rows = spark.range(10).rdd.map(lambda row: (row.id * 2,)).toDF(["doubled"])
    rows.write.option("compression", codec).parquet(f"/tmp/{codec}")
    print(codec, spark.read.parquet(f"/tmp/{codec}").groupBy().sum().first()[0])
`;
      const { output } = await once([
        ...[
          'bash',
          '-c',
          `cat > /tmp/application.py <<< "$0" && exec ${submit.join(' ')} /tmp/application.py`,
        ],
        application,
      ]);
      expect(lines(output)).toEqual(expect.arrayContaining(['snappy 90', 'zstd 90']));
    });

    test('knows the Kafka source if it says that it bundles it', async () => {
      const bundled = images.spark.bundledPackages.some((name) => name.includes('spark-sql-kafka'));
      const { output } = await once(['bash', '-c', 'ls /opt/spark/jars']);
      const jars = [
        'spark-sql-kafka-0-10_2.12-3.5.7.jar',
        'kafka-clients-3.4.1.jar',
        'commons-pool2-2.11.1.jar',
      ];
      const present = jars.filter((jar) => lines(output).includes(jar));
      expect(present).toEqual(bundled ? jars : []);
    });

    test('serves as a master with the heap it was told, shows it on its page, and stops at SIGTERM', async () => {
      const master = await containers.start('spark-master', images.spark, {
        environment: { SPARK_DAEMON_MEMORY: '201m' },
        command: ['/opt/spark/bin/spark-class', 'org.apache.spark.deploy.master.Master'],
      });
      await master.until('wget -qO /dev/null 127.0.0.1:8080/json/');
      expect(await master.exec('curl', '-sf', '127.0.0.1:8080/json/')).toContain('"status" : "ALIVE"');
      expect(await master.sh('tr "\\0" " " < /proc/1/cmdline')).toContain('-Xmx201m');
      expect(await master.stop()).toBe(143);
    });
  });

  test.each(['zooKeeper', 'kafka', 'spark'] as const)(
    '%s carries no certificate of the host that built it',
    async (product) => {
      const container = await containers.start(`certificates-${product.toLowerCase()}`, images[product], {
        command: ['bash', '-c', 'find /usr/local/share/ca-certificates -type f 2> /dev/null'],
      });
      expect((await container.end()).output).toBe('');
    },
  );

  async function refuses(image: ContainerImage, settings: ContainerSettings, named: string) {
    const refusing = new Containers();
    try {
      const { exitCode, output } = await (await refusing.start('refusing', image, settings)).end();
      expect(exitCode).not.toBe(0);
      expect(output).toContain(named);
    } finally {
      await refusing.remove();
    }
  }
});

function listens(port: number): string {
  return `(: > /dev/tcp/127.0.0.1/${port})`;
}

async function fourLetters(zookeeper: Container, command: string): Promise<string> {
  return zookeeper.sh(`exec 3<> /dev/tcp/127.0.0.1/2181; printf ${command} >&3; cat <&3`);
}

function lines(output: string): string[] {
  return output.split('\n').filter((line) => line !== '');
}
