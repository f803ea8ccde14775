import { basename } from 'node:path';
import { Construct, type IConstruct } from 'constructs';
import { Duration } from '../core/duration';
import { HealthCheck } from '../core/health-check';
import { checked } from '../core/properties';
import { Service } from '../core/service';
import type { SecretFiles } from '../core/secret-file';
import { Size } from '../core/size';
import { validate } from '../core/validation';
import { KafkaClient } from '../kafka/kafka-client';
import type { IKafkaCluster } from '../kafka/kafka-cluster';
import type { IKafkaTopic } from '../kafka/kafka-topic';
import { readPython } from './python-files';
import {
  SPARK_APPLICATION_PROPERTIES,
  SPARK_APPLICATION_RULES,
  type SparkApplicationFacts,
} from './spark-application-rules';
import { withOverhead, type ISparkCluster } from './spark-cluster';

export interface SparkApplicationOptions {
  /** Name of the service, and of the container. @default - the construct id */
  readonly serviceName?: string;
  /** Where its UI is on the host, before the platform's port offset. 1 to 65535. @default 4040 */
  readonly hostPort?: number;
  /** Name in Spark's UIs, and of the folder of its checkpoints. @default - the service's name */
  readonly applicationName?: string;
  /** JVM heap of the driver; 450 MiB or more. @default Size.gibibytes(4) */
  readonly driverMemory?: Size;
  /** Cores of the driver; 1 or more. @default 1 */
  readonly driverCores?: number;
  /** JVM heap of an executor; 450 MiB to what a worker offers. @default - 4 GiB, or what a worker offers if less */
  readonly executorMemory?: Size;
  /** Cores of an executor; 1 to what a worker offers. @default - 2, or what a worker offers if less */
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
  /** Secrets that the driver reads; what executors read is the cluster's, by their absolute path in the container. @default - none */
  readonly secretFiles?: SecretFiles;
  /** Further settings by their name in Spark. @default - none @see https://spark.apache.org/docs/3.5.7/configuration.html */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
}

export interface SparkApplicationProps extends SparkApplicationOptions {
  readonly cluster: ISparkCluster;
  /** The brokers that it works with: it starts after them, and is told their addresses. @default - those of the first topic that it reads or writes */
  readonly kafka?: IKafkaCluster;
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
 * A Python application that spark-submit runs for ever in client mode; its UI is on localhost:4040. It may do without Kafka.
 * @see https://spark.apache.org/docs/3.5.7/submitting-applications.html
 */
export class SparkApplication extends Construct {
  /** Where this application's checkpoints belong: on storage that the driver and every worker share. */
  public static checkpointLocation(cluster: ISparkCluster, name: string): string {
    return `${cluster.sharedStorage.path}/checkpoints/${name}`;
  }

  /** The driver. */
  public readonly service: Service;
  private readonly client: KafkaClient;

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, given: SparkApplicationProps) {
    super(scope, id);
    const props = checked(this, given, SPARK_APPLICATION_PROPERTIES);
    const { cluster, kafka } = props;
    const facts = withDefaults(id, props);
    validate(this, facts, SPARK_APPLICATION_RULES);

    const files = [props.pythonFile, ...(props.pythonModules ?? [])];
    this.service = new Service(this, 'driver', {
      platform: cluster.platform,
      serviceName: facts.serviceName,
      image: cluster.image,
      user: '185',
      command: submitCommand(facts, props),
      files: Object.fromEntries(files.map((path) => [inContainer(path), readPython(path)])),
      volumes: [cluster.sharedStorage],
      secretFiles: props.secretFiles,
      ports: [{ name: `${facts.applicationName} UI`, port: 4040, hostPort: facts.hostPort, scheme: 'http' }],
      healthCheck: props.healthCheck ?? HealthCheck.http(4040, '/api/v1/applications'),
      // Beside the JVM, Python itself.
      memory: withOverhead(facts.driverMemory).plus(Size.mebibytes(128)),
      stopGracePeriod: Duration.seconds(30),
      dependsOn: [cluster, ...(props.dependsOn ?? [])],
    });
    this.client = new KafkaClient(this, this.service);
    if (kafka) this.client.connectTo(kafka);
  }

  /**
   * Declares that it reads a topic: that is there before it starts, and must be of its brokers, whose addresses it finds
   * in `KAFKA_BOOTSTRAP_SERVERS`.
   * @param variable what tells the driver the topic's name. @default - `KAFKA_TOPIC_` and the id of the topic's construct
   */
  public reads(topic: IKafkaTopic, variable?: string): void {
    this.client.use('reads', topic, variable);
  }

  /**
   * Declares that it writes a topic: that is there before it starts, and must be of its brokers, whose addresses it finds
   * in `KAFKA_BOOTSTRAP_SERVERS`.
   * @param variable what tells the driver the topic's name. @default - `KAFKA_TOPIC_` and the id of the topic's construct
   */
  public writes(topic: IKafkaTopic, variable?: string): void {
    this.client.use('writes', topic, variable);
  }
}

const inContainer = (path: string): string => `${APPLICATION_FOLDER}/${basename(path)}`;

function withDefaults(id: string, props: SparkApplicationProps): SparkApplicationFacts {
  const { cluster } = props;
  const serviceName = props.serviceName ?? id;
  const driverMemory = props.driverMemory ?? Size.gibibytes(4);
  const executorCores = props.executorCores ?? Math.min(2, cluster.workerCores);
  return {
    ...props,
    serviceName,
    applicationName: props.applicationName ?? serviceName,
    hostPort: props.hostPort ?? 4040,
    driverMemory,
    driverCores: props.driverCores ?? 1,
    executorMemory: props.executorMemory ?? smaller(Size.gibibytes(4), cluster.workerMemory),
    executorCores,
    totalExecutorCores: props.totalExecutorCores ?? executorCores,
    memoryFraction: props.memoryFraction ?? 0.6,
    memoryStorageFraction: props.memoryStorageFraction ?? 0.5,
    maxResultSize: props.maxResultSize ?? smaller(Size.gibibytes(1), driverMemory.times(0.5)),
    localDirectory: props.localDirectory ?? `${cluster.sharedStorage.path}/local/${serviceName}`,
    bindAddress: props.bindAddress ?? '0.0.0.0',
    packages: props.packages ?? [],
    ivyCache: props.ivyCache ?? `${cluster.sharedStorage.path}/ivy`,
    settings: props.settings ?? {},
  };
}

const smaller = (one: Size, other: Size): Size => (one.toBytes() < other.toBytes() ? one : other);

/** Not in bytes: a number without a unit is one of mebibytes here, and the JVM does not know `b`. */
function heap(size: Size): string {
  return Size.kibibytes(Math.ceil(size.toBytes() / 1024)).toJvmString();
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
    ...['--driver-memory', heap(facts.driverMemory)],
    ...['--driver-cores', String(facts.driverCores)],
    ...['--executor-memory', heap(facts.executorMemory)],
    ...['--executor-cores', String(facts.executorCores)],
    ...(packages.length > 0 ? ['--packages', packages.join(',')] : []),
    ...Object.entries(settings).flatMap(([name, value]) => ['--conf', `${name}=${String(value)}`]),
    inContainer(props.pythonFile),
    ...(props.applicationArguments ?? []),
  ];
}
