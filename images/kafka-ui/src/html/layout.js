import { html } from 'hono/html';
import { link, path } from './parts.js';

/** @import { Html } from './parts.js' */

/**
 * @typedef {object} Page
 * @property {string} title
 * @property {Html} content
 * @property {boolean} [isLive] whether it is read again every few seconds
 * @property {404} [status]
 */

/** @type {readonly (readonly [string, string])[]} */
const SECTIONS = [
  ['', 'Overview'],
  ['/topics', 'Topics'],
  ['/groups', 'Consumer groups'],
  ['/connectors', 'Connectors'],
  ['/subjects', 'Schemas'],
  ['/windows', 'Windows'],
  ['/metrics', 'Metrics'],
];

const REFRESH_SECONDS = 5;

/**
 * @param {Page} page
 * @param {{ clusters: readonly string[], cluster?: string | undefined, section?: string | undefined }} place
 */
export function layout({ title, content, isLive }, { clusters, cluster, section }) {
  const base = cluster === undefined ? undefined : path`/clusters/${cluster}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}${cluster === undefined ? '' : ` · ${cluster}`} · Kafka UI</title>
        <link rel="stylesheet" href="/assets/style.css" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <script src="/assets/live.js" type="module"></script>
        ${isLive ? html`<noscript><meta http-equiv="refresh" content="${REFRESH_SECONDS}" /></noscript>` : ''}
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <header>
          <a class="brand" href="/"><img src="/assets/icon.svg" alt="" width="22" height="22" /> Kafka UI</a>
          ${
            clusters.length > 1
              ? html`<nav class="clusters" aria-label="Clusters">
                  <ul>
                    ${clusters.map((name) => html`<li>${current(path`/clusters/${name}`, name, name === cluster)}</li>`)}
                  </ul>
                </nav>`
              : html`<span class="cluster">${cluster ?? ''}</span>`
          }
          <span class="live" data-live-controls hidden></span>
        </header>
        ${
          base === undefined
            ? ''
            : html`<nav class="sections" aria-label="Sections">
                <ul>
                  ${SECTIONS.map(([address, name]) => html`<li>${current(base + address, name, address === section)}</li>`)}
                </ul>
              </nav>`
        }
        <main id="main" tabindex="-1" ${isLive ? html` data-refresh="${REFRESH_SECONDS}"` : ''}>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
}

/**
 * @param {string} address
 * @param {string} name
 * @param {boolean} isCurrent
 */
function current(address, name, isCurrent) {
  return isCurrent ? html`<a href="${address}" aria-current="page">${name}</a>` : link(address, name);
}
