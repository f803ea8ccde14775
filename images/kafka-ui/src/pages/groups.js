import { html } from 'hono/html';
import { count, plural } from '../format.js';
import { badge, figures, link, path, table, unreachable } from '../html/parts.js';
import { groupsOf } from '../kafka/groups.js';
import { part } from '../part.js';

/** @import { Source } from '../settings.js' */
/** @import { Page } from '../html/layout.js' */

/**
 * @param {Source} source
 * @returns {Promise<Page>}
 */
export async function groupsPage({ name, kafka }) {
  const title = 'Consumer groups';
  const { value: metadata, error } = await part(kafka.metadata());
  if (!metadata) return { title, content: unreachable('Kafka', error), isLive: true };
  const answers = await groupsOf(kafka, metadata);
  const groups = answers
    .flatMap(({ groups }) => groups.value ?? [])
    .sort((one, other) => one.id.localeCompare(other.id));
  return {
    title,
    isLive: true,
    content: html`${answers.map(({ broker, groups }) => unreachable(`Broker ${broker.id}, and the groups that it coordinates,`, groups.error))}
    ${table({
      caption: 'Consumer groups',
      rows: groups,
      empty: 'There are none.',
      columns: [
        { head: 'Group', cell: ({ id }) => link(path`/clusters/${name}/groups/${id}`, id || '(no name)') },
        { head: 'State', cell: ({ state }) => badge(state) },
        { head: 'Members', isNumber: true, cell: ({ members }) => count(members.length) },
        {
          head: 'Topics',
          isNumber: true,
          cell: ({ positions }) => count(new Set(positions.map(({ topic }) => topic)).size),
        },
        {
          head: 'Lag',
          isNumber: true,
          cell: ({ lag, positions }) => (positions.some((each) => each.lag !== undefined) ? count(lag) : '–'),
        },
      ],
    })}`,
  };
}

/**
 * @param {Source} source
 * @param {string} id
 * @returns {Promise<Page>}
 */
export async function groupPage({ name, kafka }, id) {
  const { value: metadata, error } = await part(kafka.metadata());
  if (!metadata) return { title: id, content: unreachable('Kafka', error), isLive: true };
  const answers = await groupsOf(kafka, metadata, id);
  const group = answers.flatMap(({ groups }) => groups.value ?? []).at(0);
  const notices = answers.map(({ broker, groups }) => unreachable(`Broker ${broker.id}`, groups.error));
  if (!group)
    return {
      title: id,
      status: 404,
      content: html`${notices}
        <p class="empty">There is no group of this name.</p>`,
    };

  const content = html`${figures([
      { name: 'State', value: group.state },
      { name: 'Lag', value: count(group.lag) },
      { name: 'Members', value: count(group.members.length) },
      { name: 'Coordinator', value: `broker ${group.coordinator}` },
    ])}
    <section aria-labelledby="positions">
      <h2 id="positions">Partitions</h2>
      ${table({
        caption: 'Where the group is in each partition',
        rows: group.positions,
        empty: 'The group has committed nothing and reads nothing.',
        columns: [
          {
            head: 'Partition',
            cell: ({ topic, partition }) =>
              html`${link(path`/clusters/${name}/topics/${topic}`, topic)} ${partition}`,
          },
          {
            head: 'Committed',
            isNumber: true,
            cell: ({ committed }) => (committed === undefined ? '–' : count(committed)),
          },
          { head: 'Next offset', isNumber: true, cell: ({ end }) => (end === undefined ? '–' : count(end)) },
          { head: 'Lag', isNumber: true, cell: ({ lag }) => (lag === undefined ? '–' : count(lag)) },
          { head: 'Read by', cell: ({ member }) => html`<code>${member ?? '–'}</code>` },
        ],
      })}
    </section>
    <section aria-labelledby="members">
      <h2 id="members">Members</h2>
      ${table({
        caption: 'Members',
        rows: group.members,
        empty: 'Nobody reads for this group now.',
        columns: [
          { head: 'Member', cell: ({ id }) => html`<code>${id}</code>` },
          { head: 'Client', cell: ({ clientId }) => clientId },
          { head: 'From', cell: ({ host }) => html`<code>${host}</code>` },
          {
            head: 'Reads',
            cell: ({ partitions }) => (group.protocol === 'consumer' ? plural(partitions, 'partition') : '–'),
          },
        ],
      })}
    </section>`;
  return { title: id, content, isLive: true };
}
