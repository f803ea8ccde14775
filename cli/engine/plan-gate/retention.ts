import { Duration } from '../../../constructs/core/duration';
import { Size } from '../../../constructs/core/size';
import { brokerId, changesOf, containersOf, isDeleted, type Plan, type PlannedContainer } from '../plan';
import type { Danger } from './danger';
import { topicAfter, topicBefore } from './topics';

/** What a broker may delete: records older than this, and the oldest of a partition larger than this. */
interface Limits {
  /** In milliseconds. */
  readonly age: number;
  /** In bytes. */
  readonly size: number;
  readonly compacts: boolean;
}

type Settings = Readonly<Record<string, string | undefined>>;

const KAFKA_DEFAULTS: Settings = {
  'cleanup.policy': 'delete',
  // 168 hours.
  'retention.ms': '604800000',
  'retention.bytes': '-1',
};

/** Topics, and brokers for the topics that have no setting of their own, that would keep less than before. */
export function retentionCuts(plans: readonly Plan[]): readonly Danger[] {
  const broker = containersOf(plans).find(
    ({ before, after }) => brokerId(before) !== undefined && brokerId(after) !== undefined,
  );
  const [before, after] = [brokerSettings(broker?.before), brokerSettings(broker?.after)];
  const ofBrokers = cuts(limits(before), limits(after)).map((cut): Danger => ({
    rule: 'retention',
    name: 'brokers',
    sentence: `Topics without a setting of their own ${cut}.`,
  }));
  const ofTopics = changesOf(plans, 'kafka_topic')
    .filter((each) => !isDeleted(each))
    .flatMap((each) => {
      const [old, made] = [topicBefore(each), topicAfter(each)];
      if (!old || !made) return [];
      // Against one and the same broker: what its own settings would change is said above, once.
      const [from, to] = [old, made].map(({ config }) => limits({ ...before, ...config })) as [
        Limits,
        Limits,
      ];
      return cuts(from, to).map((cut): Danger => ({
        rule: 'retention',
        name: made.name,
        sentence: `The topic ${made.name} ${cut}.`,
      }));
    });
  return [...ofBrokers, ...ofTopics];
}

function brokerSettings(broker: PlannedContainer | undefined): Settings {
  const { environment = {} } = broker ?? {};
  const given: Settings = {
    'cleanup.policy': environment.KAFKA_LOG_CLEANUP_POLICY,
    'retention.ms': environment.KAFKA_LOG_RETENTION_MS,
    'retention.bytes': environment.KAFKA_LOG_RETENTION_BYTES,
  };
  return { ...KAFKA_DEFAULTS, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value)) };
}

function limits(settings: Settings): Limits {
  const policies = settings['cleanup.policy']?.split(',') ?? [];
  // Retention has no say in a topic that is only compacted.
  const limit = (name: string): number =>
    policies.includes('delete') && Number(settings[name]) >= 0 ? Number(settings[name]) : Infinity;
  return {
    age: limit('retention.ms'),
    size: limit('retention.bytes'),
    compacts: policies.includes('compact'),
  };
}

function cuts(before: Limits, after: Limits): readonly string[] {
  const age = (value: number): string =>
    value === Infinity
      ? 'records of any age'
      : `records of the last ${Duration.milliseconds(value).toString()}`;
  const size = (value: number): string => (value === Infinity ? 'any size' : Size.bytes(value).toString());
  return [
    ...(after.age < before.age
      ? [`would keep only ${age(after.age)}, where it was ${age(before.age)}: older ones are deleted at once`]
      : []),
    ...(after.size < before.size
      ? [
          `would keep only ${size(after.size)} of each partition, where it was ${size(before.size)}: what is more is deleted at once, the oldest first`,
        ]
      : []),
    ...(after.compacts && !before.compacts
      ? [`would be compacted: of the records with one key only the last stays`]
      : []),
  ];
}
