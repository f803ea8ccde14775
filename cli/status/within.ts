import { asText } from '../docker/answers';
import { Interruption } from '../engine/run';
import { patiently } from '../patience';
import { CommandError } from '../program';

/** How long one question may take, in milliseconds and before the platform's patience: who asks wants to hear it soon. */
export const LIMIT = 5_000;

/** What was asked, or why that is unknown, in a sentence. */
export type Answer<T> = { readonly value: T } | { readonly why: string };

/**
 * Never fails, and never takes longer than it may; what answers later is not heard.
 * @param whom is asked, as a sentence begins: `The brokers at localhost:9092`
 */
export async function within<T>(
  whom: string,
  question: Promise<T>,
  limit = patiently(LIMIT),
): Promise<Answer<T>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Answer<T>>((resolve) => {
    const why = `${whom} did not answer within ${limit / 1000} s.`;
    timer = setTimeout(() => resolve({ why }), limit);
  });
  try {
    return await Promise.race([question.then((value) => ({ value })), late]);
  } catch (error) {
    return { why: whyNot(whom, error) };
  } finally {
    clearTimeout(timer);
  }
}

/** @throws Interruption, which is no answer */
export function whyNot(whom: string, error: unknown): string {
  if (error instanceof Interruption) throw error;
  if (!(error instanceof CommandError)) return `${whom} could not be asked: ${asText(error)}.`;
  const [first = ''] = error.details.split('\n');
  const text = [error.message, first].filter(Boolean).join(': ');
  return text.endsWith('.') ? text : `${text}.`;
}
