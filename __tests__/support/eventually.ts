import retry from 'async-retry';

/** Asks every second until the check no longer throws; then gives its answer, or at last throws what it threw. */
export function eventually<T>(check: () => Promise<T>, seconds = 90): Promise<T> {
  return retry(check, { retries: seconds, factor: 1, minTimeout: 1000, maxTimeout: 1000 });
}
