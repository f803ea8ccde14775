import type { Setting } from '../core/setting-tables';

type Settings = Readonly<Record<string, Setting>>;

const TEXT: Setting = { type: 'STRING' };
const SWITCH: Setting = { type: 'BOOLEAN' };
const LIST: Setting = { type: 'LIST' };
const NULLS: Settings = { 'replace.null.with.default': SWITCH };

const TYPES = 'int8|int16|int32|int64|float32|float64|boolean|string';

/**
 * What Kafka's own plugins take, by their names without package and part: what their `config()` tells, 3.9.1, and what
 * they ask of a value when they start.
 */
const OF_PLUGINS: Readonly<Record<string, Settings>> = {
  Cast: {
    ...NULLS,
    spec: { type: 'LIST', pattern: `^([^:]+:)?(${TYPES})$`, allowed: `field:type or type, of ${TYPES}` },
  },
  DropHeaders: { headers: LIST },
  ExtractField: {
    ...NULLS,
    field: TEXT,
    'field.syntax.version': { type: 'STRING', anyCase: true, values: ['V1', 'V2'] },
  },
  Filter: {},
  Flatten: { delimiter: TEXT },
  HasHeaderKey: { name: { type: 'STRING', filled: true } },
  HeaderFrom: {
    ...NULLS,
    fields: LIST,
    headers: LIST,
    operation: { type: 'STRING', values: ['move', 'copy'] },
  },
  HoistField: { field: TEXT },
  InsertField: {
    ...NULLS,
    'offset.field': TEXT,
    'partition.field': TEXT,
    'static.field': TEXT,
    'static.value': TEXT,
    'timestamp.field': TEXT,
    'topic.field': TEXT,
  },
  InsertHeader: { header: TEXT, 'value.literal': TEXT },
  MaskField: { ...NULLS, fields: LIST, replacement: { type: 'STRING', filled: true } },
  RecordIsTombstone: {},
  RegexRouter: { regex: TEXT, replacement: TEXT },
  ReplaceField: {
    ...NULLS,
    blacklist: LIST,
    exclude: LIST,
    include: LIST,
    renames: { type: 'LIST', pattern: '^[^:]+:[^:]+$', allowed: 'old:new,…' },
    whitelist: LIST,
  },
  SetSchemaMetadata: { ...NULLS, 'schema.name': TEXT, 'schema.version': { type: 'INT' } },
  TimestampConverter: {
    ...NULLS,
    field: TEXT,
    format: TEXT,
    'target.type': { type: 'STRING', values: ['string', 'unix', 'Date', 'Time', 'Timestamp'] },
    'unix.precision': {
      type: 'STRING',
      values: ['nanoseconds', 'microseconds', 'milliseconds', 'seconds'],
    },
  },
  TimestampRouter: { 'timestamp.format': TEXT, 'topic.format': TEXT },
  TopicNameMatches: { pattern: { type: 'STRING', filled: true } },
  ValueToKey: { ...NULLS, fields: LIST },
  JsonConverter: {
    ...NULLS,
    'converter.type': { type: 'STRING', values: ['key', 'value', 'header'] },
    'decimal.format': { type: 'STRING', anyCase: true, values: ['NUMERIC', 'BASE64'] },
    'schemas.cache.size': { type: 'INT' },
    'schemas.enable': SWITCH,
  },
};

/** Undefined of a plugin that is not Kafka's. */
export function settingsOfPlugin(simpleName: string): Settings | undefined {
  return Object.hasOwn(OF_PLUGINS, simpleName) ? OF_PLUGINS[simpleName] : undefined;
}
