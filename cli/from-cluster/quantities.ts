import { call, type Code } from './code';

/** By the largest unit that says it whole. */
const DURATIONS = { days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1_000, milliseconds: 1 };
const SIZES = { gibibytes: 1024 ** 3, mebibytes: 1024 ** 2, kibibytes: 1024, bytes: 1 };

export const duration = (milliseconds: number): Code => quantity('Duration', DURATIONS, milliseconds);
export const size = (bytes: number): Code => quantity('Size', SIZES, bytes);

function quantity(name: string, units: Readonly<Record<string, number>>, amount: number): Code {
  const [unit = '', one = 1] = Object.entries(units).find(([, each]) => amount % each === 0) ?? [];
  return call(`${name}.${unit}`, String(amount / one));
}

/** A whole number, 1 or more, that JavaScript can say; undefined for another. */
export function whole(text: string | undefined): number | undefined {
  const value = Number(text);
  return text !== undefined && /^\d+$/.test(text) && value > 0 && Number.isSafeInteger(value)
    ? value
    : undefined;
}
