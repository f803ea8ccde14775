import type { Cluster } from './clusters';
import { areReachable, partitions, reassign, reassignments, withAdmin, type Partition } from './partitions';
import { brokerId, containersOf, type ContainerChange, type Plan } from './plan';
import { eventually, type Progress } from './waiting';

export interface Removal {
  readonly names: readonly string[];
  readonly leaving: readonly number[];
  readonly staying: readonly number[];
}

/** The brokers of a cluster that plans remove for good; undefined where there are none, or none would be left. */
export function removal(plans: readonly Plan[], cluster: Cluster): Removal | undefined {
  const brokers = containersOf(plans).filter(
    ({ before }) => brokerId(before) !== undefined && cluster.has(before?.name),
  );
  const gone = brokers.filter(({ after }) => !after);
  const ids = (some: readonly ContainerChange[]): number[] =>
    some.flatMap(({ before }) => brokerId(before) ?? []);
  const stay = brokers.filter(({ after }) => after);
  if (gone.length === 0 || stay.length === 0) return undefined;
  return {
    names: gone.flatMap(({ before }) => before?.name ?? []),
    leaving: ids(gone),
    staying: ids(stay),
  };
}

/** Partitions that the brokers that stay are too few for. */
export async function shortOfBrokers(
  { leaving, staying }: Removal,
  servers: readonly string[],
): Promise<readonly Partition[]> {
  const all = await partitions(servers);
  const moves = reassignments(all, leaving, staying);
  return all.filter((each) =>
    moves.some(
      ({ topic, partition, replicas }) =>
        topic === each.topic && partition === each.partition && replicas.length < each.replicas.length,
    ),
  );
}

/** Moves every replica off the brokers that plans remove, to those of their cluster that stay; returns when it is done. */
export async function emptyLeaving(
  plans: readonly Plan[],
  clusters: readonly Cluster[],
  say: Progress,
): Promise<void> {
  for (const cluster of clusters) {
    const removed = removal(plans, cluster);
    if (removed && (await areReachable(cluster.servers))) await emptyBrokers(removed, cluster.servers, say);
  }
}

async function emptyBrokers(
  { names, leaving, staying }: Removal,
  servers: readonly string[],
  say: Progress,
): Promise<void> {
  for (;;) {
    await noMovesLeft(servers, say);
    const moves = reassignments(await partitions(servers), leaving, staying);
    if (moves.length === 0) return;
    say(`moving ${moves.length} partitions off ${names.join(', ')}`);
    await reassign(servers, moves);
  }
}

/** Waits for what is moving already, whoever began it: as long as it takes, while all brokers are there. */
export async function noMovesLeft(servers: readonly string[], say: Progress): Promise<void> {
  const begin = Date.now();
  await eventually(
    say,
    async () => {
      const { moving, away } = await withAdmin(servers, async (admin) => {
        const { topics } = await admin.listPartitionReassignments({});
        const { brokers } = await admin.describeCluster();
        const left = topics.flatMap(({ partitions }) => partitions);
        const targets = new Set(left.flatMap(({ replicas }) => replicas));
        for (const { nodeId } of brokers) targets.delete(nodeId);
        return { moving: left.length, away: [...targets] };
      });
      if (moving === 0) return { value: true };
      const minutes = Math.floor((Date.now() - begin) / 60_000);
      // A large partition moves for long; that nothing changes tells nothing then.
      const how = away.length > 0 ? `, and the brokers ${away.join(', ')} are away` : ` (${minutes} min)`;
      return { left: `${moving} still moving${how}` };
    },
    `Once these are back, Kafka goes on by itself, and the same command with it.`,
  );
}
