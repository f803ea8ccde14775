import { Construct } from 'constructs';
import type { ContainerImage } from '../core/container-image';
import { Duration } from '../core/duration';
import { answersHttp } from '../core/http-by-bash';
import { LABEL, ROLE } from '../core/labels';
import { METRICS_OPTIONS, type MetricsOptions } from '../core/metrics-endpoint';
import type { IPlatform, VolumeMount } from '../core/platform';
import { NAME_PREFIX, VOLUME_MOUNT_PROPERTIES } from '../core/container-description';
import { platformReference, portCheck, Service } from '../core/service';
import { SECRET_FILES, type SecretFiles } from '../core/secret-file';
import { Size } from '../core/size';
import { listOf, object, text, wholeNumber } from '../core/checks';
import { heapCheck, jvmOptions } from '../core/jvm';
import { problemOf, validateProps, type Properties } from '../core/properties';
import { placed } from '../core/placed';
import { reportProblem, validate, type Rule } from '../core/validation';
import type { ISparkCluster } from './interfaces';
import { sparkOperatorOf } from './operator';
import { EXECUTOR_MEMORY, withOverhead } from './spark-memory';
import { MASTER_METRICS, sinkOptions, WORKER_METRICS } from './spark-metrics';
import { sparkVersionLabel } from './spark-versions';

export interface SparkClusterProps extends MetricsOptions {
  /** What runs it. */
  readonly platform: IPlatform;
  /** Tells clusters on one platform apart: put before the name of the master and of every worker. Up to 40 of a-z, 0-9 and '-'. @default - none */
  readonly namePrefix?: string;
  /** Port of the master's page on the host, before the platform's port offset; those of the workers take the next. 1 to 65535. @default 8090 */
  readonly hostPort?: number;
  /**
   * Port of the master itself on the host, before the platform's port offset, for drivers outside the platform: they take
   * `spark://localhost:<port>`, and must be where the workers reach them. It asks nobody who they are. 1 to 65535.
   * @default - not reachable from the host
   */
  readonly masterHostPort?: number;
  /** How many workers; 1 to 100. @default 2 */
  readonly workers?: number;
  /** Cores that a worker offers to executors; 1 or more. @default 2 */
  readonly workerCores?: number;
  /** Memory that a worker offers to executors; 466 MiB or more. @default Size.gibibytes(4) */
  readonly workerMemory?: Size;
  /** JVM heap of the master and of each worker's daemon; 16 MiB or more. @default Size.gibibytes(1) */
  readonly daemonMemory?: Size;
  /** Further options of the master's and the workers' JVM. @default - none */
  readonly daemonJvmOptions?: string;
  /**
   * Where applications keep their checkpoints: a folder of an object store, such as `s3a://bucket/checkpoints`, for which the
   * image has what Hadoop needs.
   * @default - on storage that the driver and every worker share; on Kubernetes that takes a `sharedStorageClass`
   */
  readonly checkpointFolder?: string;
  /** Further folders of the master and of every worker, where executors read what drivers name by its path. @default - none */
  readonly volumes?: readonly VolumeMount[];
  /** Secrets that the master and the workers read, and the executors on these, by their absolute path in the container. @default - none */
  readonly secretFiles?: SecretFiles;
}

/** Owned by `spark` in the images, so that a new volume is writable for it. */
const SHARED_PATH = '/opt/spark/work-dir';
const SPARK_CLASS = '/opt/spark/bin/spark-class';

/**
 * A standalone cluster: `spark-master` (UI on localhost:8090) and `spark-worker-1` to `-N` (UIs on localhost:8091 and up).
 * @see https://spark.apache.org/docs/3.5.7/spark-standalone.html
 */
