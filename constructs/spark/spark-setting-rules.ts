import { atMost, numberOf, valueOf, type HasSettings, type Settings } from '../core/setting-rules';
import { formatValue } from '../core/format-value';
import type { Size } from '../core/size';
import type { Rule } from '../core/validation';
import { milliseconds } from './spark-units';

/** Settings, and how large the driver is, where that is known. */
interface SparkFacts extends HasSettings {
  readonly driverMemory?: Size;
  readonly executorMemory?: Size;
}

const EXCLUDES = 'spark.excludeOnFailure.enabled';
const ATTEMPTS = 'spark.excludeOnFailure.task.maxTaskAttemptsPerNode';
const LIMITS = /^spark\.excludeOnFailure\.((application|stage|task)\.max\w+|timeout)$/;
const withoutLimit = (settings: Settings): string[] =>
  Object.keys(settings).filter(
    (name) => LIMITS.test(name) && (numberOf('application', settings, name) ?? 1) < 1,
  );
const BLOCK = 'spark.broadcast.blockSize';
const NETWORK = 'spark.network.timeout';
const HEARTBEAT = 'spark.executor.heartbeatInterval';
const INTERVAL = 'spark.network.timeoutInterval';
const SILENT = 'spark.storage.blockManagerHeartbeatTimeoutMs';
const VALIDATED = 'org.apache.spark.SparkConf#validateSettings';
const BUFFER_MEBIBYTES = 2048;

const text = (settings: Settings, name: string): string | undefined => valueOf('application', settings, name);
const isOn = (settings: Settings, name: string): boolean => text(settings, name)?.toLowerCase() === 'true';
/** How long an executor may be silent, in milliseconds; undefined if nobody knows it yet. */
const silent = (settings: Settings): number | undefined =>
  SILENT in settings ? milliseconds(settings[SILENT]) : milliseconds(settings[NETWORK] ?? '120s', 's');
/** Whether a connection is given up before an executor is heard. */
function isDeaf(settings: Settings): boolean {
  const network = milliseconds(settings[NETWORK] ?? '120s', 's');
  const heartbeat = milliseconds(settings[HEARTBEAT] ?? '10s');
  return network !== undefined && heartbeat !== undefined && network <= heartbeat;
}

/** Of a setting that is in KiB, and only if it is given: what Spark takes by itself fits. */
const kibibytes = ({ settings }: HasSettings, name: string): number =>
  name in settings ? (numberOf('application', settings, name) ?? 0) : 0;
const mebibytes = (settings: Settings): number => numberOf('application', settings, BUFFER_MAX) ?? 0;
const BUFFER_MAX = 'spark.kryoserializer.buffer.max';

/** What a task takes whole from its executor's heap, one for each partition that it writes; the bytes of a unit. */
const BUFFERS: Readonly<Record<string, number>> = {
  'spark.shuffle.file.buffer': 1024,
  'spark.shuffle.unsafe.file.output.buffer': 1024,
  'spark.shuffle.spill.diskWriteBufferSize': 1,
  // Of pointers.
  'spark.shuffle.sort.initialBufferSize': 8,
  'spark.io.compression.snappy.blockSize': 1,
  'spark.io.compression.zstd.bufferSize': 1,
};
const withoutRoom = ({ settings, executorMemory }: SparkFacts): string[] =>
  Object.entries(BUFFERS).flatMap(([name, unit]) =>
    name in settings &&
    (numberOf('application', settings, name) ?? 0) * unit > (executorMemory?.toBytes() ?? Infinity) / 8
      ? name
      : [],
  );

/** Switches that Spark takes only with something beside them. */
function needs(
  name: string,
  other: string,
  has: (settings: Settings) => boolean,
  source: string,
): Rule<HasSettings> {
  return {
    requires: `${name} is on only with ${other}.`,
    fails: ({ settings }) => isOn(settings, name) && !has(settings),
    message: () => `settings: ${name} must be left out without ${other}; give that too.`,
    source,
  };
}
const encrypts = (name: string): Rule<HasSettings> =>
  needs(name, 'spark.authenticate', (settings) => isOn(settings, 'spark.authenticate'), VALIDATED);

