import { randomUUID } from 'node:crypto';
import { Type, types, type Schema } from 'avsc';

/** Types that a schema may refer to, by their names; what it defines is added. */
export type NamedTypes = Record<string, Type>;

/** @param schema in JSON @throws what is wrong with it */
export const avroType = (schema: string, named: NamedTypes = {}): Type =>
  Type.forSchema(JSON.parse(schema) as Schema, {
    registry: named,
    logicalTypes: LOGICAL_TYPES,
    typeHook: exactly,
  });

/** Whole numbers beyond 2^53 exist in Avro; avsc refuses them unless it is told how to hold them. */
const LONG = types.LongType.__with({
  fromBuffer: (buffer: Buffer) => held(buffer.readBigInt64LE()),
  toBuffer: (value: bigint | number) => {
    const buffer = Buffer.alloc(8);
    buffer.writeBigInt64LE(BigInt(value));
    return buffer;
  },
  fromJSON: (value: number) => value,
  toJSON: (value: bigint | number) => value,
  isValid: (value: unknown) => typeof value === 'bigint' || Number.isSafeInteger(value),
  compare: (one: bigint | number, other: bigint | number) => (one < other ? -1 : one > other ? 1 : 0),
});

const held = (value: bigint): number | bigint =>
  Number.isSafeInteger(Number(value)) ? Number(value) : value;

function exactly(schema: unknown): Type | undefined {
  if (schema === 'long') return LONG;
  const { type, logicalType = '' } = schema as { readonly type?: unknown; readonly logicalType?: string };
  return type === 'long' && !(logicalType in LOGICAL_TYPES) ? LONG : undefined;
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
