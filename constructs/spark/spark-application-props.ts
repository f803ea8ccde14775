import type { IConstruct } from 'constructs';
import { allOf, ANY_TEXT, duration, listOf, valueObject } from '../core/checks';
import type { Duration } from '../core/duration';
import type { HealthCheck } from '../core/health-check';
import { BY_FILE, nothingSecretAmongWords } from '../core/plain-sight';
import { required, type Properties } from '../core/properties';
import { CONSTRUCTS } from '../core/container-description';
import { formatValue } from '../core/format-value';
import { isResolved } from '../core/resolved';
import type { UniqueName } from '../core/unique-name';
import type { ContainerImage } from '../core/container-image';
import type { Rule, TreeRule } from '../core/validation';
import { clientsClusterReferenceIfAny, type IKafkaCluster } from '../kafka/interfaces';
import { executorsOn, ROOM_FOR_ALL } from './executors';
import { SPARK_APPLICATION_OPTIONS, type SparkApplicationOptions } from './spark-application-options';
import { sparkClusterReference, type ISparkCluster } from './interfaces';
import type { SparkCode } from './spark-code';
import { SPARK_SETTINGS_TOGETHER } from './spark-setting-rules';
import { CONFIGURATION } from './spark-settings';
import { sparkVersions } from './spark-versions';

export interface SparkApplicationProps extends SparkApplicationOptions {
  /** Where its executors run. */
  readonly cluster: ISparkCluster;
  /**
   * The brokers that it works with: it starts after them, and the driver is told their addresses. Where they want TLS or a
   * login, it is told in `KAFKA_CLIENT_PROPERTIES` how, as the text of a file of properties: each line is an option of
   * Spark's source and sink behind `kafka.`.
   * @default - those of the first topic that it reads or writes
   */
  readonly kafka?: IKafkaCluster;
  /** What it runs: Python, or a jar. */
  readonly code: SparkCode;
  /** Arguments of the application. @default - none */
  readonly applicationArguments?: readonly string[];
  /**
   * How long after the other its query begins batches, which it alone knows: with metrics, dashboards have it beside the time
   * that a batch takes. Longer than 0.
   * @default - unknown
   */
  readonly triggerInterval?: Duration;
  /** How it is known to work. @default - it has an executor, or, where it allocates them dynamically, its UI answers */
  readonly healthCheck?: HealthCheck;
  /** What must be there before it starts. @default - the cluster */
  readonly dependsOn?: readonly IConstruct[];
}

/** Everything but what has no default. */
export type SparkApplicationFacts = Required<
  Omit<SparkApplicationOptions, 'jvmOptions' | 'foreignSettings' | 'secretFiles'>
> &
  Pick<SparkApplicationProps, 'jvmOptions' | 'healthCheck' | 'code' | 'applicationArguments' | 'kafka'> & {
    readonly cluster: ISparkCluster;
  };

export const SPARK_APPLICATION_PROPERTIES: Properties<SparkApplicationProps> = {
  ...SPARK_APPLICATION_OPTIONS,
  cluster: sparkClusterReference,
  kafka: clientsClusterReferenceIfAny,
  code: required(valueObject("SparkCode, such as SparkCode.python('app.py')", 'submitted', 'files')),
  applicationArguments: allOf(listOf(ANY_TEXT), nothingSecretAmongWords(BY_FILE)),
  triggerInterval: duration('policy'),
  healthCheck: valueObject(
    "a HealthCheck, such as HealthCheck.http(4040, '/api/v1/applications')",
    'test',
    'interval',
    'retries',
  ),
  dependsOn: CONSTRUCTS,
};

const KAFKA_INTEGRATION =
  'https://spark.apache.org/docs/3.5.7/structured-streaming-kafka-integration.html#security';

const scalaOf = (artifact: string): string | undefined => /_(\d+\.\d+)$/.exec(artifact)?.[1];

