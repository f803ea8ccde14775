import { Kafka, logLevel, type Producer } from 'kafkajs';

/** In a request. */
const RECORDS = 10;
const VALUE = 'x'.repeat(1_000);
/** As often as brokers that come and go take. */
const RETRIES = 20;

/** Writes records of 1 kB, acks=all, one request after the other, until it is ended. */
export class Writer {
  public acknowledged = 0;
  /** Writes that were given up. */
  public failed = 0;
  private longest = 0;
  private isEnded = false;
  private readonly writing: Promise<void>;

  private constructor(
    private readonly producer: Producer,
    private readonly topic: string,
  ) {
    this.writing = this.write();
  }

  public static async start(servers: readonly string[], topic: string): Promise<Writer> {
    const client = new Kafka({ clientId: 'bench', brokers: [...servers], logLevel: logLevel.NOTHING });
    const producer = client.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      retry: { retries: RETRIES, maxRetryTime: 1_000 },
    });
    await producer.connect();
    return new Writer(producer, topic);
  }

  /** Of the writes since it was last asked, in seconds. */
  public takeLongest(): number {
    const longest = this.longest;
    this.longest = 0;
    return longest;
  }

  public async end(): Promise<void> {
    this.isEnded = true;
    await this.writing;
    await this.producer.disconnect();
  }

  /** Each request is for one key, so for one partition: of several, KafkaJS may forget one whose leader moves. */
  private async write(): Promise<void> {
    for (let request = 0; !this.isEnded; request++) {
      const messages = Array<{ key: string; value: string }>(RECORDS).fill({
        key: String(request),
        value: VALUE,
      });
      const begun = performance.now();
      await this.producer.send({ topic: this.topic, acks: -1, messages }).then(
        () => (this.acknowledged += RECORDS),
        () => (this.failed += 1),
      );
      this.longest = Math.max(this.longest, (performance.now() - begun) / 1000);
    }
  }
}
