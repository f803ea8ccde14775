import { numberOf, valueOf, type HasSettings, type Settings } from '../core/setting-rules';
import { formatValue } from '../core/format-value';
import type { Rule } from '../core/validation';
import { CleanupPolicy, type Retention } from './retention';

const SYSTEM = 'remote.log.storage.system.enable';
const MANAGER = 'remote.log.storage.manager.class.name';
const TOPIC = 'remote.storage.enable';
const VALIDATED = 'org.apache.kafka.storage.internals.log.LogConfig#validateTopicLogConfigValues, 3.9.1';

const isOn = (text: string | undefined): boolean => text?.toLowerCase() === 'true';

/** Whether brokers of these settings can keep segments elsewhere. */
export const hasTieredStorage = (settings: Settings): boolean => isOn(valueOf('broker', settings, SYSTEM));

export const TIERED_STORAGE_OF_BROKERS: readonly Rule<HasSettings>[] = [
  {
    requires: `${SYSTEM} is true only with ${MANAGER}.`,
    fails: ({ settings }) => hasTieredStorage(settings) && !(MANAGER in settings),
    message: () =>
      `settings: ${SYSTEM} must be false without ${MANAGER}, the class that keeps the segments, or no broker starts; name that, of a plugin in your image.`,
    source: 'kafka.log.remote.RemoteLogManager#createRemoteStorageManager, 3.9.1',
  },
];

/** What of a topic decides whether its segments can be elsewhere. */
interface TieredFacts extends HasSettings {
  readonly retention?: Retention;
  readonly clusterRetention?: Retention;
  readonly cleanupPolicy?: CleanupPolicy;
  readonly clusterPolicy?: CleanupPolicy;
  readonly tieredStorage?: boolean;
}

const isTiered = ({ settings }: HasSettings): boolean => isOn(valueOf('topic', settings, TOPIC));

/** What the brokers keep themselves of a topic, where that is more than what is kept at all. */
function longerThanAll({ settings, ...facts }: TieredFacts): string | undefined {
  const { milliseconds: ms = -1, bytes = -1 }: Partial<Retention> =
    facts.retention ?? facts.clusterRetention ?? {};
  const limits = { ms, bytes };
  for (const [unit, all] of Object.entries(limits)) {
    const local = numberOf('topic', settings, `local.retention.${unit}`) ?? -2;
    if (all > -1 && local !== -2 && (local === -1 || local > all))
      return `local.retention.${unit} must be at most retention.${unit} (${all}), got ${local}`;
  }
  return undefined;
}

export const TIERED_STORAGE_OF_TOPICS: readonly Rule<TieredFacts>[] = [
  {
    requires: `${TOPIC} is true only of topics whose brokers have tiered storage, where they are known.`,
    fails: (facts) => isTiered(facts) && facts.tieredStorage === false,
    message: () =>
      `settings: ${TOPIC} must be false, because its brokers have no tiered storage; leave it out, or give the cluster settings: { '${SYSTEM}': true } and ${MANAGER}.`,
    source: VALIDATED,
  },
  {
    requires: `${TOPIC} is true only of topics that are not compacted.`,
    fails: (facts) =>
      isTiered(facts) && (facts.cleanupPolicy ?? facts.clusterPolicy ?? 'delete') !== CleanupPolicy.DELETE,
    message: (facts) =>
      `settings: ${TOPIC} must be false of a topic that is compacted, got ${formatValue(facts.cleanupPolicy ?? facts.clusterPolicy)}; leave it out, or take CleanupPolicy.DELETE.`,
    source: VALIDATED,
  },
  {
    requires: 'What brokers keep themselves of a topic with tiered storage is at most what is kept at all.',
    fails: (facts) => isTiered(facts) && longerThanAll(facts) !== undefined,
    message: (facts) => `settings: ${longerThanAll(facts)}; lower it.`,
    source: VALIDATED,
  },
];
