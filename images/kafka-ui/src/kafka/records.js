import { fetchV12 } from '@platformatic/kafka';
import { part } from '../part.js';
import { EARLIEST, LATEST, offsetsOf } from './topics.js';

/** @import { Broker, Cluster, Metadata, Topic } from './cluster.js' */

/**
 * @typedef {object} Bytes
 * @property {Buffer} head the first bytes, {@link KEPT_BYTES} at most
 * @property {number} length of the whole
 * @typedef {object} KafkaRecord
 * @property {number} partition
 * @property {bigint} offset
 * @property {Date} time
 * @property {Bytes | undefined} key
 * @property {Bytes | undefined} value undefined for a tombstone
 * @property {readonly { name: string, value: string }[]} headers
 */

/** What is kept of a key or value: a page of records must fit into little memory, however large they are. */
export const KEPT_BYTES = 64 * 1024;

/** What a broker sends at once, unless a single batch is larger. */
const FETCHED_BYTES = 1024 * 1024;

/** How long a partition is read; one of large records gives fewer of them. */
const READ_FOR_MS = 2_500;

/** Compacted topics have gaps; beyond this many offsets the last records are not searched for. */
const WIDEST_GAP = 100_000n;

/**
 * The newest records of a topic, newest first.
 * @param {Cluster} cluster
 * @param {Metadata} metadata
 * @param {Topic} topic
 * @param {{ count: number, partition?: number | undefined }} options
 * @returns {Promise<{ records: readonly KafkaRecord[], unread: readonly { partition: number, error: string }[] }>}
 */
export async function lastRecords(cluster, metadata, topic, { count, partition: only }) {
  const partitions = topic.partitions.filter(({ partition }) => only === undefined || partition === only);
  const places = partitions.map(({ partition }) => ({ topic: topic.name, partition }));
  const [starts, ends] = await Promise.all([
    offsetsOf(cluster, metadata, places, EARLIEST),
    offsetsOf(cluster, metadata, places, LATEST),
  ]);
  /** @type {KafkaRecord[]} */
  let records = [];
  /** @type {{ partition: number, error: string }[]} */
  const unread = [];
  // One partition after the other: all at once would be that many megabytes at once.
  for (const { partition, leader } of partitions) {
    const [start, end] = [starts, ends].map((offsets) => offsets.get(`${topic.name}-${partition}`));
    const broker = metadata.brokers.find(({ id }) => id === leader);
    if (start === undefined || end === undefined || !broker) {
      unread.push({
        partition,
        error: leader < 0 ? 'it has no leader' : `its leader, broker ${leader}, can't be reached`,
      });
      continue;
    }
    const read = await part(lastOf(cluster, broker, { topic: topic.name, partition }, { start, end }, count));
    if (read.error !== undefined) unread.push({ partition, error: read.error });
    records = [...records, ...(read.value ?? [])].sort(byAge).slice(0, count);
  }
  return { records, unread };
}

/**
 * @param {KafkaRecord} one
 * @param {KafkaRecord} other
 */
function byAge(one, other) {
  const newer = other.time.getTime() - one.time.getTime();
  return newer || one.partition - other.partition || Number(other.offset - one.offset);
}

/**
 * @param {Cluster} cluster
 * @param {Broker} broker
 * @param {{ topic: string, partition: number }} place
 * @param {{ start: bigint, end: bigint }} offsets
 * @param {number} count
 */
async function lastOf(cluster, broker, place, { start, end }, count) {
  const deadline = Date.now() + READ_FOR_MS;
  for (let span = BigInt(count); ; span *= 10n) {
    const from = end - span > start ? end - span : start;
    const records = await read(cluster, broker, place, { from, end }, count, deadline);
    if (records.length >= count || from === start || span > WIDEST_GAP || Date.now() > deadline)
      return records;
  }
}

/**
 * The last `count` records from one offset to another.
 * @param {Cluster} cluster
 * @param {Broker} broker
 * @param {{ topic: string, partition: number }} place
 * @param {{ from: bigint, end: bigint }} offsets
 * @param {number} count
 * @param {number} deadline
 */
async function read(cluster, broker, { topic, partition }, { from, end }, count, deadline) {
  /** @type {KafkaRecord[]} */
  const records = [];
  for (let next = from; next < end && Date.now() < deadline;) {
    const request = {
      topicId: topic,
      partitions: [
        {
          partition,
          currentLeaderEpoch: -1,
          fetchOffset: next,
          lastFetchedEpoch: -1,
          partitionMaxBytes: FETCHED_BYTES,
        },
      ],
    };
    const answer = await cluster.ask(broker, fetchV12.api, 0, 1, FETCHED_BYTES, 0, 0, -1, [request], [], '');
    const batches = answer.responses[0]?.partitions[0]?.records ?? [];
    const last = batches.at(-1);
    if (!last) break;
    for (const batch of batches) {
      if (isControl(batch)) continue;
      for (const record of batch.records) {
        const offset = batch.firstOffset + BigInt(record.offsetDelta);
        if (offset < from || offset >= end) continue;
        records.push({
          partition,
          offset,
          time: new Date(
            Number(
              isLogAppendTime(batch) ? batch.maxTimestamp : batch.firstTimestamp + record.timestampDelta,
            ),
          ),
          key: kept(record.key),
          value: kept(record.value),
          headers: record.headers.map(([name, value]) => ({
            name: String(name ?? ''),
            value: String(value?.subarray(0, 1_000) ?? ''),
          })),
        });
        if (records.length > count) records.shift();
      }
    }
    next = last.firstOffset + BigInt(last.lastOffsetDelta) + 1n;
  }
  return records;
}

/** The marker of a transaction's end, which no consumer sees. @param {{ attributes: number }} batch */
const isControl = ({ attributes }) => (attributes & 0b10_0000) !== 0;

/** @param {{ attributes: number }} batch */
const isLogAppendTime = ({ attributes }) => (attributes & 0b1000) !== 0;

/**
 * A copy: the original is a view of all that was fetched, and would keep it in memory.
 * @param {Buffer | null} bytes
 * @returns {Bytes | undefined}
 */
function kept(bytes) {
  return bytes ? { head: Buffer.from(bytes.subarray(0, KEPT_BYTES)), length: bytes.length } : undefined;
}
