/** A part of a message in Kafka's protocol. @see https://kafka.apache.org/protocol.html#protocol_types */
export type Part = Buffer;

export const joined = (parts: readonly Part[]): Buffer<ArrayBuffer> => Buffer.concat(parts);

export const int8 = (value: number): Part => Buffer.of(value);

export function int16(value: number): Part {
  const part = Buffer.alloc(2);
  part.writeInt16BE(value);
  return part;
}

export function int32(value: number): Part {
  const part = Buffer.alloc(4);
  part.writeInt32BE(value);
  return part;
}

export const float64 = (value: number): Part => {
  const part = Buffer.alloc(8);
  part.writeDoubleBE(value);
  return part;
};

/** @param value undefined where there is none */
export function text(value: string | undefined): Part {
  if (value === undefined) return int16(-1);
  const bytes = Buffer.from(value);
  return joined([int16(bytes.length), bytes]);
}

export function compactText(value: string): Part {
  const bytes = Buffer.from(value);
  return joined([unsigned(bytes.length + 1), bytes]);
}

export const array = (items: readonly Part[]): Part => joined([int32(items.length), ...items]);

export const compactArray = (items: readonly Part[]): Part => joined([unsigned(items.length + 1), ...items]);

/** Seven bits a byte, the lowest first. */
export function unsigned(value: number): Part {
  return value < 0x80 ? Buffer.of(value) : joined([Buffer.of((value & 0x7f) | 0x80), unsigned(value >>> 7)]);
}

/** What a broker answered, read from its beginning on. */
export class Answer {
  private at = 0;

  /** @param bytes after the header */
  public constructor(private readonly bytes: Buffer) {}

  public int8 = (): number => this.bytes.readInt8(this.skip(1));
  public int16 = (): number => this.bytes.readInt16BE(this.skip(2));
  public int32 = (): number => this.bytes.readInt32BE(this.skip(4));
  public float64 = (): number => this.bytes.readDoubleBE(this.skip(8));

  /** Undefined where there is none. */
  public text(): string | undefined {
    return this.bytesOf(this.int16());
  }

  public compactText(): string | undefined {
    return this.bytesOf(this.unsigned() - 1);
  }

  public array<T>(item: () => T): T[] {
    return Array.from({ length: Math.max(0, this.int32()) }, item);
  }

  public compactArray<T>(item: () => T): T[] {
    return Array.from({ length: Math.max(0, this.unsigned() - 1) }, item);
  }

  /** Of a later time. */
  public skipTags(): void {
    for (let left = this.unsigned(); left > 0; left -= 1) {
      this.unsigned();
      this.skip(this.unsigned());
    }
  }

  private unsigned(): number {
    const byte = this.bytes.readUInt8(this.skip(1));
    return byte < 0x80 ? byte : (byte & 0x7f) | (this.unsigned() << 7);
  }

  private bytesOf(length: number): string | undefined {
    if (length < 0) return undefined;
    const from = this.skip(length);
    return this.bytes.toString('utf8', from, from + length);
  }

  /** @returns where the next one begins */
  private skip(length: number): number {
    this.at += length;
    return this.at - length;
  }
}
