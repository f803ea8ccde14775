import { html } from 'hono/html';
import { shown } from '../decode.js';
import { bytes, count, plural, retention, timestamp } from '../format.js';
import { badge, figures, path, table, unreachable } from '../html/parts.js';
import { lastRecords } from '../kafka/records.js';
import {
  EARLIEST,
  isOffline,
  isUnderReplicated,
  LATEST,
  offsetsOf,
  settingsOf,
  sizeOf,
  sizesOnDisk,
} from '../kafka/topics.js';
import { part } from '../part.js';

/** @import { Metadata, Topic } from '../kafka/cluster.js' */
/** @import { Shown } from '../decode.js' */
/** @import { Source } from '../settings.js' */
/** @import { Page } from '../html/layout.js' */

export const COUNTS = [20, 50, 100];

/**
 * @param {Source} source
 * @param {string} topicName
 * @param {{ count: number, partition: number | undefined }} wanted
 * @returns {Promise<Page>}
 */
export async function topicPage(source, topicName, wanted) {
  const { kafka } = source;
  const { value: metadata, error } = await part(kafka.metadata());
  if (!metadata) return { title: topicName, content: unreachable('Kafka', error) };
  const topic = metadata.topics.get(topicName);
  if (!topic)
    return {
      title: topicName,
      status: 404,
      content: html`<p class="empty">There is no topic of this name.</p>`,
    };

  const [state, records] = await Promise.all([
    stateOf(source, metadata, topic),
    recordsOf(source, metadata, topic, wanted),
  ]);
  return { title: topicName, content: html`${state.summary}${records}${state.details}` };
}

/**
 * @param {Source} source
 * @param {Metadata} metadata
 * @param {Topic} topic
 */
async function stateOf({ kafka }, metadata, topic) {
  const places = topic.partitions.map(({ partition }) => ({ topic: topic.name, partition }));
  const [starts, ends, disks, settings] = await Promise.all([
    offsetsOf(kafka, metadata, places, EARLIEST),
    offsetsOf(kafka, metadata, places, LATEST),
    sizesOnDisk(kafka, metadata.brokers),
    part(settingsOf(kafka, metadata, [topic.name])),
  ]);
  const all = settings.value?.get(topic.name) ?? [];
  const setting = (/** @type {string} */ name) => all.find((each) => each.name === name)?.value;
  const partitions = topic.partitions.map((each) => ({
    ...each,
    start: starts.get(`${topic.name}-${each.partition}`),
    end: ends.get(`${topic.name}-${each.partition}`),
  }));
  const offsets = partitions.reduce((sum, { start = 0n, end = 0n }) => sum + end - start, 0n);
  const lacking = partitions.filter((each) => isOffline(each) || isUnderReplicated(each)).length;

  const summary = html`${figures([
    {
      name: 'Partitions',
      value:
        lacking > 0 ? `${count(lacking)} of ${count(partitions.length)} lacking` : count(partitions.length),
      state: lacking > 0 ? 'bad' : undefined,
    },
    { name: 'Copies of each', value: count(Math.max(...partitions.map(({ replicas }) => replicas.length))) },
    { name: 'Records, at most', value: count(offsets) },
    { name: 'On disk, all copies', value: bytes(sizeOf(topic, disks)) },
    {
      name: 'Keeps records',
      value: !settings.value
        ? '–'
        : setting('cleanup.policy') === 'compact'
          ? 'last of each key'
          : retention({ ms: setting('retention.ms'), bytes: setting('retention.bytes') }),
    },
  ])}
  ${disks.map(({ broker, sizes }) => unreachable(`Broker ${broker.id}`, sizes.error))}`;

  const details = html`<section aria-labelledby="partitions">
      <h2 id="partitions">Partitions</h2>
      ${table({
        caption: 'Partitions',
        rows: partitions,
        empty: 'There are none.',
        columns: [
          { head: 'Partition', cell: ({ partition }) => partition },
          {
            head: 'State',
            cell: (each) =>
              isOffline(each)
                ? badge('down')
                : isUnderReplicated(each)
                  ? html`<span class="badge bad">under-replicated</span>`
                  : badge('in sync'),
          },
          { head: 'Leader', isNumber: true, cell: ({ leader }) => (leader < 0 ? 'none' : leader) },
          { head: 'Replicas', isNumber: true, cell: ({ replicas }) => replicas.join(', ') },
          { head: 'In sync', isNumber: true, cell: ({ isr }) => isr.join(', ') || 'none' },
          {
            head: 'First offset',
            isNumber: true,
            cell: ({ start }) => (start === undefined ? '–' : count(start)),
          },
          { head: 'Next offset', isNumber: true, cell: ({ end }) => (end === undefined ? '–' : count(end)) },
        ],
      })}
    </section>
    <section aria-labelledby="settings">
      <h2 id="settings">Settings</h2>
      ${unreachable('The settings', settings.error)}
      ${table({
        caption: 'Settings of the topic itself',
        rows: all.filter(({ isDefault }) => !isDefault),
        empty: 'The topic has none of its own.',
        columns: [
          { head: 'Setting', cell: ({ name }) => html`<code>${name}</code>` },
          { head: 'Value', cell: ({ value }) => html`<code>${value}</code>` },
        ],
      })}
      <details id="defaults">
        <summary>
          ${plural(all.filter(({ isDefault }) => isDefault).length, 'setting')} as the brokers have them
        </summary>
        ${table({
          caption: 'Settings that the topic takes from the brokers',
          rows: all.filter(({ isDefault }) => isDefault),
          empty: '',
          columns: [
            { head: 'Setting', cell: ({ name }) => html`<code>${name}</code>` },
            { head: 'Value', cell: ({ value }) => html`<code>${value}</code>` },
          ],
        })}
      </details>
    </section>`;
  return { summary, details };
}

