import type { Consumer, Kafka } from 'kafkajs';
import { eventually } from '../../support/eventually';
import type { Poll } from './history';
import { recordOf } from './writer';

/**
 * A consumer group of one member, which notes every poll. KafkaJS starts a consumer that crashed anew, but one that
 * crashes again meanwhile may never join its group; so another consumer takes the place of each that crashed.
 */
export class Reader {
  public static async start(kafka: Kafka, topic: string, groupId: string): Promise<Reader> {
    const retry = { restartOnFailure: () => Promise.resolve(false) };
    const reader = new Reader(() => kafka.consumer({ groupId, retry }), topic);
    try {
      await reader.join();
      return reader;
    } catch (error) {
      await reader.stop();
      throw error;
    }
  }

  public readonly polls: Poll[] = [];
  private consumer?: Consumer;
  private isStopped = false;
  private assignment = 0;
  /** The offset after the last that was read, by partition. */
  private readonly positions = new Map<number, number>();

  private constructor(
    private readonly newConsumer: () => Consumer,
    private readonly topic: string,
  ) {}

  /** Waits until everything before these offsets has been read. */
  public async reaches(ends: ReadonlyMap<number, number>): Promise<void> {
    await eventually(() => {
      for (const [partition, end] of ends) {
        const position = this.positions.get(partition) ?? 0;
        if (position < end)
          return Promise.reject(
            new Error(`Partition ${partition} was read up to ${position} of ${end} only`),
          );
      }
      return Promise.resolve();
    }, 180);
  }

  public async stop(): Promise<void> {
    this.isStopped = true;
    await this.consumer?.disconnect();
  }

  private async join(): Promise<void> {
    await this.consumer?.disconnect();
    if (this.isStopped) return;
    const consumer = (this.consumer = this.newConsumer());
    consumer.on(consumer.events.GROUP_JOIN, () => (this.assignment += 1));
    await consumer.connect();
    // A broker may not have heard of a new topic yet.
    await eventually(() => consumer.subscribe({ topic: this.topic, fromBeginning: true }), 30);
    // Whether it comes back shows in what it reads.
    consumer.on(consumer.events.CRASH, () => void eventually(() => this.join(), 180).catch(() => undefined));
    await consumer.run({
      eachBatch: ({ batch }) => {
        const { partition } = batch;
        const records = batch.messages.map(({ value, offset }) => ({
          ...recordOf(value, partition),
          offset: Number(offset),
        }));
        const last = records.at(-1);
        if (last) {
          this.polls.push({ assignment: this.assignment, partition, records });
          this.positions.set(partition, last.offset + 1);
        }
        return Promise.resolve();
      },
    });
  }
}
