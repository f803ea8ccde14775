import type { Setting } from './setting-tables';
import { formatValue } from './format-value';

/** How a product would refuse a value, as it goes on after the setting's name; undefined if it would not. */
export function valueProblem(setting: Setting, value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
    return `must be given as text, because JavaScript has no such number exactly; got ${value}`;
  if (!['string', 'number', 'boolean'].includes(typeof value))
    return `must be text, a number, or true or false; got ${formatValue(value)}`;
  if (accepts(setting, String(value).trim())) return undefined;
  const got = setting.type === 'PASSWORD' ? '' : `; got ${formatValue(value)}`;
  return `must be ${allowed(setting)}${got}`;
}

/** A number, in the setting's own unit; undefined if it is none, or nobody knows it yet. */
export function amountOf(setting: Setting, value: unknown): number | undefined {
  const text = String(value).trim();
  const amount = setting.type === 'DOUBLE' ? parseFloat(text) : wholeNumber(setting, text);
  return amount === undefined || Number.isNaN(amount) ? undefined : Number(amount);
}

const WHOLE = { INT: 32n, SHORT: 16n, LONG: 64n, TIME: 64n, SIZE: 64n } as const;
const isWhole = (type: Setting['type']): type is keyof typeof WHOLE => type in WHOLE;
/** As the JVM reads them, hexadecimal ones aside. */
const DOUBLE = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?[df]?$/i;
const CLASS = /^[\p{L}_$][\p{L}\d_$]*(\.[\p{L}_$][\p{L}\d_$]*)+$/u;

function accepts(setting: Setting, text: string): boolean {
  const { type } = setting;
  if (type === 'LIST') return isList(setting, text);
  if (setting.values !== undefined)
    return isOneOf(setting, isWhole(type) ? String(wholeNumber(setting, text)) : text);
  if (type === 'BOOLEAN') return /^(true|false)$/i.test(text);
  if (type === 'DOUBLE') return DOUBLE.test(text) && isWithin(setting, parseFloat(text));
  if (type === 'CLASS') return CLASS.test(text);
  if (isWhole(type)) {
    const number = wholeNumber(setting, text);
    return number !== undefined && isWithin(setting, number) && !setting.not?.includes(Number(number));
  }
  return !(setting.filled === true && text === '') && matches(setting, text);
}

const matches = ({ pattern, anyCase }: Setting, text: string): boolean =>
  pattern === undefined || new RegExp(pattern, anyCase === true ? 'i' : '').test(text);

function isList(setting: Setting, text: string): boolean {
  const elements = text === '' ? [] : text.split(/\s*,\s*/);
  if (elements.length > (setting.most ?? Infinity) || (setting.filled === true && text === '')) return false;
  return elements.every((each) =>
    setting.values === undefined ? matches(setting, each) : isOneOf(setting, each),
  );
}

function isOneOf({ values = [], anyCase = false, version = false }: Setting, text: string): boolean {
  if (anyCase) return values.some((each) => each.toUpperCase() === text.toUpperCase());
  const digits = text.startsWith('0.') ? 3 : 2;
  return values.includes(version ? text.split('.').slice(0, digits).join('.') : text);
}

/** In the setting's own unit; undefined if it is none. */
function wholeNumber(setting: Setting, text: string): bigint | undefined {
  const units = setting.type === 'TIME' ? NANOSECONDS : setting.type === 'SIZE' ? BYTES : undefined;
  if (units === undefined) return /^[+-]?\d+$/.test(text) ? BigInt(text.replace('+', '')) : undefined;
  const [, amount, unit = ''] = /^(-?\d+)([a-z]*)$/.exec(text.toLowerCase()) ?? [];
  const own = setting.unit === 'ns' ? 1n : units[setting.unit ?? ''];
  const given = unit === '' ? own : units[unit];
  if (amount === undefined || own === undefined || given === undefined) return undefined;
  return (BigInt(amount) * given) / own;
}

// org.apache.spark.network.util.JavaUtils, 3.5.7
const NANOSECONDS: Readonly<Record<string, bigint>> = {
  us: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  min: 60_000_000_000n,
  h: 3_600_000_000_000n,
  d: 86_400_000_000_000n,
};
const BYTES: Readonly<Record<string, bigint>> = Object.fromEntries(
  ['', 'k', 'm', 'g', 't', 'p'].flatMap((unit, power) => {
    const factor = 1024n ** BigInt(power);
    return unit === '' ? [['b', factor]] : [[unit, factor] as const, [`${unit}b`, factor] as const];
  }),
);

interface Limits {
  readonly least: bigint | number | undefined;
  readonly most: bigint | number | undefined;
}

/** Of the setting, else of its type. */
function limits({ type, min, max, above, below }: Setting): Limits {
  if (!isWhole(type))
    return { least: min === undefined ? above : Number(min), most: max === undefined ? below : Number(max) };
  const end = 1n << (WHOLE[type] - 1n);
  return {
    least: min === undefined ? -end : BigInt(min),
    most: max === undefined ? end - 1n : BigInt(max),
  };
}

function isWithin(setting: Setting, number: bigint | number): boolean {
  const { least, most } = limits(setting);
  if (number === setting.above || number === setting.below) return false;
  return (least === undefined || number >= least) && (most === undefined || number <= most);
}

/** As it ends the sentence `num.io.threads must be …`. */
function allowed(setting: Setting): string {
  const { type, unit, most, filled } = setting;
  const some = most === undefined ? '' : ` of at most ${most}`;
  if (setting.values !== undefined)
    return `${type === 'LIST' ? `a list${some}, each element ` : ''}one of ${oneOf(setting)}`;
  if (setting.allowed !== undefined) return setting.allowed;
  switch (type) {
    case 'BOOLEAN':
      return 'true or false';
    case 'CLASS':
      return 'the full name of a class, with its package';
    case 'LIST':
      return `a list${some}`;
    case 'TIME':
      return `a time such as '500ms' or '120s'${range(setting, unit)}`;
    case 'SIZE':
      return `a size such as '512m' or '4g'${range(setting, unit)}`;
    case 'DOUBLE':
      return `a number${range(setting)}`;
    case 'INT':
    case 'LONG':
    case 'SHORT':
      return `a whole number${range(setting)}`;
    default:
      return filled === true ? 'text that is not empty' : 'text';
  }
}

function oneOf({ values = [], version }: Setting): string {
  return version === true ? `Kafka's versions, such as ${values.slice(-3).join(', ')}` : values.join(', ');
}

/** The ends of a type are said where somebody could mean to reach them. */
function range(setting: Setting, unit = ''): string {
  const { type, min, max, above, below, not = [] } = setting;
  const { least, most } = limits(setting);
  const ends = ['INT', 'LONG', 'SHORT'].includes(type);
  const from = above === undefined && (ends || min !== undefined) ? `${least}${unit}` : undefined;
  const to = below === undefined && (ends || max !== undefined) ? `${most}${unit}` : undefined;
  const both = from !== undefined && to !== undefined && (type !== 'LONG' || max !== undefined);
  const parts = [
    ...(above === undefined ? [] : [`, more than ${above}`]),
    ...(both ? [` from ${from} to ${to}`] : [from && `, ${from} or more`, to && `, at most ${to}`]),
    ...(below === undefined ? [] : [`, less than ${below}`]),
    ...not.map((each) => `, not ${each}`),
  ];
  return parts.filter((part) => part !== undefined).join('');
}
