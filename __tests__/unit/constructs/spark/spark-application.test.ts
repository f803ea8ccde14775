import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Images } from '../../../../constructs/core/image-catalogue';
import { ContainerImage } from '../../../../constructs/core/container-image';
import { SPARK_LINES } from '../../../../constructs/core/setting-tables';
import { SecretFile } from '../../../../constructs/core/secret-file';
import { Size } from '../../../../constructs/core/size';
import { SparkApplication } from '../../../../constructs/spark/spark-application';
import type { SparkApplicationProps } from '../../../../constructs/spark/spark-application-props';
import { HealthCheck } from '../../../../constructs/core/health-check';
import { ClusterSecurity } from '../../../../constructs/kafka/cluster-security';
import { KafkaCluster } from '../../../../constructs/kafka/kafka-cluster';
import type { IKafkaCluster } from '../../../../constructs/kafka/interfaces';
import { KafkaTopic } from '../../../../constructs/kafka/kafka-topic';
import { jarsOf, kafkaPackage } from '../../../../constructs/spark/kafka-package';
import { SparkCode } from '../../../../constructs/spark/spark-code';
import { SparkCluster, type SparkClusterProps } from '../../../../constructs/spark/spark-cluster';
import { listening, run } from '../../../support/asked';
import { scram, secured, SCRAM_MOUNTS } from '../../../support/secured';
import {
  accepted,
  container,
  environment,
  healthQuestion,
  IMAGES,
  newPlatform,
  newStack,
  resources,
  synth,
  warnings,
} from '../../../support/synth';
import { localFamily } from '../../../../constructs/local-images';

const folder = mkdtempSync(join(tmpdir(), 'spark-application-'));
const pythonFile = join(folder, 'main.py');
const moduleFile = join(folder, 'logic.py');
writeFileSync(pythonFile, 'import logic\nprint(f"${price}")\n');
writeFileSync(moduleFile, 'X = 1\n');

const KAFKA = 'org.apache.spark:spark-sql-kafka-0-10_2.12:3.5.7';

function application(
  props: Partial<SparkApplicationProps> = {},
  stack = newStack(),
  spark = IMAGES.spark,
  workers: Partial<SparkClusterProps> = {},
): SparkApplication {
  const platform = newPlatform(stack, { images: { ...IMAGES, spark } });
  const cluster = new SparkCluster(stack, 'spark', { platform, ...workers });
  return accepted(
    new SparkApplication(stack, 'job', { cluster, code: SparkCode.python(pythonFile), ...props }),
  );
}

function command(props: Partial<SparkApplicationProps> = {}, spark = IMAGES.spark): string {
  const stack = newStack();
  application(props, stack, spark);
  return container(stack, 'job').command?.join(' ') ?? '';
}

test('is submitted to its cluster in client mode, under its name', () => {
  expect(command({ applicationName: 'Job' })).toMatch(
    /^\/opt\/spark\/bin\/spark-submit --master spark:\/\/spark-master:7077 --deploy-mode client --name Job .* \/opt\/app\/main.py$/,
  );
});

test('says where executors reach its driver', () => {
  expect(command()).toContain('--conf spark.driver.host=job --conf spark.driver.bindAddress=0.0.0.0');
  expect(command({ bindAddress: '127.0.0.1' })).toContain('spark.driver.bindAddress=127.0.0.1');
});

test('takes 4g and one executor unless told otherwise', () => {
  const text = command();
  expect(text).toContain('--driver-memory 4g --driver-cores 1 --executor-memory 4g --executor-cores 2');
  expect(text).toContain('--conf spark.cores.max=2');
  expect(text).toContain('--conf spark.driver.maxResultSize=1g');
  expect(text).toContain('--conf spark.memory.fraction=0.6 --conf spark.memory.storageFraction=0.5');
  expect(text).toContain('--conf spark.local.dir=/opt/spark/work-dir/local/job');
});

test('the result limit stays below a small driver', () => {
  expect(command({ driverMemory: Size.mebibytes(512) })).toContain('spark.driver.maxResultSize=256m');
});

