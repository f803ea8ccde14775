import { isResolved } from './resolved';
import { hasSecret } from './secrets';

const SECRET_TO_US = 'a value known only to Terraform';
/** How cdktf encodes such values in text, in the names of lists and maps, and in numbers. */
const ENCODED = /[$#&]\{TfToken\[[^\]]*\]\}|-\d\.\d+e\+2[89]\d/g;

/** How a value appears in a message: text in quotes, so that an empty one can be seen, but no secret; the rest by what it is. */
export function formatValue(value: unknown): string {
  try {
    return shown(value);
  } catch {
    return 'an object that cannot be read';
  }
}

/** An amount of a unit. What is not known has no unit, and a cure. */
export function formatAmount(amount: unknown, unit?: string): string {
  if (typeof amount === 'number' && !isResolved(amount))
    return `${formatValue(amount)}, give a number that is known at synth`;
  return unit === undefined ? formatValue(amount) : `${formatValue(amount)} ${unit}s`;
}

/** Text of a message, in which a value known only to Terraform has no place in cdktf's own spelling. */
export function readable(sentence: string): string {
  return sentence.replace(ENCODED, '…');
}

function shown(value: unknown): string {
  if (typeof value === 'string') return shownText(value);
  if (!isResolved(value)) return SECRET_TO_US;
  if (Array.isArray(value)) return `[${value.map(formatValue).join(', ')}]`;
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null) return String(value);
  const name = (Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null)?.constructor
    ?.name;
  return name === undefined || name === '' || name === 'Object' ? 'an object' : `a ${name}`;
}

function shownText(value: string): string {
  if (hasSecret(value)) return 'text with a secret in it, which is not shown';
  const text = readable(value);
  if (text === '…') return SECRET_TO_US;
  return `'${text.length > 100 ? `${text.slice(0, 97)}…` : text}'`;
}
