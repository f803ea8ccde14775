import type { Duration } from '../core/duration';

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
 * When a query looks for new records.
 * @see https://spark.apache.org/docs/3.5.7/structured-streaming-programming-guide.html#triggers
 */
export class Trigger {
  /** @param interval Zero: as soon as the micro-batch before is done. */
  public static processingTime(interval: Duration): Trigger {
    return new Trigger(interval);
  }

  private constructor(public readonly interval: Duration) {}
}

/**
 * Where a query begins that has no checkpoint yet; later it goes on where it was.
 * @see https://spark.apache.org/docs/3.5.7/structured-streaming-kafka-integration.html
 */
export class StartingOffsets {
  public static earliest(): StartingOffsets {
    return new StartingOffsets('earliest');
  }

  public static latest(): StartingOffsets {
    return new StartingOffsets('latest');
  }

  /** @param offsets by topic and partition; -2 is the earliest, -1 the latest */
  public static at(offsets: Readonly<Record<string, Readonly<Record<number, number>>>>): StartingOffsets {
    return new StartingOffsets(JSON.stringify(offsets));
  }

  private constructor(public readonly value: string) {}
}
