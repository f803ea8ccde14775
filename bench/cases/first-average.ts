import retry from 'async-retry';
import type { Benchmark } from '../lib/benchmark';
import { composePlatform } from '../lib/compose';
import { clientOf, containers, start, stop, SERVERS } from '../lib/platform';

const MINUTE = 60_000;
const [SOURCE, SINK] = ['user_events', 'aggregated_data'];
/** Each a minute later than the one before: with the third, the first window is closed. */
const RECORDS = 5;

/** Ten times a second, for as long as a start may take. */
const OFTEN = { retries: 6_000, minTimeout: 100, factor: 1 };

/** Sends records as soon as that can be, which is before anything reads them. @returns when the first average came */
async function average(): Promise<number> {
  const client = clientOf(SERVERS, 0);
  const admin = client.admin();
  await retry(async () => {
    await admin.connect();
    await admin.fetchTopicMetadata({ topics: [SOURCE, SINK] });
  }, OFTEN);
  await admin.disconnect();

  const patient = clientOf(SERVERS, 20);
  const producer = patient.producer();
  const consumer = patient.consumer({ groupId: `bench-first-${process.pid}` });
  try {
    await Promise.all([producer.connect(), consumer.connect()]);
    await consumer.subscribe({ topic: SINK, fromBeginning: true });
    const received = new Promise<number>((resolve, reject) => {
      const eachMessage = (): Promise<void> => {
        resolve(performance.now());
        return Promise.resolve();
      };
      consumer.run({ eachMessage }).catch(reject);
    });
    const first = Math.floor(Date.now() / MINUTE) * MINUTE - RECORDS * MINUTE;
    const messages = Array.from({ length: RECORDS }, (_, index) => {
      const timestamp = new Date(first + index * MINUTE).toISOString();
      return { key: 'bench', value: JSON.stringify({ name: 'bench', age: 30, timestamp }) };
    });
    await producer.send({ topic: SOURCE, acks: -1, messages });
    return await received;
  } finally {
    await Promise.all([producer.disconnect(), consumer.disconnect()]);
  }
}

/** Seconds from the start of a platform without data until somebody has an average. */
async function until(up: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  const [received] = await Promise.all([average(), up()]);
  return (received - begun) / 1000;
}

export const firstAverage: Benchmark = {
  name: 'first average',
  measure: async (rounds, say) => {
    say('making what is missing');
    await start();
    await stop();
    const compose = await composePlatform(say, await containers());
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      say(`round ${round} of ${rounds}, ours`);
      ours.push(await until(start));
      await stop();
      say(`round ${round} of ${rounds}, theirs`);
      try {
        theirs.push(await until(compose.up));
      } finally {
        await compose.down();
      }
    }
    return [
      {
        what: 'first record to first average, from `npm start` of a destroyed platform',
        unit: 's',
        ours,
        peer: { name: 'the same from `docker compose up --wait`', samples: theirs },
        goal: { atMost: 1 },
      },
    ];
  },
};
