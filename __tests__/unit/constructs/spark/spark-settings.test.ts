import { TerraformVariable } from 'cdktf';
import { SPARK_SETTINGS_TOGETHER } from '../../../../constructs/spark/spark-setting-rules';
import { SETTINGS_OF_APPLICATIONS } from '../../../../constructs/spark/spark-settings';
import { newStack } from '../../../support/synth';

const { settings: SPARK_SETTINGS, foreignSettings: FOREIGN_SPARK_SETTINGS } = SETTINGS_OF_APPLICATIONS['3.5'];

const problem = (name: string, value: unknown): string | undefined =>
  SPARK_SETTINGS.problem({ [name]: value });

test.each([
  ['spark.memory.offHeap.size', '1g'],
  ['spark.memory.offHeap.size', 1024],
  ['spark.driver.memoryOverhead', ' 512M '],
  ['spark.network.timeout', '120s'],
  ['spark.network.timeout', '500us'],
  ['spark.network.timeout', '2min'],
  ['spark.locality.wait', 0],
  ['spark.task.cpus', 1],
  ['spark.sql.shuffle.partitions', '3'],
  ['spark.speculation', true],
  ['spark.speculation', 'false'],
  ['spark.executor.defaultJavaOptions', '-XX:+UseSerialGC'],
  ['spark.submit.deployMode', 'client'],
  ['spark.hadoop.fs.s3a.bucket.my-bucket.endpoint', 'x'],
  ['spark.executorEnv.MY_NAME', 'x'],
  ['spark.cassandra.connection.host', 'x'],
  ['spark.sql.catalog.lake.type', 'x'],
  ['spark.default.parallelism', 4],
  ['spark.metrics.conf.*.sink.prometheusServlet.class', 'org.apache.spark.metrics.sink.PrometheusServlet'],
  ['spark.rpc.message.maxSize', 2047],
  ['spark.port.maxRetries', 0],
  ['spark.driver.port', 0],
  ['spark.driver.blockManager.port', 1024],
  ['spark.blockManager.port', '65535'],
  ['spark.broadcast.blockSize', '2097151k'],
  ['spark.io.compression.lz4.blockSize', '64b'],
  ['spark.io.compression.snappy.blockSize', '512m'],
  ['spark.io.compression.snappy.blockSize', '1k'],
  ['spark.executor.heartbeatInterval', '10ms'],
  ['spark.rpc.askTimeout', '1s'],
  ['spark.shuffle.manager', 'tungsten-sort'],
  ['spark.plugins', 'org.example.One, org.example.Two'],
  ['spark.rpc.io.serverThreads', 4],
  ['spark.sql.autoBroadcastJoinThreshold', -1],
])('takes %s=%p', (name, value) => {
  expect(problem(name, value)).toBeUndefined();
});

test.each([
  ['spark.rpc.message.maxSize', 2048, 'a whole number from 1 to 2047'],
  ['spark.port.maxRetries', -1, 'a whole number from 0'],
  ['spark.driver.port', 1023, '0 for any port, or one from 1024 to 65535'],
  ['spark.driver.blockManager.port', 65_536, '0 for any port, or one from 1024 to 65535'],
  ['spark.blockManager.port', -1, '0 for any port, or one from 1024 to 65535'],
  ['spark.broadcast.blockSize', 0, 'a size'],
  ['spark.broadcast.blockSize', '2g', 'a size'],
  ['spark.io.compression.lz4.blockSize', '63b', 'a size'],
  ['spark.rpc.askTimeout', 'soon', 'a time'],
  ['spark.rpc.lookupTimeout', 'x', 'a time'],
  ['spark.rpc.askTimeout', 0, 'a time'],
  ['spark.executor.heartbeatInterval', '9ms', 'a time'],
  ['spark.io.compression.snappy.blockSize', '524289k', 'a size'],
  ['spark.io.compression.snappy.blockSize', '1023b', 'a size'],
  ['spark.sql.streaming.checkpointLocation', '', 'text'],
  ['spark.cleaner.periodicGC.interval', '999ms', 'a time'],
  ['spark.shuffle.manager', 'hash', 'sort or the full name of a class'],
  ['spark.extraListeners', 'Listener', 'full names of classes'],
  ['spark.memory.offHeap.size', '4q', 'a size'],
  ['spark.memory.offHeap.size', '1.5g', 'a size'],
  ['spark.memory.offHeap.size', '-1g', 'a size'],
  ['spark.memory.offHeap.size', 'x1g', 'a size'],
  ['spark.memory.offHeap.size', '', 'a size'],
  ['spark.network.timeout', '5 minutes', 'a time'],
  ['spark.network.timeout', '5min.', 'a time'],
  ['spark.network.timeout', '-5s', 'a time'],
  ['spark.network.timeout', 'soon', 'a time'],
  ['spark.task.cpus', 0, 'a whole number from 1 to 2147483647'],
  ['spark.task.cpus', '00', 'a whole number from 1 to 2147483647'],
  ['spark.task.cpus', 1.5, 'a whole number from 1 to 2147483647'],
  ['spark.task.cpus', NaN, 'a whole number from 1 to 2147483647'],
  ['spark.speculation', 'yes', 'true or false'],
  ['spark.speculation', 'untrue', 'true or false'],
  ['spark.driver.defaultJavaOptions', '-Xmx1g', 'options of a JVM'],
  ['spark.executor.defaultJavaOptions', '-Xms1g', 'options of a JVM'],
  [
    'spark.executor.defaultJavaOptions',
    '-Dspark.task.cpus=1',
    'without -Dspark, for which there is settings',
  ],
  ['spark.submit.deployMode', 'cluster', "'client', because standalone clusters run Python in no other"],
  ['spark.sql.extensions', null, 'text, a number, or true or false'],
  ['spark.kryoserializer.buffer.max', 'big', 'a size'],
  ['spark.driver.memoryOverheadFactor', 0, 'a number, more than 0'],
  ['spark.sql.parquet.compression.codec', 'zip', 'one of brotli'],
  ['spark.scheduler.mode', 'LIFO', 'FIFO or FAIR'],
  ['spark.io.compression.codec', 'zip', 'lz4, lzf, snappy, zstd'],
  ['spark.serializer', 'kryo', 'the full name of a class'],
  ['spark.sql.autoBroadcastJoinThreshold', '9223372036854775808', 'a size'],
])('refuses %s=%p: it is to be %s', (name, value, allowed) => {
  const sentence = problem(name, value);
  expect(sentence?.startsWith(`is an object in which ${name} must be `)).toBe(true);
  expect(sentence).toContain(allowed);
});

