import { Construct } from 'constructs';
import { Duration } from '../core/duration';
import { HealthCheck } from '../core/health-check';
import { answersHttp, getByBash } from '../core/http-by-bash';
import { reserveName } from '../core/unique-name';
import { validateProps, problemOf } from '../core/properties';
import { Service } from '../core/service';
import { Size } from '../core/size';
import {
  validationError,
  reportProblem,
  validate,
  validateTree,
  type TreeProblems,
} from '../core/validation';
import { placed } from '../core/placed';
import type { SecretFiles } from '../core/secret-file';
import { inGroup } from '../kafka/acl-rule';
import { needsAcls } from '../kafka/acls-of';
import { allowedToClients } from '../kafka/allowed-urls';
import { KafkaClient } from '../kafka/kafka-client';
import { clientsClusterReferenceIfAny, type IKafkaTopic } from '../kafka/interfaces';
import { driverLabels } from './driver-labels';
import { withoutExecutor } from './executors';
import { isKafkaPackage, jarsBuild, jarsOf, kafkaPackage } from './kafka-package';
import {
  CHECKPOINT_CLAIM,
  EXECUTORS_READ_FILES,
  KAFKA_PACKAGE_KNOWN,
  SPARK_APPLICATION_PROPERTIES,
  SPARK_APPLICATION_RULES,
  type SparkApplicationFacts,
  type SparkApplicationProps,
} from './spark-application-props';
import { SPARK_APPLICATION_OPTIONS } from './spark-application-options';
import { sparkClusterReference, type ISparkCluster } from './interfaces';
import { sparkOperatorOf, type OperatedApplication } from './operator';
import { overhead, withOverhead } from './spark-memory';
import { driverMetrics } from './spark-metrics';
import { operatedSettings, submitCommand } from './spark-submit';
import { SETTINGS_OF_APPLICATIONS } from './spark-settings';
import { sparkLineBy, sparkVersions } from './spark-versions';

/**
 * An application that spark-submit runs for ever in client mode; its UI is on localhost:4040. It may do without Kafka.
 * @see https://spark.apache.org/docs/3.5.7/submitting-applications.html
 */
export class SparkApplication extends Construct {
  /** Where this application's checkpoints belong: on storage that the driver and every worker share. */
  public static checkpointLocation(cluster: ISparkCluster, name: string): string {
    const problem =
      problemOf(sparkClusterReference, cluster) ?? problemOf(SPARK_APPLICATION_OPTIONS.applicationName, name);
    if (problem !== undefined)
      throw validationError(
        'SparkApplication.checkpointLocation',
        sparkClusterReference,
        `its cluster and name ${problem}.`,
      );
    return checkpoints(cluster, name);
  }

