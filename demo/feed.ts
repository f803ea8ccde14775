import { setTimeout as sleep } from 'node:timers/promises';
import { RecordProducer, type OutgoingRecord } from '../cli/records/producer';
import { LATEST, RecordReader } from '../cli/records/reader';

/** Who this is, where brokers ask. */
const USER = 'demo';

/** Gets each record that arrives. */
export type Receive = (topic: string, key: string, value: string) => void;

/** A producer for one topic, and a reader of everything that comes into others after its start. */
export class Feed {
  private failure: unknown;
  private isClosed = false;
  private reading: Promise<void> = Promise.resolve();

  private constructor(
    private readonly producer: RecordProducer,
    private readonly reader: RecordReader,
  ) {}

  /** @throws CommandError if no broker answers */
  public static async open(
    brokers: readonly string[],
    to: string,
    from: readonly string[],
    receive: Receive,
  ): Promise<Feed> {
    const producer = await RecordProducer.open(brokers, to, USER);
    const feed = new Feed(producer, await RecordReader.open(brokers, USER));
    const places = await feed.reader.places(from, LATEST);
    feed.reading = feed.read(feed.reader.from(places), receive).catch((error: unknown) => {
      feed.failure = error;
    });
    return feed;
  }

  private async read(all: ReturnType<RecordReader['from']>, receive: Receive): Promise<void> {
    for await (const records of all) {
      for (const { topic, key, value } of records)
        receive(topic, key?.toString() ?? '', value?.toString() ?? '');
      if (this.isClosed) return;
    }
  }

  /** Each exactly once. @throws CommandError if no broker took them */
  public async send(records: readonly OutgoingRecord[]): Promise<void> {
    await this.producer.send(records);
  }

  /** Whether a topic got a record at that time or later, by the broker's clock. */
  public async hasRecordSince(topic: string, timestamp: number): Promise<boolean> {
    const places = await this.reader.places([topic], timestamp);
    return places.some(({ offset }) => offset >= 0n);
  }

  /** Waits until something is so; false if it did not come in time. @throws what ended the reading */
  public async until(condition: () => boolean, milliseconds: number): Promise<boolean> {
    const end = Date.now() + milliseconds;
    while (!condition() && Date.now() < end) {
      if (this.failure !== undefined) throw this.failure as Error;
      await sleep(200);
    }
    return condition();
  }

  public async close(): Promise<void> {
    this.isClosed = true;
    await this.reading;
    await Promise.all([this.producer.close(), this.reader.close()]);
  }
}