test.each([
  ['spark.app.name', 'applicationName'],
  ['spark.driver.memory', 'driverMemory'],
  ['spark.driver.cores', 'driverCores'],
  ['spark.driver.host', 'serviceName'],
  ['spark.driver.bindAddress', 'bindAddress'],
  ['spark.driver.maxResultSize', 'maxResultSize'],
  ['spark.driver.extraJavaOptions', 'jvmOptions'],
  ['spark.executor.memory', 'executorMemory'],
  ['spark.executor.cores', 'executorCores'],
  ['spark.executor.extraJavaOptions', 'jvmOptions'],
  ['spark.cores.max', 'totalExecutorCores'],
  ['spark.memory.fraction', 'memoryFraction'],
  ['spark.memory.storageFraction', 'memoryStorageFraction'],
  ['spark.local.dir', 'localDirectory'],
  ['spark.jars.packages', 'packages'],
  ['spark.master', 'cluster'],
])('leaves %s to the property %s', (name, property) => {
  expect(problem(name, 'x')).toBe(
    `is an object in which ${name} must be set by the property ${property}; got 'x'`,
  );
});

test('leaves the port of the UI to the container', () => {
  expect(problem('spark.ui.port', 4041)).toContain('set by the property hostPort; got 4041');
});

test.each([
  ['spark.storage.memoryFraction', 'spark.memory.storageFraction', 'memoryStorageFraction'],
  ['spark.shuffle.memoryFraction', 'spark.memory.fraction', 'memoryFraction'],
])('refuses %s with the name of what replaced it', (name, successor, property) => {
  expect(problem(name, 0.5)).toBe(
    `is an object in which ${name} must be left out, because it went in Spark 3.0 (SPARK-26539); what replaced it is ${successor}, set by the property ${property}; got 0.5`,
  );
});

test.each(['task.cpus', 'spark', 'spark.', 'spark..x', 'Spark.task.cpus', 'spark.a b', 'x.spark.a'])(
  'refuses %p, of which Spark would only warn',
  (name) => {
    expect(problem(name, 1)).toContain(`'${name}' is not a setting that Spark knows (3.5.7)`);
  },
);

test.each([
  ['spark.task.cpu', 'spark.task.cpus'],
  ['spark.excutor.heartbeatInterval', 'spark.executor.heartbeatInterval'],
  ['spark.sql.shuffle.partition', 'spark.sql.shuffle.partitions'],
  ['spark.dynamicallocation.enabled', 'spark.dynamicAllocation.enabled'],
])('refuses %s, and asks for %s', (name, meant) => {
  expect(problem(name, 1)).toContain(`did you mean '${meant}'?`);
});

test('a name beside those of Spark is foreign', () => {
  const settings = { 'spark.sql.iceberg.planning.preserve-data-grouping': true };
  expect(SPARK_SETTINGS.problem(settings)).toContain('give it in foreignSettings');
  expect(FOREIGN_SPARK_SETTINGS.problem(settings)).toBeUndefined();
});

const broken = (settings: Record<string, string | number | boolean>): string[] =>
  SPARK_SETTINGS_TOGETHER.filter(({ fails }) => fails({ settings })).map(({ message }) =>
    message({ settings }),
  );

