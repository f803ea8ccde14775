import { html } from 'hono/html';
import { bytes, count, plural } from '../format.js';
import { badge, facts, figures, link, path, table, unreachable } from '../html/parts.js';
import { isOffline, isUnderReplicated, sizesOnDisk } from '../kafka/topics.js';
import { part } from '../part.js';

/** @import { Metadata } from '../kafka/cluster.js' */
/** @import { Html } from '../html/parts.js' */
/** @import { Source } from '../settings.js' */
/** @import { Page } from '../html/layout.js' */

/** How many partitions in trouble are named; the rest is counted. */
const NAMED = 20;

/**
 * @param {Source} source
 * @returns {Promise<Page>}
 */
export async function overviewPage(source) {
  const [kafka, neighbours] = await Promise.all([part(source.kafka.metadata()), services(source)]);
  const content = kafka.value
    ? html`${await cluster(source, kafka.value)}${neighbours}`
    : html`${unreachable('Kafka', kafka.error)}
        <p>Asked: <code>${source.kafka.bootstrapServers.join(', ')}</code>. This page goes on trying.</p>
        ${neighbours}`;
  return { title: 'Overview', content, isLive: true };
}

/**
 * @param {Source} source
 * @param {Metadata} metadata
 */
async function cluster({ name, kafka }, metadata) {
  const [disks, controller] = await Promise.all([
    sizesOnDisk(kafka, metadata.brokers),
    part(kafka.controller(metadata)),
  ]);
  const partitions = [...metadata.topics.values()].flatMap((topic) =>
    topic.partitions.map((each) => ({ topic: topic.name, ...each })),
  );
  const troubled = partitions.filter((each) => isOffline(each) || isUnderReplicated(each));
  const underReplicated = partitions.filter(isUnderReplicated).length;
  const offline = partitions.filter(isOffline).length;

  // A broker that is away is in nobody's list any more, but topics still count on its copies.
  const ids = new Set([
    ...metadata.brokers.map(({ id }) => id),
    ...partitions.flatMap(({ replicas }) => replicas),
  ]);
  const brokers = [...ids]
    .sort((one, other) => one - other)
    .map((id) => {
      const disk = disks.find(({ broker }) => broker.id === id);
      return {
        id,
        address: disk && `${disk.broker.host}:${disk.broker.port}`,
        error: disk?.sizes.error,
        size: disk?.sizes.value && [...disk.sizes.value.values()].reduce((sum, size) => sum + size, 0n),
        leads: partitions.filter(({ leader }) => leader === id).length,
        copies: partitions.filter(({ replicas }) => replicas.includes(id)).length,
        inSync: partitions.filter(({ isr }) => isr.includes(id)).length,
      };
    });

  return html`${figures([
      {
        name: 'Brokers',
        value:
          metadata.brokers.length === ids.size
            ? count(ids.size)
            : `${count(metadata.brokers.length)} of ${count(ids.size)}`,
        state: metadata.brokers.length === ids.size ? 'good' : 'bad',
      },
      {
        name: 'Under-replicated partitions',
        value: count(underReplicated),
        state: underReplicated > 0 ? 'bad' : 'good',
      },
      { name: 'Offline partitions', value: count(offline), state: offline > 0 ? 'bad' : 'good' },
      { name: 'Topics', value: count(metadata.topics.size) },
      { name: 'Partitions', value: count(partitions.length) },
    ])}
    <section aria-labelledby="brokers">
      <h2 id="brokers">Brokers</h2>
      ${table({
        caption: 'Brokers',
        rows: brokers,
        empty: 'There are none.',
        columns: [
          {
            head: 'Broker',
            cell: ({ id }) =>
              html`${id}${id === controller.value ? html` <span class="badge">controller</span>` : ''}`,
          },
          {
            head: 'State',
            cell: ({ address, error }) =>
              address === undefined
                ? badge('away')
                : error === undefined
                  ? badge('up')
                  : html`${badge('unreachable')} <span class="reason">${error}</span>`,
          },
          { head: 'Address', cell: ({ address }) => html`<code>${address ?? '–'}</code>` },
          { head: 'Leads', isNumber: true, cell: ({ leads }) => count(leads) },
          {
            head: 'Copies in sync',
            isNumber: true,
            cell: ({ inSync, copies }) => `${count(inSync)} of ${count(copies)}`,
          },
          { head: 'On disk', isNumber: true, cell: ({ size }) => (size === undefined ? '–' : bytes(size)) },
        ],
      })}
      ${facts([
        ['Cluster', html`<code>${metadata.clusterId}</code>`],
        [
          'Controller',
          controller.error === undefined ? `broker ${controller.value}` : `unknown: ${controller.error}`,
        ],
      ])}
    </section>
    ${
      troubled.length === 0
        ? ''
        : html`<section aria-labelledby="trouble">
            <h2 id="trouble">Partitions that need attention</h2>
            ${table({
              caption: 'Partitions that are offline or lack copies',
              rows: troubled.slice(0, NAMED),
              empty: '',
              columns: [
                {
                  head: 'Partition',
                  cell: ({ topic, partition }) =>
                    html`${link(path`/clusters/${name}/topics/${topic}`, topic)} ${partition}`,
                },
                {
                  head: 'State',
                  cell: (each) =>
                    isOffline(each) ? badge('down') : html`<span class="badge bad">under-replicated</span>`,
                },
                { head: 'Leader', isNumber: true, cell: ({ leader }) => (leader < 0 ? 'none' : leader) },
                { head: 'In sync', isNumber: true, cell: ({ isr }) => isr.join(', ') || 'none' },
                {
                  head: 'Missing',
                  isNumber: true,
                  cell: ({ replicas, isr }) =>
                    replicas.filter((id) => !isr.includes(id)).join(', ') || 'none',
                },
              ],
            })}
            ${troubled.length > NAMED ? html`<p>And ${count(troubled.length - NAMED)} more.</p>` : ''}
          </section>`
    }`;
}

/**
 * What stands beside the brokers, each asked by itself.
 * @param {Source} source
 * @returns {Promise<Html>}
 */
async function services({ name, registry, connects }) {
  const asked = await Promise.all(
    [
      ...(registry
        ? [
            {
              title: 'Schema Registry',
              address: registry.url,
              page: path`/clusters/${name}/subjects`,
              answer: registry.subjects().then(({ length }) => plural(length, 'subject')),
            },
          ]
        : []),
      ...connects.map((connect) => ({
        title: `Connect ${connect.name}`,
        address: connect.address,
        page: path`/clusters/${name}/connectors`,
        answer: connect.connectors().then((connectors) => {
          const failed = connectors
            .flatMap(({ state, tasks }) => [state, ...tasks])
            .filter(({ state }) => state === 'FAILED').length;
          return `${plural(connectors.length, 'connector')}${failed > 0 ? `, ${count(failed)} failed` : ''}`;
        }),
      })),
    ].map(async ({ answer, ...service }) => ({ ...service, ...(await part(answer)) })),
  );
  if (asked.length === 0) return '';
  return html`<section aria-labelledby="services">
    <h2 id="services">Services</h2>
    ${table({
      caption: 'Services beside the brokers',
      rows: asked,
      empty: '',
      columns: [
        { head: 'Service', cell: ({ title, page }) => link(page, title) },
        {
          head: 'State',
          cell: ({ error }) =>
            error === undefined
              ? badge('up')
              : html`${badge('unreachable')} <span class="reason">${error}</span>`,
        },
        { head: 'Address', cell: ({ address }) => html`<code>${address}</code>` },
        { head: 'Has', cell: ({ value }) => value ?? '–' },
      ],
    })}
  </section>`;
}