test('brings its file and its modules along, with whatever looks like a reference of Terraform', () => {
  const stack = newStack();
  const code = SparkCode.python(pythonFile, { modules: [moduleFile] });
  application({ code, applicationArguments: ['--for', 'ever'] }, stack);
  const driver = container(stack, 'job');
  expect(driver.upload).toEqual([
    { file: '/opt/app/main.py', content: 'import logic\nprint(f"$${price}")\n' },
    { file: '/opt/app/logic.py', content: 'X = 1\n' },
  ]);
  expect(driver.command?.slice(-3)).toEqual(['/opt/app/main.py', '--for', 'ever']);
});

const OTHER = 'org.example:other_2.12:1.0';

test('fetches packages that the image does not carry, once, into the shared storage', () => {
  expect(command({ packages: [OTHER, OTHER] })).toContain(`--packages ${OTHER} --conf`);
  expect(command({ packages: [OTHER] })).toContain('--conf spark.jars.ivy=/opt/spark/work-dir/ivy');
  expect(command({ packages: [OTHER], settings: { 'spark.jars.ivy': '/tmp/ivy' } })).toContain(
    '--conf spark.jars.ivy=/tmp/ivy',
  );
  expect(command()).not.toContain('spark.jars.ivy');
});

test('fetches nothing that the image carries', () => {
  const image = ContainerImage.of('example/spark:3.5.7', { bundledPackages: [KAFKA, OTHER] });
  expect(command({ packages: [KAFKA, OTHER] }, image)).not.toMatch(/--packages|--jars|ivy/);
});

test('gives the driver its heap, its overhead and room for Python', () => {
  const stack = newStack();
  application({ driverMemory: Size.mebibytes(512) }, stack);
  expect(container(stack, 'job')).toMatchObject({ memory: 512 + 384 + 128, destroy_grace_seconds: 30 });
});

test('passes options of the JVM and further settings to driver and executors', () => {
  const text = command({ jvmOptions: '-XX:+UseSerialGC', settings: { 'spark.sql.shuffle.partitions': 3 } });
  expect(text).toContain('spark.driver.extraJavaOptions=-Dsun.net.inetaddr.ttl=0 -XX:+UseSerialGC');
  expect(text).toContain('spark.executor.extraJavaOptions=-Dsun.net.inetaddr.ttl=0 -XX:+UseSerialGC');
  expect(text).toContain('--conf spark.sql.shuffle.partitions=3');
});

describe('its health', () => {
  const checked = (props: Partial<SparkApplicationProps> = {}): string => {
    const stack = newStack();
    application(props, stack);
    return healthQuestion(stack, 'job').join(' ');
  };

  const EXECUTORS = '/api/v1/applications/app-20261130-0001/executors';
  const UI: Readonly<Record<string, string>> = {
    '/api/v1/applications': '[ {\n  "id" : "app-20261130-0001",\n  "name" : "job"\n} ]',
    [EXECUTORS]: '[ {\n  "id" : "driver"\n}, {\n  "id" : "0"\n} ]',
  };
  const driver = '[ {\n  "id" : "driver"\n} ]';

  test.each([
    ['is that it has an executor', UI, 0, ''],
    ['is not that it has a driver', { ...UI, [EXECUTORS]: driver }, 1, 'it has no executor: no worker has'],
    [
      'is not that it is about to begin',
      { ...UI, '/api/v1/applications': '[ ]' },
      1,
      'its UI does not answer',
    ],
    ['is not that its UI cannot find it', {}, 1, 'HTTP/1.1 404 Not Found\r\nits UI does not answer'],
  ])('%s', async (_, pages: Readonly<Record<string, string>>, code, said) => {
    await using ui = await listening((request) => {
      const [, path = ''] = /^GET (\S+) [^]*\r\n\r\n$/.exec(String(request)) ?? [];
      if (path === '') return undefined;
      const page = pages[path];
      return page === undefined ? 'HTTP/1.1 404 Not Found\r\n\r\n' : `HTTP/1.1 200 OK\r\n\r\n${page}`;
    });
    const script = checked().replace('bash -c ', '').replace('/4040', `/${ui.port}`);
    const ended = await run('bash', '-c', script);
    expect(ended.code).toBe(code);
    expect(ended.said).toMatch(new RegExp(`^${said}`));
  });

  test('is that its UI answers, where it may have no executor while it has nothing to do', () => {
    const settings = (on: boolean) => ({ settings: { 'spark.dynamicAllocation.enabled': on } });
    expect(checked(settings(true))).toMatch(/get \/api\/v1\/applications$/);
    expect(checked(settings(false))).toContain('/executors');
  });

  test('is what it is told', () => {
    expect(checked({ healthCheck: HealthCheck.bash('true') })).toBe('bash -c true');
  });
});

