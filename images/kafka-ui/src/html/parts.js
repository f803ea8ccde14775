import { html } from 'hono/html';

/** @import { HtmlEscapedString } from 'hono/utils/html' */
/** @typedef {HtmlEscapedString | Promise<HtmlEscapedString> | string | number} Html text is escaped where it is put in */

/**
 * @template Row
 * @typedef {object} Column
 * @property {string} head
 * @property {(row: Row) => Html} cell
 * @property {boolean} [isNumber]
 * @property {string} [sort] address of the table in the order of this column
 * @property {boolean} [isSorted]
 */

/**
 * A table that a narrow screen shows as one card a row; the roles are what a style sheet takes away by that.
 * @template Row
 * @param {{ caption: string, columns: readonly Column<Row>[], rows: readonly Row[], empty: Html }} table
 * @returns {Html} the first cell of a row is its head
 */
export function table({ caption, columns, rows, empty }) {
  if (rows.length === 0) return html`<p class="empty">${empty}</p>`;
  const kind = (/** @type {Column<Row>} */ { isNumber }) => (isNumber ? 'number' : '');
  return html`<table role="table">
    <caption class="unseen">
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(
          (column) =>
            html`<th
              role="columnheader"
              scope="col"
              class="${kind(column)}"
              ${column.isSorted ? html` aria-sort="ascending"` : ''}
            >
              ${column.sort ? html`<a href="${column.sort}">${column.head}</a>` : column.head}
            </th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        (row) =>
          html`<tr role="row">
            ${columns.map((column, index) =>
              index === 0
                ? html`<th role="rowheader" scope="row" data-label="${column.head}">${column.cell(row)}</th>`
                : html`<td role="cell" class="${kind(column)}" data-label="${column.head}">
                    <span>${column.cell(row)}</span>
                  </td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/**
 * Figures that are read at a glance.
 * @param {readonly { name: string, value: Html, state?: 'good' | 'bad' | undefined }[]} facts
 */
export function figures(facts) {
  return html`<dl class="figures">
    ${facts.map(
      ({ name, value, state }) =>
        html`<div class="${state ?? ''}">
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** @param {readonly (readonly [string, Html])[]} pairs */
export function facts(pairs) {
  return html`<dl class="facts">
    ${pairs.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/**
 * Says in place that a part of the page is not to be had.
 * @param {string} what
 * @param {string | undefined} reason
 */
export function unreachable(what, reason) {
  return reason === undefined
    ? ''
    : html`<p class="notice bad">
        <strong>${what} can’t be reached.</strong> <span class="reason">${reason}</span>
      </p>`;
}

const GOOD = /^(running|stable|up|in sync|leader)$/i;
const BAD = /^(failed|dead|down|away|unreachable)$/i;

/**
 * A state by its word; the colour only repeats it.
 * @param {string} state
 */
export function badge(state) {
  return html`<span class="badge ${GOOD.test(state) ? 'good' : BAD.test(state) ? 'bad' : ''}"
    >${state.toLowerCase()}</span
  >`;
}

/**
 * @param {string} address
 * @param {Html} text
 */
export const link = (address, text) => html`<a href="${address}">${text}</a>`;

/**
 * A part of an address.
 * @param {TemplateStringsArray} literals
 * @param {readonly (string | number)[]} values
 */
export function path(literals, ...values) {
  return String.raw({ raw: literals }, ...values.map((value) => encodeURIComponent(value)));
}