/** Packages of another Scala version than the image has, and Spark's own of another version of Spark. */
function foreignPackages({ packages, cluster }: SparkApplicationFacts): string[] {
  const { spark, scala } = sparkVersions(cluster.image) ?? {};
  if (spark === undefined) return [];
  return packages.filter((coordinates) => {
    const [group, artifact = '', version] = coordinates.split(':');
    const ofScala = scalaOf(artifact);
    return group === 'org.apache.spark'
      ? version !== spark || ofScala !== scala
      : ofScala !== undefined && ofScala !== scala;
  });
}

const certain = ({ cluster }: SparkApplicationFacts): boolean =>
  sparkVersions(cluster.image)?.certain ?? false;

function foreign(facts: SparkApplicationFacts): string {
  const { image } = facts.cluster;
  const { spark, scala } = sparkVersions(image) ?? {};
  const wrong = foreignPackages(facts);
  const areSparks = wrong.every((each) => each.startsWith('org.apache.spark:'));
  return `packages${areSparks ? ' of Spark' : ''} must be of the Spark and Scala version of ${image.reference}, got ${wrong.map(formatValue).join(', ')}; take those that end in _${scala}${areSparks ? `:${spark}` : ''}.`;
}

/** Packages that are named before, in another version. */
function ofTwoVersions({ packages }: SparkApplicationFacts): string[] {
  const named = (coordinates: string): string => coordinates.slice(0, coordinates.lastIndexOf(':'));
  return packages.filter((one) => packages.some((other) => other !== one && named(other) === named(one)));
}

const usedCores = (facts: SparkApplicationFacts): number =>
  executorsOn(facts.cluster, facts) * facts.executorCores;

/** Settings without which executors do not get the code. */
const ofCode = ({ code, settings }: SparkApplicationFacts): string[] =>
  Object.keys(code.settings).filter((name) => name in settings);

