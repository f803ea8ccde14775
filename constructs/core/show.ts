import { hasSecret } from './secrets';

/** How a value appears in a message: text in quotes, so that an empty one can be seen, but no secret; the rest by what it is. */
export function show(value: unknown): string {
  if (typeof value === 'string' && hasSecret(value)) return 'text with a secret in it, which is not shown';
  if (typeof value === 'string') return `'${value.length > 100 ? `${value.slice(0, 97)}…` : value}'`;
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  const name = (Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null)?.constructor
    ?.name;
  return name === undefined || name === 'Object' ? 'an object' : `a ${name}`;
}
