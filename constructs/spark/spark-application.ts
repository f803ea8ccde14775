import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Construct, type IConstruct } from 'constructs';
import { Duration } from '../core/duration';
import { HealthCheck } from '../core/health-check';
import { Service, type IService } from '../core/service';
import { Size } from '../core/size';
import { validate } from '../core/validation';
import { SPARK_APPLICATION_RULES, type SparkApplicationFacts } from './spark-application-rules';
import { withOverhead, type ISparkCluster } from './spark-cluster';

export interface SparkApplicationOptions {
  /** Name of the service, and of the container. @default - the construct id */
  readonly serviceName?: string;
  /** Name in Spark's UIs. @default - the service's name */
  readonly applicationName?: string;
  /** JVM heap of the driver; 450 MiB or more. @default Size.gibibytes(4) */
  readonly driverMemory?: Size;
  /** Cores of the driver; 1 or more. @default 1 */
  readonly driverCores?: number;
  /** JVM heap of an executor; 450 MiB to what a worker offers. @default Size.gibibytes(4) */
  readonly executorMemory?: Size;
  /** Cores of an executor; 1 to what a worker offers. @default 2 */
  readonly executorCores?: number;
  /** Cores of all executors together; a multiple of `executorCores` uses them all. @default - one executor's */
  readonly totalExecutorCores?: number;
  /** Share of (heap − 300 MB) for execution and storage; more than 0, less than 1. @default 0.6 */
  readonly memoryFraction?: number;
  /** Share of that which execution cannot take from storage; 0 to 1. @default 0.5 */
  readonly memoryStorageFraction?: number;
  /** Limit of what all partitions of one action may return to the driver; less than its memory. @default - 1 GiB, or half of the driver's memory if less */
  readonly maxResultSize?: Size;
  /** Where the driver keeps shuffle and spilled data. @default - a folder on the cluster's shared storage */
  readonly localDirectory?: string;
  /** The driver's address to listen on. @default '0.0.0.0' */
  readonly bindAddress?: string;
  /** Further options of the driver's and the executors' JVMs; the heap has its own properties. @default - none */
  readonly jvmOptions?: string;
  /** Maven coordinates `group:artifact:version`; those that the image carries are not fetched. @default - none */
  readonly packages?: readonly string[];
  /** Folder of what is fetched for `packages`. @default - a folder on the cluster's shared storage, so that it is fetched once */
  readonly ivyCache?: string;
  /** Further settings by their name in Spark. @default - none @see https://spark.apache.org/docs/3.5.7/configuration.html */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
}

export interface SparkApplicationProps extends SparkApplicationOptions {
  readonly cluster: ISparkCluster;
  /** Path of the Python file to submit. Read at synth: a change makes the driver anew. */
  readonly pythonFile: string;
  /** Paths of the Python modules that it imports from its own folder. @default - none */
  readonly pythonModules?: readonly string[];
  /** Arguments of the application. @default - none */
  readonly applicationArguments?: readonly string[];
  /** How it is known to work. @default - its UI answers */
  readonly healthCheck?: HealthCheck;
  /** What must be there before it starts. @default - the cluster */
  readonly dependsOn?: readonly IConstruct[];
}

const APPLICATION_FOLDER = '/opt/app';

/**
 * A Python application that spark-submit runs for ever in client mode; its UI is on localhost:4040.
 * @see https://spark.apache.org/docs/3.5.7/submitting-applications.html
 */
export class SparkApplication extends Construct {
  /** Where this application's checkpoints belong: on storage that the driver and every worker share. */
  public static checkpointLocation(cluster: ISparkCluster, name: string): string {
    return `${cluster.sharedStorage.path}/checkpoints/${name}`;
  }

  /** The driver. */
  public readonly service: IService;

