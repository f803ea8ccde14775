import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Fn, Token } from 'cdktf';
import { Construct } from 'constructs';
import {
  Duration,
  HealthCheck,
  OutputMode,
  SparkApplication,
  SparkCode,
  StartingOffsets,
  Trigger,
  validate,
  ValidationError,
} from '../../constructs';
import { kindProblems, RULES, type AveragesAppProps } from './averages-props';

const ENTRY = 'kafka_spark_app.py';

/** Touched by the program while its query makes progress. */
const ALIVE_FILE = '/tmp/kafka_spark_app.alive';

/** The streaming application of this folder: the average age in windows of event time, from Kafka to Kafka. */
export class AveragesApp extends Construct {
  public readonly application: SparkApplication;

  public constructor(scope: Construct, id: string, props: AveragesAppProps) {
    super(scope, id);
    const problems = kindProblems(props);
    if (problems.length > 0) throw ValidationError.of(this.node.path, problems);
    const {
      cluster,
      kafka,
      source,
      sink,
      deadLetters,
      window = Duration.minutes(1),
      watermark = Duration.minutes(1),
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
    validate(this, { ...props, window, watermark, sourceOptions }, RULES);

    const servers = kafka.bootstrapServers;
    const options: Record<string, string | number | undefined> = {
      'bootstrap-servers': Token.isUnresolved(servers) ? Fn.join(',', [...servers]) : servers.join(','),
      'source-topic': source.topicName,
      'sink-topic': sink.topicName,
      'dead-letter-topic': deadLetters.topicName,
      'checkpoint-location': SparkApplication.checkpointLocation(cluster, applicationName),
      window: window.toString(),
      watermark: watermark.toString(),
      'max-clock-skew': Duration.minutes(1).toString(),
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
      settings: { 'spark.sql.shuffle.partitions': shufflePartitions, ...application.settings },
      cluster,
      kafka,
      code: SparkCode.python(join(__dirname, ENTRY), { modules: modulesBesideEntry() }),
      applicationArguments: [
        ...Object.entries(options).flatMap(([name, value]) =>
          value === undefined ? [] : [`--${name}`, String(value)],
        ),
        ...Object.entries(sourceOptions).flatMap(([name, value]) => ['--source-option', `${name}=${value}`]),
      ],
      ...(trigger.interval.toMilliseconds() > 0 && { triggerInterval: trigger.interval }),
      healthCheck: madeProgress(trigger.interval, cluster.platform.patience),
    });
    this.application.reads(source);
    this.application.writes(sink);
    this.application.writes(deadLetters);
  }
}

function modulesBesideEntry(): string[] {
  const modules = readdirSync(__dirname).filter((file) => file.endsWith('.py') && file !== ENTRY);
  return modules.sort().map((file) => join(__dirname, file));
}

/** A query that hangs keeps its process and its UI alive; only progress tells that it works. */
function madeProgress(interval: Duration, patience: number): HealthCheck {
  const seconds = Math.max(90, 3 * interval.toSeconds()) * patience;
  return HealthCheck.bash(`test "$(find ${ALIVE_FILE} -newermt '-${seconds} seconds')"`, {
    startPeriod: Duration.seconds(120),
  });
}
