import { html } from 'hono/html';
import { link, path, table } from '../html/parts.js';
import { part } from '../part.js';
import { count } from '../format.js';
import { isOffline, isUnderReplicated } from '../kafka/topics.js';

/** @import { Source } from '../settings.js' */
/** @import { Page } from '../html/layout.js' */

/**
 * @param {readonly Source[]} clusters
 * @returns {Promise<Page>}
 */
export async function clustersPage(clusters) {
  const rows = await Promise.all(
    clusters.map(async ({ name, kafka }) => {
      const { value: metadata, error } = await part(kafka.metadata());
      return {
        name,
        error,
        metadata,
        partitions: [...(metadata?.topics.values() ?? [])].flatMap(({ partitions }) => partitions),
      };
    }),
  );
  return {
    title: 'Clusters',
    isLive: true,
    content: table({
      caption: 'Clusters',
      rows,
      empty: 'There are none.',
      columns: [
        { head: 'Cluster', cell: ({ name }) => link(path`/clusters/${name}`, name) },
        {
          head: 'Brokers',
          isNumber: true,
          cell: ({ metadata }) => (metadata ? count(metadata.brokers.length) : '–'),
        },
        {
          head: 'Topics',
          isNumber: true,
          cell: ({ metadata }) => (metadata ? count(metadata.topics.size) : '–'),
        },
        {
          head: 'Under-replicated',
          isNumber: true,
          cell: ({ metadata, partitions }) =>
            metadata ? count(partitions.filter(isUnderReplicated).length) : '–',
        },
        {
          head: 'Offline',
          isNumber: true,
          cell: ({ metadata, partitions }) => (metadata ? count(partitions.filter(isOffline).length) : '–'),
        },
        {
          head: 'State',
          cell: ({ error }) =>
            error === undefined
              ? html`<span class="badge good">reachable</span>`
              : html`<span class="badge bad">unreachable</span> ${error}`,
        },
      ],
    }),
  };
}
