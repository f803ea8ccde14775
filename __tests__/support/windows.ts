import type { Kafka } from 'kafkajs';
import { receive, type Received } from './records';

export const MINUTE = 60_000;

export interface UserEvent {
  readonly age: number;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
}

export const toJson = ({ age, timestamp }: UserEvent): string =>
  JSON.stringify({ name: 'Ada', age, timestamp: new Date(timestamp).toISOString() });

/** Averages by start of window, as ISO strings: a plain sum, without Spark. */
export type Averages = Readonly<Record<string, number>>;

export function averagesOf(events: readonly UserEvent[]): Averages {
  const groups = new Map<string, number[]>();
  for (const { age, timestamp } of events) {
    const start = new Date(Math.floor(timestamp / MINUTE) * MINUTE).toISOString();
    groups.set(start, [...(groups.get(start) ?? []), age]);
  }
  return Object.fromEntries(
    [...groups].map(([start, ages]) => [start, ages.reduce((sum, age) => sum + age, 0) / ages.length]),
  );
}

/** A record as the application writes it. */
export function averageOf(start: string, average: number): string {
  const end = new Date(Date.parse(start) + MINUTE).toISOString();
  return JSON.stringify({ window: { start, end }, average_age: average });
}

/** The last value of each window, for the sink writes at least once. */
export function lastValues(records: readonly Received[]): Averages {
  return Object.fromEntries(
    records.map(({ value }) => {
      const { window, average_age } = JSON.parse(value.toString()) as {
        window: { start: string };
        average_age: number;
      };
      return [new Date(window.start).toISOString(), average_age];
    }),
  );
}

/** What a topic says of its windows, once it says all of this; other windows are left out. */
export async function windowsIn(
  kafka: Kafka,
  topic: string,
  expected: Averages,
  seconds?: number,
): Promise<Averages> {
  const relevant = (records: readonly Received[]): Averages =>
    Object.fromEntries(Object.entries(lastValues(records)).filter(([start]) => start in expected));
  const agrees = (records: readonly Received[]): boolean => {
    const found = relevant(records);
    return Object.entries(expected).every(
      ([start, average]) => Math.abs((found[start] ?? NaN) - average) < 1e-9,
    );
  };
  return relevant(await receive(kafka, topic, agrees, seconds));
}
