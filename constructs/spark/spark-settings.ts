import { allOf, check } from '../core/checks';
import { BY_SPARK_DEFAULTS } from '../core/plain-sight';
import { jvmOptions } from '../core/jvm';
import { misspelt } from '../core/nearest';
import type { Check } from '../core/properties';
import {
  bySparkLine,
  CLASSES,
  settingNames,
  settingOf,
  TABLE_VERSIONS,
  undefinedNames,
  type Setting,
  type SparkLine,
} from '../core/setting-tables';
import { foreignSettings, settingsByName, type KnownSettings } from '../core/settings-by-name';

const configuration = (line: SparkLine): string =>
  `https://spark.apache.org/docs/${TABLE_VERSIONS.spark[line]}/configuration.html`;
export const CONFIGURATION = configuration('3.5');

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
  ['spark.master', has('cluster')],
  ['spark.ui.port', `left out, because the UI is looked for at 4040; on the host it is ${has('hostPort')}`],
  ['spark.storage.memoryFraction', gone('spark.memory.storageFraction', 'memoryStorageFraction')],
  ['spark.shuffle.memoryFraction', gone('spark.memory.fraction', 'memoryFraction')],
]);

/** Options of the driver's and the executors' JVMs. */
export const SPARK_JVM_OPTIONS = allOf(
  jvmOptions('driverMemory and executorMemory'),
  check(
    'org.apache.spark.SparkConf#validateSettings',
    'without -Dspark, for which there is settings',
    (options) => !String(options).includes('-Dspark'),
  ),
);

/** What Spark itself defines as text, or not at all, and ends on all the same. */
const STRICTER: ReadonlyMap<string, Check> = new Map([
  ['spark.driver.defaultJavaOptions', SPARK_JVM_OPTIONS],
  ['spark.executor.defaultJavaOptions', SPARK_JVM_OPTIONS],
  [
    'spark.submit.deployMode',
    check(
      'org.apache.spark.deploy.SparkSubmit',
      "'client', because standalone clusters run Python in no other",
      (mode) => mode === 'client',
    ),
  ],
  [
    'spark.scheduler.mode',
    check(CONFIGURATION, 'FIFO or FAIR', (mode) => /^(fifo|fair)$/i.test(String(mode))),
  ],
  [
    'spark.io.compression.codec',
    check(
      'org.apache.spark.io.CompressionCodec',
      'lz4, lzf, snappy, zstd or the full name of a class',
      (codec) => /^(lz4|lzf|snappy|zstd)$/i.test(String(codec)) || CLASS.test(String(codec)),
    ),
  ],
  [
    'spark.shuffle.manager',
    check(
      CONFIGURATION,
      'sort or the full name of a class',
      (name) => /^(tungsten-)?sort$/i.test(String(name)) || CLASS.test(String(name)),
    ),
  ],
  ...['spark.driver.port', 'spark.driver.blockManager.port', 'spark.blockManager.port'].map(
    (name): [string, Check] => [
      name,
      check(
        'org.apache.spark.util.Utils#startServiceOnPort',
        '0 for any port, or one from 1024 to 65535',
        (port) => Number(port) === 0 || (Number(port) >= 1024 && Number(port) <= 65_535),
      ),
    ],
  ),
  ...['spark.serializer', 'spark.storage.replication.policy'].map((name): [string, Check] => [
    name,
    check(CONFIGURATION, 'the full name of a class', (value) => CLASS.test(String(value))),
  ]),
  [
    'spark.sql.session.timeZone',
    check(
      'org.apache.spark.sql.catalyst.util.DateTimeUtils#getZoneId',
      "a time zone, such as 'Europe/Berlin', 'UTC' or '+01:00'",
      (zone) => isTimeZone(String(zone)),
    ),
  ],
]);
/** As `java.time.ZoneId` has them: an offset, a short name, or the name of a region in its own letters. */
function isTimeZone(zone: string): boolean {
  if (/^((UTC|GMT|UT)?[+-]\d{1,2}(:\d{1,2}){0,2}|(UTC|GMT|UT)?[+-]\d{4}(\d{2})?|Z|UTC|GMT|UT)$/.test(zone))
    return true;
  if (
    /^(A[CEGN]T|AST|B[ES]T|C[ANST]T|CST|E[AC]T|[EHM]ST|I[ES]T|JST|MIT|N[ES]T|P[LNRS]T|PST|SST|VST|IET)$/.test(
      zone,
    )
  )
    return true;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions();
    return /^[A-Z]/.test(zone) && (timeZone === zone || timeZone.toLowerCase() !== zone.toLowerCase());
  } catch {
    return false;
  }
}
const CLASS = /^[\w$]+(\.[\w$]+)+$/;

const AT_LEAST_ONE = { type: 'INT', min: 1 } as const;
const NOT_AT_ONCE = { min: 1 } as const;
const SECONDS = { type: 'TIME', unit: 's', min: 1 } as const;

