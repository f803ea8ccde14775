import { KEPT_BYTES } from './kafka/records.js';
import { reason } from './part.js';

/** @import { Bytes } from './kafka/records.js' */
/** @import { Registry } from './registry.js' */

/**
 * A key or value as people read it.
 * @typedef {object} Shown
 * @property {'tombstone' | 'JSON' | 'Avro' | 'text' | 'bytes'} kind
 * @property {string} text
 * @property {number} length of the original, in bytes
 * @property {boolean} isCut
 * @property {string} [note] what else is to be known of it
 */

/** What a page shows of one value. */
const SHOWN_CHARACTERS = 4_000;
const SHOWN_BYTES = 512;

/**
 * @param {Bytes | undefined} bytes
 * @param {Registry | undefined} registry
 * @returns {Promise<Shown>}
 */
export async function shown(bytes, registry) {
  if (!bytes) return { kind: 'tombstone', text: '', length: 0, isCut: false };
  const { head, length } = bytes;
  const framed = registry && isFramed(head) ? await fromRegistry(bytes, registry) : undefined;
  if (framed) return framed;
  const text = textOf(head, length);
  if (text === undefined) return { ...dump(head), length, isCut: length > SHOWN_BYTES };
  const json = length <= KEPT_BYTES ? indented(text) : undefined;
  return { kind: json ? 'JSON' : 'text', ...cut(json ?? text, length > KEPT_BYTES), length };
}

/** A zero, and four bytes of a schema's id. @param {Buffer} head */
const isFramed = (head) => head.length >= 5 && head[0] === 0;

/**
 * @param {Bytes} bytes
 * @param {Registry} registry
 * @returns {Promise<Shown | undefined>} undefined if the registry knows no such schema, so that it is something else
 * @see https://docs.confluent.io/platform/current/schema-registry/fundamentals/serdes-develop/index.html#wire-format
 */
async function fromRegistry({ head, length }, registry) {
  const id = head.readUInt32BE(1);
  const payload = head.subarray(5);
  let type;
  try {
    type = await registry.avroType(id);
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === 404) return undefined;
    return {
      ...dump(head),
      length,
      isCut: length > SHOWN_BYTES,
      note: `schema ${id} can't be read: ${reason(error)}`,
    };
  }
  if (!type) {
    const json = indented(textOf(payload, payload.length) ?? '');
    return json
      ? { kind: 'JSON', ...cut(json), length, note: `schema ${id}` }
      : { ...dump(head), length, isCut: length > SHOWN_BYTES, note: `schema ${id}, which is not Avro` };
  }
  if (length > head.length)
    return { ...dump(head), length, isCut: true, note: `schema ${id}; too large to be decoded here` };
  try {
    return {
      kind: 'Avro',
      ...cut(indented(plain(type.fromBuffer(payload))) ?? ''),
      length,
      note: `schema ${id}`,
    };
  } catch (error) {
    return {
      ...dump(head),
      length,
      isCut: length > SHOWN_BYTES,
      note: `not readable with schema ${id}: ${reason(error)}`,
    };
  }
}

/** Avro's values as JSON; what JSON has no form for becomes text. @param {unknown} value */
function plain(value) {
  return JSON.stringify(value, (_, each) => {
    if (typeof each === 'bigint') return each.toString();
    if (each?.type === 'Buffer') return Buffer.from(each.data).toString('hex');
    return each;
  });
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;

/**
 * @param {Buffer} head
 * @param {number} length of the whole
 */
function textOf(head, length) {
  // The cut may go through a character, which has up to four bytes.
  for (let end = head.length; end >= Math.max(0, head.length - (length > head.length ? 3 : 0)); end--) {
    try {
      const text = UTF_8.decode(head.subarray(0, end));
      return CONTROL.test(text) ? undefined : text;
    } catch {
      continue;
    }
  }
  return undefined;
}

/**
 * Indents JSON without changing any of its values: numbers keep all their digits.
 * @param {string} text
 * @returns {string | undefined} undefined if it is no JSON
 */
export function indented(text) {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  let depth = 0;
  const line = (/** @type {string} */ token) => `${token}\n${'  '.repeat(depth)}`;
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{[]\s*[}\]]|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  return tokens
    .map((token) => {
      if (token === '{' || token === '[') return (depth++, line(token));
      if (token === '}' || token === ']') return (depth--, line('') + token);
      if (token === ',') return line(token);
      if (token === ':') return ': ';
      return token.replace(/^([{[])\s+([}\]])$/, '$1$2');
    })
    .join('');
}

/**
 * @param {string} text
 * @param {boolean} [isCut] already
 */
function cut(text, isCut = false) {
  return { text: text.slice(0, SHOWN_CHARACTERS), isCut: isCut || text.length > SHOWN_CHARACTERS };
}

/**
 * As hexdump writes it: offset, sixteen bytes, and the same as text.
 * @param {Buffer} bytes
 * @returns {{ kind: 'bytes', text: string }}
 */
function dump(bytes) {
  const lines = [];
  for (let at = 0; at < Math.min(bytes.length, SHOWN_BYTES); at += 16) {
    const row = bytes.subarray(at, Math.min(at + 16, SHOWN_BYTES));
    const hex = [...row].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const ascii = row.toString('latin1').replace(/[^ -~]/g, '·');
    lines.push(`${at.toString(16).padStart(4, '0')}  ${hex.padEnd(47)}  ${ascii}`);
  }
  return { kind: 'bytes', text: lines.join('\n') };
}
