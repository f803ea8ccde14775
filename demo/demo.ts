import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Command, InvalidArgumentError } from 'commander';
import { Feed } from './feed';
import { patiently } from '../cli/patience';
import { CommandError, program } from '../cli/program';
import { outputDirectory } from '../cli/engine/project';
import { openClusters, readStacks } from '../cli/engine/synthesis';
import {
  AHEAD,
  badRecords,
  eventsWithin,
  ExpectedAverages,
  MINUTE,
  windowOf,
  type UserEvent,
} from './user-events';

const SOURCE = 'user_events';
const SINK = 'aggregated_data';
const DEAD_LETTERS = 'user_events_dead_letter';

/** The application may still be starting, and then takes several triggers. Before the platform's patience. */
const PATIENCE = 180_000;

/** Longer than a trigger, so that the averages come one by one. */
const PAUSE = 6_000;

const { minutes, rate } = new Command('npm run demo --')
  .description(
    'Sends minutes of records, and shows the averages as they come out beside those it computed itself.',
  )
  .option('--minutes <n>', 'how many windows of a minute to fill', wholeNumber, 3)
  .option('--rate <n>', 'records in each second of event time', wholeNumber, 10)
  .parse()
  .opts<{ minutes: number; rate: number }>();

program(join(__dirname, '..'), async () => {
  const run = `demo-${Date.now()}`;
  const expected = new ExpectedAverages();
  const averages = new Map<number, number>();
  let deadLetters = 0;
  const feed = await Feed.open(brokers(), SOURCE, [SINK, DEAD_LETTERS], (topic, key, value) => {
    if (topic === DEAD_LETTERS) deadLetters += key === run ? 1 : 0;
    else takeAverage(value, expected, averages);
  });
  const send = (events: readonly UserEvent[]): Promise<void> => feed.send(events.map(toMessage));

  try {
    const first = await untouchedWindow(feed);
    const windows = Array.from({ length: minutes }, (_, index) => first + index * MINUTE);
    console.log(
      `Sending ${rate} records a second for ${minutes} minutes of event time from ${clock(first)} UTC on.\n`,
    );
    console.log('  window (UTC)     average   expected   records');

    let bad = 0;
    let straggling: readonly UserEvent[] = [];
    for (const window of windows) {
      await clockAllows(window + MINUTE);
      const events = eventsWithin(window, rate * 60);
      events.forEach((event) => expected.add(event));
      // The last tenth comes after the next window has begun: out of order, but within the watermark's minute.
      const tenth = Math.ceil(events.length / 10);
      await send([...events.slice(2 * tenth), ...straggling, ...events.slice(tenth, 2 * tenth)]);
      straggling = events.slice(0, tenth);
      const refused = badRecords(Date.now());
      await feed.send(refused.map((value) => ({ key: run, value })));
      bad += refused.length;
      await sleep(PAUSE);
    }
    await send(straggling);

    // Only a later record moves the watermark past the end of the last window.
    const closing = first + (minutes + 1) * MINUTE + 1_000;
    await clockAllows(closing);
    await send([{ name: 'closing', age: 0, timestamp: closing }]);
    const complete = await feed.until(
      () => averages.size === minutes && deadLetters >= bad,
      patiently(PATIENCE),
    );

    const late = windows.flatMap((window) => eventsWithin(window, rate));
    if (complete) {
      console.log(`\n${late.length} late records for these windows now; none may change an average.`);
      await send(late);
      await sleep(2 * PAUSE);
    }
    const right = windows.filter((window) => agree(averages.get(window), expected.of(window)?.average));
    console.log(
      `\n${right.length} of ${minutes} averages agree; ${minutes * rate * 60} records in time, ${complete ? late.length : 0} late, ${bad} bad ones, ${deadLetters} in ${DEAD_LETTERS}.`,
    );
    if (!complete)
      throw new CommandError(
        `Not everything came within ${patiently(PATIENCE) / 1000} s: see \`docker logs kafka-spark-app\`, then run \`npm start\`.`,
      );
    if (right.length < minutes || deadLetters !== bad) process.exitCode = 1;
  } finally {
    await feed.close();
  }
});

function brokers(): readonly string[] {
  try {
    return openClusters(readStacks(outputDirectory())).flat();
  } catch {
    throw new CommandError('The platform was never deployed from here: run `npm start` first.');
  }
}

/**
 * The first window that is not behind the watermark, and that no record of others can be in: an event is ahead of the
 * broker's clock by a minute at most. In the past, if the topic was quiet, so that averages come at once.
 */
async function untouchedWindow(feed: Feed): Promise<number> {
  let window = windowOf(Date.now()) - minutes * MINUTE;
  while (await feed.hasRecordSince(SOURCE, window - MINUTE)) window += MINUTE;
  return window;
}

/** Waits until records of that time are no longer too far in the future. */
async function clockAllows(timestamp: number): Promise<void> {
  const wait = timestamp - AHEAD - Date.now();
  if (wait <= 0) return;
  console.log(
    `  (going on at ${clock(Date.now() + wait)}: an event may be a minute ahead of the clock at most)`,
  );
  await sleep(wait);
}

function takeAverage(value: string, expected: ExpectedAverages, averages: Map<number, number>): void {
  const { window, average_age: average } = JSON.parse(value) as {
    window: { start: string };
    average_age: number;
  };
  const start = Date.parse(window.start);
  const own = expected.of(start);
  if (!own) return;
  averages.set(start, average);
  const figures = [
    average.toFixed(4).padStart(9),
    own.average.toFixed(4).padStart(9),
    String(own.count).padStart(8),
  ];
  const verdict = agree(average, own.average) ? 'agrees' : 'DIFFERS';
  console.log(`  ${clock(start)}–${clock(start + MINUTE)}  ${figures.join('  ')}  ${verdict}`);
}

/** Sums of doubles may differ in their last digits with the order of their parts. */
function agree(one: number | undefined, other: number | undefined): boolean {
  return one !== undefined && other !== undefined && Math.abs(one - other) < 1e-9;
}

function toMessage({ name, age, timestamp }: UserEvent): { key: string; value: string } {
  return { key: name, value: JSON.stringify({ name, age, timestamp: new Date(timestamp).toISOString() }) };
}

function clock(timestamp: number): string {
  return new Date(timestamp).toISOString().slice(11, timestamp % MINUTE === 0 ? 16 : 19);
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text))
    throw new InvalidArgumentError('It must be a whole number from 1 to 9999.');
  return Number(text);
}
