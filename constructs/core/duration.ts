import { QuantityError } from './quantity-error';
import { formatValue, formatAmount } from './format-value';

const MILLISECONDS = {
  millisecond: 1,
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
} as const;
type Unit = keyof typeof MILLISECONDS;
const LARGEST_FIRST: readonly Unit[] = ['day', 'hour', 'minute', 'second', 'millisecond'];

/**
 * A length of time: whole milliseconds, zero or more. One that cannot be says so to the construct that is given it, and
 * is refused there with the construct's path; to use it otherwise throws a QuantityError.
 */
export class Duration {
  /** @param amount a whole number */
  public static milliseconds(amount: number): Duration {
    return new Duration(amount, 'millisecond');
  }
  /** @param amount zero or more, also a fraction that comes to whole milliseconds */
  public static seconds(amount: number): Duration {
    return new Duration(amount, 'second');
  }
  /** @param amount zero or more, also a fraction that comes to whole milliseconds */
  public static minutes(amount: number): Duration {
    return new Duration(amount, 'minute');
  }
  /** @param amount zero or more, also a fraction that comes to whole milliseconds */
  public static hours(amount: number): Duration {
    return new Duration(amount, 'hour');
  }
  /** Days of 24 hours. @param amount zero or more, also a fraction that comes to whole milliseconds */
  public static days(amount: number): Duration {
    return new Duration(amount, 'day');
  }

  /** Why it cannot be. */
  public readonly problem?: string;
  private readonly amount: number;

  private constructor(amount: number, unit: Unit) {
    // 0.1 h is 360,000.00000000006 ms in floating point: what is whole to a microsecond is meant to be whole.
    const exact = typeof amount === 'number' ? amount * MILLISECONDS[unit] : NaN;
    this.amount = Math.round(exact);
    if (!Number.isSafeInteger(this.amount) || this.amount < 0 || Math.abs(this.amount - exact) > 1e-3) {
      this.problem = `must be a duration of zero or more that comes to whole milliseconds; got ${formatAmount(amount, unit)}`;
    }
  }

  private get total(): number {
    if (this.problem !== undefined) throw new QuantityError(`A duration ${this.problem}.`);
    return this.amount;
  }

  /** @throws QuantityError if it cannot be */
  public toMilliseconds(): number {
    return this.total;
  }

  /** Whole seconds, rounded up: for settings that know nothing finer. */
  public toSeconds(): number {
    return Math.ceil(this.total / MILLISECONDS.second);
  }

  /** This duration and another one together. */
  public plus(other: Duration): Duration {
    if (!(other instanceof Duration))
      throw new QuantityError(`What is added must be a Duration; got ${formatValue(other)}.`);
    return Duration.milliseconds(this.total + other.total);
  }

  /** This duration times `factor`, rounded up to whole milliseconds. */
  public times(factor: number): Duration {
    if (!Number.isFinite(factor))
      throw new QuantityError(`A factor must be a number; got ${formatValue(factor)}.`);
    return Duration.milliseconds(Math.ceil(this.total * factor));
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
