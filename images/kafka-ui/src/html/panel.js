import { html } from 'hono/html';
import { count, plural, valueIn } from '../format.js';
import { part } from '../part.js';
import { called } from '../prometheus.js';
import { COLOURS, lastOf, linesChart } from './lines.js';
import { table } from './parts.js';

/** @import { Html } from './parts.js' */
/** @import { Panel, Prometheus, Span } from '../prometheus.js' */

/** How many series a panel draws; more can't be told apart. */
const SHOWN = 16;
const EMPTY = 'No data';

/**
 * The last value of a panel, among figures.
 * @param {Prometheus} prometheus
 * @param {Panel} panel
 * @returns {Promise<{ name: string, value: Html, state?: 'good' | 'bad' | undefined }>}
 */
export async function panelFigure(prometheus, panel) {
  const { title: name, unit, queries, empty = EMPTY } = panel;
  const { value: answers, error } = await part(
    Promise.all(queries.map(({ expression }) => prometheus.now(expression))),
  );
  if (!answers) return { name, value: html`<span class="reason">${error}</span>` };
  const values = answers.flat().map(({ value }) => value);
  if (values.length === 0) return { name, value: html`<span class="reason">${empty}</span>` };
  return {
    name,
    value: values.map((each) => valueIn(unit, each)).join(' · '),
    state: stateOf(panel, values),
  };
}

/**
 * @param {Panel} panel
 * @param {readonly number[]} values
 */
function stateOf({ most, least }, values) {
  if (most === undefined && least === undefined) return undefined;
  const isBad = values.some((value) => value > (most ?? Infinity) || value < (least ?? -Infinity));
  return isBad ? 'bad' : 'good';
}

/**
 * @param {Prometheus} prometheus
 * @param {Panel} panel
 * @param {Span} span
 * @returns {Promise<Html>}
 */
export async function drawnPanel(prometheus, panel, span) {
  const { title, description } = panel;
  const { value, error } = await part((panel.kind === 'table' ? tableOf : linesOf)(prometheus, panel, span));
  return html`<figure class="panel ${panel.kind === 'table' ? 'wide' : ''}">
    <figcaption>
      <strong>${title}</strong>
      ${description === undefined ? '' : html`<span class="quiet">${description}</span>`}
    </figcaption>
    ${value ?? html`<p class="nothing bad">${error}</p>`}
  </figure>`;
}

/**
 * @param {Prometheus} prometheus
 * @param {Panel} panel
 * @param {Span} span
 */
async function linesOf(prometheus, panel, span) {
  const { title, unit, queries, empty = EMPTY } = panel;
  const answers = await Promise.all(
    queries.map(async ({ expression, legend = title }) =>
      (await prometheus.range(expression, span)).map(({ labels, values }) => ({
        name: called(legend, labels) || title,
        values,
      })),
    ),
  );
  const all = answers
    .flat()
    .sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }));
  if (all.length === 0) return html`<p class="nothing">${empty}</p>`;
  const shown = all.slice(0, SHOWN);
  return html`${linesChart(title, shown, span, panel)}
    <ul class="legend">
      ${shown.map(({ name, values }, index) => html`<li class="colour-${index % COLOURS}"><span>${name}</span> ${lastOf(values, unit)}</li>`)}
      ${all.length > SHOWN ? html`<li>and ${plural(all.length - SHOWN, 'further one')}, of ${count(all.length)}</li>` : ''}
    </ul>`;
}

/**
 * A row for each series, of its labels.
 * @param {Prometheus} prometheus
 * @param {Panel} panel
 */
async function tableOf(prometheus, { title, queries, empty = EMPTY }) {
  const rows = (await Promise.all(queries.map(({ expression }) => prometheus.now(expression)))).flat();
  const names = [...new Set(rows.flatMap(({ labels }) => Object.keys(labels)))].filter(
    (name) => name !== '__name__',
  );
  return table({
    caption: title,
    rows,
    empty,
    columns: names.map((name) => ({ head: name, cell: ({ labels }) => labels[name] ?? '–' })),
  });
}
