/** A number as it is written, where JavaScript would round it. */
export const rawJson = (JSON as unknown as { rawJSON: (text: string) => unknown }).rawJSON;

/** Avro's values as JSON has them; bytes as Avro writes them in JSON, a character each. */
export function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return rawJson(String(value));
  if (Buffer.isBuffer(value)) return value.toString('latin1');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
  return value;
}
