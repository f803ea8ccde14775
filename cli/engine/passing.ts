import retry from 'async-retry';
import { CommandError } from '../program';

/**
 * What a client of brokers meets while they come and go; and the first of these also where requests are the first on a
 * connection of the provider at once. The last: brokers with ZooKeeper tell nobody of a topic that they delete, and make
 * none of its name until it is gone.
 * @see https://github.com/IBM/sarama/blob/v1.46.1/errors.go
 */
const TRANSIENT_ERRORS = new RegExp(
  [
    'broker not connected',
    'run out of available brokers',
    'controller is not available',
    'not the correct controller',
    'middle of a leadership election',
    'exceeded the user-specified time limit',
    '\\bEOF\\b',
    'i/o timeout',
    'Topic with this name already exists',
    // As our own client says it.
    'No brokers in the broker pool',
    'ECONNREFUSED',
    'Connection (timeout|error)',
  ].join('|'),
);

/** Does it again where it met nothing worse than {@link TRANSIENT_ERRORS}. */
export const retryTransient = <T>(work: (attempt: number) => Promise<T>): Promise<T> =>
  retryWhile(TRANSIENT_ERRORS, work);

/** @param passing what may be otherwise at the next attempt, as the command's own errors tell it */
export async function retryWhile<T>(passing: RegExp, work: (attempt: number) => Promise<T>): Promise<T> {
  const outcome = await retry(
    (_, attempt) =>
      work(attempt).catch((error: unknown) => {
        if (error instanceof CommandError && passing.test(`${error.message}\n${error.details}`)) throw error;
        // To tell the library to give up, and to throw as well, would have it go on behind the caller's back.
        return { error };
      }),
    { retries: 4, minTimeout: 1_000 },
  );
  if (isFailure(outcome)) throw outcome.error;
  return outcome;
}

const isFailure = (outcome: unknown): outcome is { error: unknown } =>
  typeof outcome === 'object' && outcome !== null && 'error' in outcome;
