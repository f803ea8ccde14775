import { isWholeNumber, show, type ValidationRule } from '../core/validation';
import type { SparkApplicationOptions } from './spark-application';
import type { ISparkCluster } from './spark-cluster';

/** Everything but what has no default. */
export type SparkApplicationFacts = Required<Omit<SparkApplicationOptions, 'jvmOptions'>> &
  Pick<SparkApplicationOptions, 'jvmOptions'> & { readonly cluster: ISparkCluster };

const CONFIGURATION = 'https://spark.apache.org/docs/3.5.7/configuration.html';
const TUNING = 'https://spark.apache.org/docs/3.5.7/tuning.html#memory-management-overview';
const LEAST_MEMORY = 450 * 1024 ** 2;

/** Gone since Spark 3.0 (SPARK-26539), and what took their place. */
const REPLACED: Readonly<Record<string, string>> = {
  'spark.storage.memoryFraction': 'spark.memory.storageFraction (the property memoryStorageFraction)',
  'spark.shuffle.memoryFraction': 'spark.memory.fraction (the property memoryFraction)',
};
/** Rendered from typed properties, so that two places cannot disagree. */
const PROPERTIES: Readonly<Record<string, string>> = {
  'spark.app.name': 'applicationName',
  'spark.driver.memory': 'driverMemory',
  'spark.driver.cores': 'driverCores',
  'spark.driver.host': 'serviceName',
  'spark.driver.bindAddress': 'bindAddress',
  'spark.driver.maxResultSize': 'maxResultSize',
  'spark.driver.extraJavaOptions': 'jvmOptions',
  'spark.executor.memory': 'executorMemory',
  'spark.executor.cores': 'executorCores',
  'spark.executor.extraJavaOptions': 'jvmOptions',
  'spark.cores.max': 'totalExecutorCores',
  'spark.memory.fraction': 'memoryFraction',
  'spark.memory.storageFraction': 'memoryStorageFraction',
  'spark.local.dir': 'localDirectory',
  'spark.jars.packages': 'packages',
  'spark.jars.ivy': 'ivyCache',
  'spark.master': 'cluster',
};

const named = (facts: SparkApplicationFacts, names: Readonly<Record<string, string>>): string[] =>
  Object.keys(facts.settings).filter((name) => name in names);
const scalaOf = (artifact: string): string | undefined => /_(\d+\.\d+)$/.exec(artifact)?.[1];

/** Packages of Spark itself that are of another Spark or Scala version than the ones in the image. */
function foreignPackages({ packages, cluster }: SparkApplicationFacts): string[] {
  const tag = cluster.image.reference.slice(cluster.image.reference.lastIndexOf(':') + 1);
  const sparkVersion = /^\d+\.\d+\.\d+/.exec(tag)?.[0];
  const scalaVersion = /scala(\d+\.\d+)/.exec(tag)?.[1] ?? (sparkVersion?.startsWith('3.') ? '2.12' : '2.13');
  if (sparkVersion === undefined) return [];
  return packages.filter((coordinates) => {
    const [group, artifact = '', version] = coordinates.split(':');
    return group === 'org.apache.spark' && (version !== sparkVersion || scalaOf(artifact) !== scalaVersion);
  });
}

/** `120s` and the like, in seconds; undefined where Spark writes it in another way. */
function seconds(value: string | number | boolean | undefined, fallback: number): number | undefined {
  if (value === undefined) return fallback;
  const [, amount, unit] = /^(\d+)(ms|s|m|min|h)?$/.exec(String(value)) ?? [];
  const factor = { ms: 0.001, s: 1, m: 60, min: 60, h: 3600 }[unit ?? 's'];
  return amount === undefined || factor === undefined ? undefined : Number(amount) * factor;
}

const memoryRule = (property: 'driverMemory' | 'executorMemory'): ValidationRule<SparkApplicationFacts> => ({
  fails: (facts) => facts[property].toBytes() < LEAST_MEMORY,
  message: (facts) => `${property} must be at least 450 MiB, got ${facts[property].toString()}.`,
  source: 'org.apache.spark.memory.UnifiedMemoryManager',
});
const coresRule = (
  property: 'driverCores' | 'executorCores' | 'totalExecutorCores',
): ValidationRule<SparkApplicationFacts> => ({
  fails: (facts) => !isWholeNumber(facts[property], 1),
  message: (facts) => `${property} must be a whole number, 1 or more, got ${show(facts[property])}.`,
  source: CONFIGURATION,
});

