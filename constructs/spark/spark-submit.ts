import { ASKS_FOR_ADDRESSES } from '../core/jvm';
import { asText } from '../core/resolved';
import { Size } from '../core/size';
import { jarsOf } from './kafka-package';
import type { SparkApplicationFacts } from './spark-application-props';

/** Not in bytes: a number without a unit is one of mebibytes here, and the JVM does not know `b`. */
function heap(size: Size): string {
  return Size.kibibytes(Math.ceil(size.toBytes() / 1024)).toJvmString();
}

/** The command of the driver. @param packages those that its image does not carry */
export function submitCommand(facts: SparkApplicationFacts, packages: readonly string[]): string[] {
  // From the driver's folder, and from nowhere else, executors get them.
  const jars = packages.flatMap((coordinates) => jarsOf(coordinates) ?? []);
  const fetched = packages.filter((coordinates) => !jarsOf(coordinates));
  const jvmOptions = [ASKS_FOR_ADDRESSES, facts.jvmOptions].filter(Boolean).join(' ');
  const settings: Record<string, string | number | boolean> = {
    'spark.driver.host': facts.serviceName,
    'spark.driver.bindAddress': facts.bindAddress,
    'spark.driver.maxResultSize': facts.maxResultSize.toJvmString(),
    'spark.cores.max': facts.totalExecutorCores,
    'spark.memory.fraction': facts.memoryFraction,
    'spark.memory.storageFraction': facts.memoryStorageFraction,
    'spark.local.dir': facts.localDirectory,
    // An executor of a streaming application logs for ever.
    'spark.executor.logs.rolling.strategy': 'size',
    'spark.executor.logs.rolling.maxSize': 10 * 1024 ** 2,
    'spark.executor.logs.rolling.maxRetainedFiles': 3,
    'spark.driver.extraJavaOptions': jvmOptions,
    'spark.executor.extraJavaOptions': jvmOptions,
    // On storage that stays, so that it is fetched once.
    ...(fetched.length > 0 && { 'spark.jars.ivy': `${facts.cluster.sharedStorage.path}/ivy` }),
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