  /** The driver. */
  public readonly service: Service;
  private readonly client: KafkaClient;
  private readonly facts: SparkApplicationFacts;
  private readonly command: string[] = [];
  private readonly packages: Set<string>;
  /** The packages whose jars the image has been given. */
  private readonly added = new Set<string>();

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: SparkApplicationProps) {
    super(...placed(scope, id));
    const line = sparkLineBy(() => props.cluster.image);
    const properties = { ...SPARK_APPLICATION_PROPERTIES, ...SETTINGS_OF_APPLICATIONS[line] };
    const valid = validateProps(this, props, properties, { serviceName: id });
    const { cluster, kafka } = valid;
    const facts = withDefaults(valid);
    validate(this, facts, SPARK_APPLICATION_RULES);
    this.facts = facts;
    this.packages = new Set(facts.packages);
    validateTree(this, SparkApplication.problems);
    if (asksInGroup(facts)) needsAcls(this, () => [inGroup('spark-kafka-source-', 'Prefixed')]);
    const own = checkpoints(cluster, facts.applicationName);
    const checkpointLocation = valid.applicationArguments?.includes(own) ? own : undefined;
    if (checkpointLocation !== undefined) reserveName(this, cluster, CHECKPOINT_CLAIM, checkpointLocation);

    const operator = sparkOperatorOf(cluster.platform);
    operator?.runApplication(this, this.operated(valid));
    const isShared =
      !operator || (checkpointLocation !== undefined && cluster.checkpointFolder === undefined);

    this.service = new Service(this, 'driver', {
      platform: cluster.platform,
      serviceName: facts.serviceName,
      labels: driverLabels(facts, checkpointLocation),
      image: cluster.image,
      command: this.command,
      files: valid.code.files,
      environment: { ...allowedToClients(kafka?.security), ...valid.code.environment },
      volumes: isShared ? [cluster.sharedStorage] : [],
      secretFiles: valid.secretFiles,
      ports: [{ name: `${facts.applicationName} UI`, port: 4040, hostPort: facts.hostPort, scheme: 'http' }],
      healthCheck: valid.healthCheck ?? hasExecutor(facts),
      ...(facts.metrics && { metrics: driverMetrics(facts.applicationName, valid.triggerInterval) }),
      // Beside the JVM, Python itself.
      memory: withOverhead(facts.driverMemory).plus(Size.mebibytes(128)),
      stopGracePeriod: Duration.seconds(30),
      dependsOn: [cluster, ...(valid.dependsOn ?? [])],
    });
    this.client = new KafkaClient(this, this.service, {
      speaksTo: clientsClusterReferenceIfAny,
      // Of this application alone, for executors of all share the workers.
      folder: `/run/secrets/kafka-${facts.serviceName}`,
      further: (files) => this.giveExecutors(files),
    });
    if (kafka) this.client.connectTo(kafka);
    if (valid.code.build && !operator) cluster.platform.extendImage(this, valid.code.build(cluster.image));
    this.usePackages();
  }

  /**
   * Declares that it reads a topic: that is there before it starts, and must be of its brokers, whose addresses it finds
   * in `KAFKA_BOOTSTRAP_SERVERS`.
   * @param variable what tells the driver the topic's name. @default - `KAFKA_TOPIC_` and the id of the topic's construct
   */
  public reads(topic: IKafkaTopic, variable?: string): void {
    this.client.use('reads', topic, variable);
    this.usePackages();
  }

  /**
   * Declares that it writes a topic: that is there before it starts, and must be of its brokers, whose addresses it finds
   * in `KAFKA_BOOTSTRAP_SERVERS`.
   * @param variable what tells the driver the topic's name. @default - `KAFKA_TOPIC_` and the id of the topic's construct
   */
  public writes(topic: IKafkaTopic, variable?: string): void {
    this.client.use('writes', topic, variable);
    this.usePackages();
  }

  /** What an operator is told. */
  private operated({ healthCheck, applicationArguments = [] }: SparkApplicationProps): OperatedApplication {
    const { cluster, driverMemory, executorMemory, executorCores, totalExecutorCores, ...facts } = this.facts;
    const carried = new Set(cluster.image.bundledPackages);
    return {
      code: facts.code,
      applicationArguments,
      sparkVersion: sparkVersions(cluster.image)?.spark,
      driverCores: facts.driverCores,
      driverMemory,
      driverOverhead: overhead(driverMemory),
      executors: Math.max(1, Math.floor(totalExecutorCores / executorCores)),
      executorCores,
      executorMemory,
      executorOverhead: overhead(executorMemory),
      settings: operatedSettings(this.facts),
      packages: () => [...this.packages].filter((coordinates) => !carried.has(coordinates)),
      healthCheck,
    };
  }

  private giveExecutors(files: SecretFiles): void {
    const { cluster } = this.facts;
    // Executors read what their driver does.
    if (sparkOperatorOf(cluster.platform)) return;
    if (cluster.addSecretFiles) {
      cluster.addSecretFiles(files);
      return;
    }
    const sentence = `the workers of ${cluster.node.path} must have ${Object.keys(files).join(', ')}, which executors need as the driver does; give the cluster addSecretFiles, which mounts them there, or take a SparkCluster.`;
    reportProblem(this, EXECUTORS_READ_FILES, sentence);
  }

  /** Tells spark-submit which packages to use, the one for Kafka with them since it knows brokers. */
  private usePackages(): void {
    const { image, platform } = this.facts.cluster;
    const carried = new Set(image.bundledPackages);
    if (this.client.kafka && ![...carried, ...this.packages].some(isKafkaPackage)) {
      const needed = kafkaPackage(image);
      if (needed !== undefined) this.packages.add(needed);
      else validate(this, image, [KAFKA_PACKAGE_KNOWN]);
    }
    if (sparkOperatorOf(platform)) return;
    const lacking = [...this.packages].filter((coordinates) => !carried.has(coordinates));
    for (const coordinates of lacking.filter((each) => jarsOf(each) && !this.added.has(each))) {
      this.added.add(coordinates);
      platform.extendImage(this, jarsBuild(coordinates, image));
    }
    this.command.splice(0, Infinity, ...submitCommand(this.facts, lacking));
  }

  private static readonly problems: TreeProblems = (_, all) =>
    withoutExecutor(
      all
        .filter((each) => each instanceof SparkApplication)
        .map((application) => ({ ...application.facts, application })),
    );
}

/**
 * By itself Spark is in no group that brokers know: executors are given partitions, and the driver asks as an admin.
 * @see https://spark.apache.org/docs/3.5.7/structured-streaming-kafka-integration.html#offset-fetching
 */
const asksInGroup = ({ settings }: SparkApplicationFacts): boolean =>
  String(settings['spark.sql.streaming.kafka.useDeprecatedOffsetFetching'] ?? false) !== 'false';

/** Who waits for an executor does nothing. Another one that takes the place of a lost one has a minute to come. */
function hasExecutor({ settings }: SparkApplicationFacts): HealthCheck {
  const path = '/api/v1/applications';
  if (String(settings['spark.dynamicAllocation.enabled'] ?? false) !== 'false')
    return answersHttp(4040, path);
  const script = [
    getByBash(4040),
    `get ${path} && [[ \${answer[*]} =~ app-[^\\"]* ]] || { echo 'its UI does not answer'; exit 1; }`,
    `get ${path}/$BASH_REMATCH/executors && [[ \${answer[*]} =~ '"id" : "'[0-9] ]] || { echo 'it has no executor: no worker has the cores and memory free, or none can reach its driver'; exit 1; }`,
  ];
  return HealthCheck.bash(script.join('\n'), { interval: Duration.seconds(5), retries: 12 });
}

function withDefaults(
  props: SparkApplicationProps & { readonly serviceName: string },
): SparkApplicationFacts {
  const { cluster, serviceName } = props;
  const driverMemory = props.driverMemory ?? Size.gibibytes(4);
  const executorCores = props.executorCores ?? Math.min(2, cluster.workerCores);
  return {
    ...props,
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
    metrics: props.metrics ?? false,
    settings: { ...props.foreignSettings, ...props.settings },
  };
}

const checkpoints = ({ sharedStorage, checkpointFolder }: ISparkCluster, name: string): string =>
  `${checkpointFolder ?? `${sharedStorage.path}/checkpoints`}/${name}`;
const smaller = (one: Size, other: Size): Size => (one.toBytes() < other.toBytes() ? one : other);
