import { receive, send } from '../../support/records';
import { averagesOf, lastValues, MINUTE, toJson, windowsIn, type UserEvent } from '../../support/windows';
import { client } from './platform';

/** How long after its start a window is closed by `close`, with time to spare for the watermark. */
const CLOSING = 5 * MINUTE;

/** Events in windows that nobody has used before, and what their averages must be: a plain sum, without Spark. */
export class Events {
  public static async afterAllOthers(): Promise<Events> {
    const last = Math.max(Date.now() - 24 * 60 * MINUTE, ...(await windowsThatCameOut()));
    return new Events(Math.ceil(last / MINUTE) * MINUTE + 2 * CLOSING);
  }

  private readonly sent: UserEvent[] = [];
  private latest: number;

  private constructor(private readonly start: number) {
    this.latest = start;
  }

  /** Sends events of the nth window, spread over its part from one fraction of the minute to another. */
  public async send(window: number, from = 0, to = 1, count = 200): Promise<void> {
    const step = ((to - from) * MINUTE) / count;
    const events = Array.from({ length: count }, (_, index) => ({
      age: (index * 7 + window) % 90,
      timestamp: Math.floor(this.start + (window + from) * MINUTE + index * step),
    }));
    for (let first = 0; first < events.length; first += 50)
      await this.sendBatch(events.slice(first, first + 50));
    this.sent.push(...events);
    this.latest = Math.max(this.latest, this.start + (window + 1) * MINUTE);
  }

  /** Closes every window, and waits until each has come out with its right value at last. */
  public async areAveraged(seconds = 240): Promise<void> {
    await this.sendBatch([{ age: 0, timestamp: this.latest + CLOSING }]);
    const expected = averagesOf(this.sent);
    const found = await windowsIn(client, 'aggregated_data', expected, seconds);
    for (const [start, average] of Object.entries(expected)) expect(found[start]).toBeCloseTo(average, 9);
  }

  private async sendBatch(events: readonly UserEvent[]): Promise<void> {
    // Each batch to a partition of its own, so that none is without records.
    await send(client, 'user_events', events.map(toJson), `faults-${events[0]?.timestamp}`);
  }
}

/** The starts of the windows that have come out. */
async function windowsThatCameOut(): Promise<readonly number[]> {
  const admin = client.admin();
  await admin.connect();
  const offsets = await admin.fetchTopicOffsets('aggregated_data');
  await admin.disconnect();
  const count = offsets.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
  if (count === 0) return [];
  const records = await receive(client, 'aggregated_data', (all) => all.length >= count);
  return Object.keys(lastValues(records)).map((start) => Date.parse(start));
}
