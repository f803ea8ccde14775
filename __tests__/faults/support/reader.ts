import type { Consumer, Kafka } from 'kafkajs';
import { eventually } from '../../support/eventually';
import type { Poll } from './history';
import { recordOf } from './writer';

/** A consumer group of one member, which notes every poll. */
export class Reader {
  public static async start(kafka: Kafka, topic: string, groupId: string): Promise<Reader> {
    const reader = new Reader(
      kafka.consumer({
        groupId,
        retry: { restartOnFailure: () => Promise.resolve(true) },
      }),
    );
    try {
      await reader.consumer.connect();
      // A broker may not have heard of a new topic yet.
      await eventually(() => reader.consumer.subscribe({ topic, fromBeginning: true }), 30);
      await reader.run();
      return reader;
    } catch (error) {
      await reader.stop();
      throw error;
    }
  }

  public readonly polls: Poll[] = [];
  private assignment = 0;
  /** The offset after the last that was read, by partition. */
  private readonly positions = new Map<number, number>();

  private constructor(private readonly consumer: Consumer) {}

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
    await this.consumer.disconnect();
  }

  private async run(): Promise<void> {
    this.consumer.on(this.consumer.events.GROUP_JOIN, () => (this.assignment += 1));
    await this.consumer.run({
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
