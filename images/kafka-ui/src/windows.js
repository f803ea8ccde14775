/** @import { KafkaRecord } from './kafka/records.js' */

/**
 * @typedef {object} Window
 * @property {Date} start
 * @property {Date} end
 * @property {number} value
 * @property {string} name of the value, such as `average_age`
 */

/**
 * What a stream of windows says now: an aggregation updates a window again and again, and its last record counts.
 * @param {readonly KafkaRecord[]} records in any order
 * @returns {readonly Window[]} by start
 */
export function windowsOf(records) {
  /** @type {Map<number, { window: Window, record: KafkaRecord }>} */
  const last = new Map();
  for (const record of records) {
    const window = windowOf(record);
    if (!window) continue;
    const known = last.get(window.start.getTime());
    if (!known || isLater(record, known.record)) last.set(window.start.getTime(), { window, record });
  }
  return [...last.values()]
    .map(({ window }) => window)
    .sort((one, other) => one.start.getTime() - other.start.getTime());
}

/**
 * @param {KafkaRecord} record
 * @returns {Window | undefined} undefined if it is none: `{"window":{"start":…,"end":…},"<name>":<number>}`
 */
function windowOf({ value }) {
  let object;
  try {
    object = JSON.parse(value?.head.toString() ?? '');
  } catch {
    return undefined;
  }
  const [start, end] = [object?.window?.start, object?.window?.end].map((each) => new Date(each));
  const [name, number] = Object.entries(object ?? {}).find(([, each]) => typeof each === 'number') ?? [];
  if (!start || !end || Number.isNaN(start.getTime()) || Number.isNaN(end.getTime())) return undefined;
  return name === undefined ? undefined : { start, end, name, value: /** @type {number} */ (number) };
}

/**
 * @param {KafkaRecord} one
 * @param {KafkaRecord} other
 */
function isLater(one, other) {
  if (one.partition === other.partition) return one.offset > other.offset;
  return one.time > other.time;
}
