import type { IncomingRecord } from './batches';
import { decode, type Decoded } from './decode';
import type { Registry } from './registry';

/** A record with what is in it. */
export interface ShownRecord extends Pick<IncomingRecord, 'topic' | 'partition' | 'offset' | 'timestamp'> {
  readonly key: Decoded;
  readonly value: Decoded;
}

export async function shown(record: IncomingRecord, registry?: Registry): Promise<ShownRecord> {
  const [key, value] = [await decode(record.key, registry), await decode(record.value, registry)];
  return { ...record, key, value };
}

/** One line of JSON. What cannot be read is in base64, with why. */
export function forPrograms({ topic, partition, offset, timestamp, key, value }: ShownRecord): string {
  const rest = (name: string, { encoding, why }: Decoded): object =>
    encoding === undefined ? {} : { [`${name}Encoding`]: encoding, [`${name}Problem`]: why };
  return JSON.stringify({
    ...{ topic, partition, offset: Number(offset), timestamp: new Date(timestamp).toISOString() },
    ...{ key: key.value, value: value.value, ...rest('key', key), ...rest('value', value) },
  });
}

/** One line: where it is, when it was written, key and value. */
export function forPeople({ partition, offset, timestamp, key, value }: ShownRecord): string {
  const time = new Date(timestamp).toISOString().slice(0, -1).replace('T', ' ');
  return [`${partition}@${offset}`, time, inWords(key, '-'), inWords(value, '(deleted)')].join('  ');
}

function inWords({ value, encoding, why }: Decoded, nothing: string): string {
  if (encoding !== undefined) return `(not readable: ${why}) ${String(value)}`;
  if (value === null) return nothing;
  // A text as it is, while that is one line.
  return typeof value === 'string' && !/[\r\n]/.test(value) ? value : JSON.stringify(value);
}
