import { compatibilityPartitioner, produceV9 } from '@platformatic/kafka';
import { html } from 'hono/html';
import { errorOf } from '../kafka/errors.js';
import { choice, confirmed, Refusal } from './action.js';

/** @import { Action } from './action.js' */
/** @import { Topic } from '../kafka/cluster.js' */
/** @import { Source } from '../settings.js' */

/** What a form may hold; Kafka's own limit for a record is a megabyte, too. */
const LONGEST_VALUE = 1_000_000;

/** @type {Action} */
export const produce = {
  name: 'produce',
  label: 'Produce a record',

  form: async (source, place) => {
    const { topic } = await topicOf(source, place.topic);
    const partitions = topic.partitions.map(({ partition }) => String(partition));
    return {
      title: `Produce a record to ${topic.name}`,
      content: confirmed(
        html`<label for="key">Key</label>
          <input id="key" name="key" autocomplete="off" maxlength="10000" placeholder="none" />
          <label for="value">Value</label>
          <textarea
            id="value"
            name="value"
            rows="8"
            spellcheck="false"
            maxlength="${LONGEST_VALUE}"
          ></textarea>
          <label class="confirm"
            ><input type="checkbox" name="tombstone" value="yes" /> A tombstone: without a value</label
          >
          ${choice('partition', 'Partition', [['', 'by its key, or any'], ...partitions.map((each) => /** @type {const} */ ([each, each]))])}
          <p class="quiet">It is written as text, without a schema, and with the time of now.</p>`,
        `The record stays in ${topic.name}, and whoever reads it gets it.`,
        'Produce',
      ),
    };
  },

  perform: async (source, place, { key = '', value = '', tombstone, partition = '' }) => {
    const { metadata, topic } = await topicOf(source, place.topic);
    if (value.length > LONGEST_VALUE) throw new Refusal('The value must have a million characters at most.');
    if (tombstone && value !== '') throw new Refusal('A tombstone has no value: leave one of them out.');
    if (tombstone && key === '') throw new Refusal('A tombstone must have the key that it deletes.');
    const to = partitionOf(topic, partition, key);
    const broker = metadata.brokers.find(({ id }) => id === to.leader);
    if (!broker) throw new Refusal(`Partition ${to.partition} has no leader that can be reached.`);
    const record = {
      topic: topic.name,
      partition: to.partition,
      ...(key !== '' && { key: Buffer.from(key) }),
      // Of a form, lines end as those of a network; what was typed has lines of a text.
      value: /** @type {Buffer} */ (tombstone ? undefined : Buffer.from(value.replaceAll('\r\n', '\n'))),
    };
    const answer = await source.kafka.ask(broker, produceV9.api, -1, 3_000, [record], {
      compression: 'none',
    });
    const {
      errorCode = 0,
      errorMessage,
      baseOffset,
    } = (typeof answer === 'object' && answer.responses[0]?.partitionResponses[0]) || {};
    if (errorCode !== 0)
      throw new Refusal(`Kafka refused the record: ${errorMessage ?? errorOf(errorCode)}.`);
    return `produced a ${tombstone ? 'tombstone' : 'record'} to ${topic.name}, partition ${to.partition}, offset ${baseOffset}`;
  },
};

/**
 * @param {Source} source
 * @param {string | undefined} name
 */
async function topicOf({ kafka }, name = '') {
  const metadata = await kafka.metadata();
  const topic = metadata.topics.get(name);
  if (!topic) throw new Refusal('There is no topic of this name.');
  if (topic.isInternal)
    throw new Refusal('Kafka keeps its own things in this topic, and alone writes to it.');
  return { metadata, topic };
}

/**
 * The partition that was chosen, or as the clients of Java choose it.
 * @param {Topic} topic
 * @param {string} chosen
 * @param {string} key
 */
export function partitionOf({ partitions }, chosen, key) {
  if (chosen !== '') {
    const partition = partitions.find((each) => String(each.partition) === chosen);
    if (!partition) throw new Refusal(`There is no partition '${chosen}': 0 to ${partitions.length - 1}.`);
    return partition;
  }
  const there = partitions.filter(({ leader }) => leader >= 0);
  const [partition] =
    key === ''
      ? there.slice(Math.floor(Math.random() * there.length))
      : partitions.slice(
          compatibilityPartitioner(/** @type {any} */ (undefined), Buffer.from(key)) % partitions.length,
        );
  if (!partition) throw new Refusal('No partition of the topic has a leader.');
  return partition;
}