test.each<[string, Record<string, string | number | boolean>, Record<string, string | number | boolean>]>([
  [
    'without spark.eventLog.dir',
    { 'spark.eventLog.enabled': true },
    { 'spark.eventLog.enabled': true, 'spark.eventLog.dir': '/opt/spark/work-dir' },
  ],
  [
    'spark.network.timeout (59s) must be at least spark.network.timeoutInterval (60s)',
    { 'spark.network.timeout': '59s' },
    { 'spark.network.timeout': '60s' },
  ],
  [
    'spark.storage.blockManagerHeartbeatTimeoutMs (30s) must be at least',
    { 'spark.storage.blockManagerHeartbeatTimeoutMs': '30s' },
    { 'spark.storage.blockManagerHeartbeatTimeoutMs': '30s', 'spark.network.timeoutInterval': '30s' },
  ],
  [
    'maxTaskAttemptsPerNode must be 1 or more',
    { 'spark.excludeOnFailure.enabled': true, 'spark.excludeOnFailure.task.maxTaskAttemptsPerNode': 0 },
    { 'spark.excludeOnFailure.task.maxTaskAttemptsPerNode': 0 },
  ],
  [
    'maxTaskAttemptsPerNode (2) must be less than spark.task.maxFailures (2)',
    { 'spark.excludeOnFailure.enabled': true, 'spark.task.maxFailures': 2 },
    { 'spark.excludeOnFailure.enabled': false, 'spark.task.maxFailures': 2 },
  ],
  ['must be longer than spark.executor', { 'spark.network.timeout': '10s' }, { 'spark.network.timeout': 60 }],
  [
    'spark.executor.instances must be left out',
    { 'spark.executor.instances': 2 },
    {
      'spark.executor.instances': 2,
      'spark.dynamicAllocation.enabled': true,
      'spark.shuffle.service.enabled': true,
    },
  ],
  [
    'without spark.memory.offHeap.size',
    { 'spark.memory.offHeap.enabled': 'true', 'spark.memory.offHeap.size': 0 },
    { 'spark.memory.offHeap.enabled': true, 'spark.memory.offHeap.size': '1g' },
  ],
  [
    "buffer.max must be less than 2g, got '4g'",
    { 'spark.kryoserializer.buffer.max': '4g' },
    { 'spark.kryoserializer.buffer.max': '2047m' },
  ],
  [
    'buffer must be less than 2g',
    { 'spark.kryoserializer.buffer': '2g' },
    { 'spark.kryoserializer.buffer': '1g' },
  ],
  [
    'without spark.authenticate;',
    { 'spark.network.crypto.enabled': true },
    {
      'spark.network.crypto.enabled': true,
      'spark.authenticate': true,
      'spark.authenticate.secret': 'x',
    },
  ],
  ['without spark.authenticate.secret', { 'spark.authenticate': true }, { 'spark.authenticate': false }],
  [
    'minExecutors (3) must be at most spark.dynamicAllocation.maxExecutors (2)',
    { 'spark.dynamicAllocation.minExecutors': 3, 'spark.dynamicAllocation.maxExecutors': 2 },
    { 'spark.dynamicAllocation.minExecutors': 2, 'spark.dynamicAllocation.maxExecutors': 2 },
  ],
  [
    'without spark.dynamicAllocation.shuffleTracking.enabled',
    { 'spark.dynamicAllocation.enabled': true, 'spark.dynamicAllocation.shuffleTracking.enabled': false },
    { 'spark.dynamicAllocation.enabled': true },
  ],
])('%s', (message, bad, good) => {
  expect(broken(bad)).toEqual([expect.stringContaining(message)]);
  expect(broken(good)).toEqual([]);
});

test('says of each setting what is wrong', () => {
  expect(SPARK_SETTINGS.problem({ 'spark.task.cpus': 0, 'spark.speculation': 1 })).toBe(
    'is an object in which spark.task.cpus must be a whole number from 1 to 2147483647; got 0, and spark.speculation must be true or false; got 1',
  );
});

test.each(['x', null, ['spark.task.cpus']])('refuses %p', (settings) => {
  expect(SPARK_SETTINGS.problem(settings)).toMatch(
    /^must be an object of settings by their name in Spark, .*; got /,
  );
});

test('a value may be known to Terraform alone, unless a property has it', () => {
  const { stringValue } = new TerraformVariable(newStack(), 'cpus', { type: 'string' });
  expect(problem('spark.task.cpus', stringValue)).toBeUndefined();
  expect(problem('spark.executor.memory', stringValue)).toContain(
    'must be set by the property executorMemory',
  );
});

test('a setting, and what it takes, is of the line of Spark', () => {
  const [former, newer] = [SETTINGS_OF_APPLICATIONS['3.5'], SETTINGS_OF_APPLICATIONS['4']];
  const brought = { 'spark.sql.streaming.stateStore.encodingFormat': 'avro' };
  expect(former.settings.problem(brought)).toContain('is not a setting that Spark knows (3.5.7)');
  expect(newer.settings.problem(brought)).toBeUndefined();
  const widened = { 'spark.sql.streaming.join.stateFormatVersion': 3 };
  expect(former.settings.problem(widened)).toContain('from 1 to 2');
  expect(newer.settings.problem(widened)).toBeUndefined();
});
