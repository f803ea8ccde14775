/**
 * What an object written in braces has, as it is now; undefined for everything else. A Map and the like have no
 * properties of their own, so that all that is in them would be lost without a word.
 */
export function plain(value: unknown): Record<string, unknown> | undefined {
  try {
    return isPlain(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** By the length of its chain of prototypes, because another realm has an Object of its own. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Such as a Map, a promise or a date: what is in it is nowhere that anybody looks for it. */
export function isHollow(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !isPlain(value) &&
    Object.keys(value).length === 0
  );
}
