import { KEEPS_LABEL, KEPT, TOPIC_DEFAULT_LABEL } from '../../../constructs/core/labels';
import { clustersOfTopics } from '../clusters';
import {
  containersOf,
  isCreated,
  isDeleted,
  isReplaced,
  type Change,
  type Plan,
  type PlannedContainer,
} from '../plan';
import type { DataLoss } from './danger';
import { isOnKubernetes, topicAfter, topicBefore, topicChanges, type PlannedTopic } from './planned-topic';

/** Topics deleted, and topics that the provider can only change by making them anew. */
export function lostTopics(plans: readonly Plan[]): readonly DataLoss[] {
  const keepers = containersOf(plans).flatMap(({ before, after }) => [before, after].flatMap((c) => c ?? []));
  return topicChanges(plans)
    .filter((each) => isDeleted(each) || isImpossible(each))
    .flatMap((each) => {
      const topic = topicBefore(each);
      if (!topic) return [];
      const { name } = topic;
      const use = usageOf(name, keepers);
      return {
        rule: 'topic',
        name,
        sentence: `${describeLoss(topic, each)}${use ? ` ${use}` : ''}`,
      } as const;
    });
}

/** What Strimzi would refuse for ever after, which the API takes. */
function isImpossible(change: Change): boolean {
  const [before, after] = [topicBefore(change), topicAfter(change)];
  if (!isOnKubernetes(change) || !before || !after) return false;
  return after.partitions < before.partitions || after.name !== before.name;
}

function describeLoss({ name, partitions }: PlannedTopic, change: Change): string {
  const after = topicAfter(change);
  if (after && !isDeleted(change))
    return after.name !== name
      ? `The topic ${name} would be called ${after.name}: Kafka cannot rename a topic, and Strimzi refuses to. Give the other a name of its own, and let ${name} go in a later deploy.`
      : `The topic ${name} would have ${after.partitions} partitions instead of ${partitions}: Kafka can only add partitions, and Strimzi refuses to. To have fewer, delete it in one deploy and make it anew in the next.`;
  if (!isReplaced(change) || !after) return `The topic ${name} is deleted with all its records.`;
  if (after.name !== name)
    return `The topic ${name} is deleted with all its records and ${after.name} is made, empty: Kafka cannot rename a topic.`;
  const why =
    after.partitions < partitions
      ? `: it would have ${after.partitions} partitions instead of ${partitions}, and Kafka can only add partitions`
      : '';
  return `The topic ${name} is deleted with all its records and recreated, empty${why}.`;
}

/** What is kept in a topic, and how such a topic is usually named. */
const USES: Readonly<Record<string, { readonly pattern: RegExp; readonly use: string }>> = {
  [KEPT.configs]: {
    pattern: /connect.*[-_.]configs?$/i,
    use: 'Kafka Connect keeps the configuration of every connector in it.',
  },
  [KEPT.offsets]: {
    pattern: /connect.*[-_.]offsets?$/i,
    use: 'Kafka Connect keeps in it how far its connectors have read: they would begin again.',
  },
  [KEPT.statuses]: {
    pattern: /connect.*[-_.]status(es)?$/i,
    use: 'Kafka Connect keeps the state of its connectors in it.',
  },
  [KEPT.schemas]: {
    pattern: /^_schemas$/,
    use: 'The schema registry keeps every schema in it.',
  },
};

/** What depends on a topic: as a container says, else, in a plan without containers, as the usual name says. */
function usageOf(topic: string, containers: readonly PlannedContainer[]): string | undefined {
  const named = Object.keys(USES).find((kept) =>
    containers.some(({ labels }) => labels[KEEPS_LABEL + kept] === topic),
  );
  return named ? USES[named]?.use : Object.values(USES).find(({ pattern }) => pattern.test(topic))?.use;
}

const MIN_INSYNC = `${TOPIC_DEFAULT_LABEL}min.insync.replicas`;

/** Topics with fewer copies than acknowledged records are promised to be on. */
export function tooFewCopies(plans: readonly Plan[]): readonly DataLoss[] {
  const clusterOf = clustersOfTopics(plans);
  return topicChanges(plans).flatMap((each): DataLoss[] => {
    const [before, after] = [topicBefore(each), topicAfter(each)];
    if (!after) return [];
    const { name, replication_factor: copies } = after;
    const ofBrokers = clusterOf(each)?.broker('after')?.labels[MIN_INSYNC];
    const minimum = ({ config }: PlannedTopic): number =>
      Number(config?.['min.insync.replicas'] ?? ofBrokers ?? 1);
    const danger = (sentence: string): DataLoss[] => [{ rule: 'replication', name, sentence }];
    const wasShort = before && before.replication_factor < minimum(before);
    if (copies < minimum(after) && (!wasShort || isCreated(each)))
      return danger(
        `The topic ${name} gets replication factor ${copies}, below its min.insync.replicas of ${minimum(after)}: every write with acks=all would be refused.`,
      );
    // Lowered together, so that writes go on; what was promised for the records that are there is not kept.
    if (before && copies < before.replication_factor && copies < minimum(before))
      return danger(
        `The topic ${name} gets replication factor ${copies}, below the min.insync.replicas of ${minimum(before)} that it has had: its records would be on fewer brokers than was promised when they were acknowledged.`,
      );
    return [];
  });
}
