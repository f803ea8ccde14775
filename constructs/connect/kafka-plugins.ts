/** The plugins that Kafka's own workers carry, whatever else is in their image: Connect 3.9, META-INF/services. */
const TRANSFORMS = 'org.apache.kafka.connect.transforms.';

const OF_KEY_AND_VALUE = [
  'Cast',
  'ExtractField',
  'Flatten',
  'HeaderFrom',
  'HoistField',
  'InsertField',
  'MaskField',
  'ReplaceField',
  'SetSchemaMetadata',
  'TimestampConverter',
].flatMap((name) => [`${name}$Key`, `${name}$Value`]);

export const KAFKA_TRANSFORMS: readonly string[] = [
  ...OF_KEY_AND_VALUE,
  ...['DropHeaders', 'Filter', 'InsertHeader', 'RegexRouter', 'TimestampRouter', 'ValueToKey'],
].map((name) => TRANSFORMS + name);

export const KAFKA_PREDICATES: readonly string[] = [
  'HasHeaderKey',
  'RecordIsTombstone',
  'TopicNameMatches',
].map((name) => `${TRANSFORMS}predicates.${name}`);

export const KAFKA_CONVERTERS: readonly string[] = [
  'org.apache.kafka.connect.json.JsonConverter',
  'org.apache.kafka.connect.storage.SimpleHeaderConverter',
  'org.apache.kafka.connect.storage.StringConverter',
  ...['Boolean', 'ByteArray', 'Double', 'Float', 'Integer', 'Long', 'Short'].map(
    (type) => `org.apache.kafka.connect.converters.${type}Converter`,
  ),
];

/** The settings without which a transform or a predicate of Kafka cannot be, by its name without package and part. */
export const NEEDED_SETTINGS: Readonly<Record<string, readonly string[]>> = {
  Cast: ['spec'],
  DropHeaders: ['headers'],
  ExtractField: ['field'],
  Filter: ['predicate'],
  HasHeaderKey: ['name'],
  HeaderFrom: ['fields', 'headers', 'operation'],
  HoistField: ['field'],
  InsertHeader: ['header', 'value.literal'],
  MaskField: ['fields'],
  RegexRouter: ['regex', 'replacement'],
  TimestampConverter: ['target.type'],
  TopicNameMatches: ['pattern'],
  ValueToKey: ['fields'],
};

/** `RegexRouter` of `org.apache.kafka.connect.transforms.RegexRouter`; `Cast` of `….Cast$Key`. */
export function simpleName(className: string): string {
  return className.slice(className.lastIndexOf('.') + 1).replace(/\$.*$/, '');
}

/** Whether workers find a class by this name: its full one, or a shorter one where it is the only one of it. */
export function isFound(name: string, classes: readonly string[], suffix = ''): boolean {
  return classes.some((each) => {
    const simple = each.slice(each.lastIndexOf('.') + 1);
    return [each, simple, simple.slice(0, simple.length - suffix.length)].includes(name);
  });
}
