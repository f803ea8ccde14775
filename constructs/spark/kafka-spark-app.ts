import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Construct } from 'constructs';
import { Duration } from '../core/duration';
import { HealthCheck } from '../core/health-check';
import { SPARK_KAFKA_PACKAGE } from '../core/image-catalogue';
import { isWholeNumber, show, validate, type ValidationRule } from '../core/validation';
import type { IKafkaCluster } from '../kafka/kafka-cluster';
import type { IKafkaTopic } from '../kafka/kafka-topic';
import { SparkApplication, type SparkApplicationOptions } from './spark-application';
import type { ISparkCluster } from './spark-cluster';
import { OutputMode, StartingOffsets, Trigger } from './streaming-options';

export interface KafkaSparkAppProps extends SparkApplicationOptions {
  readonly cluster: ISparkCluster;
  readonly kafka: IKafkaCluster;
  /** Folder of `kafka_spark_app.py` and its modules. */
  readonly sourceFolder: string;
  /** JSON records `{"name", "age", "timestamp"}`. */
  readonly source: IKafkaTopic;
  /** The averages, as JSON keyed by the start of their window. At least once: the last value of a window counts. */
  readonly sink: IKafkaTopic;
  /** What cannot be used, with its reason. */
  readonly deadLetters: IKafkaTopic;
  /** Length of a window; more than 0. @default Duration.minutes(1) */
  readonly window?: Duration;
  /** How far behind the newest timestamp a record may be and still count; more than 0. @default Duration.minutes(1) */
  readonly watermark?: Duration;
  /** How far ahead of the broker's clock a timestamp may be. @default Duration.minutes(1) */
  readonly maxClockSkew?: Duration;
  /** @default OutputMode.APPEND */
  readonly outputMode?: OutputMode;
  /** @default Trigger.processingTime(Duration.seconds(5)) */
  readonly trigger?: Trigger;
  /** @default StartingOffsets.earliest() */
  readonly startingOffsets?: StartingOffsets;
  /** Limit of records in one micro-batch; 1 or more. @default - all there are */
  readonly maxOffsetsPerTrigger?: number;
  /** Partitions of the state, fixed once a checkpoint exists; 1 or more. @default 3 */
  readonly shufflePartitions?: number;
}

const ENTRY = 'kafka_spark_app.py';
/** Touched by the application while its queries make progress. */
const ALIVE_FILE = '/tmp/kafka_spark_app.alive';

/** The streaming application `KafkaSparkApp`: the average age in windows of event time, from Kafka to Kafka. */
export class KafkaSparkApp extends Construct {
  public readonly application: SparkApplication;

  /** @throws ValidationError naming every broken rule, not only the first */
  public constructor(scope: Construct, id: string, props: KafkaSparkAppProps) {
    super(scope, id);
    const facts: Facts = {
      ...props,
      window: props.window ?? Duration.minutes(1),
      watermark: props.watermark ?? Duration.minutes(1),
      trigger: props.trigger ?? Trigger.processingTime(Duration.seconds(5)),
      shufflePartitions: props.shufflePartitions ?? 3,
    };
    validate(this, facts, RULES);

    const applicationName = props.applicationName ?? 'KafkaSparkApp';
    const options: Record<string, string | number | undefined> = {
      'bootstrap-servers': props.kafka.bootstrapServers.join(','),
      'source-topic': props.source.topicName,
      'sink-topic': props.sink.topicName,
      'dead-letter-topic': props.deadLetters.topicName,
      'checkpoint-location': SparkApplication.checkpointLocation(props.cluster, applicationName),
      window: facts.window.toString(),
      watermark: facts.watermark.toString(),
      'max-clock-skew': (props.maxClockSkew ?? Duration.minutes(1)).toString(),
      'output-mode': props.outputMode ?? OutputMode.APPEND,
      'trigger-interval': facts.trigger.interval.toString(),
      'starting-offsets': (props.startingOffsets ?? StartingOffsets.earliest()).value,
      'max-offsets-per-trigger': props.maxOffsetsPerTrigger,
      'alive-file': ALIVE_FILE,
    };
    this.application = new SparkApplication(this, 'application', {
      serviceName: 'kafka-spark-app',
      applicationName,
      packages: [SPARK_KAFKA_PACKAGE],
      ...props,
      settings: { 'spark.sql.shuffle.partitions': facts.shufflePartitions, ...props.settings },
      pythonFile: join(props.sourceFolder, ENTRY),
      pythonModules: modules(props.sourceFolder),
      applicationArguments: Object.entries(options).flatMap(([name, value]) =>
        value === undefined ? [] : [`--${name}`, String(value)],
      ),
      healthCheck: madeProgress(facts.trigger.interval),
      dependsOn: [props.kafka, props.source, props.sink, props.deadLetters],
    });
  }
}

