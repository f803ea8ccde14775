import { Token } from 'cdktf';
import {
  Duration,
  OutputMode,
  StartingOffsets,
  Trigger,
  type IKafkaCluster,
  type IKafkaTopic,
  type ISparkCluster,
  type Rule,
  type SparkApplicationOptions,
} from '../../constructs';
import { KAFKA_SOURCE, sourceOption, sourceOptionProblems, type SourceOptions } from './source-options';

export interface AveragesAppProps extends SparkApplicationOptions {
  readonly cluster: ISparkCluster;
  readonly kafka: IKafkaCluster;
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
  /** @default OutputMode.APPEND */
  readonly outputMode?: OutputMode;
  /** `maxOffsetsPerTrigger`, or `minOffsetsPerTrigger` of the source, do not wait for it. @default Trigger.processingTime(Duration.seconds(5)) */
  readonly trigger?: Trigger;
  /** @default StartingOffsets.earliest() */
  readonly startingOffsets?: StartingOffsets;
  /** Limit of records in one micro-batch; 1 or more. @default - all there are */
  readonly maxOffsetsPerTrigger?: number;
  /** Further options of the source by their name in Spark, such as `minPartitions`. @default - none */
  readonly sourceOptions?: SourceOptions;
  /** Partitions of the state, fixed once a checkpoint exists; 1 or more. @default 3 */
  readonly shufflePartitions?: number;
}

type Facts = AveragesAppProps & Required<Pick<AveragesAppProps, 'window' | 'watermark' | 'sourceOptions'>>;

const GUIDE = 'https://spark.apache.org/docs/3.5.7/structured-streaming-programming-guide.html';
const PROVIDER = 'org.apache.spark.sql.kafka010.KafkaSourceProvider';

/** The longest that the program itself takes. */
const LONGEST = Duration.days(36_500);

function lasts(name: 'window' | 'watermark', source: string): Rule<Facts> {
  return {
    requires: `${name} is longer than 0, at most ${LONGEST.toString()}.`,
    fails: (facts) => {
      const milliseconds = facts[name].toMilliseconds();
      return milliseconds <= 0 || milliseconds > LONGEST.toMilliseconds();
    },
    message: (facts) =>
      `${name} must be longer than 0 and at most ${LONGEST.toString()}; got ${facts[name].toString()}.`,
    source,
  };
}

/** What a value says is wrong with itself. */
function canBe(name: 'trigger' | 'startingOffsets', source: string): Rule<Facts> {
  return {
    requires: `${name} can be.`,
    fails: (facts) => facts[name]?.problem !== undefined,
    message: (facts) => `${name} ${facts[name]?.problem}.`,
    source,
  };
}

const MIN_OFFSETS = 'minOffsetsPerTrigger';
const PARTITIONS = 'spark.sql.shuffle.partitions';

/** The partitions of the source to which no offset was given, or more than that: what Spark asserts to be the same. */
function offsetsOfOtherPartitions({ source, startingOffsets }: Facts): boolean {
  const { offsets, problem } = startingOffsets ?? {};
  if (offsets === undefined || problem !== undefined) return false;
  const partitions = Object.keys(offsets[source.topicName] ?? {});
  const { partitions: count } = source;
  return (
    Object.keys(offsets).join() !== source.topicName ||
    (count !== undefined &&
      (partitions.length !== count || partitions.some((partition) => Number(partition) >= count)))
  );
}

const KINDS = { window: Duration, watermark: Duration, trigger: Trigger, startingOffsets: StartingOffsets };
const TOPICS = ['source', 'sink', 'deadLetters'] as const;

/** What is of another kind than its property, as a program without a compiler may give it: no rule can be asked then. */
export function kindProblems(props: AveragesAppProps): string[] {
  const wrong = Object.entries(KINDS).filter(([name, kind]) => {
    const given = props[name as keyof typeof KINDS];
    return given !== undefined && !(given instanceof kind);
  });
  return [
    ...TOPICS.filter((name) => typeof (props[name] as IKafkaTopic | undefined)?.topicName !== 'string').map(
      (name) => `${name} must be a KafkaTopic; give one.`,
    ),
    ...wrong.map(([name, kind]) => `${name} must be made by ${kind.name}, such as ${EXAMPLES[name]}.`),
  ];
}
const EXAMPLES: Readonly<Record<string, string>> = {
  window: 'Duration.minutes(1)',
  watermark: 'Duration.minutes(1)',
  trigger: 'Trigger.processingTime(Duration.seconds(5))',
  startingOffsets: 'StartingOffsets.earliest()',
};

