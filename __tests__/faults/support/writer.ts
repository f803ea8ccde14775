import { setTimeout as sleep } from 'node:timers/promises';
import type { Kafka, Producer } from 'kafkajs';
import type { Placed, Sent } from './history';

/** Records in a request, and the milliseconds between two: some 250 records a second and partition. */
const BATCH = 5;
const PACE = 20;

/** How long the last request may wait for its answer. */
const PATIENCE = 180_000;

/**
 * Writes to one partition without end, with acks=all and idempotent. One request at a time, and each is repeated until
 * it is answered: what a client gives up may be in the log or not, and can't be judged.
 */
export class Writer {
  public static async start(kafka: Kafka, topic: string, partition: number): Promise<Writer> {
    const writer = new Writer(kafka, topic, partition);
    writer.producer = await writer.newProducer();
    writer.lastAnswer = Date.now();
    writer.ended = writer.write();
    return writer;
  }

  public readonly sent: Sent[] = [];
  public readonly acknowledged: Placed[] = [];
  /** What ended a request for good; its records may be in the log or not. */
  public readonly failures: string[] = [];
  /** The longest time between two answers, in milliseconds. */
  public longestPause = 0;
  private lastAnswer = 0;
  private isStopping = false;
  private producer!: Producer;
  private ended!: Promise<void>;

  private constructor(
    private readonly kafka: Kafka,
    private readonly topic: string,
    public readonly partition: number,
  ) {}

  /** Once the last request is answered. @throws if it never is */
  public async stop(): Promise<void> {
    this.isStopping = true;
    const ended = await Promise.race([this.ended.then(() => true), sleep(PATIENCE, false, { ref: false })]);
    await this.producer.disconnect();
    if (!ended)
      throw new Error(`The writer of partition ${this.partition} got no answer in ${PATIENCE / 1000} s`);
  }

  private async write(): Promise<void> {
    while (!this.isStopping) {
      const first = this.sent.length;
      const records = Array.from({ length: BATCH }, (_, index) => ({
        partition: this.partition,
        sequence: first + index,
      }));
      this.sent.push(...records);
      await this.send(records);
      await sleep(PACE);
    }
  }

  private async send(records: readonly Sent[]): Promise<void> {
    const { topic, partition } = this;
    const messages = records.map(({ sequence }) => ({ partition, value: `${partition}:${sequence}` }));
    const baseOffset = await this.untilAnswered(async () => {
      const [answer] = await this.producer.send({ topic, acks: -1, messages });
      return Number(answer?.baseOffset);
    });
    if (baseOffset === undefined) return;
    this.acknowledged.push(...records.map((record, index) => ({ ...record, offset: baseOffset + index })));
    const now = Date.now();
    this.longestPause = Math.max(this.longestPause, now - this.lastAnswer);
    this.lastAnswer = now;
  }

  /** Undefined where the brokers refuse the producer itself, so that asking again makes no sense. */
  private async untilAnswered<T>(request: () => Promise<T>): Promise<T | undefined> {
    for (;;) {
      try {
        return await request();
      } catch (error) {
        if (!isOfProducer(error)) {
          // The client itself gives up when no leader is found in time; the next try has the same sequence numbers.
          await sleep(100);
          continue;
        }
        this.failures.push(String(error));
        await this.producer.disconnect();
        this.producer = await this.newProducer();
        return undefined;
      }
    }
  }

  private async newProducer(): Promise<Producer> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      // The client asks for a new leader when a connection breaks, not when a leader that is frozen keeps it open.
      metadataMaxAge: 2_000,
    });
    await producer.connect();
    return producer;
  }
}

/** Whether an error, or what caused it, says that the producer's sequence is broken. */
function isOfProducer(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { type = '' } = error as { type?: string };
  return /PRODUCER|SEQUENCE/.test(type) || isOfProducer(error.cause);
}

/** The record that a value stands for; one that nobody sent if it is in a partition that it was not sent to. */
export function recordOf(value: Buffer | null, partition: number): Sent {
  const [, own, sequence] = /^(\d+):(\d+)$/.exec(value?.toString() ?? '') ?? [];
  return { partition, sequence: Number(own) === partition ? Number(sequence) : NaN };
}
