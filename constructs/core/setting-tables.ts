import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a product takes as the value of one setting, as its own classes say. */
export interface Setting {
  readonly type:
    | 'BOOLEAN'
    | 'CLASS'
    | 'DOUBLE'
    | 'INT'
    | 'LIST'
    | 'LONG'
    | 'PASSWORD'
    | 'REGEX'
    | 'SHORT'
    | 'SIZE'
    | 'STRING'
    | 'TIME';
  /** Of a bare number: `ms` or `k`, and so on. */
  readonly unit?: string;
  /** Undefined where there is none. */
  readonly default?: string;
  /** Text where a number of JavaScript would not be exact. */
  readonly min?: number | string;
  readonly max?: number | string;
  /** More than this. */
  readonly above?: number;
  /** Less than this. */
  readonly below?: number;
  /** Numbers of the range that are none. */
  readonly not?: readonly number[];
  /** All there are; of a list, its elements. */
  readonly values?: readonly string[];
  readonly anyCase?: boolean;
  /** Whether further digits after those of `values` are ignored. */
  readonly version?: boolean;
  /** What the text, or each element of a list, looks like, and how the product itself says that. */
  readonly pattern?: string;
  readonly allowed?: string;
  /** Whether there has to be something. */
  readonly filled?: boolean;
  /** How many elements a list has at most. */
  readonly most?: number;
}

/** The lines of Kafka that there are images of: the last one with ZooKeeper, and the one without. */
export const KAFKA_LINES = ['3.9', '4'] as const;
export type KafkaLine = (typeof KAFKA_LINES)[number];

/** What differs between them. */
export const byLine = <Value>(of: (line: KafkaLine) => Value): Readonly<Record<KafkaLine, Value>> => ({
  '3.9': of('3.9'),
  '4': of('4'),
});

/** The lines of Spark that there are images of. */
export const SPARK_LINES = ['3.5', '4'] as const;
/** A line of Spark. */
export type SparkLine = (typeof SPARK_LINES)[number];

/** What differs between them. */
export const bySparkLine = <Value>(of: (line: SparkLine) => Value): Readonly<Record<SparkLine, Value>> => ({
  '3.5': of('3.5'),
  '4': of('4'),
});

/** The versions that the tables are of: those of the images. */
export const TABLE_VERSIONS = {
  kafka: { '3.9': '3.9.1', '4': '4.3.1' },
  spark: { '3.5': '3.5.7', '4': '4.2.0' },
} as const;

const TABLES = {
  admin: 'kafka',
  broker: 'kafka',
  consumer: 'kafka',
  producer: 'kafka',
  topic: 'kafka',
  worker: 'kafka',
  application: 'spark',
} as const;
export type SettingTable = keyof typeof TABLES;
type Product = (typeof TABLES)[SettingTable];
interface Lines {
  readonly kafka: KafkaLine;
  readonly spark: SparkLine;
}
type LineOf<Table extends SettingTable> = Lines[(typeof TABLES)[Table]];
/** What is taken where nobody says another. */
const USUAL: Lines = { kafka: '3.9', spark: '3.5' };
type File = Readonly<Record<SettingTable, Readonly<Record<string, Setting>>>> & {
  /** Names, and beginnings of names, that the product reads without having defined them. */
  readonly read?: readonly string[];
};

const files = new Map<string, File>();

/** Read when it is first asked for: a program that sets nothing by name need not wait for it. */
function fileOf(product: Product, line: KafkaLine | SparkLine = USUAL[product]): File {
  const versions: Readonly<Record<string, string>> = TABLE_VERSIONS[product];
  const name = `${product}-${versions[line]}.json`;
  const read = files.get(name);
  if (read) return read;
  const file = JSON.parse(readFileSync(join(__dirname, 'settings', name), 'utf8')) as File;
  files.set(name, file);
  return file;
}

/** The setting of this name; undefined if the product defines none. */
export function settingOf<Table extends SettingTable>(
  table: Table,
  name: string,
  line?: LineOf<Table>,
): Setting | undefined {
  const settings = fileOf(TABLES[table], line)[table];
  const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
  const more = TABLES[table] === 'kafka' ? asked(name) : undefined;
  return setting && more ? { ...setting, ...more } : setting;
}

/** What Kafka asks of a value only when it starts, whichever of its processes that is. */
function asked(name: string): Partial<Setting> | undefined {
  if (OF_CLASSES.test(name)) return CLASSES;
  if (/^bootstrap\.(servers|controllers)$/.test(name)) return ADDRESSES;
  return ASKED.get(name);
}

const ASKED: ReadonlyMap<string, Partial<Setting>> = new Map<string, Partial<Setting>>([
  // org.apache.kafka.clients.consumer.internals.Heartbeat, 3.9.1
  ['heartbeat.interval.ms', { min: 0 }],
  ['rebalance.timeout.ms', { min: 0 }],
  // java.net.Socket: -1 is the system's own
  ['receive.buffer.bytes', { not: [0] }],
  ['send.buffer.bytes', { not: [0] }],
  // org.apache.kafka.common.internals.Topic#validate, 3.9.1
  ['group.instance.id', { pattern: '^(?!\\.{1,2}$)[\\w.-]{1,249}$', allowed: '1 to 249 of [a-zA-Z0-9._-]' }],
]);

/** Lists of classes, which Kafka makes an instance of each; it defines them as lists of anything. */
const OF_CLASSES =
  /(^|\.)(interceptor\.classes|metrics?\.reporters|partition\.assignment\.strategy|extension\.classes)$/;
export const CLASSES = {
  type: 'LIST',
  pattern: '^[\\w$]+(\\.[\\w$]+)+$',
  allowed: 'full names of classes',
} as const satisfies Setting;
/** org.apache.kafka.common.utils.Utils#HOST_PORT_PATTERN, 3.9.1 */
const ADDRESSES = {
  type: 'LIST',
  filled: true,
  pattern: '[\\w\\-%.:\\]]:\\d+$',
  allowed: 'a list of host:port',
} as const satisfies Setting;

/** The names of all settings that the product defines. */
export function settingNames<Table extends SettingTable>(
  table: Table,
  line?: LineOf<Table>,
): readonly string[] {
  return Object.keys(fileOf(TABLES[table], line)[table]);
}

/** Names that Spark reads without having defined them; one that ends with a dot is the beginning of many. */
export function undefinedNames(line?: SparkLine): readonly string[] {
  return fileOf('spark', line).read ?? [];
}
