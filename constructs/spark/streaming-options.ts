import { duration } from '../core/checks';
import { Duration } from '../core/duration';
import { plain } from '../core/plain';
import { problemOf } from '../core/properties';
import { formatValue } from '../core/format-value';

/**
 * Which windows a query writes.
 * @see https://spark.apache.org/docs/3.5.7/structured-streaming-programming-guide.html#output-modes
 */
export enum OutputMode {
  /** Each window once, when the watermark has passed its end. */
  APPEND = 'append',
  /** Each window whenever it changes. */
  UPDATE = 'update',
  /** All windows at each trigger; they are never forgotten. */
  COMPLETE = 'complete',
}

/**
 * When a query reads new records.
 * @see https://spark.apache.org/docs/3.5.7/structured-streaming-programming-guide.html#triggers
 */
export class Trigger {
  /**
   * A micro-batch that only writes, such as the windows that the one before it has closed, does not wait for it.
   * @param interval from one micro-batch that reads to the next; zero: as soon as the one before is done
   */
  public static processingTime(interval: Duration): Trigger {
    return new Trigger(interval);
  }

  /** Why it cannot be. */
  public readonly problem?: string;

  private constructor(
    /** From one micro-batch that reads to the next. */
    public readonly interval: Duration,
  ) {
    this.problem = problemOf(INTERVAL, interval);
  }
}

/**
 * Where a query begins that has no checkpoint yet; later it goes on where it was.
 * @see https://spark.apache.org/docs/3.5.7/structured-streaming-kafka-integration.html
 */
export class StartingOffsets {
  /** With the oldest record that each partition still has. */
  public static earliest(): StartingOffsets {
    return new StartingOffsets('earliest');
  }

  /** With what is written after the query has begun. */
  public static latest(): StartingOffsets {
    return new StartingOffsets('latest');
  }

  /**
   * With a record of each partition.
   * @param offsets by topic, and by each of its partitions; -2 is the earliest, -1 the latest
   */
  public static at(offsets: Readonly<Record<string, Readonly<Record<number, number>>>>): StartingOffsets {
    const problem = offsetsProblem(offsets);
    return new StartingOffsets(problem === undefined ? JSON.stringify(offsets) : '', offsets, problem);
  }

  private constructor(
    /** As Spark's option `startingOffsets` takes it. */
    public readonly value: string,
    /** By topic and partition; undefined where every topic begins alike. */
    public readonly offsets?: Readonly<Record<string, Readonly<Record<number, number>>>>,
    /** Why they cannot be. */
    public readonly problem?: string,
  ) {}
}

const INTERVAL = duration('org.apache.spark.sql.streaming.Trigger', Duration.milliseconds(0));

function offsetsProblem(offsets: unknown): string | undefined {
  const isObject = (value: unknown): value is object => Object.keys(plain(value) ?? {}).length > 0;
  if (!isObject(offsets))
    return `must be offsets by topic and partition, such as { user_events: { 0: 23, 1: -2 } }; got ${formatValue(offsets)}`;
  for (const [topic, partitions] of Object.entries(offsets)) {
    if (!isObject(partitions))
      return `must have offsets by partition for ${formatValue(topic)}; got ${formatValue(partitions)}`;
    for (const [partition, offset] of Object.entries(partitions)) {
      if (!/^\d{1,9}$/.test(partition) || !Number.isSafeInteger(offset) || (offset as number) < -2)
        return `must have partitions from 0 on, each with an offset from -2 on; got ${formatValue(offset)} for partition ${partition} of ${formatValue(topic)}`;
    }
  }
  return undefined;
}
