/** Largest first. */
const MILLISECONDS = { day: 86_400_000, hour: 3_600_000, minute: 60_000, second: 1_000, millisecond: 1 };
const BYTES = { GiB: 2 ** 30, MiB: 2 ** 20, KiB: 2 ** 10, byte: 1 };

/** In the largest unit that leaves no rest: `12 hours`. */
export function time(milliseconds: number): string {
  const [amount, unit] = inWhole(milliseconds, MILLISECONDS);
  return plural(amount, unit);
}

/** In the largest unit that leaves no rest: `1 MiB`, `1000 bytes`. */
export function size(bytes: number): string {
  const [amount, unit] = inWhole(bytes, BYTES);
  return unit === 'byte' ? plural(amount, unit) : `${amount} ${unit}`;
}

/** The bytes in `10MiB`; undefined where it is no such size, or nothing. */
export function bytesIn(text: string): number | undefined {
  const [, amount, unit] = /^([1-9]\d{0,8}) ?([KMG]iB)$/.exec(text) ?? [];
  return amount === undefined ? undefined : Number(amount) * BYTES[unit as 'KiB' | 'MiB' | 'GiB'];
}

function inWhole(amount: number, units: Readonly<Record<string, number>>): [amount: number, unit: string] {
  const all = Object.entries(units);
  const [unit = '', each = 1] = all.find(([, each]) => amount > 0 && amount % each === 0) ?? all.at(-1) ?? [];
  return [amount / each, unit];
}

const plural = (amount: number, unit: string): string => `${amount} ${unit}${amount === 1 ? '' : 's'}`;
