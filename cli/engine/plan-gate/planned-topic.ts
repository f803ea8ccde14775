import { MANIFEST, plannedObject } from '../kubernetes-objects';
import { changesOf, type Change, type Plan } from '../plan';

/** A topic as the Kafka provider has it. */
export interface PlannedTopic {
  readonly name: string;
  readonly partitions: number;
  readonly replication_factor: number;
  readonly config?: Readonly<Record<string, string>> | null;
}

/** Those that brokers are asked for, and those that Strimzi's operator makes. */
export const topicChanges = (plans: readonly Plan[]): readonly Change[] => [
  ...changesOf(plans, 'kafka_topic'),
  ...changesOf(plans, MANIFEST).filter(({ change }) =>
    [change.before, change.after].some((each) => plannedObject(each)?.kind === 'KafkaTopic'),
  ),
];

export const isOnKubernetes = ({ type }: Change): boolean => type === MANIFEST;

export const topicBefore = (each: Change): PlannedTopic | undefined => topicIn(each, each.change.before);
export const topicAfter = (each: Change): PlannedTopic | undefined => topicIn(each, each.change.after);

function topicIn(change: Change, attributes: Change['change']['before']): PlannedTopic | undefined {
  if (!isOnKubernetes(change)) return (attributes as PlannedTopic | null) ?? undefined;
  const { metadata, spec } = plannedObject(attributes) ?? {};
  if (!metadata || !spec) return undefined;
  const { topicName, partitions, replicas, config } = spec as unknown as TopicSpec;
  return {
    name: topicName ?? metadata.name,
    partitions,
    replication_factor: replicas,
    config: Object.fromEntries(Object.entries(config ?? {}).map(([name, value]) => [name, String(value)])),
  };
}

interface TopicSpec {
  readonly topicName?: string;
  readonly partitions: number;
  readonly replicas: number;
  readonly config?: Readonly<Record<string, unknown>>;
}
