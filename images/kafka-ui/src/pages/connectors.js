import { html } from 'hono/html';
import { badge, facts, link, path, table, unreachable } from '../html/parts.js';
import { part } from '../part.js';

/** @import { Connector } from '../connect.js' */
/** @import { Source } from '../settings.js' */
/** @import { Page } from '../html/layout.js' */

/**
 * @param {Source} source
 * @returns {Promise<Page>}
 */
export async function connectorsPage({ name, connects }) {
  const answers = await Promise.all(
    connects.map(async (connect) => ({ connect, connectors: await part(connect.connectors()) })),
  );
  return {
    title: 'Connectors',
    isLive: true,
    content:
      connects.length === 0
        ? html`<p class="empty">This cluster was given no Connect.</p>`
        : html`${answers.map(
            ({ connect, connectors }) =>
              html`<section>
                <h2>${connect.name}</h2>
                ${unreachable(`Connect at ${connect.address}`, connectors.error)}
                ${
                  connectors.value
                    ? table({
                        caption: `Connectors of ${connect.name}`,
                        rows: connectors.value,
                        empty: 'There are none.',
                        columns: [
                          {
                            head: 'Connector',
                            cell: (each) =>
                              link(
                                path`/clusters/${name}/connectors/${connect.name}/${each.name}`,
                                each.name,
                              ),
                          },
                          { head: 'State', cell: ({ state }) => badge(state.state) },
                          {
                            head: 'Tasks',
                            cell: ({ tasks }) => (tasks.length === 0 ? 'none' : html`${states(tasks)}`),
                          },
                          { head: 'Type', cell: ({ type }) => type },
                          {
                            head: 'Class',
                            cell: ({ config }) =>
                              html`<code>${(config['connector.class'] ?? '').split('.').at(-1)}</code>`,
                          },
                        ],
                      })
                    : ''
                }
              </section>`,
          )}`,
  };
}

/**
 * How many tasks are in each state.
 * @param {Connector['tasks']} tasks
 */
function states(tasks) {
  return [...new Set(tasks.map(({ state }) => state))].map((state) => {
    const { length } = tasks.filter((task) => task.state === state);
    return html`${length} ${badge(state)} `;
  });
}

/**
 * @param {Source} source
 * @param {string} connectName
 * @param {string} connectorName
 * @returns {Promise<Page>}
 */
export async function connectorPage({ connects }, connectName, connectorName) {
  const connect = connects.find(({ name }) => name === connectName);
  const answer = connect && (await part(connect.connectors()));
  if (answer?.error !== undefined)
    return {
      title: connectorName,
      content: unreachable(`Connect ${connectName}`, answer.error),
      isLive: true,
    };
  const connector = answer?.value.find(({ name }) => name === connectorName);
  if (!connector)
    return {
      title: connectorName,
      status: 404,
      content: html`<p class="empty">There is no connector of this name.</p>`,
    };

  const content = html`${facts([
      ['State', badge(connector.state.state)],
      ['Worker', html`<code>${connector.state.worker_id}</code>`],
      ['Type', connector.type],
    ])}
    ${trace(connector.state)}
    <section aria-labelledby="tasks">
      <h2 id="tasks">Tasks</h2>
      ${table({
        caption: 'Tasks',
        rows: connector.tasks,
        empty: 'There are none.',
        columns: [
          { head: 'Task', cell: ({ id }) => id },
          { head: 'State', cell: ({ state }) => badge(state) },
          { head: 'Worker', cell: ({ worker_id }) => html`<code>${worker_id}</code>` },
        ],
      })}
      ${connector.tasks
        .filter((task) => task.trace)
        .map(
          (task) =>
            html`<h3>Why task ${task.id} failed</h3>
              ${trace(task)}`,
        )}
    </section>
    <section aria-labelledby="settings">
      <h2 id="settings">Settings</h2>
      ${table({
        caption: 'Settings',
        rows: Object.entries(connector.config),
        empty: 'There are none.',
        columns: [
          { head: 'Setting', cell: ([name]) => html`<code>${name}</code>` },
          { head: 'Value', cell: ([, value]) => html`<code>${value}</code>` },
        ],
      })}
    </section>`;
  return { title: connectorName, content, isLive: true };
}

/** @param {{ trace?: string | undefined }} state */
function trace({ trace }) {
  return trace
    ? html`<pre class="bad" tabindex="0" aria-label="Stack trace">${trace.slice(0, 10_000)}</pre>`
    : '';
}
