import { setTimeout as sleep } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';
import { CommandError } from '../../cli/program';
import type { Benchmark } from '../lib/benchmark';
import { ensureUp, SERVERS } from '../lib/platform';

const MINUTE = 60_000;
/** The application's watermark and trigger. */
const WATERMARK = MINUTE;
const TRIGGER = 5;
/** Windows; one in a hundred may be late. */
const WINDOWS = 120;
/** No divisor of the trigger's interval, so that records come at every time between two triggers. */
const PAUSE = 1_300;

export const latency: Benchmark = {
  name: 'latency of windows',
  measure: async (_, say) => {
    await ensureUp(say);
    const client = new Kafka({ clientId: 'bench', brokers: [...SERVERS], logLevel: logLevel.NOTHING });
    const producer = client.producer();
    const consumer = client.consumer({ groupId: `bench-${process.pid}` });
    const closed = new Map<string, number>();
    const seconds: number[] = [];
    await producer.connect();
    await consumer.connect();
    await consumer.subscribe({ topic: 'aggregated_data', fromBeginning: true });
    await consumer.run({
      eachMessage: ({ message }) => {
        const since = closed.get(message.key?.toString() ?? '');
        if (since !== undefined) seconds.push((Date.now() - since) / 1000);
        return Promise.resolve();
      },
    });
    try {
      // Each record is a minute later than the one before, so that each closes one window.
      const first = Math.floor(Date.now() / MINUTE) * MINUTE - (WINDOWS + 10) * MINUTE;
      for (let index = 0; index < WINDOWS; index++) {
        if (index % 10 === 0) say(`window ${index} of ${WINDOWS}`);
        const timestamp = new Date(first + index * MINUTE);
        const start = new Date(timestamp.getTime() - WATERMARK - MINUTE).toISOString();
        const value = JSON.stringify({ name: 'bench', age: 30, timestamp: timestamp.toISOString() });
        await producer.send({ topic: 'user_events', acks: -1, messages: [{ value }] });
        closed.set(start, Date.now());
        await sleep(PAUSE);
      }
      await sleep(4 * TRIGGER * 1000);
    } finally {
      await Promise.all([producer.disconnect(), consumer.disconnect()]);
    }
    if (seconds.length === 0)
      throw new CommandError(
        'No window came out, as when the platform has had records of later than two hours ago: stop it with its data.',
      );
    const sorted = seconds.sort((one, other) => one - other);
    const late = sorted[Math.ceil(sorted.length * 0.99) - 1] ?? NaN;
    return [
      { what: 'from the record that closes a window until it is received', unit: 's', ours: sorted },
      { what: 'the same at p99, beyond one trigger', unit: 's', ours: [late - TRIGGER], goal: { atMost: 2 } },
    ];
  },
};