/** What Spark asks of a value only when it runs, beside what its registry says. */
const WHEN_IT_RUNS: ReadonlyMap<string, Partial<Setting>> = new Map<string, Partial<Setting>>([
  // org.apache.spark.util.RpcUtils, org.apache.spark.util.Utils#startServiceOnPort, 3.5.7
  ['spark.rpc.message.maxSize', { type: 'INT', min: 1, max: 2047 }],
  ['spark.port.maxRetries', { type: 'INT', min: 0 }],
  ['spark.default.parallelism', AT_LEAST_ONE],
  ['spark.sql.streaming.minBatchesToRetain', AT_LEAST_ONE],
  ['spark.task.cpus', AT_LEAST_ONE],
  ['spark.task.maxFailures', AT_LEAST_ONE],
  // org.apache.spark.rpc.RpcTimeout, 3.5.7
  ['spark.rpc.askTimeout', SECONDS],
  ['spark.rpc.lookupTimeout', { ...SECONDS, min: 0 }],
  // org.apache.spark.executor.Executor#reportHeartBeat, 3.5.7: one that is not answered within the interval has failed, and
  // so many in a row end an executor; a driver that pauses for a moment would lose all of them. Policy.
  ['spark.executor.heartbeatInterval', { min: 10 }],
  // java.util.concurrent.ScheduledThreadPoolExecutor, by which it does these again and again
  ['spark.cleaner.periodicGC.interval', NOT_AT_ONCE],
  ['spark.scheduler.revive.interval', NOT_AT_ONCE],
  // org.apache.spark.ExecutorAllocationManager#validateSettings, 3.5.7
  ['spark.dynamicAllocation.schedulerBacklogTimeout', NOT_AT_ONCE],
  ['spark.dynamicAllocation.sustainedSchedulerBacklogTimeout', NOT_AT_ONCE],
  // org.apache.spark.broadcast.TorrentBroadcast, net.jpountz.lz4.LZ4BlockOutputStream
  ['spark.broadcast.blockSize', { min: 1, max: 2_097_151 }],
  ['spark.io.compression.lz4.blockSize', { min: 64, max: 33_554_432 }],
  // org.xerial.snappy.SnappyOutputStream
  ['spark.io.compression.snappy.blockSize', { min: 1024, max: 536_870_912 }],
  // org.apache.hadoop.fs.Path
  ['spark.sql.streaming.checkpointLocation', { filled: true }],
  ...[
    'spark.kryo.registrator',
    'spark.plugins',
    'spark.extraListeners',
    'spark.sql.queryExecutionListeners',
    'spark.sql.streaming.streamingQueryListeners',
    'spark.ui.filters',
  ].map((name): [string, Partial<Setting>] => [name, CLASSES]),
]);

/** Defined as Spark does, but for negative times and sizes, which mean something in SQL or where the default is one. */
function defined(name: string, line: SparkLine): Setting | undefined {
  const setting = settingOf('application', name, line);
  const more = WHEN_IT_RUNS.get(name);
  if (more !== undefined) return { type: 'STRING', ...setting, ...more };
  if (setting === undefined || setting.min !== undefined || setting.default?.startsWith('-')) return setting;
  return ['TIME', 'SIZE'].includes(setting.type) && !name.startsWith('spark.sql.')
    ? { ...setting, min: 0 }
    : setting;
}

/** Names that go on as somebody else wants them: of Hadoop, of an environment, of a catalogue, of a module's connections. */
const OPEN =
  /^spark\.(hadoop|hive|executorEnv|metrics\.conf|ssl|sql\.(catalog|hive)|kafka\.clusters|port|plugins\.internal\.conf|io\.encryption\.commons\.config|network\.crypto\.config|(driver|executor|task|worker)\.resource|\w+\.io)\..+$/;

const inSpark = (name: string): string => name.split('.')[1] ?? '';

/** A name that Spark neither defines nor reads is another's, unless it is one of Spark's misspelt, or beside them. */
function find(name: string, line: SparkLine): Setting | undefined {
  const setting = defined(name, line) ?? (undefinedNames(line).includes(name) ? TEXT : undefined);
  if (setting !== undefined) return setting;
  if (!/^spark(\.([\w-]+|\*))+$/.test(name)) return undefined;
  if (OPEN.test(name)) return TEXT;
  const own = settingNames('application', line);
  const others = !own.some((each) => inSpark(each) === inSpark(name));
  return others && misspelt(name, own) === undefined ? TEXT : undefined;
}
const TEXT: Setting = { type: 'STRING' };

const known = (line: SparkLine): KnownSettings => ({
  product: 'Spark',
  kind: 'setting',
  version: TABLE_VERSIONS.spark[line],
  source: configuration(line),
  example: 'spark.sql.adaptive.enabled',
  written: /^spark(\.([\w-]+|\*))+$/,
  find: (name) => find(name, line),
  cure: BY_SPARK_DEFAULTS,
  stricter: (name) => STRICTER.get(name),
  names: () => [
    ...settingNames('application', line),
    ...undefinedNames(line).filter((name) => !name.endsWith('.')),
  ],
  instead: (name) => REFUSED.get(name),
});

/** Settings by their name in Spark, by its line. */
export const SETTINGS_OF_APPLICATIONS = bySparkLine((line) => ({
  settings: settingsByName(known(line)),
  foreignSettings: foreignSettings(known(line)),
}));
