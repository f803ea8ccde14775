import type { Admin } from 'kafkajs';

/** A consumer group, and what it has not read yet. */
export interface Group {
  readonly name: string;
  /** Kafka's word: Stable, Empty (it has no members), PreparingRebalance, … */
  readonly state: string;
  readonly members: number;
  readonly topics: readonly Lag[];
}

export interface Lag {
  readonly topic: string;
  /** Records of the partitions in which the group has an offset; undefined where the topic is gone or has no leader. */
  readonly lag?: number;
}

/** Every consumer group of a cluster, also those without members, by name. */
export async function consumerGroups(admin: Admin): Promise<readonly Group[]> {
  const { groups } = await admin.listGroups();
  // Workers of Connect and schema registries form groups as well, which read nothing.
  const isConsumer = ({ protocolType }: { protocolType: string }): boolean =>
    ['consumer', ''].includes(protocolType);
  const names = [...new Set(groups.filter(isConsumer).map(({ groupId }) => groupId))].sort();
  if (names.length === 0) return [];
  const [{ groups: described }, existing, offsets] = await Promise.all([
    admin.describeGroups(names),
    admin.listTopics(),
    Promise.all(names.map(async (groupId) => [groupId, await admin.fetchOffsets({ groupId })] as const)),
  ]);
  const read = new Set(offsets.flatMap(([, topics]) => topics.map(({ topic }) => topic)));
  // Asked for a topic that is gone, brokers may make it.
  const ends = new Map(
    await Promise.all(
      existing
        .filter((topic) => read.has(topic))
        .map(async (topic) => [topic, await endsOf(admin, topic)] as const),
    ),
  );
  return offsets.map(([name, topics]) => {
    const { state = 'Unknown', members = [] } = described.find(({ groupId }) => groupId === name) ?? {};
    const lags = topics.map(({ topic, partitions }) => {
      const lag = lagOf(partitions, ends.get(topic));
      return lag === undefined ? { topic } : { topic, lag };
    });
    const byTopic = (one: Lag, other: Lag): number => one.topic.localeCompare(other.topic);
    return { name, state, members: members.length, topics: lags.sort(byTopic) };
  });
}

/** By partition. */
type Ends = ReadonlyMap<number, string>;

async function endsOf(admin: Admin, topic: string): Promise<Ends | undefined> {
  const offsets = await admin.fetchTopicOffsets(topic).catch(() => undefined);
  return offsets && new Map(offsets.map(({ partition, high }) => [partition, high]));
}

function lagOf(
  partitions: readonly { readonly partition: number; readonly offset: string }[],
  ends: Ends | undefined,
): number | undefined {
  if (!ends) return undefined;
  return partitions
    .filter(({ offset }) => Number(offset) >= 0)
    .map(({ partition, offset }) => Math.max(0, Number(ends.get(partition) ?? offset) - Number(offset)))
    .reduce((sum, each) => sum + each, 0);
}