export const RULES: readonly Rule<Facts>[] = [
  lasts('window', `${GUIDE}#window-operations-on-event-time`),
  lasts('watermark', `${GUIDE}#handling-late-data-and-watermarking; policy`),
  {
    requires: 'maxOffsetsPerTrigger is a whole number, 1 or more.',
    fails: ({ maxOffsetsPerTrigger: most = 1 }) =>
      !Token.isUnresolved(most) && (!Number.isSafeInteger(most) || most < 1),
    message: ({ maxOffsetsPerTrigger }) =>
      `maxOffsetsPerTrigger must be a whole number, 1 or more; got ${maxOffsetsPerTrigger}.`,
    source: PROVIDER,
  },
  canBe('trigger', 'org.apache.spark.sql.streaming.Trigger'),
  canBe('startingOffsets', KAFKA_SOURCE),
  {
    requires: 'outputMode is one of OutputMode.',
    fails: ({ outputMode }) => outputMode !== undefined && !Object.values(OutputMode).includes(outputMode),
    message: ({ outputMode }) =>
      `outputMode must be one of ${Object.values(OutputMode).join(', ')}; got '${outputMode}'.`,
    source: `${GUIDE}#output-modes`,
  },
  {
    requires: 'sink is another topic than source.',
    fails: ({ source, sink }) => source.topicName === sink.topicName,
    message: ({ sink }) =>
      `sink must be another topic than source, or it feeds itself; got '${sink.topicName}' for both.`,
    source: 'policy',
  },
  {
    requires: 'deadLetters is another topic than source and sink.',
    fails: ({ source, sink, deadLetters }) =>
      [source.topicName, sink.topicName].includes(deadLetters.topicName),
    message: ({ deadLetters }) =>
      `deadLetters must be another topic than source and sink, got '${deadLetters.topicName}'; give one of its own.`,
    source: 'policy',
  },
  {
    requires:
      'startingOffsets, where they are offsets, are of all partitions of source, and of no other topic.',
    fails: offsetsOfOtherPartitions,
    message: ({ source, startingOffsets }) =>
      `startingOffsets must have an offset for each of the ${source.partitions ?? ''} partitions of '${source.topicName}' and nothing else, got ${String(startingOffsets?.value)}; -2 is the earliest, -1 the latest.`,
    source: `${KAFKA_SOURCE}; org.apache.spark.sql.kafka010.KafkaOffsetReader`,
  },
  {
    requires: "sourceOptions are options of Spark's Kafka source that the application does not set itself.",
    fails: ({ sourceOptions }) => sourceOptionProblems(sourceOptions).length > 0,
    message: ({ sourceOptions }) => `sourceOptions: ${sourceOptionProblems(sourceOptions).join(', and ')}.`,
    source: `${KAFKA_SOURCE}; ${PROVIDER}`,
  },
  {
    requires: 'minOffsetsPerTrigger is at most maxOffsetsPerTrigger.',
    fails: ({ sourceOptions, maxOffsetsPerTrigger = Infinity }) => {
      const least = sourceOption(sourceOptions, MIN_OFFSETS);
      const isKnown = ![least, maxOffsetsPerTrigger].some((each) => Token.isUnresolved(each));
      return least !== undefined && isKnown && Number(least) > maxOffsetsPerTrigger;
    },
    message: ({ sourceOptions, maxOffsetsPerTrigger }) =>
      `sourceOptions: ${MIN_OFFSETS} must be at most maxOffsetsPerTrigger (${maxOffsetsPerTrigger}), got ${sourceOption(sourceOptions, MIN_OFFSETS)}; lower it.`,
    source: PROVIDER,
  },
  {
    requires: `settings leave ${PARTITIONS} to shufflePartitions.`,
    fails: ({ settings = {} }) => PARTITIONS in settings,
    message: ({ settings = {} }) =>
      `settings must leave ${PARTITIONS} to the property shufflePartitions, got ${settings[PARTITIONS]}; set that.`,
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
