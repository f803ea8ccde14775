import { setTimeout as sleep } from 'node:timers/promises';
import { typed } from '../command-names';
import { patiently } from '../patience';
import { CommandError, said } from '../program';

export type Progress = (step: string) => void;

/** Without any progress, that is; the whole may take as long as it needs. */
const UNCHANGED_MINUTES = 10;

/** Asks every second, as long as it changes anything. @param cure beside a look at the brokers' logs */
export async function eventually<T>(
  say: Progress,
  ask: () => Promise<{ value: T } | { left: string }>,
  cure = `To replace all brokers together, and be without Kafka meanwhile: ${typed('up', '--allow brokers:at-once')}`,
): Promise<T> {
  let before = '';
  let since = Date.now();
  const minutes = patiently(UNCHANGED_MINUTES);
  while (Date.now() < since + minutes * 60_000) {
    // A cluster that is electing answers with errors.
    const answer = await ask().catch((error: unknown) => ({
      left: said(error),
    }));
    if ('value' in answer) return answer.value;
    if (answer.left !== before) {
      say(`waiting for replicas: ${answer.left}`);
      [before, since] = [answer.left, Date.now()];
    }
    await sleep(1000);
  }
  throw new CommandError(
    `Not every replica is in sync, for ${minutes} minutes without a change: ${before}. No further broker was touched.`,
    `See \`docker logs\` of the brokers named. ${cure}`,
  );
}
