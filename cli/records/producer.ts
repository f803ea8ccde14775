import { Kafka, Partitioners, type ICustomPartitioner, type Producer } from 'kafkajs';
import { forKafkaJs } from '../engine/broker-access';
import { CommandError, said } from '../program';

/** Of a producer whose brokers are busy, or come back. */
const RETRIES = 10;

/** Half of what a broker takes in one batch by default, for what a record has beside key and value. */
const BATCH_BYTES = 512 * 1024;

/** What is to be sent. */
export interface OutgoingRecord {
  /** @default - none: the partitions take turns */
  readonly key?: string | null;
  readonly value: string | Buffer;
}

/** What Kafka's own partitioner must know of a topic. */
type Partitions = Parameters<ReturnType<ICustomPartitioner>>[0]['partitionMetadata'];

/** Sends records to one topic, each exactly once. */
export class RecordProducer {
  private readonly partitionOf = Partitioners.DefaultPartitioner();

  private constructor(
    private readonly producer: Producer,
    private readonly topic: string,
    private readonly partitions: Partitions,
  ) {}

  /**
   * @param user as who it shows itself where that is by a certificate. @default - as Terraform
   * @throws CommandError if no broker answers
   */
  public static async open(
    servers: readonly string[],
    topic: string,
    user?: string,
  ): Promise<RecordProducer> {
    const kafka = new Kafka({
      ...forKafkaJs(servers, user),
      clientId: user ?? 'cdktf-streaming',
      retry: { retries: 5 },
    });
    // What is sent again because its answer was late must not count twice.
    const producer = kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      retry: { retries: RETRIES },
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    const admin = kafka.admin();
    try {
      await Promise.all([producer.connect(), admin.connect()]);
      const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
      return new RecordProducer(producer, topic, topics[0]?.partitions ?? []);
    } catch (error) {
      await producer.disconnect();
      throw new CommandError(`No broker answers at ${servers.join(', ')}: ${said(error)}.`);
    } finally {
      await admin.disconnect();
    }
  }

  /** @throws CommandError if no broker took them */
  public async send(records: readonly OutgoingRecord[]): Promise<void> {
    const placed = records.map((record) => {
      const { topic, partitions: partitionMetadata } = this;
      return { ...record, partition: this.partitionOf({ topic, partitionMetadata, message: record }) };
    });
    try {
      for (const messages of batches(placed))
        await this.producer.send({ topic: this.topic, acks: -1, messages });
    } catch (error) {
      throw new CommandError(`The brokers did not take all records for ${this.topic}: ${said(error)}.`);
    }
  }

  public async close(): Promise<void> {
    await this.producer.disconnect();
  }
}

type Placed = OutgoingRecord & { readonly partition: number };

/**
 * A partition by itself, for KafkaJS does not send again what was for a partition whose leader moves to a broker that has
 * taken its part already, and says that all is sent; and no more of it at once than a broker takes.
 */
export function batches<Each extends Placed>(records: readonly Each[], most = BATCH_BYTES): Each[][] {
  const open = new Map<number, { readonly records: Each[]; size: number }>();
  const all: Each[][] = [];
  for (const record of records) {
    const size = Buffer.byteLength(record.value) + Buffer.byteLength(record.key ?? '');
    const last = open.get(record.partition);
    if (last && last.size + size <= most) {
      last.records.push(record);
      last.size += size;
    } else {
      const next = { records: [record], size };
      open.set(record.partition, next);
      all.push(next.records);
    }
  }
  return all;
}