export class SparkCluster extends Construct implements ISparkCluster {
  public readonly platform: IPlatform;
  public readonly image: ContainerImage;
  public readonly masterUrl: string;
  public readonly workers: number;
  public readonly workerCores: number;
  public readonly workerMemory: Size;
  public readonly sharedStorage: VolumeMount;
  public readonly checkpointFolder?: string;
  private readonly services: Service[] = [];

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: SparkClusterProps) {
    super(...placed(scope, id));
    const valid = validateProps(this, props, SPARK_CLUSTER_PROPERTIES);
    this.platform = valid.platform;
    this.image = valid.platform.images.spark;
    this.workers = valid.workers ?? 2;
    this.workerCores = valid.workerCores ?? 2;
    this.workerMemory = valid.workerMemory ?? Size.gibibytes(4);
    const { namePrefix = '', hostPort = 8090, metrics = false } = valid;
    const masterName = `${namePrefix}spark-master`;
    this.masterUrl = `spark://${masterName}:7077`;
    const operator = sparkOperatorOf(valid.platform);
    const storage = `${namePrefix}spark-work`;
    const volume = operator ? operator.sharedVolume(this, storage) : valid.platform.volume(storage);
    this.sharedStorage = { volume, path: SHARED_PATH };
    this.checkpointFolder = valid.checkpointFolder;
    // Each application has executors of its own there, which are as large as a worker here at most.
    if (operator) {
      validate(this, valid, SPARK_CLUSTER_RULES);
      return;
    }

    const daemonMemory = valid.daemonMemory ?? Size.gibibytes(1);
    const common = {
      platform: valid.platform,
      image: this.image,
      stopGracePeriod: Duration.seconds(30),
      secretFiles: valid.secretFiles,
    };
    const version = sparkVersionLabel(this.image);
    // One of another line cannot read what a master has written down, and never begins.
    const recovery = ['master', ...Object.values(version)].join('-');
    const environment = {
      SPARK_DAEMON_MEMORY: daemonMemory.toJvmString(),
      ...(valid.daemonJvmOptions !== undefined && { SPARK_DAEMON_JAVA_OPTS: valid.daemonJvmOptions }),
    };
    const master = new Service(this, 'spark-master', {
      ...common,
      serviceName: masterName,
      labels: { [LABEL.role]: ROLE.sparkMaster, ...version },
      command: [SPARK_CLASS, 'org.apache.spark.deploy.master.Master', '--host', masterName],
      environment: {
        ...environment,
        // A master that forgot its applications has their executors killed, and gives them no others. Spark 4 opens a second door
        // for applications by itself, which nothing here goes through.
        SPARK_MASTER_OPTS: `-Dspark.master.rest.enabled=false -Dspark.deploy.recoveryMode=FILESYSTEM -Dspark.deploy.recoveryDirectory=${SHARED_PATH}/${recovery}${metrics ? sinkOptions('master') : ''}`,
      },
      volumes: [this.sharedStorage, ...(valid.volumes ?? [])],
      ports: [
        { name: 'Spark master', port: 7077, hostPort: valid.masterHostPort },
        // 8080, 8081 and 8083 on the host belong to Kafka UI, Schema Registry and Connect.
        { name: 'Spark master UI', port: 8080, hostPort, scheme: 'http' },
      ],
      healthCheck: answersHttp(8080, '/json/'),
      ...(metrics && { metrics: [MASTER_METRICS] }),
      memory: withOverhead(daemonMemory),
    });
    for (let number = 1; number <= this.workers; number++) {
      const serviceName = `${namePrefix}spark-worker-${number}`;
      const worker = new Service(this, `spark-worker-${number}`, {
        ...common,
        serviceName,
        labels: { [LABEL.role]: ROLE.sparkWorker, [LABEL.nodeId]: String(number), ...version },
        command: [
          SPARK_CLASS,
          'org.apache.spark.deploy.worker.Worker',
          '--host',
          serviceName,
          '--cores',
          String(this.workerCores),
          '--memory',
          this.workerMemory.toJvmString(),
          this.masterUrl,
        ],
        environment: {
          ...environment,
          SPARK_WORKER_DIR: `${SHARED_PATH}/workers/${serviceName}`,
          SPARK_LOCAL_DIRS: `${SHARED_PATH}/local/${serviceName}`,
          // Without it the folders of ended applications stay for ever.
          SPARK_WORKER_OPTS: `-Dspark.worker.cleanup.enabled=true -Dspark.worker.cleanup.appDataTtl=86400${metrics ? sinkOptions('worker') : ''}`,
        },
        volumes: [this.sharedStorage, ...(valid.volumes ?? [])],
        ports: [
          { name: `Spark worker ${number} UI`, port: 8081, hostPort: hostPort + number, scheme: 'http' },
        ],
        healthCheck: answersHttp(8081, '/json/'),
        ...(metrics && { metrics: [WORKER_METRICS] }),
        memory: withOverhead(daemonMemory).plus(withOverhead(this.workerMemory)),
        dependsOn: [master],
      });
      this.services.push(worker);
    }
  }

  /** Lets executors read further secrets, by their absolute path in every worker; all executors on it read them. */
  public addSecretFiles(files: SecretFiles): void {
    const problem = problemOf(SECRET_FILES, files);
    if (problem !== undefined) reportProblem(this, SECRET_FILES, `secretFiles ${problem}.`);
    else for (const worker of this.services) worker.addSecretFiles(files);
  }
}

/** Of one whose applications an operator runs. */
export const SPARK_CLUSTER_RULES: readonly Rule<SparkClusterProps>[] = [
  {
    requires: 'On Kubernetes there is no master and no worker to say how it is.',
    fails: ({ metrics }) => metrics === true,
    message: () =>
      'metrics must not be true on Kubernetes, where there is no master and no worker; give it to the application.',
    source: 'policy',
  },
  {
    requires: 'On Kubernetes executors read what their driver reads.',
    fails: ({ secretFiles }) => secretFiles !== undefined,
    message: () =>
      'secretFiles must be given to the application on Kubernetes, whose executors read what its driver does; leave them out here.',
    source: 'policy',
  },
];

const STANDALONE = 'https://spark.apache.org/docs/3.5.7/spark-standalone.html';

export const SPARK_CLUSTER_PROPERTIES: Properties<SparkClusterProps> = {
  platform: platformReference,
  namePrefix: NAME_PREFIX,
  hostPort: portCheck,
  masterHostPort: portCheck,
  workers: wholeNumber('policy', 1, 100),
  workerCores: wholeNumber(STANDALONE, 1),
  workerMemory: EXECUTOR_MEMORY,
  daemonMemory: heapCheck,
  daemonJvmOptions: jvmOptions('daemonMemory'),
  checkpointFolder: text(
    'https://spark.apache.org/docs/3.5.7/cloud-integration.html',
    "a folder of an object store, such as 's3a://bucket/checkpoints', without / at its end",
    /^[a-z][a-z0-9]*:\/\/[^\s/]+(\/[^\s/]+)*$/,
  ),
  volumes: listOf(object(VOLUME_MOUNT_PROPERTIES)),
  ...METRICS_OPTIONS,
  secretFiles: SECRET_FILES,
};
