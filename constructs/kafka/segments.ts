import { isResolved } from '../core/resolved';
import { Duration } from '../core/duration';
import { Size } from '../core/size';
import type { Retention } from './retention';

/**
 * A broker deletes whole segments, and an open one only once it is closed: what a topic keeps beyond its retention is a
 * segment, and what comes until the brokers look again. Here is what makes that less than as much again.
 * @see https://kafka.apache.org/39/documentation.html#topicconfigs_segment.ms
 */
export interface Segments {
  /** `segment.ms`. @default - Kafka's */
  readonly milliseconds?: number;
  /** `segment.bytes`. @default - Kafka's */
  readonly bytes?: number;
}

/** What Kafka does where nobody says, 3.9 and 4: `segment.ms`, `segment.bytes`, `log.retention.check.interval.ms`. */
export const USUAL = {
  age: Duration.days(7),
  size: Size.gibibytes(1),
  checkInterval: Duration.minutes(5),
};
/** `max.message.bytes` where nobody says, and Kafka 4's least `segment.bytes` is a little less. */
const USUAL_LARGEST = Size.bytes(1_048_588);
const SECOND = 1000;
/** How fast a partition may grow for its size to hold. */
const GROWTH = Size.mebibytes(5);

/** Below this a broker would do little else. */
export const LEAST_AGE = Duration.seconds(4);

/** A segment holds the largest batch, or brokers refuse that. */
export function leastSegment(maxMessageSize = USUAL_LARGEST): Size {
  return maxMessageSize.toBytes() > USUAL_LARGEST.toBytes() ? maxMessageSize : USUAL_LARGEST;
}

/** Half of the age, so that there is time to look; a quarter of the size, so that there is room to grow. */
export function segmentsOf(retention: Retention, maxMessageSize?: Size): Segments {
  const least = leastSegment(maxMessageSize).toBytes();
  const { milliseconds, bytes } = limitsOf(retention);
  const [half, quarter] = [Math.floor(milliseconds / 2), Math.floor(bytes / 4)];
  return {
    ...(half * 2 < USUAL.age.toMilliseconds() && { milliseconds: Math.max(half, SECOND) }),
    ...(quarter * 4 < USUAL.size.toBytes() && { bytes: Math.max(quarter, least) }),
  };
}

/** `log.retention.check.interval.ms` with which that holds. */
export function checkIntervalOf(retention: Retention): number {
  const { milliseconds, bytes } = limitsOf(retention);
  const bySize = (bytes / 2 / GROWTH.toBytes()) * SECOND;
  const interval = Math.min(milliseconds / 4, bySize, USUAL.checkInterval.toMilliseconds());
  return Math.floor(Math.max(interval, SECOND));
}

/** Of what is known at synth; the rest is as good as none. */
export function limitsOf({ age, sizePerPartition }: Retention): { milliseconds: number; bytes: number } {
  const limit = (value: number | undefined): number =>
    value !== undefined && isResolved(value) ? value : Infinity;
  return { milliseconds: limit(age?.toMilliseconds()), bytes: limit(sizePerPartition?.toBytes()) };
}
