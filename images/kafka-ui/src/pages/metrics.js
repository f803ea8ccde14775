import { html } from 'hono/html';
import { timestamp } from '../format.js';
import { drawnPanel, panelFigure } from '../html/panel.js';
import { figures, link, path, unreachable } from '../html/parts.js';
import { part } from '../part.js';

/** @import { Page } from '../html/layout.js' */
/** @import { Alert, Prometheus, Span } from '../prometheus.js' */
/** @import { Source } from '../settings.js' */

const TITLE = 'Metrics';

/** How far a page looks back, in seconds. */
export const RANGES = { '15m': 900, '1h': 3_600, '6h': 21_600, '1d': 86_400, '7d': 604_800 };
/** @typedef {keyof typeof RANGES} Range */
const USUAL = '1h';

/** Points of a line: one for each few pixels. */
const POINTS = 90;
/** Prometheus asks every 15 s by default, and knows nothing in between. */
const FINEST = 15;

/**
 * @param {Source} source
 * @param {{ dashboard: string | undefined, range: string | undefined }} asked
 * @param {Date} [now]
 * @returns {Promise<Page>}
 */
export async function metricsPage({ name, prometheus }, asked, now = new Date()) {
  if (!prometheus)
    return {
      title: TITLE,
      content: html`<p class="empty">
        No Prometheus keeps the history of this cluster, or this page was not told of it.
      </p>`,
    };
  const { value: dashboards, error } = await part(prometheus.dashboards());
  if (!dashboards)
    return {
      title: TITLE,
      content: html`${unreachable('Prometheus', error)}
        <p>Asked: <code>${prometheus.address}</code>. This page goes on trying.</p>`,
      isLive: true,
    };
  const dashboard =
    asked.dashboard === undefined ? dashboards[0] : dashboards.find(({ id }) => id === asked.dashboard);
  if (!dashboard)
    return {
      title: TITLE,
      content: html`<p class="empty">There is no such dashboard.</p>`,
      ...(asked.dashboard !== undefined && { status: 404 }),
    };

  const range = rangeOf(asked.range);
  const span = spanOf(range, now);
  /** @type {(id: string, range: Range) => string} */
  const address = (id, of) => path`/clusters/${name}/metrics/${id}` + (of === USUAL ? '' : `?range=${of}`);
  const [alerts, ...rows] = await Promise.all([
    part(prometheus.alerts()),
    ...dashboard.rows.map((row) => drawnRow(prometheus, row, span)),
  ]);
  return {
    title: dashboard.title,
    isLive: true,
    content: html`<nav class="choices" aria-label="Dashboards">
        ${dashboards.map(({ id, title }) => choice(address(id, range), title, id === dashboard.id))}
      </nav>
      <nav class="choices" aria-label="How far back">
        ${Object.keys(RANGES).map((each) => choice(address(dashboard.id, rangeOf(each)), each, each === range))}
        <span class="quiet">times are UTC</span>
      </nav>
      ${alertList(alerts.value ?? [], dashboard.id === 'alerts')}${rows}`,
  };
}

/**
 * @param {string} address
 * @param {string} name
 * @param {boolean} isCurrent
 */
const choice = (address, name, isCurrent) =>
  isCurrent ? html`<a href="${address}" aria-current="true">${name}</a>` : link(address, name);

/** @param {string | undefined} text @returns {Range} */
const rangeOf = (text) =>
  text !== undefined && Object.hasOwn(RANGES, text) ? /** @type {Range} */ (text) : USUAL;

/**
 * Begins and ends at whole steps, so that the next page has the same points and one more.
 * @param {Range} range
 * @param {Date} now
 * @returns {Span}
 */
export function spanOf(range, now) {
  const seconds = RANGES[range];
  const step = Math.max(FINEST, Math.ceil(seconds / POINTS / FINEST) * FINEST);
  const end = Math.floor(now.getTime() / 1000 / step) * step;
  return { start: end - Math.floor(seconds / step) * step, end, step };
}

/**
 * @param {Prometheus} prometheus
 * @param {import('../prometheus.js').Dashboard['rows'][number]} row
 * @param {Span} span
 */
async function drawnRow(prometheus, { title, panels }, span) {
  const now = panels.filter(({ kind }) => kind === 'figure');
  const drawn = panels.filter(({ kind }) => kind !== 'figure');
  const [shown, ...others] = await Promise.all([
    Promise.all(now.map((panel) => panelFigure(prometheus, panel))),
    ...drawn.map((panel) => drawnPanel(prometheus, panel, span)),
  ]);
  return html`<section>
    <h2>${title}</h2>
    ${shown.length > 0 ? figures(shown) : ''}
    ${others.length > 0 ? html`<div class="panels">${others}</div>` : ''}
  </section>`;
}

/**
 * What is wrong, and what to do.
 * @param {readonly Alert[]} alerts
 * @param {boolean} all whether also those that do not fire yet
 */
function alertList(alerts, all) {
  return alerts
    .filter(({ fires }) => fires || all)
    .map(
      ({ name, fires, summary, action, since }) =>
        html`<p class="notice ${fires ? 'bad' : ''}">
          <strong>${name}:</strong> ${summary} ${action}
          <span class="reason">${fires ? 'Fires' : 'Holds'} since ${timestamp(since).slice(0, 19)}.</span>
        </p>`,
    );
}
