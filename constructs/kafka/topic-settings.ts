import { known } from '../core/known';
import type { Check } from '../core/properties';
import { show } from '../core/show';

export const TOPIC_CONFIGS = 'https://kafka.apache.org/39/documentation.html#topicconfigs';

type Value = string | number | boolean;
interface Setting {
  readonly allowed: string;
  readonly accepts: (value: Value) => boolean;
  /** Whether it is said by a property, whatever the value. */
  readonly property?: true;
}

const whole = (
  least: number,
  most: number,
  allowed = `a whole number from ${least} to ${most}`,
): Setting => ({
  allowed,
  accepts: (value) => /^-?\d+$/.test(String(value)) && Number(value) >= least && Number(value) <= most,
});
const INT = 2_147_483_647;
const LONG = 9_223_372_036_854_775_807;
const atLeast = (least: number): Setting => whole(least, LONG, `a whole number, ${least} or more`);
const oneOf = (...values: string[]): Setting => ({
  allowed: `one of ${values.join(', ')}`,
  accepts: (value) => values.includes(String(value)),
});
const BOOLEAN = oneOf('true', 'false');
const typed = (property: string): Setting => ({
  allowed: `set by the property ${property}`,
  property: true,
  accepts: () => false,
});

// org.apache.kafka.storage.internals.log.LogConfig, 3.9
export const SETTINGS: Readonly<Record<string, Setting>> = {
  'cleanup.policy': typed('cleanupPolicy'),
  'min.insync.replicas': typed('minInsyncReplicas'),
  'retention.ms': typed('retention'),
  'retention.bytes': typed('retention'),
  'message.timestamp.type': typed('timestampType'),
  'max.message.bytes': typed('maxMessageSize'),
  'compression.type': oneOf('uncompressed', 'producer', 'gzip', 'snappy', 'lz4', 'zstd'),
  'compression.gzip.level': {
    allowed: '-1, or a whole number from 1 to 9',
    accepts: (value) => whole(-1, 9).accepts(value) && Number(value) !== 0,
  },
  'compression.lz4.level': whole(1, 17),
  'compression.zstd.level': whole(-131_072, 22),
  'delete.retention.ms': atLeast(0),
  'file.delete.delay.ms': atLeast(0),
  'flush.messages': atLeast(1),
  'flush.ms': atLeast(0),
  'follower.replication.throttled.replicas': { allowed: 'any list', accepts: () => true },
  'leader.replication.throttled.replicas': { allowed: 'any list', accepts: () => true },
  'index.interval.bytes': whole(0, INT),
  'max.compaction.lag.ms': atLeast(1),
  'message.timestamp.after.max.ms': atLeast(0),
  'message.timestamp.before.max.ms': atLeast(0),
  'min.cleanable.dirty.ratio': {
    allowed: 'a number from 0 to 1',
    accepts: (value) => /^(0|1|0?\.\d+|1\.0+|0\.\d+)$/.test(String(value)),
  },
  'min.compaction.lag.ms': atLeast(0),
  preallocate: BOOLEAN,
  'remote.storage.enable': BOOLEAN,
  'local.retention.ms': atLeast(-2),
  'local.retention.bytes': atLeast(-2),
  'segment.bytes': whole(14, INT),
  'segment.index.bytes': whole(4, INT),
  'segment.jitter.ms': atLeast(0),
  'segment.ms': atLeast(1),
  'unclean.leader.election.enable': BOOLEAN,
};

/** One sentence for each setting that a broker would refuse, or that another property answers for. */
function settingProblems(settings: Readonly<Record<string, Value>>): string[] {
  const problems = Object.entries(settings).flatMap(([name, value]) => {
    const setting = Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : undefined;
    if (!setting) return [`${show(name)} is no topic setting that Kafka knows`];
    const isRight = known(value) ? setting.accepts(value) : !setting.property;
    return isRight ? [] : [`${name} must be ${setting.allowed}, got ${show(value)}`];
  });
  const [least, most] = [settings['min.compaction.lag.ms'], settings['max.compaction.lag.ms']];
  if (least !== undefined && most !== undefined && known(least, most) && Number(least) > Number(most)) {
    problems.push(`min.compaction.lag.ms (${least}) must be at most max.compaction.lag.ms (${most})`);
  }
  return problems;
}

/** Settings by their name in Kafka, each with a value that a broker takes. */
export const TOPIC_SETTINGS: Check = {
  source: TOPIC_CONFIGS,
  allowed: 'settings by their name in Kafka, each with a value that it takes',
  problem: (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return `must be an object of settings by their name in Kafka; got ${show(value)}`;
    const problems = settingProblems(value as Readonly<Record<string, Value>>);
    return problems.length > 0 ? `is an object in which ${problems.join(', and ')}` : undefined;
  },
};
