import { Token } from 'cdktf';
import { simpleName } from './kafka-plugins';

type Setting = string | number | boolean | undefined;
type Config = Readonly<Record<string, Setting>>;

/** The topics that a source writes to, as far as its settings tell. */
export interface Targets {
  readonly topics: readonly string[];
  /** Whether there may be no other. */
  readonly complete: boolean;
  /** Whether their names are made of something else, so that they must be declared or made by Connect. */
  readonly derived: boolean;
}

const UNKNOWN: Targets = { topics: [], complete: false, derived: false };

/** Where the records of a source go, by its class and through all of its transforms. */
export function targetsOf(className: string, config: Config): Targets {
  const beginning = writtenBy(className, config);
  return listed(config.transforms).reduce((targets, name) => routed(targets, name, config), beginning);
}

/** What Kafka's and the most used sources call their topics. */
function writtenBy(className: string, config: Config): Targets {
  const text = (name: string): string | undefined => textOf(config[name]);
  const prefix = text('topic.prefix') ?? text('database.server.name');
  const exactly = (topics: (string | undefined)[]): Targets => {
    const known = topics.flatMap((topic) => topic ?? []);
    return { topics: known, complete: known.length === topics.length && known.length > 0, derived: false };
  };
  if (className.startsWith('io.debezium.connector.') && prefix !== undefined)
    return ofDebezium(simpleName(className), prefix, config);
  if (/^JdbcSource/.test(simpleName(className)) && prefix !== undefined) {
    if ('query' in config) return { ...exactly([prefix]), derived: true };
    const tables = listed(config['table.whitelist'] ?? config['table.include.list']);
    // A table's name may say its database and schema, which are in no topic's.
    const topics = tables.map((table) => prefix + table.replace(/["`]/g, '').replace(/^.*\./, ''));
    return { topics, complete: tables.length > 0, derived: true };
  }
  if (/^MongoSource/.test(simpleName(className)) && !('topic.namespace.map' in config)) {
    const [database, collection] = [text('database'), text('collection')];
    const names = [text('topic.prefix'), database, collection, text('topic.suffix')].flatMap(
      (name) => name || [],
    );
    const topics = database && collection ? [names.join(text('topic.separator') ?? '.')] : [];
    return { topics, complete: topics.length > 0, derived: true };
  }
  if (prefix !== undefined) return { ...UNKNOWN, derived: true };
  if ('topic' in config) return exactly(listed(config.topic));
  if ('kafka.topic' in config) return exactly(listed(config['kafka.topic']));
  return UNKNOWN;
}

/** Those whose topics of changed tables begin with the server's name alone, and tell of changed tables there. */
const DEBEZIUM_OF_SCHEMAS = /^(MySql|MariaDb|Oracle|SqlServer|Db2)/;

/** @see https://debezium.io/documentation/reference/3.0/connectors/mysql.html#mysql-topic-names */
function ofDebezium(name: string, prefix: string, config: Config): Targets {
  if ('topic.naming.strategy' in config) return { ...UNKNOWN, derived: true };
  const delimiter = textOf(config['topic.delimiter']) ?? '.';
  const lists = ['table.include.list', 'collection.include.list', 'table.whitelist', 'collection.whitelist'];
  const tables = lists.flatMap((list) => listed(config[list]));
  // An entry is a pattern; one of letters and dots is nearly always the name that it looks like.
  const named = tables
    .filter((table) => /^[\w$-]+(\\?\.[\w$-]+)+$/.test(table))
    .map((table) => table.replaceAll('\\', ''));
  const databases = name.startsWith('SqlServer') ? listed(config['database.names']) : [];
  const ofTables = named.flatMap((table) =>
    (databases.length > 0 ? databases : ['']).map((database) =>
      [prefix, ...(database ? [database] : []), ...table.split('.')].join(delimiter).replace(/[^\w.-]/g, '_'),
    ),
  );
  const changes =
    DEBEZIUM_OF_SCHEMAS.test(name) && String(config['include.schema.changes'] ?? 'true') === 'true';
  const heartbeat = Number(config['heartbeat.interval.ms'] ?? 0) > 0;
  return {
    topics: [
      ...ofTables,
      ...(changes ? [prefix] : []),
      ...(heartbeat
        ? [`${textOf(config['topic.heartbeat.prefix']) ?? '__debezium-heartbeat'}${delimiter}${prefix}`]
        : []),
      ...(String(config['provide.transaction.metadata']) === 'true'
        ? [`${prefix}${delimiter}${textOf(config['topic.transaction']) ?? 'transaction'}`]
        : []),
    ],
    complete: tables.length > 0 && named.length === tables.length,
    derived: true,
  };
}

/** Where records go that went to `targets` before a transform. */
function routed(targets: Targets, transform: string, config: Config): Targets {
  const setting = (name: string): string | undefined => textOf(config[`transforms.${transform}.${name}`]);
  const type = setting('type') ?? '';
  const lost: Targets = { topics: [], complete: false, derived: true };
  if (leavesTopics(type)) return targets;
  const [regex, replacement] = type.startsWith('io.debezium.')
    ? [setting('topic.regex'), setting('topic.replacement')]
    : [setting('regex'), setting('replacement')];
  const route = /^(RegexRouter|ByLogicalTableRouter)$/.test(simpleName(type))
    ? router(regex, replacement)
    : undefined;
  const applies = route && predicateOf(setting('predicate'), setting('negate'), config);
  if (!route || !applies) return lost;
  return {
    ...targets,
    topics: targets.topics.map((topic) => (applies(topic) ? route(topic) : topic)),
    derived: true,
  };
}

/** Of other transforms nobody knows whether they do. */
function leavesTopics(type: string): boolean {
  const name = simpleName(type);
  const isKafkas = !type.includes('.') || type.startsWith('org.apache.kafka.connect.transforms.');
  return (isKafkas && !/Router$/.test(name)) || type === 'io.debezium.transforms.ExtractNewRecordState';
}

/** The topics to which a transform applies; undefined if that is not a question of topics. */
function predicateOf(
  name: string | undefined,
  negate: string | undefined,
  config: Config,
): ((topic: string) => boolean) | undefined {
  if (name === undefined) return () => true;
  if (simpleName(String(config[`predicates.${name}.type`])) !== 'TopicNameMatches') return undefined;
  const pattern = wholeTopic(textOf(config[`predicates.${name}.pattern`]));
  return pattern && ((topic) => pattern.test(topic) !== (negate === 'true'));
}

function router(
  regex: string | undefined,
  replacement: string | undefined,
): ((topic: string) => string) | undefined {
  const pattern = wholeTopic(regex);
  if (!pattern || replacement === undefined) return undefined;
  return (topic) => {
    const match = pattern.exec(topic);
    if (!match) return topic;
    // As java.util.regex.Matcher#appendReplacement reads it.
    return replacement.replace(
      /\\(.)|\$(\d)|\$\{(\w+)\}/g,
      (_, literally?: string, index?: string, group?: string) =>
        literally ?? (index === undefined ? match.groups?.[group ?? ''] : match[Number(index)]) ?? '',
    );
  };
}

/** A pattern of Java's, where JavaScript has the same. */
export function wholeTopic(regex: string | undefined): RegExp | undefined {
  try {
    return regex === undefined ? undefined : new RegExp(`^(?:${regex})$`);
  } catch {
    return undefined;
  }
}

/** Undefined also for what Terraform alone knows. */
function textOf(value: Setting): string | undefined {
  return value === undefined || Token.isUnresolved(value) ? undefined : String(value);
}

/** The names that a setting lists. */
export function listed(value: Setting): string[] {
  return (textOf(value) ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
