import { offsetCommitV8 } from '@platformatic/kafka';
import { html } from 'hono/html';
import { count } from '../format.js';
import { table } from '../html/parts.js';
import { errorOf } from '../kafka/errors.js';
import { groupsOf } from '../kafka/groups.js';
import { EARLIEST, LATEST, offsetsOf } from '../kafka/topics.js';
import { choice, confirmed, Refusal } from './action.js';

/** @import { Action } from './action.js' */
/** @import { Source } from '../settings.js' */

/** @type {Action} */
export const reset = {
  name: 'reset',
  label: 'Set its offsets',

  form: async (source, place) => {
    const { metadata, group } = await stopped(source, place.group);
    const starts = await offsetsOf(source.kafka, metadata, group.positions, EARLIEST);
    const topics = [...new Set(group.positions.map(({ topic }) => topic))];
    return {
      title: `Set the offsets of ${group.id}`,
      content: html`${table({
        caption: 'Where the group is in each partition',
        rows: group.positions,
        empty: 'The group has committed nothing.',
        columns: [
          { head: 'Partition', cell: ({ topic, partition }) => `${topic} ${partition}` },
          { head: 'First offset', isNumber: true, cell: (each) => offset(starts.get(keyOf(each))) },
          { head: 'Committed', isNumber: true, cell: ({ committed }) => offset(committed) },
          { head: 'Next offset', isNumber: true, cell: ({ end }) => offset(end) },
        ],
      })}
      ${confirmed(
        html`${choice('topic', 'Topic', [['', 'all'], ...topics.map((each) => /** @type {const} */ ([each, each]))])}
          ${choice('to', 'To', [
            ['first', 'the first record'],
            ['next', 'the next record, leaving out all that are there'],
            ['time', 'the first record from a time on'],
          ])}
          <label for="time">Time, UTC</label>
          <input id="time" name="time" type="datetime-local" step="1" />`,
        `${group.id} reads again, or leaves out, what is between where it is and there.`,
        'Set the offsets',
      )}`,
    };
  },

  perform: async (source, place, { topic = '', to, time = '' }) => {
    const { metadata, group } = await stopped(source, place.group);
    const positions = group.positions.filter((each) => topic === '' || each.topic === topic);
    if (positions.length === 0) throw new Refusal(`The group has committed nothing in '${topic}'.`);
    const wanted = await targets(source, metadata, positions, to, time);
    const lost = positions.filter((each) => wanted.get(keyOf(each)) === undefined);
    if (lost.length > 0)
      throw new Refusal(`No offsets can be had of ${lost.map(keyOf).join(', ')}: are their leaders there?`);
    const broker = metadata.brokers.find(({ id }) => id === group.coordinator);
    if (!broker) throw new Refusal('The coordinator of the group is away.');
    const answer = await source.kafka.ask(
      broker,
      offsetCommitV8.api,
      group.id,
      -1,
      '',
      null,
      [...new Set(positions.map((each) => each.topic))].map((name) => ({
        name,
        partitions: positions
          .filter((each) => each.topic === name)
          .map((each) => ({
            partitionIndex: each.partition,
            committedOffset: wanted.get(keyOf(each)) ?? 0n,
            committedLeaderEpoch: -1,
            committedMetadata: '',
          })),
      })),
    );
    const refused = answer.topics.flatMap(({ name, partitions }) =>
      partitions
        .filter(({ errorCode }) => errorCode !== 0)
        .map(({ partitionIndex, errorCode }) => `${name}-${partitionIndex}: ${errorOf(errorCode)}`),
    );
    if (refused.length > 0) throw new Refusal(`Kafka refused offsets of ${refused.join('; ')}.`);
    const changes = positions.map(
      (each) => `${keyOf(each)} from ${each.committed ?? 'none'} to ${wanted.get(keyOf(each))}`,
    );
    return `set the offsets of the group ${group.id}: ${changes.join(', ')}`;
  },
};

/**
 * The group, if nobody reads for it: a member would commit over what is set here.
 * @param {Source} source
 * @param {string | undefined} id
 */
async function stopped({ kafka }, id) {
  const metadata = await kafka.metadata();
  const answers = await groupsOf(kafka, metadata, id);
  const group = answers.flatMap(({ groups }) => groups.value ?? []).at(0);
  if (!group) throw new Refusal('There is no group of this name.');
  if (group.members.length > 0 || !/^(empty|dead)$/i.test(group.state))
    throw new Refusal(
      `The group is ${group.state.toLowerCase()}, with ${count(group.members.length)} members: stop whatever reads for it first.`,
    );
  return { metadata, group };
}

/**
 * @param {Source} source
 * @param {import('../kafka/cluster.js').Metadata} metadata
 * @param {readonly import('../kafka/groups.js').Position[]} positions
 * @param {string | undefined} to
 * @param {string} time
 * @returns {Promise<ReadonlyMap<string, bigint>>} by `topic-partition`
 */
async function targets({ kafka }, metadata, positions, to, time) {
  if (to === 'first') return offsetsOf(kafka, metadata, positions, EARLIEST);
  const ends = await offsetsOf(kafka, metadata, positions, LATEST);
  if (to === 'next') return ends;
  if (to !== 'time') throw new Refusal(`Offsets are set to first, next or time, not to '${to ?? ''}'.`);
  const from = Date.parse(`${time}Z`);
  if (Number.isNaN(from)) throw new Refusal(`The time must be as in 2026-12-01T10:15:00, got '${time}'.`);
  const found = await offsetsOf(kafka, metadata, positions, BigInt(from));
  // Where no record is that new, the group goes on with what comes.
  return new Map(
    [...ends].map(([key, end]) => [key, (found.get(key) ?? -1n) < 0n ? end : (found.get(key) ?? end)]),
  );
}

/** @param {{ topic: string, partition: number }} place */
const keyOf = ({ topic, partition }) => `${topic}-${partition}`;

/** @param {bigint | undefined} value */
const offset = (value) => (value === undefined ? '–' : count(value));