/**
 * @param {Source} source
 * @param {Metadata} metadata
 * @param {Topic} topic
 * @param {{ count: number, partition: number | undefined }} wanted
 */
async function recordsOf({ name, kafka, registry }, metadata, topic, wanted) {
  const { value, error } = await part(lastRecords(kafka, metadata, topic, wanted));
  const rows = await Promise.all(
    (value?.records ?? []).map(async (record) => ({
      record,
      key: record.key && (await shown(record.key, registry)),
      value: await shown(record.value, registry),
    })),
  );
  return html`<section aria-labelledby="records">
    <h2 id="records">Last records</h2>
    <form class="search" method="get" action="${path`/clusters/${name}/topics/${topic.name}`}#records">
      <label for="count">Records</label>
      <select id="count" name="count">
        ${COUNTS.map((each) => option(String(each), String(each), each === wanted.count))}
      </select>
      <label for="partition">of partition</label>
      <select id="partition" name="partition">
        ${option('', 'any', wanted.partition === undefined)}${topic.partitions.map(({ partition }) => option(String(partition), String(partition), partition === wanted.partition))}
      </select>
      <button>Read again</button>
    </form>
    ${unreachable('The records', error)}
    ${(value?.unread ?? []).map((each) => unreachable(`Partition ${each.partition}`, each.error))}
    ${rows.length === 0 && error === undefined ? html`<p class="empty">There are none.</p>` : ''}
    <ol class="records">
      ${rows.map(
        ({ record, key, value }) =>
          html`<li>
            <header>
              <span><span class="quiet">partition</span> ${record.partition}</span>
              <span><span class="quiet">offset</span> ${String(record.offset)}</span>
              <time datetime="${Number.isNaN(record.time.getTime()) ? '' : record.time.toISOString()}"
                >${timestamp(record.time)}</time
              >
              ${kind(value)}
            </header>
            ${key ? html`<div class="key"><span class="quiet">key</span> <code>${key.text.replace(/\s+/g, ' ')}${key.isCut ? ' …' : ''}</code>${key.note ? html` <span class="quiet">${key.note}</span>` : ''}</div>` : ''}
            ${record.headers.length > 0 ? html`<div class="key"><span class="quiet">headers</span> ${record.headers.map((header) => html`<code>${header.name}: ${header.value}</code> `)}</div>` : ''}
            ${value.kind === 'tombstone' ? '' : html`<pre tabindex="0" aria-label="Value at offset ${String(record.offset)}">${value.text}${value.isCut ? html`<span class="cut">… cut; ${bytes(value.length)} in all</span>` : ''}</pre>`}
          </li>`,
      )}
    </ol>
  </section>`;
}

/** @param {Shown} value */
function kind({ kind, note, length }) {
  if (kind === 'tombstone')
    return html`<span class="badge">tombstone</span> <span class="quiet">deletes its key</span>`;
  return html`<span class="badge">${kind}</span>
    <span class="quiet">${bytes(length)}${note ? `, ${note}` : ''}</span>`;
}

/**
 * @param {string} value
 * @param {string} text
 * @param {boolean} isSelected
 */
export function option(value, text, isSelected) {
  return html`<option value="${value}" ${isSelected ? html` selected` : ''}>${text}</option>`;
}
