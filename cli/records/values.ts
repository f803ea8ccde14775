import { existsSync, readFileSync } from 'node:fs';
import type { Type } from 'avsc';
import { CommandError, said } from '../program';
import { avroType } from './avro';

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
    return Array.isArray(value) ? (value as unknown[]) : [value];
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
export const anyOf =
  (type: Type): Values =>
  () =>
    type.random();

/** @throws CommandError if the file is no Avro schema */
export function schemaIn(file: string): Type {
  try {
    return avroType(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CommandError(`${file} is no Avro schema: ${said(error)}.`);
  }
}
