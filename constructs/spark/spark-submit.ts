import { ASKS_FOR_ADDRESSES } from '../core/jvm';
import { asText } from '../core/resolved';
import { Size } from '../core/size';
import { jarsOf } from './kafka-package';
import { DRIVER_SETTINGS } from './spark-metrics';
import type { SparkApplicationFacts } from './spark-application-props';

/** Not in bytes: a number without a unit is one of mebibytes here, and the JVM does not know `b`. */
function heap(size: Size): string {
  return Size.kibibytes(Math.ceil(size.toBytes() / 1024)).toJvmString();
}

/** What holds wherever it runs, in the order in which a driver is told. */
function settingsOf(
  facts: SparkApplicationFacts,
): Readonly<Record<string, Readonly<Record<string, string | number>>>> {
  const jvmOptions = [ASKS_FOR_ADDRESSES, facts.jvmOptions].filter(Boolean).join(' ');
  return {
    driver: { 'spark.driver.maxResultSize': facts.maxResultSize.toJvmString() },
    memory: {
      'spark.memory.fraction': facts.memoryFraction,
      'spark.memory.storageFraction': facts.memoryStorageFraction,
    },
    options: { 'spark.driver.extraJavaOptions': jvmOptions, 'spark.executor.extraJavaOptions': jvmOptions },
  };
}

/** What an operator is told, which sees itself to where drivers and executors are, and to their logs. */
export function operatedSettings(facts: SparkApplicationFacts): Readonly<Record<string, string>> {
  const { driver, memory, options } = settingsOf(facts);
  const all = {
    ...driver,
    ...memory,
    ...options,
    ...(facts.metrics && DRIVER_SETTINGS),
    // Where every user may write.
    'spark.jars.ivy': '/tmp/ivy',
    ...facts.code.settings,
    ...facts.settings,
  };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, asText(value)]));
}

/** The command of the driver. @param packages those that its image does not carry */
export function submitCommand(facts: SparkApplicationFacts, packages: readonly string[]): string[] {
  // From the driver's folder, and from nowhere else, executors get them.
  const jars = packages.flatMap((coordinates) => jarsOf(coordinates) ?? []);
  const fetched = packages.filter((coordinates) => !jarsOf(coordinates));
  const { driver, memory, options } = settingsOf(facts);
  const settings: Record<string, string | number | boolean> = {
    'spark.driver.host': facts.serviceName,
    'spark.driver.bindAddress': facts.bindAddress,
    ...driver,
    'spark.cores.max': facts.totalExecutorCores,
    ...memory,
    'spark.local.dir': facts.localDirectory,
    // An executor of a streaming application logs for ever.
    'spark.executor.logs.rolling.strategy': 'size',
    'spark.executor.logs.rolling.maxSize': 10 * 1024 ** 2,
    'spark.executor.logs.rolling.maxRetainedFiles': 3,
    ...options,
    // On storage that stays, so that it is fetched once.
    ...(fetched.length > 0 && { 'spark.jars.ivy': `${facts.cluster.sharedStorage.path}/ivy` }),
    ...(facts.metrics && DRIVER_SETTINGS),
    ...facts.code.settings,
    ...facts.settings,
  };
  return [
    '/opt/spark/bin/spark-submit',
    ...['--master', facts.cluster.masterUrl],
    ...['--deploy-mode', 'client'],
    ...['--name', facts.applicationName],
    ...['--driver-memory', heap(facts.driverMemory)],
    ...['--driver-cores', String(facts.driverCores)],
    ...['--executor-memory', heap(facts.executorMemory)],
    ...['--executor-cores', String(facts.executorCores)],
    ...(jars.length > 0 ? ['--jars', jars.join(',')] : []),
    ...(fetched.length > 0 ? ['--packages', fetched.join(',')] : []),
    ...Object.entries(settings).flatMap(([name, value]) => ['--conf', `${name}=${asText(value)}`]),
    ...facts.code.submitted,
    ...(facts.applicationArguments ?? []),
  ];
}
