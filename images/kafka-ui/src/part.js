/**
 * A part of a page: what was asked for, or why it can't be had. One that is away must not take the others with it.
 * @template T
 * @typedef {{ value: T, error?: undefined } | { value?: undefined, error: string }} Part
 */

/** Longer than a healthy answer takes, shorter than a reader's patience. */
export const PATIENCE_MS = 4_000;

/**
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<Part<T>>}
 */
export async function part(promise) {
  try {
    return { value: await promise };
  } catch (error) {
    return { error: reason(error) };
  }
}

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {number} [milliseconds]
 * @returns {Promise<T>}
 */
export async function inTime(promise, milliseconds = PATIENCE_MS) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds / 1000} s`)), milliseconds);
  });
  try {
    return await Promise.race([promise, /** @type {Promise<never>} */ (late)]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The innermost causes of an error, each once: what a reader can act on.
 * @param {unknown} error
 * @returns {string}
 */
export function reason(error) {
  return [...new Set(causes(error))].join('; ');
}

/**
 * @param {unknown} error
 * @returns {string[]}
 */
function causes(error) {
  if (!(error instanceof Error)) return [String(error)];
  if (error.name === 'TimeoutError') return [`no answer within ${PATIENCE_MS / 1000} s`];
  const inner = [
    ...('errors' in error && Array.isArray(error.errors) ? error.errors : []),
    ...(error.cause === undefined ? [] : [error.cause]),
  ];
  return inner.length > 0 ? inner.flatMap(causes) : [error.message];
}
