import { duration, size } from '../core/checks';
import type { Duration } from '../core/duration';
import { validateOptions, required, type Properties } from '../core/properties';
import type { Size } from '../core/size';

/**
 * When a broker may delete a record: by age, by size of its partition, by whichever comes first, or never.
 * @see https://kafka.apache.org/39/documentation.html#topicconfigs_retention.ms
 */
export class Retention {
  /**
   * By age, and by size where one is given: whichever comes first.
   * @param age records older than this may go
   * @param sizePerPartition the oldest records may go once a partition is larger. @default - no limit
   */
  public static upTo(age: Duration, sizePerPartition?: Size): Retention {
    const { right, problem } = validateOptions(WHAT, RETENTION_PROPERTIES, { age, sizePerPartition });
    return new Retention({ ...right, problem });
  }

  /** Bounded by size only: the oldest records may go once a partition is larger. */
  public static upToSize(sizePerPartition: Size): Retention {
    const { right, problem } = validateOptions(WHAT, SIZE_RETENTION_PROPERTIES, { sizePerPartition });
    return new Retention({ ...right, problem });
  }

  /** Records stay until somebody deletes them. */
  public static forever(): Retention {
    return new Retention({});
  }

  /** Undefined: whatever the age. */
  public readonly age?: Duration;
  /** Undefined: whatever the size. */
  public readonly sizePerPartition?: Size;
  /** Why it cannot be. */
  public readonly problem?: string;

  private constructor({ age, sizePerPartition, problem }: Limits = NO_LIMITS) {
    this.age = age;
    this.sizePerPartition = sizePerPartition;
    this.problem = problem;
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

type Limits = Partial<Pick<Retention, 'age' | 'sizePerPartition' | 'problem'>>;
/** Without a compiler somebody may have called the constructor. */
const NO_LIMITS: Limits = {
  problem: 'must be a Retention that says what it keeps, such as Retention.forever()',
};
const WHAT = 'a Retention';
export const TOPIC_CONFIGS = 'https://kafka.apache.org/39/documentation.html#topicconfigs';
const SIZE = size(`${TOPIC_CONFIGS}_retention.bytes; policy`);

export const RETENTION_PROPERTIES: Properties<{ readonly age: Duration; readonly sizePerPartition?: Size }> =
  {
    age: required(duration(`${TOPIC_CONFIGS}_retention.ms`)),
    sizePerPartition: SIZE,
  };
export const SIZE_RETENTION_PROPERTIES: Properties<{ readonly sizePerPartition: Size }> = {
  sizePerPartition: required(SIZE),
};

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
