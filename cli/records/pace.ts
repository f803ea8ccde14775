import { setTimeout as sleep } from 'node:timers/promises';

/** How often something is sent at most, in milliseconds: more records then go together. */
const TICK = 100;

export interface Pace {
  /** Records a second. */
  readonly rate: number;
  /** How many in all. @default - without an end */
  readonly count?: number;
}

/**
 * How many records are due, whenever some are. Who falls behind by more than a second, because brokers or the machine are
 * slower, goes on from there: a rate is no debt.
 */
export async function* due(
  { rate, count = Infinity }: Pace,
  signal: AbortSignal,
  now: () => number = Date.now,
  wait: (milliseconds: number) => Promise<unknown> = (milliseconds) =>
    sleep(milliseconds, undefined, { signal }).catch(() => undefined),
): AsyncGenerator<number, void> {
  let start = now();
  let since = 0;
  for (let sent = 0; sent < count && !signal.aborted;) {
    const most = Math.max(1, Math.ceil(rate));
    const lacking = Math.floor(((now() - start) * rate) / 1000) + 1 - since;
    if (lacking > most) [start, since] = [now(), 1 - most];
    const some = Math.min(lacking, most, count - sent);
    if (some > 0) {
      yield some;
      [sent, since] = [sent + some, since + some];
    }
    const next = start + (since * 1000) / rate;
    if (sent < count) await wait(Math.max(TICK, next - now()));
  }
}