test('takes what smaller workers offer', () => {
  const stack = newStack();
  application({}, stack, IMAGES.spark, { workerCores: 1, workerMemory: Size.gibibytes(1) });
  expect(container(stack, 'job').command?.join(' ')).toContain('--executor-memory 1g --executor-cores 1');
});

test('rounds memory up to what both Spark and the JVM can read', () => {
  const odd = Size.mebibytes(466).plus(Size.bytes(1));
  expect(command({ driverMemory: odd, executorMemory: odd })).toContain(
    '--driver-memory 477185k --driver-cores 1 --executor-memory 477185k',
  );
});

test('its UI is on localhost:4040, or where it is wanted', () => {
  expect(application().service.hostAddress('job UI').toString()).toBe('localhost:4040');
  expect(application({ hostPort: 4041 }).service.hostAddress('job UI').toString()).toBe('localhost:4041');
});

test('needs no Kafka', () => {
  const stack = newStack();
  application({}, stack);
  expect(resources(stack, 'docker_container').map(({ name }) => name)).toEqual([
    'job',
    'spark-master',
    'spark-worker-1',
    'spark-worker-2',
  ]);
  expect(Object.keys(synth(stack).provider ?? {})).toEqual(['docker']);
  expect(container(stack, 'job').env).toEqual([]);
});

