import { Type, type ForSchemaOptions } from 'avsc';
import { formatValue } from '../core/format-value';

/** The types that a logical type goes with; on another one every reader ignores it without a word. */
const LOGICAL_TYPES: Readonly<Record<string, readonly string[]>> = {
  date: ['int'],
  decimal: ['bytes', 'fixed'],
  duration: ['fixed'],
  'local-timestamp-micros': ['long'],
  'local-timestamp-millis': ['long'],
  'time-micros': ['long'],
  'time-millis': ['int'],
  'timestamp-micros': ['long'],
  'timestamp-millis': ['long'],
  uuid: ['string', 'fixed'],
};

const isWholeNumber = (value: unknown, least: number, most = Infinity): boolean =>
  Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;

interface RecordSchema {
  readonly name: string;
  readonly fields: readonly { readonly name: string }[];
}

/** Why a definition is no Avro schema, and in which record and field; undefined if it is one. */
export function avroProblem(definition: unknown): string | undefined {
  const entered = new Set<unknown>();
  const typeHook = (schema: unknown, options: Partial<ForSchemaOptions>): Type | undefined => {
    checkType(schema);
    if (!isRecord(schema) || entered.has(schema)) return undefined;
    entered.add(schema);
    const before = { namespace: options.namespace, registry: { ...options.registry } };
    try {
      return Type.forSchema(schema as unknown as Type, options);
    } catch (error) {
      throw new Error(
        `record ${formatValue(schema.name)}${brokenField(schema, before)}: ${(error as Error).message}`,
        { cause: error },
      );
    }
  };
  return problemOf(definition, { noAnonymousTypes: true, typeHook });
}

/** The library says what is wrong, but not where: in the last field of the shortest list that is wrong. */
function brokenField(record: RecordSchema, options: Partial<ForSchemaOptions>): string {
  const index = record.fields.findIndex((_, last) => {
    const start = { ...record, fields: record.fields.slice(0, last + 1) };
    const typeHook = (schema: unknown): undefined => checkType(schema);
    return problemOf(start, { ...options, registry: { ...options.registry }, typeHook }) !== undefined;
  });
  return index < 0 ? '' : `, field ${formatValue(record.fields[index]?.name)}`;
}

function problemOf(definition: unknown, options: Partial<ForSchemaOptions>): string | undefined {
  try {
    Type.forSchema(definition as Type, options);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function isRecord(schema: unknown): schema is RecordSchema {
  return typeof schema === 'object' && schema !== null && 'fields' in schema && Array.isArray(schema.fields);
}

/** What the library lets pass, or trips over. */
function checkType(schema: unknown): undefined {
  if (schema === undefined) throw new Error('its type is missing');
  const { logicalType, type, precision, scale = 0 } = schema as Record<string, unknown>;
  const bases = LOGICAL_TYPES[String(logicalType)];
  if (bases && !bases.includes(String(type)))
    throw new Error(
      `logical type ${formatValue(logicalType)} goes with ${bases.join(' or ')}, not with ${formatValue(type)}`,
    );
  if (
    logicalType === 'decimal' &&
    !(isWholeNumber(precision, 1) && isWholeNumber(scale, 0, Number(precision)))
  )
    throw new Error(
      `a decimal's precision must be 1 or more, and its scale from 0 to that; got ${formatValue(precision)} and ${formatValue(scale)}`,
    );
}
