const WHOLE = new Intl.NumberFormat('en');
const TENTHS = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** @param {number | bigint} value */
export const count = (value) => WHOLE.format(value);

/** @param {number} value */
export const decimal = (value) => new Intl.NumberFormat('en', { maximumSignificantDigits: 6 }).format(value);

/**
 * @param {number} amount
 * @param {string} one
 * @param {string} [many]
 */
export const plural = (amount, one, many = `${one}s`) => `${count(amount)} ${amount === 1 ? one : many}`;

/** @param {number | bigint} value */
export function bytes(value) {
  let amount = Number(value);
  const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];
  while (amount >= 1024 && units.length > 1) {
    amount /= 1024;
    units.shift();
  }
  return `${TENTHS.format(amount)} ${units[0]}`;
}

/** @type {readonly (readonly [number, string])[]} */
const UNITS = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1_000, 'second'],
];

/**
 * In the largest unit that says it whole.
 * @param {number} milliseconds
 */
export function duration(milliseconds) {
  const [unit, name] = UNITS.find(([each]) => milliseconds > 0 && milliseconds % each === 0) ?? [
    1,
    'millisecond',
  ];
  return plural(milliseconds / unit, name);
}

/**
 * How long a broker keeps records, by age and size.
 * @param {{ ms: string | undefined, bytes: string | undefined }} settings `retention.ms` and `retention.bytes`
 */
export function retention({ ms, bytes: size }) {
  const limits = [
    ...(ms === undefined || ms === '-1' ? [] : [duration(Number(ms))]),
    ...(size === undefined || size === '-1' ? [] : [`${bytes(Number(size))} a partition`]),
  ];
  return limits.join(', ') || 'for ever';
}

/** In UTC, as a log has it. @param {Date} time */
export function timestamp(time) {
  return Number.isNaN(time.getTime())
    ? 'no time'
    : time
        .toISOString()
        .replace('T', ' ')
        .replace(/\.000Z$|Z$/, '');
}

/** @param {Date} time */
export const clock = (time) => time.toISOString().slice(11, 19);