export const SPARK_APPLICATION_RULES: readonly Rule<SparkApplicationFacts>[] = [
  {
    requires: 'executorMemory is at most what a worker offers.',
    fails: ({ executorMemory, cluster }) => executorMemory.toBytes() > cluster.workerMemory.toBytes(),
    message: ({ executorMemory, cluster }) =>
      `executorMemory must be at most ${cluster.workerMemory.toString()}, what a worker offers, or the application waits forever; got ${executorMemory.toString()}, lower it or raise workerMemory.`,
    source: 'policy',
  },
  {
    requires: 'executorCores is at most what a worker offers.',
    fails: ({ executorCores, cluster }) => executorCores > cluster.workerCores,
    message: ({ executorCores, cluster }) =>
      `executorCores must be at most ${cluster.workerCores}, what a worker offers, or the application waits forever; got ${executorCores}, lower it or raise workerCores.`,
    source: 'policy',
  },
  {
    requires: 'totalExecutorCores is at least executorCores.',
    fails: ({ executorCores, totalExecutorCores }) => totalExecutorCores < executorCores,
    message: ({ executorCores, totalExecutorCores }) =>
      `totalExecutorCores must be at least executorCores (${executorCores}), or no executor starts; got ${totalExecutorCores}, raise it.`,
    source: 'org.apache.spark.deploy.master.Master',
  },
  {
    requires: 'executorCores is at least spark.task.cpus.',
    fails: ({ executorCores, settings }) =>
      isResolved(settings['spark.task.cpus']) && executorCores < Number(settings['spark.task.cpus'] ?? 1),
    message: ({ executorCores, settings }) =>
      `executorCores must be at least spark.task.cpus (${settings['spark.task.cpus']}), got ${executorCores}; raise it.`,
    source: 'org.apache.spark.SparkConf#validateSettings',
  },
  {
    requires: 'maxResultSize is less than driverMemory.',
    fails: ({ maxResultSize, driverMemory }) => maxResultSize.toBytes() >= driverMemory.toBytes(),
    message: ({ maxResultSize, driverMemory }) =>
      `maxResultSize must be less than the driver's memory (${driverMemory.toString()}), or a large result kills the driver; got ${maxResultSize.toString()}, lower it.`,
    source: `${CONFIGURATION} spark.driver.maxResultSize; policy`,
  },
  {
    requires: "Packages of Spark are of the image's Spark and Scala version.",
    fails: (facts) => certain(facts) && foreignPackages(facts).length > 0,
    message: foreign,
    source: 'policy',
  },
  {
    requires: "Packages of Spark are of the Spark and Scala version that the image's tag seems to say.",
    severity: 'warning',
    fails: (facts) => !certain(facts) && foreignPackages(facts).length > 0,
    message: foreign,
    source: 'policy',
  },
  {
    requires: 'packages name one version of each.',
    fails: (facts) => ofTwoVersions(facts).length > 0,
    message: (facts) =>
      `packages must name one version of each, got ${ofTwoVersions(facts).map(formatValue).join(', ')}; leave out all but one.`,
    source: `${CONFIGURATION} spark.jars.packages; policy`,
  },
  {
    requires: 'totalExecutorCores is a multiple of executorCores, and the workers offer as many.',
    severity: 'warning',
    fails: (facts) => facts.totalExecutorCores > usedCores(facts) && usedCores(facts) > 0,
    message: (facts) =>
      `totalExecutorCores is ${facts.totalExecutorCores}, but executors of ${facts.executorCores} cores and ${facts.executorMemory.toString()} use only ${usedCores(facts)} of them on ${facts.cluster.workers} workers with ${facts.cluster.workerCores} cores and ${facts.cluster.workerMemory.toString()} each; lower it, or raise workers.`,
    source: 'org.apache.spark.deploy.master.Master#scheduleExecutorsOnWorkers',
  },
  ...SPARK_SETTINGS_TOGETHER,
  {
    requires: 'settings leave to SparkCode.folder what brings the folder to executors.',
    fails: (facts) => ofCode(facts).length > 0,
    message: (facts) =>
      `settings: ${ofCode(facts).join(', ')} must be left out beside SparkCode.folder, which brings the folder to executors by that; put what they need into the folder, or into its requirements.`,
    source: 'policy',
  },
  {
    requires: 'The UI is on, where it tells whether the application works.',
    fails: ({ settings, healthCheck }) =>
      String(settings['spark.ui.enabled']) === 'false' && healthCheck === undefined,
    message: () =>
      `settings: spark.ui.enabled must be true, because the UI tells whether the application works, got false; leave it on, or give a healthCheck.`,
    source: 'policy',
  },
];

/** Of Spark clusters that this code does not run. */
export const EXECUTORS_READ_FILES: TreeRule = {
  requires: "Executors, who read and write records, are given the files of their brokers' security.",
  source: KAFKA_INTEGRATION,
};

export const KAFKA_PACKAGE_KNOWN: Rule<ContainerImage> = {
  requires: 'Of an application that knows brokers it is known which package for Kafka its Spark needs.',
  severity: 'warning',
  fails: () => true,
  message: ({ reference }) =>
    `it is not known which Spark runs in ${reference}, and so which package it needs for Kafka: unless the image carries it, ` +
    `give packages: ['org.apache.spark:spark-sql-kafka-0-10_<version of Scala>:<version of Spark>'].`,
  source: 'policy',
};
/** Of applications that are told where their checkpoints belong. */
export const CHECKPOINT_CLAIM: UniqueName = {
  kind: 'checkpoint location',
  requires: 'Each application of a Spark cluster keeps its checkpoints in a folder of its own.',
  source:
    'https://spark.apache.org/docs/3.5.7/structured-streaming-programming-guide.html#recovering-from-failures-with-checkpointing',
  cure: 'give one of them another applicationName',
};
export const SPARK_APPLICATION_TREE_RULES: readonly TreeRule[] = [
  ROOM_FOR_ALL,
  CHECKPOINT_CLAIM,
  EXECUTORS_READ_FILES,
];
