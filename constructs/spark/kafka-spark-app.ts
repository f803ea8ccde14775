import { join } from 'node:path';
import { Construct } from 'constructs';
import { Duration } from '../core/duration';
import { HealthCheck } from '../core/health-check';
import { claim } from '../core/claim';
import { joined } from '../core/known';
import { checked } from '../core/properties';
import { validate } from '../core/validation';
import { placed } from '../core/placed';
import type { IKafkaCluster } from '../kafka/kafka-cluster';
import type { IKafkaTopic } from '../kafka/kafka-topic';
import {
  CHECKPOINT_CLAIM,
  ENTRY,
  KAFKA_SPARK_APP_PROPERTIES,
  KAFKA_SPARK_APP_RULES,
} from './kafka-spark-app-rules';
import { modulesBeside } from './python-files';
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
  /** `maxOffsetsPerTrigger`, or `minOffsetsPerTrigger` of the source, do not wait for it. @default Trigger.processingTime(Duration.seconds(5)) */
  readonly trigger?: Trigger;
  /** @default StartingOffsets.earliest() */
  readonly startingOffsets?: StartingOffsets;
  /** Limit of records in one micro-batch; 1 or more. @default - all there are */
  readonly maxOffsetsPerTrigger?: number;
  /**
   * Further options of the source by their name in Spark, such as `minPartitions`.
   * @default - none
   * @see https://spark.apache.org/docs/3.5.7/structured-streaming-kafka-integration.html
   */
  readonly sourceOptions?: Readonly<Record<string, string | number | boolean>>;
  /** Partitions of the state, fixed once a checkpoint exists; 1 or more. @default 3 */
  readonly shufflePartitions?: number;
}

/** Touched by the application while its query makes progress. */
const ALIVE_FILE = '/tmp/kafka_spark_app.alive';

/** The streaming application `KafkaSparkApp`: the average age in windows of event time, from Kafka to Kafka. */
export class KafkaSparkApp extends Construct {
  public readonly application: SparkApplication;

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, given: KafkaSparkAppProps) {
    super(...placed(scope, id));
    const props = checked(this, given, KAFKA_SPARK_APP_PROPERTIES);
    const {
      cluster,
      kafka,
      sourceFolder,
      source,
      sink,
      deadLetters,
      window = Duration.minutes(1),
      watermark = Duration.minutes(1),
      maxClockSkew = Duration.minutes(1),
      outputMode = OutputMode.APPEND,
      trigger = Trigger.processingTime(Duration.seconds(5)),
      startingOffsets = StartingOffsets.earliest(),
      maxOffsetsPerTrigger,
      sourceOptions = {},
      shufflePartitions = 3,
      serviceName = 'kafka-spark-app',
      applicationName = 'KafkaSparkApp',
      ...application
    } = props;
    validate(this, { ...props, window, watermark, sourceOptions }, KAFKA_SPARK_APP_RULES);
    const checkpointLocation = SparkApplication.checkpointLocation(cluster, applicationName);
    claim(this, cluster, CHECKPOINT_CLAIM, checkpointLocation);

    const options: Record<string, string | number | undefined> = {
      'bootstrap-servers': joined(',', kafka.bootstrapServers),
      'source-topic': source.topicName,
      'sink-topic': sink.topicName,
      'dead-letter-topic': deadLetters.topicName,
      'checkpoint-location': checkpointLocation,
      window: window.toString(),
      watermark: watermark.toString(),
      'max-clock-skew': maxClockSkew.toString(),
      'output-mode': outputMode,
      'trigger-interval': trigger.interval.toString(),
      'starting-offsets': startingOffsets.value,
      'max-offsets-per-trigger': maxOffsetsPerTrigger,
      'alive-file': ALIVE_FILE,
    };
    this.application = new SparkApplication(this, 'application', {
      ...application,
      serviceName,
      applicationName,
      checkpointLocation,
      settings: { 'spark.sql.shuffle.partitions': shufflePartitions, ...application.settings },
      cluster,
      kafka,
      pythonFile: join(sourceFolder, ENTRY),
      pythonModules: modulesBeside(sourceFolder, ENTRY),
      applicationArguments: [
        ...Object.entries(options).flatMap(([name, value]) =>
          value === undefined ? [] : [`--${name}`, String(value)],
        ),
        ...Object.entries(sourceOptions).flatMap(([name, value]) => ['--source-option', `${name}=${value}`]),
      ],
      healthCheck: madeProgress(trigger.interval, cluster.platform.patience),
    });
    this.application.reads(source);
    this.application.writes(sink);
    this.application.writes(deadLetters);
  }
}

/** A query that hangs keeps its process and its UI alive; only progress tells that it works. */
function madeProgress(interval: Duration, patience: number): HealthCheck {
  const seconds = Math.max(90, 3 * interval.toSeconds()) * patience;
  return HealthCheck.bash(`test "$(find ${ALIVE_FILE} -newermt '-${seconds} seconds')"`, {
    startPeriod: Duration.seconds(120),
  });
}
