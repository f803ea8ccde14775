import { ABSOLUTE_PATH } from '../core/in-container';
import { listOf, number, size, text, wholeNumber } from '../core/checks';
import { SERVICE_NAME } from '../core/container-description';
import { coordinates } from '../core/coordinates';
import { METRICS_OPTIONS, type MetricsOptions } from '../core/metrics-endpoint';
import type { Properties } from '../core/properties';
import { SECRET_FILES, type SecretFiles } from '../core/secret-file';
import { portCheck } from '../core/service';
import type { Size } from '../core/size';
import { EXECUTOR_MEMORY } from './spark-memory';
import { CONFIGURATION, SETTINGS_OF_APPLICATIONS, SPARK_JVM_OPTIONS } from './spark-settings';

/** What every application on Spark may be given, whatever it runs. */
export interface SparkApplicationOptions extends MetricsOptions {
  /** The DNS name in the platform's network; with the platform's prefix, the container's name. 1 to 63 of a-z, 0-9 and '-'. @default - the construct id */
  readonly serviceName?: string;
  /** Port of its UI on the host, before the platform's port offset. 1 to 65535. @default 4040 */
  readonly hostPort?: number;
  /** Name in Spark's UIs, and of the folder of its checkpoints; without `/`. @default - the service's name */
  readonly applicationName?: string;
  /** JVM heap of the driver; 466 MiB or more. @default Size.gibibytes(4) */
  readonly driverMemory?: Size;
  /**
   * Cores of the driver; 1 or more. Spark heeds them in cluster mode alone, so that they limit nothing here.
   * @default 1
   * @see https://spark.apache.org/docs/3.5.7/configuration.html
   */
  readonly driverCores?: number;
  /** JVM heap of an executor; 466 MiB to what a worker offers. @default - 4 GiB, or what a worker offers if less */
  readonly executorMemory?: Size;
  /** Cores of an executor; 1 to what a worker offers. @default - 2, or what a worker offers if less */
  readonly executorCores?: number;
  /** Cores of all executors together; a multiple of `executorCores` uses them all. @default - one executor's */
  readonly totalExecutorCores?: number;
  /** Share of (heap − 300 MB) for execution and storage; more than 0, less than 1. @default 0.6 */
  readonly memoryFraction?: number;
  /** Share of that which execution cannot take from storage; 0 or more, less than 1. @default 0.5 */
  readonly memoryStorageFraction?: number;
  /** Limit of what all partitions of one action may return to the driver; less than its memory. @default - 1 GiB, or half of the driver's memory if less */
  readonly maxResultSize?: Size;
  /** Absolute folder in which the driver keeps shuffle and spilled data. @default - a folder on the cluster's shared storage */
  readonly localDirectory?: string;
  /** The driver's address to listen on. @default '0.0.0.0' */
  readonly bindAddress?: string;
  /** Further options of the driver's and the executors' JVMs; the heap has its own properties. @default - none */
  readonly jvmOptions?: string;
  /**
   * Maven coordinates `group:artifact:version`, beside the package for Kafka, which an application that knows brokers has
   * by itself. Those that the image carries are not fetched; that of Spark 3.5.7 or 4.2.0 for Kafka is put into it by the
   * deploy; all others the driver fetches with what they need when it starts, from Maven Central and through no proxy.
   * @default - none
   */
  readonly packages?: readonly string[];
  /** Secrets that the driver reads; what executors read is the cluster's, by their absolute path in the container. @default - none */
  readonly secretFiles?: SecretFiles;
  /** Further settings by their name in Spark: those of its Spark, 3.5.7 or 4.2.0, with a value that it takes, and those of other namespaces, such as `spark.hadoop.…`. @default - none @see https://spark.apache.org/docs/3.5.7/configuration.html */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
  /** Settings in Spark's own namespaces that Spark itself does not know, such as an extension's `spark.sql.…`; unchecked. @default - none */
  readonly foreignSettings?: Readonly<Record<string, string | number | boolean>>;
}

const TUNING = 'https://spark.apache.org/docs/3.5.7/tuning.html#memory-management-overview';
const cores = wholeNumber(CONFIGURATION, 1);

/** What every application on Spark may be given. */
export const SPARK_APPLICATION_OPTIONS: Properties<SparkApplicationOptions> = {
  serviceName: SERVICE_NAME,
  applicationName: text(
    CONFIGURATION,
    'a name for people, without / because it is that of a folder',
    /^(?!\.{1,2}$)[^/\s]([^/]*[^/\s])?$/,
  ),
  hostPort: portCheck,
  driverMemory: EXECUTOR_MEMORY,
  driverCores: cores,
  executorMemory: EXECUTOR_MEMORY,
  executorCores: cores,
  totalExecutorCores: cores,
  memoryFraction: number(TUNING, 'a number between 0 and 1', (share) => share > 0 && share < 1),
  memoryStorageFraction: number(
    TUNING,
    'a number from 0 to 1, 1 left out',
    (share) => share >= 0 && share < 1,
  ),
  maxResultSize: size(`${CONFIGURATION} spark.driver.maxResultSize; policy`),
  localDirectory: text(
    `${CONFIGURATION} spark.local.dir`,
    'an absolute path in the container',
    ABSOLUTE_PATH,
  ),
  bindAddress: text(`${CONFIGURATION} spark.driver.bindAddress`, 'an address', /^[\w.:-]+$/),
  jvmOptions: SPARK_JVM_OPTIONS,
  packages: listOf(coordinates(`${CONFIGURATION} spark.jars.packages`)),
  ...METRICS_OPTIONS,
  secretFiles: SECRET_FILES,
  ...SETTINGS_OF_APPLICATIONS['3.5'],
};
