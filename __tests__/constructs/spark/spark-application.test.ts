import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContainerImage } from '../../../constructs/core/container-image';
import { Size } from '../../../constructs/core/size';
import { SparkApplication, type SparkApplicationProps } from '../../../constructs/spark/spark-application';
import { SparkCluster } from '../../../constructs/spark/spark-cluster';
import { container, IMAGES, newPlatform, newStack } from '../../support/synth';

const folder = mkdtempSync(join(tmpdir(), 'spark-application-'));
const pythonFile = join(folder, 'main.py');
const moduleFile = join(folder, 'logic.py');
writeFileSync(pythonFile, 'import logic\n');
writeFileSync(moduleFile, 'X = 1\n');

const KAFKA = 'org.apache.spark:spark-sql-kafka-0-10_2.12:3.5.7';

function application(
  props: Partial<SparkApplicationProps> = {},
  stack = newStack(),
  spark = IMAGES.spark,
): SparkApplication {
  const platform = newPlatform(stack, { images: { ...IMAGES, spark } });
  const cluster = new SparkCluster(stack, 'spark', { platform });
  return new SparkApplication(stack, 'job', { cluster, pythonFile, ...props });
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

test('brings its file and its modules along', () => {
  const stack = newStack();
  application({ pythonModules: [moduleFile], applicationArguments: ['--for', 'ever'] }, stack);
  const driver = container(stack, 'job');
  expect(driver.upload).toEqual([
    { file: '/opt/app/main.py', content: 'import logic\n' },
    { file: '/opt/app/logic.py', content: 'X = 1\n' },
  ]);
  expect(driver.command?.slice(-3)).toEqual(['/opt/app/main.py', '--for', 'ever']);
});

test('fetches packages that the image does not carry, once, into the shared storage', () => {
  expect(command({ packages: [KAFKA] })).toContain(`--packages ${KAFKA}`);
  expect(command({ packages: [KAFKA] })).toContain('--conf spark.jars.ivy=/opt/spark/work-dir/ivy');
  expect(command({ packages: [KAFKA], ivyCache: '/tmp/ivy' })).toContain('--conf spark.jars.ivy=/tmp/ivy');
  expect(command()).not.toContain('spark.jars.ivy');
});

test('fetches nothing that the image carries', () => {
  const image = ContainerImage.of('example/spark:3.5.7', { bundledPackages: [KAFKA] });
  expect(command({ packages: [KAFKA] }, image)).not.toContain('--packages');
});

test('gives the driver its heap, its overhead and room for Python', () => {
  const stack = newStack();
  application({ driverMemory: Size.mebibytes(512) }, stack);
  expect(container(stack, 'job')).toMatchObject({ memory: 512 + 384 + 128, destroy_grace_seconds: 30 });
});

test('passes options of the JVM and further settings to driver and executors', () => {
  const text = command({ jvmOptions: '-XX:+UseSerialGC', settings: { 'spark.sql.shuffle.partitions': 3 } });
  expect(text).toContain('spark.driver.extraJavaOptions=-XX:+UseSerialGC');
  expect(text).toContain('spark.executor.extraJavaOptions=-XX:+UseSerialGC');
  expect(text).toContain('--conf spark.sql.shuffle.partitions=3');
});

test.each(['driverMemory', 'executorMemory'] as const)('refuses %s below 450 MiB', (property) => {
  expect(() => application({ [property]: Size.bytes(450 * 1024 ** 2 - 1) })).toThrow(
    `${property} must be at least 450 MiB`,
  );
  expect(() => application({ [property]: Size.mebibytes(450) })).not.toThrow();
});

test.each(['driverCores', 'executorCores', 'totalExecutorCores'] as const)(
  'refuses %s below 1',
  (property) => {
    expect(() => application({ [property]: 0 })).toThrow(
      `${property} must be a whole number, 1 or more, got 0`,
    );
    expect(() => application({ [property]: 1.5 })).toThrow('got 1.5');
  },
);

test('refuses an executor that fits on no worker', () => {
  expect(() => application({ executorMemory: Size.gibibytes(4).plus(Size.bytes(1)) })).toThrow(
    'executorMemory must be at most 4 GiB',
  );
  expect(() => application({ executorCores: 3 })).toThrow('executorCores must be at most 2');
});

test('refuses fewer cores in all than one executor has', () => {
  expect(() => application({ totalExecutorCores: 1 })).toThrow(
    'totalExecutorCores must be at least executorCores (2)',
  );
});

test('refuses an executor with fewer cores than a task', () => {
  const settings = { 'spark.task.cpus': 2 };
  expect(() => application({ executorCores: 1, settings })).toThrow(
    'executorCores must be at least spark.task.cpus (2), got 1',
  );
  expect(() => application({ executorCores: 2, settings })).not.toThrow();
});

test.each([0, 1, -0.1, 1.1, NaN])('refuses the memory fraction %p', (memoryFraction) => {
  expect(() => application({ memoryFraction })).toThrow(
    `memoryFraction must be between 0 and 1, got ${memoryFraction}`,
  );
});

test.each([-0.1, 1.1, NaN])('refuses the storage fraction %p', (memoryStorageFraction) => {
  expect(() => application({ memoryStorageFraction })).toThrow(
    `memoryStorageFraction must be from 0 to 1, got ${memoryStorageFraction}`,
  );
});

test.each([0, 1])('takes the storage fraction %p', (memoryStorageFraction) => {
  expect(() => application({ memoryStorageFraction })).not.toThrow();
});

test('refuses results that can fill the driver', () => {
  expect(() => application({ maxResultSize: Size.gibibytes(4) })).toThrow(
    "less than the driver's memory (4 GiB)",
  );
  expect(() => application({ maxResultSize: Size.bytes(0) })).toThrow('maxResultSize must be more than 0');
});

test.each(['-Xmx1g', '-XX:+UseG1GC -Xms1g'])('refuses the heap in %p', (jvmOptions) => {
  expect(() => application({ jvmOptions })).toThrow('jvmOptions must not set the heap');
});

test.each(['a:b', 'a:b:c:d', '', 'a: b:c'])('refuses the package %p', (coordinates) => {
  expect(() => application({ packages: [coordinates] })).toThrow(
    'packages must be written group:artifact:version',
  );
});

test.each([
  'org.apache.spark:spark-sql-kafka-0-10_2.13:3.5.7',
  'org.apache.spark:spark-sql-kafka-0-10_2.12:3.5.6',
])('refuses %s beside Spark 3.5.7 for Scala 2.12', (coordinates) => {
  expect(() => application({ packages: [coordinates] })).toThrow(
    'must be of the Spark and Scala version of example/spark:3.5.7',
  );
});

test("takes Spark's packages of the Scala version in the image's tag", () => {
  const image = ContainerImage.of('apache/spark:4.0.3-scala2.13-java17-python3-ubuntu');
  const packages = ['org.apache.spark:spark-sql-kafka-0-10_2.13:4.0.3'];
  expect(() => application({ packages }, newStack(), image)).not.toThrow();
});

test.each([
  ['spark.storage.memoryFraction', 'spark.memory.storageFraction (the property memoryStorageFraction)'],
  ['spark.shuffle.memoryFraction', 'spark.memory.fraction (the property memoryFraction)'],
])('refuses %s with the name of what replaced it', (name, replacement) => {
  expect(() => application({ settings: { [name]: 0.5 } })).toThrow(
    `${name} went in Spark 3.0; what replaced it is ${replacement}`,
  );
});

test('refuses settings that have a property', () => {
  expect(() => application({ settings: { 'spark.executor.memory': '1g', 'spark.local.dir': '/x' } })).toThrow(
    /property executorMemory.*property localDirectory/s,
  );
});

test('refuses cluster mode, which standalone clusters do not have for Python', () => {
  expect(() => application({ settings: { 'spark.submit.deployMode': 'cluster' } })).toThrow('must be client');
});

test('refuses a network time-out that a heartbeat cannot prevent', () => {
  const heartbeat = { 'spark.executor.heartbeatInterval': '60s' };
  expect(() => application({ settings: { ...heartbeat, 'spark.network.timeout': '1min' } })).toThrow(
    'must be longer than',
  );
  expect(() => application({ settings: { ...heartbeat, 'spark.network.timeout': '61s' } })).not.toThrow();
});
