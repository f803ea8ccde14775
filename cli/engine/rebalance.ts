import { ConfigResourceTypes, type Admin } from 'kafkajs';
import { untilInSync } from './brokers';
import type { Cluster } from './clusters';
import { areReachable, partitions, withAdmin, type Partition } from './partitions';
import { CommandError } from '../program';
import { retryWhile } from './passing';
import * as quantities from './plan-gate/quantities';
import { reassignmentTool } from './reassignment-tool';
import { noMovesLeft } from './removal';
import type { Runtime } from './runtime';
import { spread, type Broker } from './spread';
import type { Progress } from './waiting';

/**
 * Ends what an interrupted run began: waits until nothing moves any more, then takes away the throttle. Before a deploy,
 * because topics that are throttled look edited, and Terraform would have them run free.
 */
export async function finishRebalance(cluster: Cluster, runtime: Runtime, say: Progress): Promise<void> {
  const { servers } = cluster;
  if (servers.length === 0 || !(await areReachable(servers))) return;
  await noMovesLeft(servers, say);
  const left = await throttled(servers);
  if (left.topics.length + left.brokers.length === 0) return;
  say('taking away a throttle that was left');
  const all = await partitions(servers);
  // The brokers' own goes with any topic's.
  const named = left.topics.length > 0 ? left.topics : all.slice(0, 1).map(({ topic }) => topic);
  await unthrottle(
    cluster,
    runtime,
    all.filter(({ topic }) => named.includes(topic)),
  );
}

/**
 * Moves replicas and leaders until every broker has its share, while clients go on.
 * @param throttle bytes a second that a broker may send, or take, for it
 * @returns what was done
 */
export async function rebalance(
  cluster: Cluster,
  runtime: Runtime,
  throttle: number,
  say: Progress,
): Promise<string> {
  const { servers } = cluster;
  const names = cluster.brokers.join(', ');
  if (servers.length === 0)
    return `${names} want TLS or a login: give kafka-reassign-partitions what that takes`;
  await finishRebalance(cluster, runtime, say);
  await untilInSync(servers, [], say);
  const all = await partitions(servers);
  const moves = spread(all, await brokersAt(servers));
  if (moves.length === 0) return `each of ${names} has its share already`;

  const inAll = `${moves.length} of ${all.length} partitions`;
  say(`moving ${inAll}, a broker ${quantities.size(throttle)} a second at most`);
  const tool = await reassignmentTool(cluster, runtime);
  await tool.begin(moves, throttle);
  await noMovesLeft(servers, say);
  await unthrottle(cluster, runtime, moves);
  // A partition whose replicas have another order, too, is led by the first of them only once it is told so.
  await tool.electLeaders(moves);
  return `moved ${inAll} of ${names}`;
}

type Moved = Pick<Partition, 'topic' | 'partition' | 'replicas'>;

async function unthrottle(cluster: Cluster, runtime: Runtime, moved: readonly Moved[]): Promise<void> {
  const tool = await reassignmentTool(cluster, runtime);
  await tool.end(moved);
  // A broker hears of it by ZooKeeper, or its own copy of the metadata: a moment later.
  await retryWhile(/^A throttle is left/, async () => {
    const { topics, brokers } = await throttled(cluster.servers);
    const left = [...topics.map((name) => `topic ${name}`), ...brokers.map((id) => `broker ${id}`)];
    if (left.length > 0)
      throw new CommandError(
        `A throttle is left, which slows down replication: of ${left.join(', ')}.`,
        'Take away leader.replication.throttled.* and follower.replication.throttled.* with kafka-configs --alter --delete-config.',
      );
  });
}

const SIDES = ['leader.replication.throttled', 'follower.replication.throttled'];

/** Topics with replicas that are throttled, and brokers with a rate. */
async function throttled(servers: readonly string[]): Promise<{ topics: string[]; brokers: string[] }> {
  return withAdmin(servers, async (admin) => {
    const topics = await admin.listTopics();
    const brokers = await brokerIds(admin);
    const [ofTopics, ofBrokers] = [
      SIDES.map((each) => `${each}.replicas`),
      SIDES.map((each) => `${each}.rate`),
    ];
    return {
      topics: (await settings(admin, ConfigResourceTypes.TOPIC, topics, ofTopics)).map(({ of }) => of),
      brokers: (await settings(admin, ConfigResourceTypes.BROKER, brokers, ofBrokers)).map(({ of }) => of),
    };
  });
}

async function brokersAt(servers: readonly string[]): Promise<readonly Broker[]> {
  return withAdmin(servers, async (admin) => {
    const ids = await brokerIds(admin);
    const racks = await settings(admin, ConfigResourceTypes.BROKER, ids, ['broker.rack']);
    return ids.map((id) => ({ id: Number(id), rack: racks.find(({ of }) => of === id)?.value }));
  });
}

const brokerIds = async (admin: Admin): Promise<string[]> =>
  (await admin.describeCluster()).brokers.map(({ nodeId }) => String(nodeId));

/** Of those that have one of these settings: its value. */
async function settings(
  admin: Admin,
  type: ConfigResourceTypes,
  names: readonly string[],
  configNames: string[],
): Promise<readonly { readonly of: string; readonly value: string }[]> {
  if (names.length === 0) return [];
  const asked = names.map((name) => ({ type, name, configNames }));
  const { resources } = await admin.describeConfigs({ resources: asked, includeSynonyms: false });
  return resources.flatMap(({ resourceName, configEntries }) => {
    const set = configEntries.find(({ configValue, isDefault }) => !isDefault && configValue);
    return set ? { of: resourceName, value: set.configValue } : [];
  });
}
