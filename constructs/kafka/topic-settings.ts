import { atMost, type HasSettings } from '../core/setting-rules';
import { byLine, settingNames, settingOf, TABLE_VERSIONS, type KafkaLine } from '../core/setting-tables';
import { foreignSettings, settingsByName, type KnownSettings } from '../core/settings-by-name';
import type { Rule } from '../core/validation';
import { TOPIC_CONFIGS } from './retention';

/** Rendered from these properties, so that two places cannot disagree. */
const PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['cleanup.policy', 'cleanupPolicy'],
  ['min.insync.replicas', 'minInsyncReplicas'],
  ['retention.ms', 'retention'],
  ['retention.bytes', 'retention'],
  ['message.timestamp.type', 'timestampType'],
  ['max.message.bytes', 'maxMessageSize'],
]);

const known = (line: KafkaLine): KnownSettings => ({
  product: 'Kafka',
  kind: 'topic setting',
  version: TABLE_VERSIONS.kafka[line],
  source: TOPIC_CONFIGS,
  example: 'segment.ms',
  written: /^[\w-]+(\.[\w-]+)*$/,
  find: (name) => settingOf('topic', name, line),
  names: () => settingNames('topic', line),
  instead: (name) => {
    const property = PROPERTIES.get(name);
    return property === undefined ? undefined : `set by the property ${property}`;
  },
});

/** By the line of the brokers. */
export const SETTINGS_OF_TOPICS = byLine((line) => ({
  settings: settingsByName(known(line)),
  foreignSettings: foreignSettings(known(line)),
}));
/** Where a topic has only what it is given: there each is what a property says, or not. */
export const ALL_SETTINGS_OF_TOPICS = byLine((line) =>
  settingsByName({ ...known(line), instead: () => undefined }),
);

/** Those of the settings that one of the given properties says, too. */
export const saidTwice = ({ settings }: HasSettings, given: object = {}): readonly string[] =>
  Object.keys(settings).filter((name) => {
    const property = PROPERTIES.get(name);
    return property !== undefined && (given as Readonly<Record<string, unknown>>)[property] !== undefined;
  });

/** What a broker refuses beside a wrong value of one setting. */
export const TOPIC_SETTINGS_TOGETHER: readonly Rule<HasSettings>[] = [
  atMost(
    'topic',
    'min.compaction.lag.ms',
    'max.compaction.lag.ms',
    'org.apache.kafka.storage.internals.log.LogConfig#validateValues',
  ),
];
