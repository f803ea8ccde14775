import { html } from 'hono/html';

/** @import { Html } from '../html/parts.js' */
/** @import { Page } from '../html/layout.js' */
/** @import { Source } from '../settings.js' */

/**
 * Something that the page of a topic, a group or a connector does, where its cluster is managed.
 * @typedef {Readonly<Record<string, string>>} Fields of an address or of a form
 * @typedef {object} Action
 * @property {string} name the end of its address
 * @property {string} label as a link to its form
 * @property {(source: Source, place: Fields) => Promise<Page>} form which says what will happen
 * @property {(source: Source, place: Fields, given: Fields) => Promise<string>} perform what was done, for the log
 */

/** What a visitor can do something about; nothing was changed. */
export class Refusal extends Error {}

/**
 * A form with a confirmation, which a browser does not send without.
 * @param {Html} fields
 * @param {string} consequence what the visitor confirms
 * @param {string} label of the button
 */
export function confirmed(fields, consequence, label) {
  return html`<form class="action" method="post">
    ${fields}
    <label class="confirm"
      ><input type="checkbox" name="confirmed" value="yes" required /> ${consequence}</label
    >
    <button>${label}</button>
  </form>`;
}

/**
 * @param {string} name
 * @param {string} label
 * @param {readonly (readonly [value: string, text: string])[]} options the first is chosen
 */
export function choice(name, label, options) {
  return html`<label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}
    </select>`;
}