  /** @throws ValidationError naming every broken rule, not only the first */
  public constructor(scope: Construct, id: string, props: SparkApplicationProps) {
    super(scope, id);
    const { cluster } = props;
    const facts = withDefaults(id, props);
    validate(this, facts, SPARK_APPLICATION_RULES);

    this.service = new Service(this, 'driver', {
      platform: cluster.platform,
      serviceName: facts.serviceName,
      image: cluster.image,
      user: '185',
      command: submitCommand(facts, props),
      files: Object.fromEntries(
        [props.pythonFile, ...(props.pythonModules ?? [])].map((path) => [
          `${APPLICATION_FOLDER}/${basename(path)}`,
          readFileSync(path, 'utf8'),
        ]),
      ),
      volumes: [cluster.sharedStorage],
      ports: [{ name: `${facts.applicationName} UI`, port: 4040, hostPort: 4040, scheme: 'http' }],
      healthCheck: props.healthCheck ?? HealthCheck.http(4040, '/api/v1/applications'),
      // Beside the JVM, Python itself.
      memory: withOverhead(facts.driverMemory).plus(Size.mebibytes(128)),
      stopGracePeriod: Duration.seconds(30),
      dependsOn: [cluster, ...(props.dependsOn ?? [])],
    });
  }
}

function withDefaults(id: string, props: SparkApplicationProps): SparkApplicationFacts {
  const { cluster } = props;
  const serviceName = props.serviceName ?? id;
  const driverMemory = props.driverMemory ?? Size.gibibytes(4);
  const executorCores = props.executorCores ?? 2;
  const halfOfDriver = driverMemory.times(0.5);
  return {
    ...props,
    serviceName,
    applicationName: props.applicationName ?? serviceName,
    driverMemory,
    driverCores: props.driverCores ?? 1,
    executorMemory: props.executorMemory ?? Size.gibibytes(4),
    executorCores,
    totalExecutorCores: props.totalExecutorCores ?? executorCores,
    memoryFraction: props.memoryFraction ?? 0.6,
    memoryStorageFraction: props.memoryStorageFraction ?? 0.5,
    maxResultSize:
      props.maxResultSize ?? (halfOfDriver.toBytes() < 1024 ** 3 ? halfOfDriver : Size.gibibytes(1)),
    localDirectory: props.localDirectory ?? `${cluster.sharedStorage.path}/local/${serviceName}`,
    bindAddress: props.bindAddress ?? '0.0.0.0',
    packages: props.packages ?? [],
    ivyCache: props.ivyCache ?? `${cluster.sharedStorage.path}/ivy`,
    settings: props.settings ?? {},
  };
}

function submitCommand(facts: SparkApplicationFacts, props: SparkApplicationProps): string[] {
  const bundled = new Set(props.cluster.image.bundledPackages);
  const packages = facts.packages.filter((coordinates) => !bundled.has(coordinates));
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
    ...(facts.jvmOptions !== undefined && {
      'spark.driver.extraJavaOptions': facts.jvmOptions,
      'spark.executor.extraJavaOptions': facts.jvmOptions,
    }),
    ...(packages.length > 0 && { 'spark.jars.ivy': facts.ivyCache }),
    ...facts.settings,
  };
  return [
    '/opt/spark/bin/spark-submit',
    ...['--master', props.cluster.masterUrl],
    ...['--deploy-mode', 'client'],
    ...['--name', facts.applicationName],
    ...['--driver-memory', facts.driverMemory.toJvmString()],
    ...['--driver-cores', String(facts.driverCores)],
    ...['--executor-memory', facts.executorMemory.toJvmString()],
    ...['--executor-cores', String(facts.executorCores)],
    ...(packages.length > 0 ? ['--packages', packages.join(',')] : []),
    ...Object.entries(settings).flatMap(([name, value]) => ['--conf', `${name}=${String(value)}`]),
    `${APPLICATION_FOLDER}/${basename(props.pythonFile)}`,
    ...(props.applicationArguments ?? []),
  ];
}
