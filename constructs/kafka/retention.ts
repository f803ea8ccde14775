import { duration, size } from '../core/checks';
import type { Duration } from '../core/duration';
import type { Size } from '../core/size';

/**
 * When a broker may delete a record: by age, by size of its partition, by whichever comes first, or never.
 * @see https://kafka.apache.org/39/documentation.html#topicconfigs_retention.ms
 */
export class Retention {
  /**
   * @param age records older than this may go
   * @param sizePerPartition the oldest records may go once a partition is larger. @default - no limit
   */
  public static upTo(age: Duration, sizePerPartition?: Size): Retention {
    return new Retention(age, sizePerPartition);
  }

  /** Bounded by size only: the oldest records may go once a partition is larger. */
  public static upToSize(sizePerPartition: Size): Retention {
    return new Retention(undefined, sizePerPartition);
  }

  /** Records stay until somebody deletes them. */
  public static forever(): Retention {
    return new Retention();
  }

  /** Why it cannot be. */
  public readonly problem?: string;

  private constructor(
    /** Undefined: whatever the age. */
    public readonly age?: Duration,
    /** Undefined: whatever the size. */
    public readonly sizePerPartition?: Size,
  ) {
    const problems = [
      age === undefined ? undefined : AGE.problem(age),
      sizePerPartition === undefined ? undefined : SIZE.problem(sizePerPartition),
    ];
    this.problem = problems.find((problem) => problem !== undefined);
  }

  /** `retention.ms`, -1 for no limit. */
  public get milliseconds(): number {
    return this.age?.toMilliseconds() ?? -1;
  }

  /** `retention.bytes`, -1 for no limit. */
  public get bytes(): number {
    return this.sizePerPartition?.toBytes() ?? -1;
  }
}

const TOPIC_CONFIGS = 'https://kafka.apache.org/39/documentation.html#topicconfigs';
const AGE = duration(`${TOPIC_CONFIGS}_retention.ms`);
const SIZE = size(`${TOPIC_CONFIGS}_retention.bytes; policy`);

/**
 * What happens to old records.
 * @see https://kafka.apache.org/39/documentation.html#topicconfigs_cleanup.policy
 */
export enum CleanupPolicy {
  /** Delete them once retention lets go of them. */
  DELETE = 'delete',
  /** Keep the last record of each key. */
  COMPACT = 'compact',
  /** Keep the last record of each key, and delete it too once retention lets go of it. */
  COMPACT_AND_DELETE = 'compact,delete',
}
