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

/** @type {(amount: number) => string} */
const short = (amount) =>
  new Intl.NumberFormat('en', {
    notation: Math.abs(amount) < 10_000 ? 'standard' : 'compact',
    maximumSignificantDigits: 3,
  }).format(amount);

/** @type {Readonly<Record<import('./prometheus.js').Unit, (value: number) => string>>} */
const IN = {
  number: short,
  'per second': (value) => `${short(value)}/s`,
  ratio: (value) => `${short(value * 100)} %`,
  bytes,
  'bytes per second': (value) => `${bytes(value)}/s`,
  seconds: (value) => {
    const size = Math.abs(value);
    if (size > 0 && size < 1) return `${short(value * 1000)} ms`;
    const [length = 1, name = 's'] = LENGTHS.find(([each]) => size >= 2 * each) ?? [];
    return `${short(value / length)} ${name}`;
  },
};

/** @type {readonly (readonly [number, string])[]} */
const LENGTHS = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
];

/**
 * As a panel says it, in few digits.
 * @param {import('./prometheus.js').Unit} unit
 * @param {number} value
 */
export const valueIn = (unit, value) => (Number.isFinite(value) ? IN[unit](value) : '–');