export const SPARK_APPLICATION_RULES: readonly ValidationRule<SparkApplicationFacts>[] = [
  memoryRule('driverMemory'),
  memoryRule('executorMemory'),
  coresRule('driverCores'),
  coresRule('executorCores'),
  coresRule('totalExecutorCores'),
  {
    fails: ({ executorMemory, cluster }) => executorMemory.toBytes() > cluster.workerMemory.toBytes(),
    message: ({ executorMemory, cluster }) =>
      `executorMemory must be at most ${cluster.workerMemory.toString()}, what a worker offers, or the application waits for ever; got ${executorMemory.toString()}.`,
    source: 'policy',
  },
  {
    fails: ({ executorCores, cluster }) => executorCores > cluster.workerCores,
    message: ({ executorCores, cluster }) =>
      `executorCores must be at most ${cluster.workerCores}, what a worker offers, or the application waits for ever; got ${executorCores}.`,
    source: 'policy',
  },
  {
    fails: ({ executorCores, totalExecutorCores }) => totalExecutorCores < executorCores,
    message: ({ executorCores, totalExecutorCores }) =>
      `totalExecutorCores must be at least executorCores (${executorCores}), or no executor starts; got ${totalExecutorCores}.`,
    source: 'org.apache.spark.deploy.master.Master',
  },
  {
    fails: ({ executorCores, settings }) => executorCores < Number(settings['spark.task.cpus'] ?? 1),
    message: ({ executorCores, settings }) =>
      `executorCores must be at least spark.task.cpus (${settings['spark.task.cpus']}), got ${executorCores}.`,
    source: 'org.apache.spark.SparkConf#validateSettings',
  },
  {
    fails: ({ memoryFraction }) => !(memoryFraction > 0 && memoryFraction < 1),
    message: ({ memoryFraction }) => `memoryFraction must be between 0 and 1, got ${show(memoryFraction)}.`,
    source: TUNING,
  },
  {
    fails: ({ memoryStorageFraction: fraction }) => !(fraction >= 0 && fraction <= 1),
    message: ({ memoryStorageFraction: fraction }) =>
      `memoryStorageFraction must be from 0 to 1, got ${show(fraction)}.`,
    source: TUNING,
  },
  {
    fails: ({ maxResultSize, driverMemory }) =>
      maxResultSize.toBytes() === 0 || maxResultSize.toBytes() >= driverMemory.toBytes(),
    message: ({ maxResultSize, driverMemory }) =>
      `maxResultSize must be more than 0 and less than the driver's memory (${driverMemory.toString()}), or a large result kills the driver; got ${maxResultSize.toString()}.`,
    source: `${CONFIGURATION} spark.driver.maxResultSize; policy`,
  },
  {
    fails: ({ jvmOptions }) => /(^|\s)-Xm[xs]/.test(jvmOptions ?? ''),
    message: ({ jvmOptions }) =>
      `jvmOptions must not set the heap, got ${show(jvmOptions)}; use driverMemory and executorMemory.`,
    source: 'org.apache.spark.SparkConf#validateSettings',
  },
  {
    fails: ({ packages }) =>
      packages.some((coordinates) => !/^[^\s:,]+:[^\s:,]+:[^\s:,]+$/.test(coordinates)),
    message: ({ packages }) =>
      `packages must be written group:artifact:version, got ${packages.map(show).join(', ')}.`,
    source: `${CONFIGURATION} spark.jars.packages`,
  },
  {
    fails: (facts) => foreignPackages(facts).length > 0,
    message: (facts) =>
      `packages of Spark must be of the Spark and Scala version of ${facts.cluster.image.reference}, got ${foreignPackages(facts).map(show).join(', ')}.`,
    source: 'policy',
  },
  {
    fails: (facts) => named(facts, REPLACED).length > 0,
    message: (facts) =>
      named(facts, REPLACED)
        .map((name) => `settings: ${name} went in Spark 3.0; what replaced it is ${REPLACED[name]}.`)
        .join(' '),
    source: 'SPARK-26539',
  },
  {
    fails: (facts) => named(facts, PROPERTIES).length > 0,
    message: (facts) =>
      named(facts, PROPERTIES)
        .map((name) => `settings: ${name} is rendered from the property ${PROPERTIES[name]}; set that.`)
        .join(' '),
    source: 'policy',
  },
  {
    fails: ({ settings }) => (settings['spark.submit.deployMode'] ?? 'client') !== 'client',
    message: ({ settings }) =>
      `settings: spark.submit.deployMode must be client, because standalone clusters run Python in no other; got ${show(settings['spark.submit.deployMode'])}.`,
    source: 'org.apache.spark.deploy.SparkSubmit',
  },
  {
    fails: ({ settings }) => {
      const network = seconds(settings['spark.network.timeout'], 120);
      const heartbeat = seconds(settings['spark.executor.heartbeatInterval'], 10);
      return network !== undefined && heartbeat !== undefined && network <= heartbeat;
    },
    message: ({ settings }) =>
      `settings: spark.network.timeout (${settings['spark.network.timeout'] ?? '120s'}) must be longer than spark.executor.heartbeatInterval (${settings['spark.executor.heartbeatInterval'] ?? '10s'}).`,
    source: 'org.apache.spark.SparkConf#validateSettings',
  },
];
