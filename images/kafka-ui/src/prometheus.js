import { getJson } from './http.js';

/**
 * As the library has it (constructs/prometheus/dashboards/dashboard.ts), in the words of its enumerations.
 * @typedef {'number' | 'per second' | 'ratio' | 'bytes' | 'bytes per second' | 'seconds'} Unit
 * @typedef {{ expression: string, legend?: string }} Query
 * @typedef {object} Panel
 * @property {string} title
 * @property {'lines' | 'figure' | 'table'} [kind]
 * @property {Unit} unit
 * @property {readonly Query[]} queries
 * @property {string} [description]
 * @property {number} [most]
 * @property {number} [least]
 * @property {string} [empty]
 * @typedef {{ id: string, title: string, rows: readonly { title: string, panels: readonly Panel[] }[] }} Dashboard
 */

/**
 * @typedef {Readonly<Record<string, string>>} Labels
 * @typedef {{ labels: Labels, values: ReadonlyMap<number, number> }} Series by its times, in seconds
 * @typedef {{ start: number, end: number, step: number }} Span in seconds
 * @typedef {object} Alert
 * @property {string} name
 * @property {boolean} fires else it would, if it goes on
 * @property {string} severity
 * @property {Date} since
 * @property {string} summary
 * @property {string} action
 */

/** What keeps the history of a cluster. */
export class Prometheus {
  /** @param {string} address */
  constructor(address) {
    this.address = address;
  }

  /**
   * What there is to draw: it hands that out itself.
   * @returns {Promise<readonly Dashboard[]>}
   */
  dashboards() {
    return getJson(`${this.address}/user/dashboards.json`);
  }

  /**
   * @param {string} expression
   * @param {Span} span
   * @returns {Promise<readonly Series[]>}
   */
  async range(expression, { start, end, step }) {
    const answer = await this.#ask('query_range', { query: expression, start, end, step });
    return answer.result.map((/** @type {{ metric: Labels, values: [number, string][] }} */ each) => ({
      labels: each.metric,
      values: new Map(each.values.map(([time, value]) => [time, Number(value)])),
    }));
  }

  /**
   * The labels of what there is now, each with its value.
   * @param {string} expression
   * @returns {Promise<readonly { labels: Labels, value: number }[]>}
   */
  async now(expression) {
    const answer = await this.#ask('query', { query: expression });
    return answer.result.map((/** @type {{ metric: Labels, value: [number, string] }} */ each) => ({
      labels: each.metric,
      value: Number(each.value[1]),
    }));
  }

  /**
   * Those that fire first, and of these the oldest.
   * @returns {Promise<readonly Alert[]>}
   */
  async alerts() {
    const { alerts } = await this.#ask('alerts', {});
    return alerts
      .map((/** @type {any} */ { labels, annotations, state, activeAt }) => ({
        name: labels.alertname,
        fires: state === 'firing',
        severity: labels.severity ?? '',
        since: new Date(activeAt),
        summary: annotations.summary ?? '',
        action: annotations.action ?? '',
      }))
      .sort(
        (/** @type {Alert} */ one, /** @type {Alert} */ other) =>
          Number(other.fires) - Number(one.fires) || one.since.getTime() - other.since.getTime(),
      );
  }

  /**
   * @param {string} what
   * @param {Readonly<Record<string, string | number>>} parameters
   */
  async #ask(what, parameters) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters)) query.set(name, String(value));
    const { data } = await getJson(`${this.address}/api/v1/${what}?${query}`);
    return data;
  }
}

/**
 * What a series is called: the legend, with the values of its labels.
 * @param {string} legend
 * @param {Labels} labels
 */
export const called = (legend, labels) =>
  legend.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, label) => labels[label] ?? '').trim();