function modules(folder: string): string[] {
  const python = readdirSync(folder).filter((file) => file.endsWith('.py') && file !== ENTRY);
  return python.sort().map((file) => join(folder, file));
}

/** A query that hangs keeps its process and its UI alive; only progress tells that it works. */
function madeProgress(interval: Duration): HealthCheck {
  const seconds = Math.max(90, 3 * interval.toSeconds());
  return HealthCheck.bash(`test "$(find ${ALIVE_FILE} -newermt '-${seconds} seconds')"`, {
    startPeriod: Duration.seconds(120),
  });
}

type Facts = KafkaSparkAppProps &
  Required<Pick<KafkaSparkAppProps, 'window' | 'watermark' | 'trigger' | 'shufflePartitions'>>;

const GUIDE = 'https://spark.apache.org/docs/3.5.7/structured-streaming-programming-guide.html';

const RULES: readonly ValidationRule<Facts>[] = [
  {
    fails: ({ window }) => window.toMilliseconds() === 0,
    message: ({ window }) => `window must be longer than 0, got ${window.toString()}.`,
    source: `${GUIDE}#window-operations-on-event-time`,
  },
  {
    fails: ({ watermark }) => watermark.toMilliseconds() === 0,
    message: ({ watermark }) => `watermark must be longer than 0, got ${watermark.toString()}.`,
    source: `${GUIDE}#handling-late-data-and-watermarking; policy`,
  },
  {
    fails: ({ source, sink }) => source.topicName === sink.topicName,
    message: ({ sink }) =>
      `sink must be another topic than source, or it feeds itself; got ${show(sink.topicName)} for both.`,
    source: 'policy',
  },
  {
    fails: ({ source, sink, deadLetters }) =>
      [source.topicName, sink.topicName].includes(deadLetters.topicName),
    message: ({ deadLetters }) =>
      `deadLetters must be another topic than source and sink, got ${show(deadLetters.topicName)}.`,
    source: 'policy',
  },
  {
    fails: ({ outputMode }) => outputMode !== undefined && !Object.values(OutputMode).includes(outputMode),
    message: ({ outputMode }) =>
      `outputMode must be one of ${Object.values(OutputMode).map(show).join(', ')}, got ${show(outputMode)}.`,
    source: `${GUIDE}#output-modes`,
  },
  {
    fails: ({ maxOffsetsPerTrigger: limit }) => limit !== undefined && !isWholeNumber(limit, 1),
    message: ({ maxOffsetsPerTrigger: limit }) =>
      `maxOffsetsPerTrigger must be a whole number, 1 or more, got ${show(limit)}.`,
    source: 'org.apache.spark.sql.kafka010.KafkaSourceProvider',
  },
  {
    fails: ({ shufflePartitions }) => !isWholeNumber(shufflePartitions, 1),
    message: ({ shufflePartitions }) =>
      `shufflePartitions must be a whole number, 1 or more, got ${show(shufflePartitions)}.`,
    source: 'org.apache.spark.sql.internal.SQLConf',
  },
  {
    severity: 'warning',
    fails: ({ source, window, watermark }) =>
      source.retention?.age !== undefined &&
      source.retention.milliseconds < window.plus(watermark).toMilliseconds(),
    message: ({ source, window, watermark }) =>
      `the retention of ${source.topicName} (${source.retention?.age?.toString()}) is shorter than window + watermark (${window.plus(watermark).toString()}): after a pause, records are gone before they count.`,
    source: 'policy',
  },
];
