import { QuantityError } from './quantity-error';

const MILLISECONDS = {
  millisecond: 1,
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
} as const;
type Unit = keyof typeof MILLISECONDS;
const LARGEST_FIRST: readonly Unit[] = ['day', 'hour', 'minute', 'second', 'millisecond'];

/** A length of time: whole milliseconds, zero or more. */
export class Duration {
  /** @throws QuantityError if not a finite number of whole milliseconds, zero or more */
  public static milliseconds(amount: number): Duration {
    return new Duration(amount, 'millisecond');
  }
  /** @throws QuantityError if not a finite number of whole milliseconds, zero or more */
  public static seconds(amount: number): Duration {
    return new Duration(amount, 'second');
  }
  /** @throws QuantityError if not a finite number of whole milliseconds, zero or more */
  public static minutes(amount: number): Duration {
    return new Duration(amount, 'minute');
  }
  /** @throws QuantityError if not a finite number of whole milliseconds, zero or more */
  public static hours(amount: number): Duration {
    return new Duration(amount, 'hour');
  }
  /** @throws QuantityError if not a finite number of whole milliseconds, zero or more */
  public static days(amount: number): Duration {
    return new Duration(amount, 'day');
  }

  private readonly total: number;

  private constructor(amount: number, unit: Unit) {
    // 0.1 h is 360,000.00000000006 ms in floating point: what is whole to a microsecond is meant to be whole.
    const exact = amount * MILLISECONDS[unit];
    const total = Math.round(exact);
    if (
      typeof amount !== 'number' ||
      !Number.isSafeInteger(total) ||
      total < 0 ||
      Math.abs(total - exact) > 1e-3
    ) {
      throw new QuantityError(
        `A duration must be zero or more and come to whole milliseconds, got ${String(amount)} ${unit}s.`,
      );
    }
    this.total = total;
  }

  public toMilliseconds(): number {
    return this.total;
  }

  /** Whole seconds, rounded up: for settings that know nothing finer. */
  public toSeconds(): number {
    return Math.ceil(this.total / MILLISECONDS.second);
  }

  public plus(other: Duration): Duration {
    return Duration.milliseconds(this.total + other.total);
  }

  /**
   * Go's canonical form (`1m0s`, `1h0m0s`, `500ms`), the form in which the Docker provider reads durations back.
   * @see https://pkg.go.dev/time#Duration.String
   */
  public toGoString(): string {
    if (this.total === 0) return '0s';
    if (this.total < MILLISECONDS.second) return `${this.total}ms`;
    const hours = Math.floor(this.total / MILLISECONDS.hour);
    const minutes = Math.floor(this.total / MILLISECONDS.minute) % 60;
    const seconds = `${(this.total % MILLISECONDS.minute) / MILLISECONDS.second}s`;
    if (hours > 0) return `${hours}h${minutes}m${seconds}`;
    return minutes > 0 ? `${minutes}m${seconds}` : seconds;
  }

  /** The largest unit that says it whole, as people and Spark's interval parser read it: `1 minute`, `90 seconds`. */
  public toString(): string {
    const unit = LARGEST_FIRST.find((u) => this.total > 0 && this.total % MILLISECONDS[u] === 0) ?? 'second';
    const amount = this.total / MILLISECONDS[unit];
    return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
  }
}