describe('with Kafka', () => {
  const brokers = (stack = newStack(), id = 'managed') =>
    KafkaCluster.fromBootstrapServers(stack, id, { bootstrapServers: [`${id}:9092`] });

  test('is told its brokers, and what it reads and writes, and comes after it', () => {
    const stack = newStack();
    const kafka = brokers(stack);
    const job = application({ kafka }, stack);
    job.reads(kafka.addTopic('orders'));
    job.writes(kafka.addTopic('bills'), 'SINK');
    expect(environment(stack, 'job')).toEqual({
      KAFKA_BOOTSTRAP_SERVERS: 'managed:9092',
      KAFKA_TOPIC_ORDERS: 'orders',
      SINK: 'bills',
    });
    expect(container(stack, 'job').depends_on?.join()).toMatch(
      /kafka_topic\.managed_orders.*kafka_topic\.managed_bills/,
    );
  });

  test.each(['reads', 'writes'] as const)('refuses a topic of other brokers that it %s', (verb) => {
    const stack = newStack();
    const job = application({ kafka: brokers(stack) }, stack);
    job[verb](brokers(stack, 'other').addTopic('orders'));
    expect(() => accepted(job)).toThrow(
      `it ${verb} the topic 'orders' of test/other, but its brokers are test/managed`,
    );
  });

  const managedJob = (spark = IMAGES.spark, packages: string[] = []) => {
    const stack = newStack();
    const job = application({ kafka: brokers(stack), packages }, stack, spark);
    return { job, driver: container(stack, 'job'), command: container(stack, 'job').command?.join(' ') };
  };

  test('has the jars for Kafka in its own image, which the deploy builds, and fetches nothing when it starts', () => {
    const { driver, command } = managedJob();
    expect(command).toContain(
      '--jars ' +
        ['spark-sql-kafka-0-10_2.12-3.5.7', 'spark-token-provider-kafka-0-10_2.12-3.5.7']
          .concat('kafka-clients-3.4.1', 'commons-pool2-2.11.1')
          .map((jar) => `/opt/spark/added-jars/${jar}.jar`)
          .join(','),
    );
    expect(command).not.toMatch(/--packages|ivy/);
    expect(driver.image).toMatch(/^cdktf-streaming\/spark:kafka-[0-9a-f]{12}$/);
  });

  test.each(SPARK_LINES)("has them listed for the version of the catalogue's own image of %s", (line) => {
    const { spark } = Images.public(undefined, undefined, undefined, line);
    const folder = join(__dirname, '..', '..', '..', '..', 'images');
    const [coordinates = ''] = localFamily(folder, undefined, line).spark.bundledPackages;
    expect(kafkaPackage(spark)).toBe(coordinates);
    expect(jarsOf(coordinates)).toHaveLength(4);
  });

  test('each jar has an address and a checksum, and is fetched by the image that can', () => {
    const stack = newStack();
    const image = ContainerImage.of('apache/spark:3.5.7', { fetcher: 'example/builder:1' });
    application({ kafka: brokers(stack) }, stack, image);
    const [build] = resources(stack, 'docker_image').flatMap((each) => each.build ?? []);
    const { BASE, FETCHER, JARS = '' } = (build as { build_args: Record<string, string> }).build_args;
    expect({ BASE, FETCHER }).toEqual({ BASE: 'apache/spark:3.5.7', FETCHER: 'example/builder:1' });
    expect(JARS.split(' ')).toHaveLength(4);
    for (const jar of JARS.split(' '))
      expect(jar).toMatch(
        /^[0-9a-f]{64}=https:\/\/repo1\.maven\.org\/maven2\/\S+\/([^/]+)\/([^/]+)\/\1-\2\.jar$/,
      );
  });

  test('has them once it reads or writes a topic of brokers that it was not given, and once only', () => {
    const stack = newStack();
    const job = application({}, stack);
    const kafka = brokers(stack);
    job.reads(kafka.addTopic('orders'));
    job.writes(kafka.addTopic('bills'));
    expect(container(stack, 'job').command?.filter((word) => word === '--jars')).toHaveLength(1);
    expect(resources(stack, 'docker_image')).toHaveLength(2);
  });

  test('keeps the package for Kafka beside others', () => {
    const { command } = managedJob(IMAGES.spark, [OTHER, KAFKA]);
    expect(command).toMatch(new RegExp(`--jars \\S+kafka\\S+ --packages ${OTHER} `));
  });

  test('needs none where the image carries it, or where another is given that fits better than a guess', () => {
    const carrying = ContainerImage.of('mine/spark:1', { bundledPackages: [KAFKA] });
    expect(managedJob(carrying).command).not.toMatch(/--packages|--jars/);
    const own = KAFKA.replace('3.5.7', '3.5.6');
    expect(managedJob(ContainerImage.of('mine/spark:3.5.7'), [own]).command).toContain(`--packages ${own} `);
  });

  test.each([
    ['apache/spark:4.0.3-scala2.13-java17-python3-ubuntu', '2.13:4.0.3'],
    ['apache/spark:3.5.7-scala2.13-java17-ubuntu', '2.13:3.5.7'],
    ['spark:4.0.3', '2.13:4.0.3'],
  ])(
    'fetches the package for Kafka of the versions in %s, whose jars nobody has listed',
    (image, versions) => {
      expect(managedJob(ContainerImage.of(image)).command).toContain(
        `--packages org.apache.spark:spark-sql-kafka-0-10_${versions} `,
      );
    },
  );

  test('warns where nobody knows which Spark its image has', () => {
    const unknown = ContainerImage.of('mine/spark:nightly');
    const said = [expect.stringContaining('it is not known which Spark runs in mine/spark:nightly')];
    expect(warnings(managedJob(unknown).job)).toEqual(said);
    expect(warnings(managedJob(unknown, [KAFKA]).job)).toEqual([]);
  });

  test('refuses a topic of nobody knows which brokers', () => {
    const stack = newStack();
    const job = application({}, stack);
    job.reads(KafkaTopic.fromTopicName(stack, 'theirs', 'theirs'));
    expect(() => accepted(job)).toThrow("kafka must be given, the brokers of the topic 'theirs'");
  });
});

/** What a refusal says, between the path and the source. */
const refused = (props: object): string => {
  try {
    application(props);
  } catch (error) {
    const [, reason] =
      /^test\/job cannot be made:\n {2}- ([^\n]*) \[[^\n]*\]( \(at \S+:\d+\))?$/.exec(
        (error as Error).message,
      ) ?? [];
    if (reason !== undefined) return reason;
    throw error;
  }
  throw new Error('it was accepted');
};

