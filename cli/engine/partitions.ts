import { Kafka, type Admin } from 'kafkajs';
import { CommandError, said } from '../program';
import { forKafkaJs } from './broker-access';

/** A partition, and on which brokers it is, by their numbers. */
export interface Partition {
  readonly topic: string;
  readonly partition: number;
  readonly replicas: readonly number[];
  readonly inSync: readonly number[];
}

/**
 * @param servers `host:port` of brokers, some of which may be away
 * @param requestTimeout in milliseconds; by default what Kafka's own clients take
 * @throws CommandError with what Kafka says
 */
export async function withAdmin<T>(
  servers: readonly string[],
  work: (admin: Admin) => Promise<T>,
  requestTimeout = 30_000,
): Promise<T> {
  const admin = new Kafka({ ...forKafkaJs(servers), retry: { retries: 2 }, requestTimeout }).admin();
  try {
    await admin.connect();
    return await work(admin);
  } catch (error) {
    throw new CommandError(`The brokers at ${servers.join(', ')} refused the request: ${said(error)}`);
  } finally {
    await admin.disconnect();
  }
}

/** Whether any of them answers. */
export async function areReachable(servers: readonly string[]): Promise<boolean> {
  return withAdmin(servers, (admin) => admin.describeCluster()).then(
    () => true,
    () => false,
  );
}

/**
 * Every partition of a cluster, also of Kafka's own topics.
 * @param topics that must be there: a broker that has just started may know of none yet
 */
export async function partitions(
  servers: readonly string[],
  topics: readonly string[] = [],
): Promise<readonly Partition[]> {
  return withAdmin(servers, (admin) => partitionsOf(admin, topics));
}

export async function partitionsOf(
  admin: Admin,
  topics: readonly string[] = [],
): Promise<readonly Partition[]> {
  const names = new Set([...topics, ...(await admin.listTopics())]);
  const metadata = await admin.fetchTopicMetadata({ topics: [...names] });
  return metadata.topics.flatMap(({ name: topic, partitions }) =>
    partitions.map(({ partitionId: partition, replicas, isr: inSync }) => ({
      topic,
      partition,
      replicas,
      inSync,
    })),
  );
}

/** Those with a replica that lags behind or is away, on another broker than the one excepted. */
export function underReplicated(all: readonly Partition[], except?: number): readonly Partition[] {
  return all.filter(({ replicas, inSync }) => replicas.some((id) => id !== except && !inSync.includes(id)));
}

export interface Reassignment {
  readonly topic: string;
  readonly partition: number;
  readonly replicas: number[];
}

/**
 * Where the replicas of the brokers that leave belong: on the brokers that stay, with the fewest replicas first.
 * With as many copies as before, if that many brokers stay.
 */
export function reassignments(
  all: readonly Partition[],
  leaving: readonly number[],
  staying: readonly number[],
): readonly Reassignment[] {
  const load = new Map(staying.map((id) => [id, 0]));
  const add = (id: number): unknown => load.set(id, (load.get(id) ?? 0) + 1);
  for (const { replicas } of all) replicas.forEach(add);
  return all
    .filter(({ replicas }) => replicas.some((id) => leaving.includes(id)))
    .map(({ topic, partition, replicas: before }) => {
      const replicas = before.filter((id) => !leaving.includes(id));
      const free = staying.filter((id) => !replicas.includes(id));
      free.sort((one, other) => (load.get(one) ?? 0) - (load.get(other) ?? 0));
      const added = free.slice(0, before.length - replicas.length);
      added.forEach(add);
      return { topic, partition, replicas: [...replicas, ...added] };
    });
}

/** Starts to move replicas; the cluster does it at its own pace. */
export async function reassign(servers: readonly string[], moves: readonly Reassignment[]): Promise<void> {
  const topics = [...new Set(moves.map(({ topic }) => topic))].map((topic) => ({
    topic,
    partitionAssignment: moves
      .filter((move) => move.topic === topic)
      .map(({ partition, replicas }) => ({ partition, replicas })),
  }));
  await withAdmin(servers, (admin) => admin.alterPartitionReassignments({ topics }));
}
