import { html } from 'hono/html';
import { bytes, count, plural, retention } from '../format.js';
import { link, path, table, unreachable } from '../html/parts.js';
import { isOffline, isUnderReplicated, settingsOf, sizeOf, sizesOnDisk } from '../kafka/topics.js';
import { part } from '../part.js';

/** @import { Source } from '../settings.js' */
/** @import { Page } from '../html/layout.js' */

const TOPICS_A_PAGE = 50;

/**
 * @typedef {object} Query
 * @property {string} search
 * @property {boolean} internal whether Kafka's own topics are listed too
 * @property {'name' | 'partitions' | 'size'} sort
 * @property {number} page from 1
 */

/**
 * @param {(name: string) => string | undefined} parameter
 * @returns {Query}
 */
export function readQuery(parameter) {
  const sort = parameter('sort');
  const page = Number(parameter('page'));
  return {
    search: (parameter('search') ?? '').trim(),
    internal: parameter('internal') === 'true',
    sort: sort === 'partitions' || sort === 'size' ? sort : 'name',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/**
 * Four requests for the metadata and the brokers' disks, and one for the settings of those topics that are shown.
 * @param {Source} source
 * @param {Query} query
 * @returns {Promise<Page>}
 */
export async function topicsPage({ name, kafka }, query) {
  const title = 'Topics';
  const { value: metadata, error } = await part(kafka.metadata());
  if (!metadata) return { title, content: unreachable('Kafka', error), isLive: true };

  const disks = await sizesOnDisk(kafka, metadata.brokers);
  const found = [...metadata.topics.values()]
    .filter(
      (topic) =>
        (query.internal || !topic.isInternal) &&
        topic.name.toLowerCase().includes(query.search.toLowerCase()),
    )
    .map((topic) => ({ topic, size: sizeOf(topic, disks) }));
  if (query.sort === 'partitions')
    found.sort((one, other) => other.topic.partitions.length - one.topic.partitions.length);
  if (query.sort === 'size') found.sort((one, other) => Number(other.size - one.size));

  const pages = Math.max(1, Math.ceil(found.length / TOPICS_A_PAGE));
  const page = Math.min(query.page, pages);
  const shown = found.slice((page - 1) * TOPICS_A_PAGE, page * TOPICS_A_PAGE);
  const settings = await part(
    settingsOf(
      kafka,
      metadata,
      shown.map(({ topic }) => topic.name),
      ['retention.ms', 'retention.bytes', 'cleanup.policy'],
    ),
  );
  const setting = (/** @type {string} */ topic, /** @type {string} */ key) =>
    settings.value?.get(topic)?.find((each) => each.name === key)?.value;
  const address = (/** @type {Partial<Query>} */ change) => {
    const { search, internal, sort, page } = { ...query, page: 1, ...change };
    const parameters = {
      search,
      internal: internal ? 'true' : '',
      sort: sort === 'name' ? '' : sort,
      page: page === 1 ? '' : String(page),
    };
    const given = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== ''));
    return `${path`/clusters/${name}/topics`}${given.size > 0 ? `?${given}` : ''}`;
  };

  const content = html` <form class="search" role="search" method="get">
      <label for="search">Name contains</label>
      <input
        id="search"
        name="search"
        type="search"
        value="${query.search}"
        autocapitalize="none"
        spellcheck="false"
      />
      ${query.sort === 'name' ? '' : html`<input type="hidden" name="sort" value="${query.sort}" />`}
      <label class="choice"
        ><input type="checkbox" name="internal" value="true" ${query.internal ? html` checked` : ''} />
        Kafka’s own too</label
      >
      <button>Search</button>
    </form>
    <p class="count" role="status">
      ${plural(found.length, 'topic')}${query.search === '' ? '' : html` with “${query.search}”`}${pages > 1 ? `, page ${page} of ${pages}` : ''}
    </p>
    ${disks.map(({ broker, sizes }) => unreachable(`The disk of broker ${broker.id}`, sizes.error))}
    ${unreachable('The topics’ settings', settings.error)}
    ${table({
      caption: 'Topics',
      rows: shown,
      empty: query.search === '' ? 'There are none yet.' : 'No topic has that in its name.',
      columns: [
        {
          head: 'Topic',
          sort: address({ sort: 'name' }),
          isSorted: query.sort === 'name',
          cell: ({ topic }) => link(path`/clusters/${name}/topics/${topic.name}`, topic.name),
        },
        {
          head: 'Partitions',
          isNumber: true,
          sort: address({ sort: 'partitions' }),
          cell: ({ topic }) => html`${count(topic.partitions.length)}${trouble(topic.partitions)}`,
        },
        {
          head: 'Replication',
          isNumber: true,
          cell: ({ topic }) => count(Math.max(0, ...topic.partitions.map(({ replicas }) => replicas.length))),
        },
        {
          head: 'Keeps records',
          cell: ({ topic }) =>
            setting(topic.name, 'cleanup.policy') === 'compact'
              ? 'last of each key'
              : settings.value
                ? retention({
                    ms: setting(topic.name, 'retention.ms'),
                    bytes: setting(topic.name, 'retention.bytes'),
                  })
                : '–',
        },
        {
          head: 'Clean-up',
          cell: ({ topic }) => (setting(topic.name, 'cleanup.policy') ?? '–').replace(',', ', '),
        },
        {
          head: 'On disk, all copies',
          isNumber: true,
          sort: address({ sort: 'size' }),
          cell: ({ size }) => bytes(size),
        },
      ],
    })}
    ${
      pages === 1
        ? ''
        : html`<nav class="pages" aria-label="Pages of topics">
            ${page > 1 ? html`<a rel="prev" href="${address({ page: page - 1 })}">Previous</a>` : html`<span>Previous</span>`}
            <span>${page} of ${pages}</span>
            ${page < pages ? html`<a rel="next" href="${address({ page: page + 1 })}">Next</a>` : html`<span>Next</span>`}
          </nav>`
    }`;
  return { title, content };
}

/** @param {readonly import('../kafka/cluster.js').Partition[]} partitions */
function trouble(partitions) {
  const offline = partitions.filter(isOffline).length;
  const lacking = partitions.filter(isUnderReplicated).length;
  if (offline > 0) return html` <span class="badge bad">${offline} offline</span>`;
  return lacking > 0 ? html` <span class="badge bad">${lacking} under-replicated</span>` : '';
}
