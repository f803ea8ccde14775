/**
 * How many times as long as usual everything may take, from 1 to 10, as the stacks are told by the same setting. What is
 * no such number they refuse.
 */
export function patience(): number {
  const { PLATFORM_PATIENCE: asked = '' } = process.env;
  return /^([1-9]|10)$/.test(asked) ? Number(asked) : 1;
}

/** @param usual how long it may take on an idle machine */
export function patiently(usual: number): number {
  return usual * patience();
}

/** What may be asked for. */
export const PATIENCE = Array.from({ length: 10 }, (_, index) => String(index + 1));
