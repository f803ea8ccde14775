/** Of event time, in milliseconds since 1970. */
export const MINUTE = 60_000;

/** How far ahead of the broker's clock the application lets an event be, less a margin for the way there. */
export const AHEAD = MINUTE - 5_000;

export interface UserEvent {
  readonly name: string;
  readonly age: number;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
}

const NAMES = ['Ada', 'Alan', 'Barbara', 'Edsger', 'Grace', 'Leslie', 'Margaret', 'Tony'];

/** Events spread over one window, in no order. */
export function eventsWithin(windowStart: number, count: number): readonly UserEvent[] {
  const step = MINUTE / count;
  const events = Array.from({ length: count }, (_, index) => ({
    name: NAMES[index % NAMES.length] ?? '',
    age: 18 + Math.floor(Math.random() * 60),
    timestamp: Math.floor(windowStart + (index + Math.random()) * step),
  }));
  return shuffled(events);
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

/** Records that the application must refuse, one of each kind. */
export function badRecords(now: number): readonly string[] {
  const timestamp = new Date(now).toISOString();
  return [
    '{"name": "Ada", "age": 3',
    JSON.stringify({ name: 'Ada', timestamp }),
    JSON.stringify({ name: 'Ada', age: 'thirty', timestamp }),
    JSON.stringify({ name: 'Ada', age: 30 }),
    JSON.stringify({ name: 'Ada', age: 30, timestamp: 'yesterday' }),
    JSON.stringify({ name: 'Ada', age: 30, timestamp: new Date(now + 60 * MINUTE).toISOString() }),
  ];
}

/** The start of the window that a time lies in. */
export function windowOf(timestamp: number): number {
  return Math.floor(timestamp / MINUTE) * MINUTE;
}

/** The averages as they should be: a plain sum by window, no Spark. */
export class ExpectedAverages {
  private readonly sums = new Map<number, { sum: number; count: number }>();

  public add({ age, timestamp }: UserEvent): void {
    const window = windowOf(timestamp);
    const { sum, count } = this.sums.get(window) ?? { sum: 0, count: 0 };
    this.sums.set(window, { sum: sum + age, count: count + 1 });
  }

  public of(window: number): { readonly average: number; readonly count: number } | undefined {
    const found = this.sums.get(window);
    return found && { average: found.sum / found.count, count: found.count };
  }
}
