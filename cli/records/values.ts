import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { Type, types, type Schema } from 'avsc';
import { CommandError, said } from '../program';

/** Makes the value of a record. @param count of the record, from 1 */
export type Values = (count: number) => unknown;

/**
 * One sample after the other, over and over.
 * @param given JSON, or a file of it: one value, a list of them, or one in each line
 * @throws CommandError if it is no JSON
 */
export function samples(given: string): Values {
  const text = existsSync(given) ? readFileSync(given, 'utf8') : given;
  const what = existsSync(given) ? given : `'${given}'`;
  const all = whole(text) ?? text.split('\n').flatMap((line, index) => inLine(line, what, index + 1));
  if (all.length === 0) throw new CommandError(`${what} has no sample: it is empty.`);
  return (count) => filled(all[(count - 1) % all.length], count);
}

function whole(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch {
    return undefined;
  }
}

function inLine(line: string, what: string, number: number): readonly unknown[] {
  if (line.trim() === '') return [];
  try {
    return [JSON.parse(line)];
  } catch (error) {
    throw new CommandError(
      `${what} is neither a file nor JSON, or has a line that is none (line ${number}: ${said(error)}).`,
    );
  }
}

const WORDS: Readonly<Record<string, (count: number) => string | number>> = {
  '{now}': () => new Date().toISOString(),
  '{millis}': () => Date.now(),
  '{count}': (count) => count,
};

/** With the words that stand for what is new in each record. */
function filled(sample: unknown, count: number): unknown {
  if (typeof sample === 'string')
    return (
      WORDS[sample]?.(count) ??
      sample.replaceAll(/\{(?:now|millis|count)\}/g, (word) => String(WORDS[word]?.(count)))
    );
  if (Array.isArray(sample)) return sample.map((each) => filled(each, count));
  if (typeof sample === 'object' && sample !== null)
    return Object.fromEntries(Object.entries(sample).map(([name, each]) => [name, filled(each, count)]));
  return sample;
}

/** Anything that an Avro schema allows; times are now, and UUIDs are some. */
export function anyOf(type: Type): Values {
  const made = Type.forSchema(type.schema({ exportAttrs: true }), { logicalTypes: LOGICAL_TYPES });
  return () => made.random();
}

/** @throws CommandError if the file is no Avro schema */
export function schemaIn(file: string): Type {
  try {
    return Type.forSchema(JSON.parse(readFileSync(file, 'utf8')) as Type);
  } catch (error) {
    throw new CommandError(`${file} is no Avro schema: ${said(error)}.`);
  }
}

/** A logical type whose random value is one of its own, in the form of what is beneath it. */
function logical(own: () => unknown): new (schema: Schema) => types.LogicalType {
  return class extends types.LogicalType {
    protected override _fromValue(value: unknown): unknown {
      return value;
    }

    protected override _toValue(value: unknown): unknown {
      return value;
    }

    public override random(): types.LogicalType {
      const value = own() as types.LogicalType;
      return this.underlyingType.isValid(value) ? value : super.random();
    }
  };
}

const DAY = 86_400_000;
const LOGICAL_TYPES = {
  date: logical(() => Math.floor(Date.now() / DAY)),
  'time-millis': logical(() => Date.now() % DAY),
  'time-micros': logical(() => (Date.now() % DAY) * 1000),
  'timestamp-millis': logical(() => Date.now()),
  'timestamp-micros': logical(() => Date.now() * 1000),
  'local-timestamp-millis': logical(() => Date.now()),
  'local-timestamp-micros': logical(() => Date.now() * 1000),
  uuid: logical(() => randomUUID()),
};
