import { consumerGroups, type Group } from '../engine/groups';
import { underReplicated, partitionsOf, withAdmin, type Partition } from '../engine/partitions';
import { asksOpenly, type Stack } from '../engine/synthesis';
import { patiently } from '../patience';
import { kafkaClusters, type DeclaredCluster } from './declared';
import { notThere } from './not-there';
import type { ClusterStatus } from './report';
import { within, type Answer } from './within';

/** Less than a question may take as a whole, so that what does not answer is let go; in milliseconds. */
const REQUEST_TIMEOUT = 4_000;

interface Cluster {
  readonly brokers: readonly number[];
  readonly partitions: readonly Partition[];
}

/** What was found of a Kafka cluster. */
export interface FoundCluster {
  readonly status: ClusterStatus;
  /** Undefined where nobody said. */
  readonly topics?: ReadonlySet<string>;
  readonly problems: readonly string[];
  readonly unknown: readonly string[];
}

/** @param isDown whether no container of the stacks is there, so that of their own clusters nobody answers */
export function askKafka(stacks: readonly Stack[], isDown: boolean): Promise<readonly FoundCluster[]> {
  return Promise.all(kafkaClusters(stacks).map((each) => ask(each, isDown && each.isOwn)));
}

/** Undefined unless every cluster says which it has. */
export function allTopics(
  stacks: readonly Stack[],
  found: readonly FoundCluster[],
): ReadonlySet<string> | undefined {
  const lists = found.map(({ topics }) => topics);
  if (lists.length === 0 || lists.includes(undefined) || unaskable(stacks).length > 0) return undefined;
  return new Set(lists.flatMap((each) => [...(each ?? [])]));
}

/** Brokers whose topics the stacks declare, and that only Terraform can ask. */
export function unaskable(stacks: readonly Stack[]): readonly string[] {
  const some = stacks.filter((stack) => stack.resources('kafka_topic').length > 0 && !asksOpenly(stack));
  return some.map(
    ({ name }) =>
      `The brokers of the stack ${name} want TLS or a login, which only Terraform has: see its plan (--drift).`,
  );
}

async function ask({ addresses, names }: DeclaredCluster, isDown: boolean): Promise<FoundCluster> {
  const status = { bootstrapServers: addresses };
  if (isDown) return { status, problems: [], unknown: [] };
  const timeout = patiently(REQUEST_TIMEOUT);
  const whom = `The brokers at ${addresses.join(', ')}`;
  const [cluster, groups] = await Promise.all([
    within(
      whom,
      withAdmin(
        addresses,
        async (admin) => ({
          brokers: (await admin.describeCluster()).brokers
            .map(({ nodeId }) => nodeId)
            .sort((one, other) => one - other),
          partitions: await partitionsOf(admin),
        }),
        timeout,
      ),
    ),
    within(`${whom}, about consumer groups,`, withAdmin(addresses, consumerGroups, timeout)),
  ]);
  return found(status, names, cluster, groups);
}

function found(
  status: ClusterStatus,
  declared: readonly string[],
  cluster: Answer<Cluster>,
  groups: Answer<readonly Group[]>,
): FoundCluster {
  if ('why' in cluster) return { status, problems: [], unknown: [cluster.why] };
  const { brokers, partitions } = cluster.value;
  const topics = new Set(partitions.map(({ topic }) => topic));
  const missing = declared.filter((name) => !topics.has(name));
  const behind = underReplicated(partitions);
  const [first] = behind;
  return {
    status: {
      ...status,
      brokers,
      underReplicatedPartitions: behind.length,
      missingTopics: missing,
      ...('value' in groups && { groups: groups.value }),
    },
    topics,
    problems: [
      ...notThere('topic', missing, 'on the brokers'),
      ...(first
        ? [
            `${behind.length === 1 ? 'One partition is' : `${behind.length} partitions are`} under-replicated, such as ${first.topic}-${first.partition}: in sync on ${first.inSync.join(', ') || 'none'} of the brokers ${first.replicas.join(', ')}.`,
          ]
        : []),
    ],
    unknown: 'why' in groups ? [groups.why] : [],
  };
}