test('warns of cores that no executor can use', () => {
  const warned = (props: Partial<SparkApplicationProps>): string[] =>
    warnings(application({ executorMemory: Size.gibibytes(2), ...props }));
  expect(warned({ executorCores: 2, totalExecutorCores: 4 })).toEqual([]);
  expect(warned({ executorCores: 2, totalExecutorCores: 3 })).toEqual([
    expect.stringContaining('totalExecutorCores is 3, but executors of 2 cores and 2 GiB use only 2 of them'),
  ]);
  expect(warned({ totalExecutorCores: 6 })).toEqual([expect.stringContaining('use only 4 of them')]);
  expect(warned({ executorCores: 1, executorMemory: Size.gibibytes(4), totalExecutorCores: 3 })).toEqual([
    expect.stringContaining('use only 2 of them'),
  ]);
});

test.each(['4.0.3-scala2.13-java17-python3-ubuntu', '4.0.3', 'nightly'])(
  "takes Spark's packages of the Scala version in the tag %s",
  (tag) => {
    const image = ContainerImage.of(`apache/spark:${tag}`);
    const packages = ['org.apache.spark:spark-sql-kafka-0-10_2.13:4.0.3', 'org.example:other_2.13:1.0'];
    expect(() => application({ packages }, newStack(), image)).not.toThrow();
  },
);

test("only warns of Spark's packages where the version is guessed from the tag of somebody's own image", () => {
  const image = ContainerImage.of('mine/spark:3.5.6');
  const packages = [KAFKA];
  expect(warnings(application({ packages }, newStack(), image))).toEqual([
    expect.stringContaining(`Scala version of mine/spark:3.5.6, got '${KAFKA}'`),
  ]);
});

describe('refuses files', () => {
  const nested = join(folder, 'nested');
  beforeAll(() => {
    mkdirSync(nested);
    writeFileSync(join(nested, 'main.py'), '');
    mkdirSync(join(folder, 'folder.py'));
    writeFileSync(join(folder, 'latin1.py'), Buffer.from([0xe9]));
  });

  test.each([
    ['missing.py', 'ENOENT: no such file or directory'],
    ['folder.py', 'EISDIR: illegal operation on a directory'],
    ['latin1.py', 'The encoded data was not valid for encoding utf-8'],
  ])('that cannot be read, such as %s, with the reason', (file, reason) => {
    const path = join(folder, file);
    expect(refused({ code: SparkCode.python(path) })).toBe(
      `code is SparkCode in which file must be the path of a Python file (.py) that can be read; got '${path}' (${reason}).`,
    );
    expect(refused({ code: SparkCode.python(pythonFile, { modules: [moduleFile, path] }) })).toContain(
      'code is SparkCode in which modules is a list in which [1] must be the path of a Python file',
    );
  });

  test('that spark-submit would take for a library of Java', () => {
    expect(refused({ code: SparkCode.python(folder) })).toContain(`got '${folder}'`);
  });

  test('of one name, for they are put into one folder', () => {
    expect(refused({ code: SparkCode.python(pythonFile, { modules: [join(nested, 'main.py')] }) })).toBe(
      "code is SparkCode in which modules must have file names of their own, because all are put into one folder; got 'main.py' twice, rename one.",
    );
  });
});

