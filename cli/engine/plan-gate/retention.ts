import { TOPIC_DEFAULT_LABEL } from '../../../constructs/core/labels';
import { clustersOf, clustersOfTopics, hasBrokers, type Cluster } from '../clusters';
import { isDeleted, type Plan } from '../plan';
import type { DataLoss } from './danger';
import * as quantities from './quantities';
import { topicAfter, topicBefore, topicChanges } from './planned-topic';

/** What a broker may delete: records older than this, and the oldest of a partition larger than this. */
interface Limits {
  /** In milliseconds; undefined where the broker decides and no plan says how. */
  readonly age: number | undefined;
  /** In bytes; likewise. */
  readonly size: number | undefined;
  readonly compacts: boolean;
}

type Settings = Readonly<Record<string, string | undefined>>;

/** Topics, and brokers for the topics that have no setting of their own, that would keep less than before. */
export function retentionCuts(plans: readonly Plan[]): readonly DataLoss[] {
  const clusters = clustersOf(plans).filter(hasBrokers);
  const ofBrokers = clusters.flatMap((cluster) => {
    const [from, to] = [topicDefaults(cluster, 'before'), topicDefaults(cluster, 'after')];
    const where = clusters.length > 1 ? ` on ${cluster.brokers.join(', ')}` : '';
    return cutsBetween(limits(from), limits(to)).map((cut): DataLoss => ({
      rule: 'retention',
      name: 'brokers',
      sentence: `Topics${where} without a setting of their own ${cut}.`,
    }));
  });
  const clusterOf = clustersOfTopics(plans);
  const ofTopics = topicChanges(plans)
    .filter((each) => !isDeleted(each))
    .flatMap((each) => {
      const [old, made] = [topicBefore(each), topicAfter(each)];
      if (!old || !made) return [];
      const before = topicDefaults(clusterOf(each), 'before');
      // Against one and the same broker: what its own settings would change is said above, once.
      const [from, to] = [old, made].map(({ config }) => limits({ ...before, ...config })) as [
        Limits,
        Limits,
      ];
      return cutsBetween(from, to).map((cut): DataLoss => ({
        rule: 'retention',
        name: made.name,
        sentence: `The topic ${made.name} ${cut}.`,
      }));
    });
  return [...ofBrokers, ...ofTopics];
}

/** What the topics have that do not say. */
function topicDefaults(cluster: Cluster | undefined, when: 'before' | 'after'): Settings {
  const broker = cluster?.broker(when);
  return Object.fromEntries(
    ['cleanup.policy', 'retention.ms', 'retention.bytes'].map((name) => [
      name,
      broker?.labels[TOPIC_DEFAULT_LABEL + name],
    ]),
  );
}

function limits(settings: Settings): Limits {
  // As Kafka does unless told.
  const policies = (settings['cleanup.policy'] ?? 'delete').split(',');
  const limit = (name: string): number | undefined => {
    // Retention has no say in a topic that is only compacted.
    if (!policies.includes('delete')) return Infinity;
    const value = settings[name];
    return value === undefined ? undefined : Number(value) < 0 ? Infinity : Number(value);
  };
  return {
    age: limit('retention.ms'),
    size: limit('retention.bytes'),
    compacts: policies.includes('compact'),
  };
}

function cutsBetween(before: Limits, after: Limits): readonly string[] {
  const age = (value = NaN): string =>
    Number.isNaN(value)
      ? AS_BROKERS
      : value === Infinity
        ? 'records of any age'
        : `records of the last ${quantities.time(value)}`;
  const size = (value = NaN): string =>
    Number.isNaN(value) ? AS_BROKERS : value === Infinity ? 'any size' : quantities.size(value);
  const isShorter = isLess(after.age, before.age);
  return [
    ...(isShorter
      ? [`would keep only ${age(after.age)}, where it was ${age(before.age)}: older ones are deleted at once`]
      : []),
    // Of what nobody knows one sentence is enough.
    ...(isLess(after.size, before.size) && !(isShorter && after.size === undefined)
      ? [
          `would keep only ${size(after.size)} of each partition, where it was ${size(before.size)}: what is more is deleted at once, the oldest first`,
        ]
      : []),
    ...(after.compacts && !before.compacts
      ? [`would be compacted: of the records with one key only the last stays`]
      : []),
  ];
}

const AS_BROKERS = 'what its brokers say, which none of the plans tells';

/** What nobody knows may be less than anything, and more. */
function isLess(after: number | undefined, before: number | undefined): boolean {
  if (after === undefined || before === undefined) return after !== before && after !== Infinity;
  return after < before;
}
