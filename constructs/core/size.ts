import { QuantityError } from './quantity-error';
import { formatValue, formatAmount } from './format-value';

const BYTES = { byte: 1, kibibyte: 1024, mebibyte: 1024 ** 2, gibibyte: 1024 ** 3 } as const;
type Unit = keyof typeof BYTES;
const SHORT: readonly (readonly [Unit, string])[] = [
  ['gibibyte', 'g'],
  ['mebibyte', 'm'],
  ['kibibyte', 'k'],
];

/**
 * An amount of memory or storage: whole bytes, zero or more. One that cannot be says so to the construct that is given
 * it, and is refused there with the construct's path; to use it otherwise throws a QuantityError.
 */
export class Size {
  /** @param amount a whole number */
  public static bytes(amount: number): Size {
    return new Size(amount, 'byte');
  }
  /** Of 1,024 bytes each. @param amount zero or more, also a fraction that comes to whole bytes */
  public static kibibytes(amount: number): Size {
    return new Size(amount, 'kibibyte');
  }
  /** Of 1,024 KiB each. @param amount zero or more, also a fraction that comes to whole bytes */
  public static mebibytes(amount: number): Size {
    return new Size(amount, 'mebibyte');
  }
  /** Of 1,024 MiB each. @param amount zero or more, also a fraction that comes to whole bytes */
  public static gibibytes(amount: number): Size {
    return new Size(amount, 'gibibyte');
  }

  /** Why it cannot be. */
  public readonly problem?: string;
  private readonly amount: number;

  private constructor(amount: number, unit: Unit) {
    this.amount = typeof amount === 'number' ? amount * BYTES[unit] : NaN;
    if (!Number.isSafeInteger(this.amount) || this.amount < 0)
      this.problem = `must be a size of zero or more that comes to whole bytes; got ${formatAmount(amount, unit)}`;
  }

  private get total(): number {
    if (this.problem !== undefined) throw new QuantityError(`A size ${this.problem}.`);
    return this.amount;
  }

  /** @throws QuantityError if it cannot be */
  public toBytes(): number {
    return this.total;
  }

  /** Whole mebibytes, rounded up: the unit of the Docker provider's memory limits. */
  public toMebibytes(): number {
    return Math.ceil(this.total / BYTES.mebibyte);
  }

  /** This size and another one together. */
  public plus(other: Size): Size {
    if (!(other instanceof Size))
      throw new QuantityError(`What is added must be a Size; got ${formatValue(other)}.`);
    return Size.bytes(this.total + other.total);
  }

  /** This size times `factor`, rounded up to whole bytes. */
  public times(factor: number): Size {
    if (!Number.isFinite(factor))
      throw new QuantityError(`A factor must be a number; got ${formatValue(factor)}.`);
    return Size.bytes(Math.ceil(this.total * factor));
  }

  /**
   * As the JVM and Spark write sizes, in the largest unit that says it whole: `4g`, `512m`, `1536m`.
   * @see https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html#extra-options-for-java
   */
  public toJvmString(): string {
    const [unit, suffix] = SHORT.find(([u]) => this.total > 0 && this.total % BYTES[u] === 0) ?? ['byte', ''];
    return `${this.total / BYTES[unit]}${suffix}`;
  }

  /** For people: `4 GiB`, `512 MiB`, `100 bytes`. */
  public toString(): string {
    const jvm = this.toJvmString();
    const suffix = { g: ' GiB', m: ' MiB', k: ' KiB' }[jvm.slice(-1)];
    return suffix ? jvm.slice(0, -1) + suffix : `${jvm} bytes`;
  }
}
