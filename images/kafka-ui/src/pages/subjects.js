import { diffLines } from 'diff';
import { html } from 'hono/html';
import { indented } from '../decode.js';
import { plural } from '../format.js';
import { facts, link, path, table, unreachable } from '../html/parts.js';
import { AnswerError } from '../http.js';
import { part, reason } from '../part.js';
import { option } from './topic.js';

/** @import { Registry, Version } from '../registry.js' */
/** @import { Source } from '../settings.js' */
/** @import { Page } from '../html/layout.js' */

/**
 * @param {Source} source
 * @returns {Promise<Page>}
 */
export async function subjectsPage({ name, registry }) {
  const title = 'Schemas';
  if (!registry)
    return { title, content: html`<p class="empty">This cluster was given no schema registry.</p>` };
  const subjects = await part(registry.subjects());
  return {
    title,
    isLive: true,
    content: subjects.value
      ? html`<p class="count">${plural(subjects.value.length, 'subject')} at <code>${registry.url}</code></p>
          ${table({
            caption: 'Subjects',
            rows: subjects.value,
            empty: 'There are none.',
            columns: [
              {
                head: 'Subject',
                cell: (subject) => link(path`/clusters/${name}/subjects/${subject}`, subject),
              },
            ],
          })}`
      : unreachable(`The registry at ${registry.url}`, subjects.error),
  };
}

/**
 * @param {Source} source
 * @param {string} subject
 * @param {{ from: number | undefined, to: number | undefined }} wanted versions
 * @returns {Promise<Page>}
 */
export async function subjectPage({ registry }, subject, wanted) {
  if (!registry)
    return {
      title: subject,
      status: 404,
      content: html`<p class="empty">This cluster was given no schema registry.</p>`,
    };
  try {
    return { title: subject, content: await versions(registry, subject, wanted) };
  } catch (error) {
    if (error instanceof AnswerError && error.status === 404)
      return { title: subject, status: 404, content: html`<p class="empty">${error.message}</p>` };
    return { title: subject, content: unreachable(`The registry at ${registry.url}`, reason(error)) };
  }
}

/**
 * @param {Registry} registry
 * @param {string} subject
 * @param {{ from: number | undefined, to: number | undefined }} wanted
 */
async function versions(registry, subject, wanted) {
  const [numbers, compatibility] = await Promise.all([
    registry.versions(subject),
    part(registry.compatibility(subject)),
  ]);
  const last = numbers.at(-1);
  if (last === undefined) return html`<p class="empty">There are no versions.</p>`;
  const to = wanted.to ?? last;
  const from = wanted.from ?? numbers[numbers.indexOf(to) - 1] ?? to;
  const [newer, older] = await Promise.all([
    registry.version(subject, to),
    from === to ? undefined : registry.version(subject, from),
  ]);
  const select = (/** @type {string} */ name, /** @type {number} */ chosen) =>
    html`<select id="${name}" name="${name}">
      ${numbers.map((each) => option(String(each), String(each), each === chosen))}
    </select>`;

  return html`${facts([
      ['Type', newer.schemaType],
      ['Versions', numbers.length],
      [
        'Compatibility',
        compatibility.value
          ? `${compatibility.value.level}${compatibility.value.isOwn ? '' : ' (the registry’s)'}`
          : `unknown: ${compatibility.error}`,
      ],
    ])}
    <section aria-labelledby="schema">
      <h2 id="schema">Version ${to} <span class="quiet">id ${newer.id}</span></h2>
      <pre tabindex="0" aria-label="Schema of version ${to}">${pretty(newer)}</pre>
    </section>
    ${
      numbers.length < 2
        ? ''
        : html`<section aria-labelledby="difference">
            <h2 id="difference">Difference</h2>
            <form class="search" method="get">
              <label for="from">From version</label>${select('from', from)}
              <label for="to">to</label>${select('to', to)}
              <button>Compare</button>
            </form>
            ${older ? difference(pretty(older), pretty(newer)) : html`<p class="empty">Choose two versions.</p>`}
          </section>`
    }`;
}

/** @param {Version} version */
function pretty({ schema }) {
  return indented(schema) ?? schema;
}

/**
 * @param {string} older
 * @param {string} newer
 */
export function difference(older, newer) {
  const changes = diffLines(`${older}\n`, `${newer}\n`);
  if (changes.every(({ added, removed }) => !added && !removed))
    return html`<p class="empty">There is none.</p>`;
  const lines = changes.flatMap(({ value, added, removed }) =>
    value
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => ({ line, added, removed })),
  );
  // prettier-ignore
  return html`<pre class="difference" tabindex="0" aria-label="Difference">${lines.map(({ line, added, removed }) =>
    added ? html`<ins>+ ${line}</ins>\n` : removed ? html`<del>- ${line}</del>\n` : html`  ${line}\n`)}</pre>`;
}
