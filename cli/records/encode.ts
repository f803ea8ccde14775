import { CommandError } from '../program';
import { plain } from './plain';
import type { OutgoingRecord } from './producer';
import type { Schema } from './registry';

/** Makes the record of a value. @throws CommandError where that cannot be */
export type Encode = (value: unknown) => OutgoingRecord;

/** @param keyField of the value, whose text is the key */
export const asJson =
  (keyField?: string): Encode =>
  (value) => ({ key: keyIn(value, keyField), value: JSON.stringify(plain(value)) });

/** As the registry's own clients write it, for what reads it by the schema's number. */
export function asAvro({ id, avro }: Schema, subject: string, keyField?: string): Encode {
  if (!avro) throw new Error(`schema ${id} is no Avro schema`);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(id, 1);
  return (value) => {
    const problems: string[] = [];
    avro.isValid(value, {
      noUndeclaredFields: true,
      errorHook: (path, wrong, type) => {
        problems.push(`${path.join('.') || 'it'} is ${JSON.stringify(wrong)} where ${String(type)} must be`);
      },
    });
    if (problems.length > 0)
      throw new CommandError(
        `A record is not as the schema of ${subject} says: ${problems.join('; ')}.`,
        'Change the sample, or name another subject by --subject.',
      );
    return { key: keyIn(value, keyField), value: Buffer.concat([head, avro.toBuffer(value)]) };
  };
}

function keyIn(value: unknown, field: string | undefined): string | undefined {
  if (field === undefined) return undefined;
  const key: unknown =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : null;
  if (key === undefined || key === null) {
    const fields = typeof value === 'object' && value !== null ? Object.keys(value) : [];
    throw new CommandError(
      `A record has no ${field} for its key: ${fields.length > 0 ? `it has ${fields.join(', ')}` : 'it has no fields'}. Name another field by --key, or none.`,
    );
  }
  return typeof key === 'string' ? key : JSON.stringify(plain(key));
}
