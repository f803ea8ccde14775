import { QuantityError } from './quantity-error';

const BYTES = { byte: 1, kibibyte: 1024, mebibyte: 1024 ** 2, gibibyte: 1024 ** 3 } as const;
type Unit = keyof typeof BYTES;
const SHORT: readonly (readonly [Unit, string])[] = [
  ['gibibyte', 'g'],
  ['mebibyte', 'm'],
  ['kibibyte', 'k'],
];

/** An amount of memory or storage: whole bytes, zero or more. */
export class Size {
  /** @throws QuantityError if not a finite number of whole bytes, zero or more */
  public static bytes(amount: number): Size {
    return new Size(amount, 'byte');
  }
  /** @throws QuantityError if not a finite number of whole bytes, zero or more */
  public static kibibytes(amount: number): Size {
    return new Size(amount, 'kibibyte');
  }
  /** @throws QuantityError if not a finite number of whole bytes, zero or more */
  public static mebibytes(amount: number): Size {
    return new Size(amount, 'mebibyte');
  }
  /** @throws QuantityError if not a finite number of whole bytes, zero or more */
  public static gibibytes(amount: number): Size {
    return new Size(amount, 'gibibyte');
  }

  private readonly total: number;

  private constructor(amount: number, unit: Unit) {
    const total = amount * BYTES[unit];
    if (typeof amount !== 'number' || !Number.isSafeInteger(total) || total < 0) {
      throw new QuantityError(
        `A size must be zero or more and come to whole bytes, got ${String(amount)} ${unit}s.`,
      );
    }
    this.total = total;
  }

  public toBytes(): number {
    return this.total;
  }

  /** Whole mebibytes, rounded up: the unit of the Docker provider's memory limits. */
  public toMebibytes(): number {
    return Math.ceil(this.total / BYTES.mebibyte);
  }

  public plus(other: Size): Size {
    return Size.bytes(this.total + other.total);
  }

  /** This size times `factor`, rounded up to whole bytes. */
  public times(factor: number): Size {
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