describe('brokers that want TLS and a login', () => {
  const mounts = SCRAM_MOUNTS.map((mount) => ({
    ...mount,
    target: mount.target?.replace('kafka', 'kafka-job'),
  }));

  test('are spoken to by driver and executors as the environment says, with secrets from files', () => {
    const stack = newStack();
    application({}, stack).reads(secured(scram(), stack).addTopic('orders'));
    expect(environment(stack, 'job').KAFKA_CLIENT_PROPERTIES).toContain('sasl.mechanism=SCRAM-SHA-512\n');
    for (const name of ['job', 'spark-worker-1']) expect(container(stack, name)).toMatchObject({ mounts });
    expect(container(stack, 'spark-master')).not.toHaveProperty('mounts');
  });

  test('are each spoken to by the application that works with them, with what it had before', () => {
    const stack = newStack();
    const own = { '/run/secrets/own': SecretFile.fromHost('/etc/streaming/own') };
    application({ kafka: secured(scram(), stack) }, stack, IMAGES.spark, { secretFiles: own });
    const spark = stack.node.findChild('spark') as SparkCluster;
    const props = {
      cluster: spark,
      code: SparkCode.python(pythonFile),
      kafka: stack.node.findChild('theirs') as IKafkaCluster,
    };
    new SparkApplication(stack, 'other', { ...props, hostPort: 4041 });
    expect((container(stack, 'spark-worker-2') as { mounts?: { target: string }[] }).mounts).toMatchObject(
      [
        'own',
        'kafka-job/ca.crt',
        'kafka-job/login.properties',
        'kafka-other/ca.crt',
        'kafka-other/login.properties',
      ].map((file) => ({ target: `/run/secrets/${file}` })),
    );
  });

  test('are refused where nobody brings executors the files, or their secrets are no files', () => {
    const stack = newStack();
    const cluster = new SparkCluster(stack, 'spark', { platform: newPlatform(stack) });
    Object.defineProperty(cluster, 'addSecretFiles', { value: undefined });
    const code = SparkCode.python(pythonFile);
    const job = new SparkApplication(stack, 'job', { cluster, code, kafka: secured(scram(), stack) });
    expect(() => accepted(job)).toThrow(
      'the workers of test/spark must have /run/secrets/kafka-job/ca.crt, /run/secrets/kafka-job/login.properties, which executors need',
    );
    const tls = ClusterSecurity.tls({ caCertificate: '-----BEGIN CERTIFICATE-----' });
    expect(() => application({ kafka: secured(tls) })).toThrow(
      'kafka must be a KafkaCluster whose security is of files',
    );
  });
});

test('applications that are told the same checkpoint location are refused, and those that keep none are not', () => {
  const two = (...applicationArguments: string[]) => {
    const stack = newStack();
    const platform = newPlatform(stack);
    const cluster = new SparkCluster(stack, 'spark', { platform });
    const code = SparkCode.python(pythonFile);
    const props = { cluster, code, applicationName: 'Same', executorCores: 1, applicationArguments };
    new SparkApplication(stack, 'one', { ...props, hostPort: 4041 });
    return accepted(new SparkApplication(stack, 'two', { ...props, hostPort: 4042 }));
  };
  expect(() => two('--checkpoints', '/opt/spark/work-dir/checkpoints/Same')).toThrow(
    "test/two cannot be made:\n  - the checkpoint location '/opt/spark/work-dir/checkpoints/Same' is already that of test/one; give one of them another applicationName",
  );
  expect(() => two()).not.toThrow();
});

describe('a jar', () => {
  const jar = join(folder, 'averages.jar');
  beforeAll(() => writeFileSync(jar, 'one'));

  test('is in the image of its driver, which is told its main class', () => {
    const stack = newStack();
    application({ code: SparkCode.jar(jar, 'com.example.Main'), applicationArguments: ['a'] }, stack);
    const driver = container(stack, 'job');
    expect(driver.command?.slice(-4)).toEqual(['--class', 'com.example.Main', '/opt/app/app.jar', 'a']);
    expect(driver.upload).toEqual([]);
    const built = resources(stack, 'docker_image').filter(({ build }) => build !== undefined);
    expect(built).toMatchObject([
      {
        name: expect.stringMatching(/^cdktf-streaming\/spark:app-[0-9a-f]{12}$/) as string,
        build: { build_args: { BASE: IMAGES.spark.reference } },
      },
    ]);
  });

  test('that changes gives another image', () => {
    const reference = (content: string): string => {
      writeFileSync(jar, content);
      const stack = newStack();
      application({ code: SparkCode.jar(jar, 'Main') }, stack);
      return String(resources(stack, 'docker_image').find(({ build }) => build !== undefined)?.name);
    };
    expect(reference('one')).not.toBe(reference('two'));
  });

  test.each([
    ['missing.jar', 'ENOENT: no such file or directory'],
    ['folder.jar', 'it is not a file'],
  ])('that cannot be read, such as %s, is refused with the reason', (file, reason) => {
    mkdirSync(join(folder, 'folder.jar'), { recursive: true });
    const path = join(folder, file);
    expect(refused({ code: SparkCode.jar(path, 'Main') })).toBe(
      `code is SparkCode in which path must be the path of a jar that can be read; got '${path}' (${reason}).`,
    );
  });

  test.each(['Main', 'com.example.Main', 'com.example.Outer$Inner', 'déjà.Vu'])(
    'has the main class %s',
    (name) => {
      expect(() => application({ code: SparkCode.jar(jar, name) })).not.toThrow();
    },
  );

  test.each(['', '.Main', 'Main.', 'com..Main', '1a', 'a b', '--class'])('has no main class %p', (name) => {
    expect(refused({ code: SparkCode.jar(jar, name) })).toContain(
      'mainClass must be the full name of a class',
    );
  });
});

