import { html } from 'hono/html';
import { clock, count, decimal, timestamp } from '../format.js';
import { chart } from '../html/chart.js';
import { figures, link, path, table, unreachable } from '../html/parts.js';
import { lastRecords } from '../kafka/records.js';
import { part } from '../part.js';
import { windowsOf } from '../windows.js';

/** @import { Source } from '../settings.js' */
/** @import { Page } from '../html/layout.js' */

/** The topic that the streaming application writes to. */
const TOPIC = 'aggregated_data';

/** A window is written again with each of its updates, so there are more records than windows. */
const RECORDS = 500;
const WINDOWS = 60;

/**
 * @param {Source} source
 * @returns {Promise<Page>}
 */
export async function windowsPage({ name, kafka }) {
  const title = 'Windows';
  const { value: metadata, error } = await part(kafka.metadata());
  if (!metadata) return { title, content: unreachable('Kafka', error), isLive: true };
  const topic = metadata.topics.get(TOPIC);
  if (!topic)
    return {
      title,
      content: html`<p class="empty">There is no topic <code>${TOPIC}</code> yet.</p>`,
      isLive: true,
    };

  const read = await part(lastRecords(kafka, metadata, topic, { count: RECORDS }));
  const [first, ...others] = windowsOf(read.value?.records ?? []).slice(-WINDOWS);
  const notices = html`${unreachable('The records', read.error)}${(read.value?.unread ?? []).map((each) => unreachable(`Partition ${each.partition}`, each.error))}`;
  const source = html`<p class="count">
    From the last records of ${link(path`/clusters/${name}/topics/${TOPIC}`, TOPIC)}; times are UTC.
  </p>`;
  if (!first)
    return {
      title,
      isLive: true,
      content: html`${source}${notices}
        <p class="empty">No window has been written yet.</p>`,
    };

  const windows = /** @type {const} */ ([first, ...others]);
  const last = windows.at(-1) ?? first;
  const label = last.name.replaceAll('_', ' ');
  return {
    title,
    isLive: true,
    content: html`${source}${notices}
      ${figures([
        { name: `Last ${label}`, value: decimal(last.value) },
        { name: 'Last window began', value: timestamp(last.start) },
        { name: 'Windows', value: count(windows.length) },
      ])}
      <figure>
        <figcaption>${label} by the start of the window</figcaption>
        ${chart([first, ...others])}
      </figure>
      ${table({
        caption: `${label} of each window, newest first`,
        rows: [...windows].reverse(),
        empty: '',
        columns: [
          { head: 'Window', cell: ({ start, end }) => `${timestamp(start)} – ${clock(end)}` },
          { head: label, isNumber: true, cell: ({ value }) => decimal(value) },
        ],
      })}`,
  };
}
