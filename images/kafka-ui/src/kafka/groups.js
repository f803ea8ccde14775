import { describeGroupsV5, listGroupsV4, offsetFetchV8, Reader } from '@platformatic/kafka';
import { part } from '../part.js';
import { LATEST, offsetsOf } from './topics.js';

/** @import { Broker, Cluster, Metadata } from './cluster.js' */
/** @import { Part } from '../part.js' */

/**
 * @typedef {object} Position
 * @property {string} topic
 * @property {number} partition
 * @property {bigint | undefined} committed undefined if the group has committed nothing there
 * @property {bigint | undefined} end undefined if the partition's leader is away
 * @property {bigint | undefined} lag
 * @property {string | undefined} member
 * @typedef {object} Member
 * @property {string} id
 * @property {string} clientId
 * @property {string} host
 * @property {number} partitions
 * @typedef {object} Group
 * @property {string} id
 * @property {string} state
 * @property {string} protocol such as `consumer` or `connect`
 * @property {number} coordinator
 * @property {readonly Member[]} members
 * @property {readonly Position[]} positions
 * @property {bigint} lag of all partitions that have one
 */

/**
 * Every group, with three requests for each broker: a broker lists those that it coordinates.
 * @param {Cluster} cluster
 * @param {Metadata} metadata
 * @param {string} [only] the id of the group, if it is but one
 * @returns {Promise<readonly { broker: Broker, groups: Part<readonly Group[]> }[]>}
 */
export async function groupsOf(cluster, metadata, only) {
  return Promise.all(
    metadata.brokers.map(async (broker) => ({
      broker,
      groups: await part(coordinated(cluster, metadata, broker, only)),
    })),
  );
}

/**
 * @param {Cluster} cluster
 * @param {Metadata} metadata
 * @param {Broker} broker
 * @param {string | undefined} only
 * @returns {Promise<readonly Group[]>}
 */
async function coordinated(cluster, metadata, broker, only) {
  const listed = await cluster.ask(broker, listGroupsV4.api, [], []);
  const ids = listed.groups.map(({ groupId }) => groupId).filter((id) => only === undefined || id === only);
  if (ids.length === 0) return [];

  const [described, fetched] = await Promise.all([
    cluster.ask(broker, describeGroupsV5.api, ids, false),
    cluster.ask(
      broker,
      offsetFetchV8.api,
      ids.map((groupId) => ({ groupId, memberEpoch: -1, topics: null })),
      false,
    ),
  ]);
  const groups = described.groups.map((group) => {
    const members = group.members.map((member) => ({
      id: member.memberId,
      clientId: member.clientId,
      host: member.clientHost.replace(/^\//, ''),
      assigned: group.protocolType === 'consumer' ? assignment(member.memberAssignment) : [],
    }));
    const committed = fetched.groups.find(({ groupId }) => groupId === group.groupId)?.topics ?? [];
    return {
      group,
      members,
      committed: new Map(
        committed.flatMap(({ name, partitions }) =>
          partitions
            .filter(({ committedOffset }) => committedOffset >= 0n)
            .map(({ partitionIndex, committedOffset }) => [
              place(name, partitionIndex),
              { topic: name, partition: partitionIndex, committedOffset },
            ]),
        ),
      ),
    };
  });
  const places = groups.flatMap(({ members, committed }) => [
    ...committed.values(),
    ...members.flatMap(({ assigned }) => assigned),
  ]);
  const ends = await offsetsOf(cluster, metadata, unique(places), LATEST);

  return groups.map(({ group, members, committed }) => {
    const owners = new Map(
      members.flatMap(({ id, assigned }) =>
        assigned.map(({ topic, partition }) => [place(topic, partition), id]),
      ),
    );
    const positions = unique([...committed.values(), ...members.flatMap(({ assigned }) => assigned)])
      .map(({ topic, partition }) => {
        const key = place(topic, partition);
        const offset = committed.get(key)?.committedOffset;
        const end = ends.get(key);
        return { topic, partition, committed: offset, end, lag: lagOf(offset, end), member: owners.get(key) };
      })
      .sort((one, other) => one.topic.localeCompare(other.topic) || one.partition - other.partition);
    return {
      id: group.groupId,
      state: group.groupState,
      protocol: group.protocolType,
      coordinator: broker.id,
      members: members.map(({ assigned, ...member }) => ({ ...member, partitions: assigned.length })),
      positions,
      lag: positions.reduce((sum, { lag }) => sum + (lag ?? 0n), 0n),
    };
  });
}

/**
 * As `kafka-consumer-groups` counts: from what is committed to what a new record would get.
 * @param {bigint | undefined} committed
 * @param {bigint | undefined} end
 */
export function lagOf(committed, end) {
  if (committed === undefined || end === undefined) return undefined;
  // Records of a topic that was made anew begin at 0 again.
  return end > committed ? end - committed : 0n;
}

/**
 * The partitions in a member's assignment, as consumers write it for each other.
 * @see https://github.com/apache/kafka/blob/3.9/clients/src/main/resources/common/message/ConsumerProtocolAssignment.json
 * @param {Buffer} bytes
 * @returns {{ topic: string, partition: number }[]}
 */
export function assignment(bytes) {
  if (bytes.length === 0) return [];
  const reader = Reader.from(bytes);
  reader.readInt16();
  return reader
    .readArray(
      (/** @type {Reader} */ each) => {
        const topic = each.readString(false);
        const partitions = each.readArray((/** @type {Reader} */ r) => r.readInt32(), false, false);
        return partitions.map((partition) => ({ topic, partition }));
      },
      false,
      false,
    )
    .flat();
}

/**
 * @param {string} topic
 * @param {number} partition
 */
const place = (topic, partition) => `${topic}-${partition}`;

/**
 * @template {{ topic: string, partition: number }} P
 * @param {readonly P[]} places
 */
function unique(places) {
  return [...new Map(places.map((each) => [place(each.topic, each.partition), each])).values()];
}
