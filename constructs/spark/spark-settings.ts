import { Token } from 'cdktf';
import { allOf, check, SETTING } from '../core/checks';
import { BY_SPARK_DEFAULTS, nothingSecret } from '../core/plain-sight';
import type { Check } from '../core/properties';
import { isSecretName } from '../core/secrets';
import { show } from '../core/show';
import { jvmOptions } from '../core/heap';
import { settingsByName } from './settings-by-name';
import { isSize, milliseconds } from './spark-units';

export const CONFIGURATION = 'https://spark.apache.org/docs/3.5.7/configuration.html';

const has = (property: string): string => `set by the property ${property}`;
const gone = (successor: string, property: string): string =>
  `left out, because it went in Spark 3.0 (SPARK-26539); what replaced it is ${successor}, ${has(property)}`;

/** What must be done instead: two places could disagree, or Spark itself refuses it. */
const REFUSED: ReadonlyMap<string, string> = new Map([
  ['spark.app.name', has('applicationName')],
  ['spark.driver.memory', has('driverMemory')],
  ['spark.driver.cores', has('driverCores')],
  ['spark.driver.host', has('serviceName')],
  ['spark.driver.bindAddress', has('bindAddress')],
  ['spark.driver.maxResultSize', has('maxResultSize')],
  ['spark.driver.extraJavaOptions', has('jvmOptions')],
  ['spark.executor.memory', has('executorMemory')],
  ['spark.executor.cores', has('executorCores')],
  ['spark.executor.extraJavaOptions', has('jvmOptions')],
  ['spark.cores.max', has('totalExecutorCores')],
  ['spark.memory.fraction', has('memoryFraction')],
  ['spark.memory.storageFraction', has('memoryStorageFraction')],
  ['spark.local.dir', has('localDirectory')],
  ['spark.jars.packages', has('packages')],
  ['spark.jars.ivy', has('ivyCache')],
  ['spark.master', has('cluster')],
  ['spark.ui.port', `left out, because the UI is looked for at 4040; on the host it is ${has('hostPort')}`],
  ['spark.storage.memoryFraction', gone('spark.memory.storageFraction', 'memoryStorageFraction')],
  ['spark.shuffle.memoryFraction', gone('spark.memory.fraction', 'memoryFraction')],
]);

const all = (kind: Check, ...names: string[]): [string, Check][] => names.map((name) => [name, kind]);

const SIZE = check(CONFIGURATION, "a size as Spark writes it, such as '512m' or '4g'", isSize);
const TIME = check(
  CONFIGURATION,
  "a time as Spark writes it, such as '500ms' or '120s'",
  (value) => milliseconds(value) !== undefined,
);
const COUNT = check(CONFIGURATION, 'a whole number, 1 or more', (value) =>
  /^0*[1-9]\d*$/.test(String(value)),
);
const SWITCH = check(CONFIGURATION, 'true or false', (value) => /^(true|false)$/.test(String(value)));
/** Options of the driver's and the executors' JVMs. */
export const SPARK_JVM_OPTIONS = allOf(
  jvmOptions('driverMemory and executorMemory'),
  check(
    'org.apache.spark.SparkConf#validateSettings',
    'without -Dspark, for which there is settings',
    (options) => !String(options).includes('-Dspark'),
  ),
);

/** The common ones, each with a value that Spark can read: it else ends with a stack trace, when the driver starts. */
const KNOWN: ReadonlyMap<string, Check> = new Map([
  ...all(
    SIZE,
    'spark.broadcast.blockSize',
    'spark.driver.memoryOverhead',
    'spark.executor.memoryOverhead',
    'spark.executor.pyspark.memory',
    'spark.files.maxPartitionBytes',
    'spark.files.openCostInBytes',
    'spark.kryoserializer.buffer',
    'spark.kryoserializer.buffer.max',
    'spark.memory.offHeap.size',
    'spark.python.worker.memory',
    'spark.reducer.maxSizeInFlight',
    'spark.shuffle.file.buffer',
    'spark.sql.files.maxPartitionBytes',
    'spark.storage.memoryMapThreshold',
  ),
  ...all(
    TIME,
    'spark.dynamicAllocation.executorIdleTimeout',
    'spark.executor.heartbeatInterval',
    'spark.files.fetchTimeout',
    'spark.locality.wait',
    'spark.network.timeout',
    'spark.rpc.askTimeout',
    'spark.rpc.lookupTimeout',
    'spark.scheduler.maxRegisteredResourcesWaitingTime',
    'spark.shuffle.io.retryWait',
    'spark.sql.streaming.pollingDelay',
  ),
  ...all(
    COUNT,
    'spark.default.parallelism',
    'spark.rpc.message.maxSize',
    'spark.sql.shuffle.partitions',
    'spark.sql.streaming.minBatchesToRetain',
    'spark.task.cpus',
    'spark.task.maxFailures',
  ),
  ...all(
    SWITCH,
    'spark.dynamicAllocation.enabled',
    'spark.eventLog.enabled',
    'spark.memory.offHeap.enabled',
    'spark.shuffle.compress',
    'spark.speculation',
    'spark.sql.adaptive.enabled',
    'spark.ui.enabled',
  ),
  ...all(SPARK_JVM_OPTIONS, 'spark.driver.defaultJavaOptions', 'spark.executor.defaultJavaOptions'),
  [
    'spark.submit.deployMode',
    check(
      'org.apache.spark.deploy.SparkSubmit',
      "'client', because standalone clusters run Python in no other",
      (mode) => mode === 'client',
    ),
  ],
]);

function problemOf(name: string, value: unknown): string | undefined {
  const instead = REFUSED.get(name);
  if (instead !== undefined) return `${name} must be ${instead}; got ${show(value)}`;
  if (!/^spark(\.[\w-]+)+$/.test(name))
    return `${show(name)} is no setting of Spark, whose names are spark.…`;
  const problem = Token.isUnresolved(value) ? undefined : (KNOWN.get(name) ?? SETTING).problem(value);
  if (problem === undefined) return undefined;
  return `${name} ${isSecretName(name) ? `must be ${(KNOWN.get(name) ?? SETTING).allowed}` : problem}`;
}

/** Settings by their name in Spark. */
export const SPARK_SETTINGS: Check = allOf(
  settingsByName(
    CONFIGURATION,
    "settings by their name in Spark, such as 'spark.sql.adaptive.enabled', each with a value that it takes",
    problemOf,
  ),
  nothingSecret(BY_SPARK_DEFAULTS),
);
