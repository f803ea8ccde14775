import { duration, oneOf, sound, wholeNumber } from '../core/checks';
import type { ClaimRule } from '../core/claim';
import { Duration } from '../core/duration';
import { required, type Check, type Properties } from '../core/properties';
import { show } from '../core/show';
import { known } from '../core/known';
import type { Rule } from '../core/validation';
import { PLAINTEXT_CLUSTER, TOPIC } from '../kafka/references';
import type { KafkaSparkAppProps } from './kafka-spark-app';
import { pythonFolder } from './python-files';
import { KAFKA_SOURCE, SOURCE_OPTIONS, sourceOption } from './source-options';
import { SPARK_APPLICATION_OPTIONS, SPARK_CLUSTER } from './spark-application-rules';
import { OutputMode } from './streaming-options';

export const ENTRY = 'kafka_spark_app.py';

type KafkaSparkAppFacts = KafkaSparkAppProps &
  Required<Pick<KafkaSparkAppProps, 'window' | 'watermark' | 'sourceOptions'>>;

const GUIDE = 'https://spark.apache.org/docs/3.5.7/structured-streaming-programming-guide.html';
const PROVIDER = 'org.apache.spark.sql.kafka010.KafkaSourceProvider';

/** The longest that the application itself takes. */
const LONGEST = Duration.days(36_500);

function upTo({ problem, source, allowed }: Check): Check {
  const range = `at most ${LONGEST.toString()}`;
  const tooLong = (given: Duration): string | undefined =>
    given.toMilliseconds() > LONGEST.toMilliseconds()
      ? `must be ${range}; got ${given.toString()}`
      : undefined;
  return {
    source,
    allowed: `${allowed}, ${range}`,
    problem: (value) => problem(value) ?? tooLong(value as Duration),
  };
}

export const KAFKA_SPARK_APP_PROPERTIES: Properties<KafkaSparkAppProps> = {
  ...SPARK_APPLICATION_OPTIONS,
  cluster: SPARK_CLUSTER,
  kafka: PLAINTEXT_CLUSTER,
  sourceFolder: required(pythonFolder(ENTRY)),
  source: TOPIC,
  sink: TOPIC,
  deadLetters: TOPIC,
  window: upTo(duration(`${GUIDE}#window-operations-on-event-time`)),
  watermark: upTo(duration(`${GUIDE}#handling-late-data-and-watermarking; policy`)),
  maxClockSkew: upTo(duration('policy', Duration.milliseconds(0))),
  outputMode: oneOf(`${GUIDE}#output-modes`, OutputMode),
  trigger: sound('a Trigger, such as Trigger.processingTime(Duration.seconds(5))', 'interval'),
  startingOffsets: sound('StartingOffsets, such as StartingOffsets.earliest()', 'value'),
  maxOffsetsPerTrigger: wholeNumber(PROVIDER, 1),
  sourceOptions: SOURCE_OPTIONS,
  shufflePartitions: wholeNumber('org.apache.spark.sql.internal.SQLConf', 1),
};

const MIN_OFFSETS = 'minOffsetsPerTrigger';
const PARTITIONS = 'spark.sql.shuffle.partitions';

/** The partitions of the source to which no offset was given, or more than that: what Spark asserts to be the same. */
function offsetsOfOtherPartitions({ source, startingOffsets }: KafkaSparkAppFacts): boolean {
  const { offsets } = startingOffsets ?? {};
  if (offsets === undefined) return false;
  const partitions = Object.keys(offsets[source.topicName] ?? {});
  const { partitions: count } = source;
  return (
    Object.keys(offsets).join() !== source.topicName ||
    (count !== undefined &&
      (partitions.length !== count || partitions.some((partition) => Number(partition) >= count)))
  );
}

export const KAFKA_SPARK_APP_RULES: readonly Rule<KafkaSparkAppFacts>[] = [
  {
    requires: 'sink is another topic than source.',
    fails: ({ source, sink }) => source.topicName === sink.topicName,
    message: ({ sink }) =>
      `sink must be another topic than source, or it feeds itself; got ${show(sink.topicName)} for both.`,
    source: 'policy',
  },
  {
    requires: 'deadLetters is another topic than source and sink.',
    fails: ({ source, sink, deadLetters }) =>
      [source.topicName, sink.topicName].includes(deadLetters.topicName),
    message: ({ deadLetters }) =>
      `deadLetters must be another topic than source and sink, got ${show(deadLetters.topicName)}; give one of its own.`,
    source: 'policy',
  },
  {
    requires:
      'startingOffsets, where they are offsets, are of all partitions of source, and of no other topic.',
    fails: offsetsOfOtherPartitions,
    message: ({ source, startingOffsets }) =>
      `startingOffsets must have an offset for each of the ${source.partitions ?? ''} partitions of ${show(source.topicName)} and nothing else, got ${String(startingOffsets?.value)}; -2 is the earliest, -1 the latest.`,
    source: `${KAFKA_SOURCE}; org.apache.spark.sql.kafka010.KafkaOffsetReader`,
  },
  {
    requires: 'minOffsetsPerTrigger is at most maxOffsetsPerTrigger.',
    fails: ({ sourceOptions, maxOffsetsPerTrigger = Infinity }) =>
      known(sourceOption(sourceOptions, MIN_OFFSETS)) &&
      Number(sourceOption(sourceOptions, MIN_OFFSETS) ?? 0) > maxOffsetsPerTrigger,
    message: ({ sourceOptions, maxOffsetsPerTrigger }) =>
      `sourceOptions: ${MIN_OFFSETS} must be at most maxOffsetsPerTrigger (${maxOffsetsPerTrigger}), got ${sourceOption(sourceOptions, MIN_OFFSETS)}; lower it.`,
    source: PROVIDER,
  },
  {
    requires: `settings leave ${PARTITIONS} to shufflePartitions.`,
    fails: ({ settings = {} }) => PARTITIONS in settings,
    message: ({ settings = {} }) =>
      `settings must leave ${PARTITIONS} to the property shufflePartitions, got ${show(settings[PARTITIONS])}; set that.`,
    source: 'policy',
  },
  {
    requires: 'The retention of source is at least window and watermark together.',
    severity: 'warning',
    fails: ({ source, window, watermark }) =>
      source.retention?.age !== undefined &&
      source.retention.milliseconds < window.plus(watermark).toMilliseconds(),
    message: ({ source, window, watermark }) =>
      `the retention of ${source.topicName} (${source.retention?.age?.toString()}) is shorter than window + watermark (${window.plus(watermark).toString()}): after a pause, records are gone before they count; keep them longer.`,
    source: 'policy',
  },
];

export const CHECKPOINT_CLAIM: ClaimRule = {
  kind: 'checkpoint location',
  requires: 'Each application of a Spark cluster keeps its checkpoints in a folder of its own.',
  source: `${GUIDE}#recovering-from-failures-with-checkpointing`,
  cure: 'give one of them another applicationName',
};
export const KAFKA_SPARK_APP_TREE_RULES: readonly ClaimRule[] = [CHECKPOINT_CLAIM];
