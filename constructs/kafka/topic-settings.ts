import { atMost, type HasSettings } from '../core/setting-rules';
import { settingNames, settingOf, TABLE_VERSIONS } from '../core/setting-tables';
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

const KNOWN: KnownSettings = {
  product: 'Kafka',
  kind: 'topic setting',
  version: TABLE_VERSIONS.kafka,
  source: TOPIC_CONFIGS,
  example: 'segment.ms',
  written: /^[\w-]+(\.[\w-]+)*$/,
  find: (name) => settingOf('topic', name),
  names: () => settingNames('topic'),
  instead: (name) => {
    const property = PROPERTIES.get(name);
    return property === undefined ? undefined : `set by the property ${property}`;
  },
};

export const TOPIC_SETTINGS = settingsByName(KNOWN);
export const FOREIGN_TOPIC_SETTINGS = foreignSettings(KNOWN);

/** What a broker refuses beside a wrong value of one setting. */
export const TOPIC_SETTINGS_TOGETHER: readonly Rule<HasSettings>[] = [
  atMost(
    'topic',
    'min.compaction.lag.ms',
    'max.compaction.lag.ms',
    'org.apache.kafka.storage.internals.log.LogConfig#validateValues',
  ),
];
