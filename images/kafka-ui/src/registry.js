import avro from 'avsc';
import { AnswerError, getJson } from './http.js';

/** @import { Login } from './http.js' */

/**
 * @typedef {{ name: string, subject: string, version: number }} Reference
 * @typedef {object} Schema
 * @property {string} schema
 * @property {string} schemaType `AVRO`, `JSON` or `PROTOBUF`
 * @property {readonly Reference[]} [references]
 * @typedef {Schema & { subject: string, version: number, id: number }} Version
 */

/** Schemas never change, but a topic with nonsense in it must not fill the memory with them. */
const MOST_TYPES = 200;

/** A schema registry with Confluent's interface. */
export class Registry {
  /** @type {Map<number, Promise<avro.Type | undefined>>} */
  #types = new Map();
  #login;

  /**
   * @param {string} url
   * @param {Login} [login]
   */
  constructor(url, login) {
    this.url = url;
    this.#login = login;
  }

  /** @param {string} path */
  #get(path) {
    return getJson(`${this.url}${path}`, this.#login);
  }

  /** @returns {Promise<readonly string[]>} */
  async subjects() {
    return /** @type {string[]} */ (await this.#get(`/subjects`)).sort();
  }

  /**
   * @param {string} subject
   * @returns {Promise<readonly number[]>}
   */
  async versions(subject) {
    return this.#get(`/subjects/${encodeURIComponent(subject)}/versions`);
  }

  /**
   * @param {string} subject
   * @param {number} version
   * @returns {Promise<Version>}
   */
  async version(subject, version) {
    const answer = await this.#get(`/subjects/${encodeURIComponent(subject)}/versions/${version}`);
    return { schemaType: 'AVRO', ...answer };
  }

  /**
   * The level in force, and whether it is the subject's own.
   * @param {string} subject
   * @returns {Promise<{ level: string, isOwn: boolean }>}
   */
  async compatibility(subject) {
    try {
      const { compatibilityLevel } = await this.#get(`/config/${encodeURIComponent(subject)}`);
      return { level: compatibilityLevel, isOwn: true };
    } catch (error) {
      if (!(error instanceof AnswerError && error.status === 404)) throw error;
      const { compatibilityLevel } = await this.#get(`/config`);
      return { level: compatibilityLevel, isOwn: false };
    }
  }

  /**
   * What reads the records that were written with a schema.
   * @param {number} id
   * @returns {Promise<avro.Type | undefined>} undefined for a schema of another kind
   * @throws {AnswerError} with status 404 if there is no schema of this id
   */
  async avroType(id) {
    const known = this.#types.get(id) ?? this.#readType(id);
    if (this.#types.size >= MOST_TYPES) this.#types.clear();
    this.#types.set(id, known);
    // What could not be had now can be there the next time.
    known.catch(() => this.#types.delete(id));
    return known;
  }

  /** @param {number} id */
  async #readType(id) {
    /** @type {Schema} */
    const schema = { schemaType: 'AVRO', ...(await this.#get(`/schemas/ids/${id}`)) };
    if (schema.schemaType !== 'AVRO') return undefined;
    return this.#typeOf(schema, {});
  }

  /**
   * @param {Schema} schema
   * @param {Record<string, avro.Type>} named types that it may refer to
   * @returns {Promise<avro.Type>}
   */
  async #typeOf({ schema, references = [] }, named) {
    for (const { subject, version } of references)
      await this.#typeOf(await this.version(subject, version), named);
    return avro.Type.forSchema(JSON.parse(schema), { registry: named, typeHook });
  }
}

/** Whole numbers beyond 2^53 exist in Avro; avsc refuses them unless it is told how to hold them. */
const LONG = avro.types.LongType.__with({
  fromBuffer: (/** @type {Buffer} */ buffer) => exact(buffer.readBigInt64LE()),
  toBuffer: (/** @type {bigint | number} */ value) => {
    const buffer = Buffer.alloc(8);
    buffer.writeBigInt64LE(BigInt(value));
    return buffer;
  },
  fromJSON: (/** @type {number} */ value) => value,
  toJSON: (/** @type {bigint | number} */ value) => value,
  isValid: (/** @type {unknown} */ value) => typeof value === 'bigint' || Number.isSafeInteger(value),
  compare: (/** @type {bigint | number} */ one, /** @type {bigint | number} */ other) =>
    one < other ? -1 : one > other ? 1 : 0,
});

/** @param {bigint} value */
function exact(value) {
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** @param {avro.Schema} schema */
function typeHook(schema) {
  const name = typeof schema === 'object' && schema !== null && 'type' in schema ? schema.type : schema;
  return name === 'long' ? LONG : undefined;
}