describe('a folder of Python', () => {
  const path = join(folder, 'pipeline');
  beforeAll(() => {
    mkdirSync(join(path, 'jobs'), { recursive: true });
    for (const file of ['main.py', 'jobs/daily.py', 'requirements.txt']) writeFileSync(join(path, file), '');
  });

  test('is in the image of its driver with what it requires, and goes from there to executors', () => {
    const stack = newStack();
    application({ code: SparkCode.folder(path, { requirements: 'requirements.txt' }) }, stack);
    const driver = container(stack, 'job');
    expect(driver.command?.at(-1)).toBe('/opt/app/main.py');
    expect(driver.command).toContain('spark.archives=/opt/app.zip#app');
    expect(driver.command).toContain('spark.executorEnv.PYTHONPATH=app:app/.packages');
    expect(environment(stack, 'job')).toMatchObject({ PYTHONPATH: '/opt/app/.packages' });
    expect(resources(stack, 'docker_image').filter(({ build }) => build !== undefined)).toMatchObject([
      {
        name: expect.stringMatching(/^cdktf-streaming\/spark:app-[0-9a-f]{12}$/) as string,
        build: {
          build_args: {
            BASE: IMAGES.spark.reference,
            FETCHER: IMAGES.spark.fetcher,
            REQUIREMENTS: 'requirements.txt',
          },
        },
      },
    ]);
  });

  test('has any of its files submitted', () => {
    const stack = newStack();
    application({ code: SparkCode.folder(path, { main: 'jobs/daily.py' }) }, stack);
    expect(container(stack, 'job').command?.at(-1)).toBe('/opt/app/jobs/daily.py');
  });

  test.each(['spark.archives', 'spark.executorEnv.PYTHONPATH'])('brings itself by %s', (name) => {
    expect(refused({ code: SparkCode.folder(path), settings: { [name]: 'mine' } })).toContain(
      `settings: ${name} must be left out beside SparkCode.folder`,
    );
    expect(() => application({ settings: { [name]: 'mine' } })).not.toThrow();
  });

  test('that changes in any of its files gives another image; what Python leaves there does not', () => {
    const reference = (content: string, file = 'jobs/daily.py'): string => {
      writeFileSync(join(path, file), content);
      const stack = newStack();
      application({ code: SparkCode.folder(path) }, stack);
      return String(resources(stack, 'docker_image').find(({ build }) => build !== undefined)?.name);
    };
    expect(reference('one')).not.toBe(reference('two'));
    const two = reference('two');
    mkdirSync(join(path, 'jobs/__pycache__'));
    expect(reference('compiled', 'jobs/__pycache__/daily.cpython-311.pyc')).toBe(two);
    expect(reference('compiled', 'jobs/daily.pyc')).toBe(two);
  });

  test.each<[string, Parameters<typeof SparkCode.folder>, string]>([
    ['is none', [join(folder, 'missing')], 'path must be the path of a folder that can be read; got'],
    ['lacks its main file', [path, { main: 'other.py' }], "must be files of '"],
    [
      'lacks its requirements',
      [path, { requirements: 'other.txt' }],
      "got 'other.txt', of which there is none",
    ],
    [
      'has a main file elsewhere',
      [path, { main: '../main.py' }],
      'main must be the path of a Python file (.py)',
    ],
    [
      'has requirements elsewhere',
      [path, { requirements: '/etc/hosts' }],
      'requirements must be the path of a file',
    ],
    [
      'has a main file that is no Python',
      [path, { main: 'requirements.txt' }],
      'main must be the path of a Python',
    ],
    ['is no path', [5 as never], 'path must be text'],
  ])('that %s is refused', (_, given, says) => {
    expect(refused({ code: SparkCode.folder(...given) })).toContain(says);
  });
});
