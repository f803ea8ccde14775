import { plain, rawJson } from './plain';
import type { Registry } from './registry';

/** A key or value as a program and people read it. */
export interface Decoded {
  /** What JSON has a form for; null where there is nothing. */
  readonly value: unknown;
  /** Where it is in no form that can be read here. */
  readonly encoding?: 'base64';
  /** Why that is so, in a sentence. */
  readonly why?: string;
}

const NOTHING: Decoded = { value: null };

/**
 * By the registry, where it begins as what a registry knows; or else as JSON, or as text.
 * @throws CommandError if the registry does not answer
 */
export async function decode(bytes: Buffer | undefined, registry?: Registry): Promise<Decoded> {
  if (bytes === undefined) return NOTHING;
  if (isFramed(bytes)) return framed(bytes, registry);
  const text = textOf(bytes);
  return text === undefined
    ? unreadable(bytes, 'it is neither text nor of a registry')
    : { value: parsed(text) };
}

/**
 * A zero, and four bytes of a schema's number.
 * @see https://docs.confluent.io/platform/current/schema-registry/fundamentals/serdes-develop/index.html#wire-format
 */
const isFramed = (bytes: Buffer): boolean => bytes.length >= 5 && bytes[0] === 0;

async function framed(bytes: Buffer, registry: Registry | undefined): Promise<Decoded> {
  const id = bytes.readUInt32BE(1);
  const payload = bytes.subarray(5);
  if (!registry)
    return unreadable(
      bytes,
      `it looks like one of schema ${id}, and no registry is known: give it by --schema-registry <url>`,
    );
  const schema = await registry.byId(id);
  if (!schema) return unreadable(bytes, `the registry at ${registry.url} has no schema ${id}`);
  const { avro, language } = schema;
  if (!avro) {
    const text = language === 'JSON' ? textOf(payload) : undefined;
    return text === undefined
      ? unreadable(bytes, `schema ${id} is in ${language}, which is not decoded here`)
      : { value: parsed(text) };
  }
  try {
    return { value: plain(avro.fromBuffer(payload)) };
  } catch (error) {
    return unreadable(bytes, `it is not as schema ${id} says: ${(error as Error).message}`);
  }
}

const unreadable = (bytes: Buffer, why: string): Decoded => ({
  value: bytes.toString('base64'),
  encoding: 'base64',
  why,
});

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;

function textOf(bytes: Buffer): string | undefined {
  try {
    const text = UTF_8.decode(bytes);
    return CONTROL.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

const parse = JSON.parse as (
  text: string,
  reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
) => unknown;

/** Whole numbers that JavaScript would round stay as they are written. */
function parsed(text: string): unknown {
  try {
    return parse(text, (_, value, { source = '' }) =>
      typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(source)
        ? rawJson(source)
        : value,
    );
  } catch {
    return text;
  }
}
