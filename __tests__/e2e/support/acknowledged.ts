import { CompressionTypes, Partitioners, type Kafka, type Producer } from 'kafkajs';

/** Writes one record after the other with acks=all, and remembers which of them the brokers acknowledged. */
export class AcknowledgedRecords {
  public static async begin(kafka: Kafka, topic: string): Promise<AcknowledgedRecords> {
    const producer = kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    return new AcknowledgedRecords(producer, topic);
  }

  public readonly values: string[] = [];
  /** The longest time that a record waited for its acknowledgement, in milliseconds. */
  public longestPause = 0;
  private isOver = false;
  private readonly work: Promise<void>;

  private constructor(
    private readonly producer: Producer,
    private readonly topic: string,
  ) {
    this.work = this.write();
    // Whoever ends it hears of a failure; until then it is nobody's unhandled one.
    this.work.catch(() => undefined);
  }

  /** @throws what a write failed with, retries and all */
  public async end(): Promise<void> {
    this.isOver = true;
    await this.work.finally(() => this.producer.disconnect());
  }

  private async write(): Promise<void> {
    for (let number = 0; !this.isOver; number++) {
      const value = `${this.topic} ${number}`;
      const sent = Date.now();
      const messages = [{ key: String(number % 100), value }];
      await this.producer.send({
        topic: this.topic,
        acks: -1,
        compression: CompressionTypes.None,
        messages,
      });
      this.longestPause = Math.max(this.longestPause, Date.now() - sent);
      this.values.push(value);
    }
  }
}
