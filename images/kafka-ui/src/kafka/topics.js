import {
  ConfigResourceTypes,
  describeConfigsV4,
  describeLogDirsV4,
  listOffsetsV7,
} from '@platformatic/kafka';
import { part } from '../part.js';

/** @import { Broker, Cluster, Metadata, Partition, Topic } from './cluster.js' */
/** @import { Part } from '../part.js' */

/** @typedef {{ name: string, value: string, isDefault: boolean }} Setting */

/** @param {Partition} partition */
export const isOffline = ({ leader }) => leader < 0;

/** @param {Partition} partition */
export const isUnderReplicated = ({ replicas, isr }) => isr.length < replicas.length;

/**
 * What each broker has on its disks.
 *
 * @typedef {ReadonlyMap<string, bigint>} Sizes bytes by `topic-partition`
 * @param {Cluster} cluster
 * @param {readonly Broker[]} brokers
 * @returns {Promise<readonly { broker: Broker, sizes: Part<Sizes> }[]>}
 */
export async function sizesOnDisk(cluster, brokers) {
  return Promise.all(
    brokers.map(async (broker) => ({ broker, sizes: await part(sizesOf(cluster, broker)) })),
  );
}

/**
 * @param {Cluster} cluster
 * @param {Broker} broker
 * @returns {Promise<Sizes>}
 */
async function sizesOf(cluster, broker) {
  return new Map(
    (await logDirsOf(cluster, broker)).flatMap(({ topics }) =>
      topics.flatMap(({ name, partitions }) =>
        partitions.map(
          ({ partitionIndex, partitionSize }) =>
            /** @type {const} */ ([`${name}-${partitionIndex}`, partitionSize]),
        ),
      ),
    ),
  );
}

/**
 * @param {Cluster} cluster
 * @param {Broker} broker
 */
async function logDirsOf(cluster, broker) {
  // The types don't know that null stands for every topic.
  const everything = /** @type {any} */ (null);
  const { results } = await cluster.ask(broker, describeLogDirsV4.api, everything);
  return results;
}

/**
 * @typedef {object} Disk
 * @property {Broker} broker
 * @property {bigint} usable bytes that are left
 * @property {bigint} total
 * @property {ReadonlyMap<string, bigint>} topics bytes of each
 */

/**
 * The disks of the brokers that say what these are: others are left out, as are brokers before Kafka 3.3.
 * @param {Cluster} cluster
 * @param {readonly Broker[]} brokers
 * @returns {Promise<readonly Disk[]>}
 */
export async function disksOf(cluster, brokers) {
  const answers = await Promise.all(
    brokers.map(async (broker) => ({ broker, dirs: (await part(logDirsOf(cluster, broker))).value ?? [] })),
  );
  return answers
    .map(({ broker, dirs }) => ({ broker, dirs: dirs.filter(({ totalBytes }) => totalBytes > 0n) }))
    .filter(({ dirs }) => dirs.length > 0)
    .map(({ broker, dirs }) => ({ broker, ...diskOf(dirs) }));
}

/** @param {Awaited<ReturnType<typeof logDirsOf>>} dirs */
function diskOf(dirs) {
  /** @type {Map<string, bigint>} */
  const topics = new Map();
  for (const { name, partitions } of dirs.flatMap((dir) => dir.topics))
    for (const { partitionSize } of partitions) topics.set(name, (topics.get(name) ?? 0n) + partitionSize);
  return {
    usable: dirs.reduce((sum, { usableBytes }) => sum + usableBytes, 0n),
    total: dirs.reduce((sum, { totalBytes }) => sum + totalBytes, 0n),
    topics,
  };
}

/**
 * The bytes of a topic, all copies together.
 * @param {Topic} topic
 * @param {readonly { sizes: Part<Sizes> }[]} disks
 */
export function sizeOf({ name, partitions }, disks) {
  let size = 0n;
  for (const { sizes } of disks)
    for (const { partition } of partitions) size += sizes.value?.get(`${name}-${partition}`) ?? 0n;
  return size;
}

const TOPIC = ConfigResourceTypes.TOPIC;
const SET_FOR_THE_TOPIC = 1;

/**
 * The settings of some topics, with one request; without `names` all of them.
 * @param {Cluster} cluster
 * @param {Metadata} metadata
 * @param {readonly string[]} topics
 * @param {readonly string[]} [names]
 * @returns {Promise<ReadonlyMap<string, readonly Setting[]>>} by topic
 */
export async function settingsOf(cluster, { brokers }, topics, names) {
  const resources = topics.map((resourceName) => ({
    resourceType: TOPIC,
    resourceName,
    configurationKeys: names ? [...names] : null,
  }));
  const { results } = await askFirst(brokers, (broker) =>
    cluster.ask(broker, describeConfigsV4.api, resources, false, false),
  );
  return new Map(
    results.map(({ resourceName, configs }) => [
      resourceName,
      configs
        .map(({ name, value, configSource, isSensitive }) => ({
          name,
          value: isSensitive ? '••••••' : (value ?? ''),
          isDefault: configSource !== SET_FOR_THE_TOPIC,
        }))
        .sort((one, other) => one.name.localeCompare(other.name)),
    ]),
  );
}

/**
 * @template T
 * @param {readonly Broker[]} brokers
 * @param {(broker: Broker) => Promise<T>} ask
 * @returns {Promise<T>}
 */
async function askFirst(brokers, ask) {
  /** @type {unknown[]} */
  const errors = [];
  for (const broker of brokers) {
    try {
      return await ask(broker);
    } catch (error) {
      errors.push(error);
    }
  }
  throw new AggregateError(errors);
}

export const EARLIEST = -2n;
export const LATEST = -1n;

/**
 * Offsets of partitions, with one request for each leader. A partition whose leader is away has none.
 * @param {Cluster} cluster
 * @param {Metadata} metadata
 * @param {readonly { topic: string, partition: number }[]} wanted
 * @param {bigint} timestamp {@link EARLIEST} or {@link LATEST}
 * @returns {Promise<ReadonlyMap<string, bigint>>} by `topic-partition`
 */
export async function offsetsOf(cluster, { brokers, topics }, wanted, timestamp) {
  const answers = brokers.map(async (broker) => {
    /** @type {Map<string, number[]>} */
    const led = new Map();
    for (const { topic, partition } of wanted) {
      const leader = topics.get(topic)?.partitions.find((each) => each.partition === partition)?.leader;
      if (leader === broker.id) led.set(topic, [...(led.get(topic) ?? []), partition]);
    }
    const request = [...led].map(([name, partitions]) => ({
      name,
      partitions: partitions.map((partitionIndex) => ({ partitionIndex, currentLeaderEpoch: -1, timestamp })),
    }));
    if (request.length === 0) return [];
    const answer = await part(cluster.ask(broker, listOffsetsV7.api, -1, 0, request));
    return answer.value?.topics ?? [];
  });
  return new Map(
    (await Promise.all(answers))
      .flat()
      .flatMap(({ name, partitions }) =>
        partitions
          .filter(({ errorCode }) => errorCode === 0)
          .map(({ partitionIndex, offset }) => /** @type {const} */ ([`${name}-${partitionIndex}`, offset])),
      ),
  );
}