/** What ends a driver's start beside a wrong value of one setting. */
export const SPARK_SETTINGS_TOGETHER: readonly Rule<SparkFacts>[] = [
  {
    requires: 'spark.network.timeout is longer than spark.executor.heartbeatInterval.',
    fails: ({ settings }) => isDeaf(settings),
    message: ({ settings }) =>
      `settings: ${NETWORK} (${settings[NETWORK] ?? '120s'}) must be longer than ${HEARTBEAT} (${settings[HEARTBEAT] ?? '10s'}); raise it.`,
    source: VALIDATED,
  },
  {
    requires: 'spark.network.timeoutInterval is at most how long an executor may be silent.',
    fails: ({ settings }) => {
      const interval = milliseconds(text(settings, INTERVAL));
      const silence = silent(settings);
      return !isDeaf(settings) && interval !== undefined && silence !== undefined && interval > silence;
    },
    message: ({ settings }) =>
      `settings: ${SILENT in settings ? SILENT : NETWORK} (${settings[SILENT] ?? settings[NETWORK] ?? '120s'}) must be at least ${INTERVAL} (${text(settings, INTERVAL)}); raise it.`,
    source: 'org.apache.spark.HeartbeatReceiver',
  },
  {
    requires: 'spark.executor.instances is for dynamic allocation.',
    fails: ({ settings }) =>
      'spark.executor.instances' in settings &&
      text(settings, 'spark.dynamicAllocation.enabled')?.toLowerCase() === 'false',
    message: () =>
      'settings: spark.executor.instances must be left out, because standalone clusters heed it in dynamic allocation alone; totalExecutorCores, divided by executorCores, is how many there are.',
    source: 'org.apache.spark.scheduler.cluster.StandaloneSchedulerBackend',
  },
  needs(
    'spark.eventLog.enabled',
    "spark.eventLog.dir, a folder that exists, such as one on the cluster's shared storage",
    (settings) => settings['spark.eventLog.dir'] !== undefined,
    'org.apache.spark.deploy.history.EventLogFileWriter; policy',
  ),
  needs(
    'spark.memory.offHeap.enabled',
    'spark.memory.offHeap.size, more than 0',
    (settings) => numberOf('application', settings, 'spark.memory.offHeap.size') !== 0,
    'org.apache.spark.memory.MemoryManager',
  ),
  encrypts('spark.network.crypto.enabled'),
  encrypts('spark.authenticate.enableSaslEncryption'),
  needs(
    'spark.authenticate',
    'spark.authenticate.secret, the same as the cluster has',
    (settings) => settings['spark.authenticate.secret'] !== undefined,
    'org.apache.spark.SecurityManager',
  ),
  needs(
    'spark.dynamicAllocation.enabled',
    'spark.dynamicAllocation.shuffleTracking.enabled, spark.shuffle.service.enabled or decommissioning',
    (settings) =>
      [
        'spark.dynamicAllocation.shuffleTracking.enabled',
        'spark.shuffle.service.enabled',
        'spark.decommission.enabled',
      ].some((name) => text(settings, name) === undefined || isOn(settings, name)),
    'org.apache.spark.ExecutorAllocationManager#validateSettings',
  ),
  atMost(
    'application',
    'spark.dynamicAllocation.minExecutors',
    'spark.dynamicAllocation.maxExecutors',
    'org.apache.spark.ExecutorAllocationManager#validateSettings',
  ),
  {
    requires: `${BUFFER_MAX} is less than 2 GiB.`,
    fails: ({ settings }) => mebibytes(settings) >= BUFFER_MEBIBYTES,
    message: ({ settings }) =>
      `settings: ${BUFFER_MAX} must be less than 2g, got ${formatValue(settings[BUFFER_MAX])}; lower it.`,
    source: 'org.apache.spark.serializer.KryoSerializer',
  },
  {
    requires: 'The limits of spark.excludeOnFailure.enabled are 1 or more.',
    fails: ({ settings }) => isOn(settings, EXCLUDES) && withoutLimit(settings).length > 0,
    message: ({ settings }) =>
      `settings: ${withoutLimit(settings).join(', ')} must be 1 or more where ${EXCLUDES} is true; raise it.`,
    source: 'org.apache.spark.scheduler.HealthTracker#validateExcludeOnFailureConfs',
  },
  atMost('application', ATTEMPTS, 'spark.task.maxFailures', 'org.apache.spark.scheduler.HealthTracker', {
    strictly: true,
    only: (settings) => isOn(settings, EXCLUDES),
  }),
  {
    requires: 'spark.broadcast.blockSize is at most an eighth of driverMemory.',
    fails: (facts) => kibibytes(facts, BLOCK) > (facts.driverMemory?.toBytes() ?? Infinity) / 1024 / 8,
    message: ({ settings, driverMemory }) =>
      `settings: ${BLOCK} must be at most an eighth of driverMemory (${driverMemory?.toString()}), because each broadcast takes it from there; got ${settings[BLOCK]}, lower it.`,
    source: 'org.apache.spark.broadcast.TorrentBroadcast; policy',
  },
  {
    requires: `${Object.keys(BUFFERS).join(', ')} take at most an eighth of executorMemory.`,
    fails: (facts) => withoutRoom(facts).length > 0,
    message: (facts) =>
      `settings: ${withoutRoom(facts).join(', ')} must take at most an eighth of executorMemory (${facts.executorMemory?.toString()}), because a task takes one whole for each partition that it writes, and the executor runs out of memory; got ${withoutRoom(
        facts,
      )
        .map((name) => facts.settings[name])
        .join(', ')}, lower it.`,
    source: 'org.apache.spark.storage.DiskBlockObjectWriter; policy',
  },
  {
    requires: 'spark.kryoserializer.buffer is less than 2 GiB.',
    fails: ({ settings }) =>
      kibibytes({ settings }, 'spark.kryoserializer.buffer') >= BUFFER_MEBIBYTES * 1024,
    message: ({ settings }) =>
      `settings: spark.kryoserializer.buffer must be less than 2g, got ${formatValue(settings['spark.kryoserializer.buffer'])}; lower it.`,
    source: 'org.apache.spark.serializer.KryoSerializer',
  },
];
