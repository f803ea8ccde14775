import { setTimeout as sleep } from 'node:timers/promises';
import { Kafka, logLevel, Partitioners, type Admin, type Consumer, type Producer } from 'kafkajs';
import { tlsFor, type ClientTls } from '../cli/engine/client-certificates';
import { CommandError, said } from '../cli/program';

/** Of a producer whose brokers are busy, or come back. */
const RETRIES = 10;

/** Who this is, where brokers ask; its consumer groups begin so. */
const USER = 'demo';

interface Message {
  readonly key: string;
  readonly value: string;
}

/** A producer, and a consumer of everything that comes after its start. */
export class Feed {
  private constructor(
    private readonly admin: Admin,
    private readonly producer: Producer,
    private readonly consumer: Consumer,
    private readonly groupId: string,
  ) {}

  /**
   * @param receive called with each record that arrives in one of the topics from now on
   * @throws CommandError if no broker answers
   */
  public static async open(
    brokers: readonly string[],
    topics: readonly string[],
    receive: (topic: string, key: string, value: string) => void,
  ): Promise<Feed> {
    const groupId = `${USER}-${Date.now()}`;
    const kafka = new Kafka({
      clientId: groupId,
      brokers: [...brokers],
      ssl: certificate(brokers),
      logLevel: logLevel.NOTHING,
      retry: { retries: 5 },
    });
    // What is sent again because its answer was late must not count twice, or an average that is right looks wrong.
    const once = { idempotent: true, maxInFlightRequests: 1, retry: { retries: RETRIES } };
    const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner, ...once });
    const feed = new Feed(kafka.admin(), producer, kafka.consumer({ groupId }), groupId);
    try {
      await Promise.all([feed.admin.connect(), feed.producer.connect(), feed.consumer.connect()]);
    } catch (error) {
      throw new CommandError(
        `No broker answers at ${brokers.join(', ')} (${(error as Error).message}): run \`npm start\` first.`,
      );
    }
    await feed.listen(topics, receive);
    return feed;
  }

  private async listen(
    topics: readonly string[],
    receive: (topic: string, key: string, value: string) => void,
  ): Promise<void> {
    await this.consumer.subscribe({ topics: [...topics] });
    const ends = await Promise.all(
      topics.map(async (topic) => ({ topic, offsets: await this.admin.fetchTopicOffsets(topic) })),
    );
    const joined = new Promise((resolve) => this.consumer.on(this.consumer.events.GROUP_JOIN, resolve));
    await this.consumer.run({
      eachMessage: ({ topic, message }) => {
        receive(topic, message.key?.toString() ?? '', message.value?.toString() ?? '');
        return Promise.resolve();
      },
    });
    await joined;
    // "Latest" is looked up when the consumer first fetches, and by then a record may have slipped by.
    for (const { topic, offsets } of ends)
      for (const { partition, high } of offsets) this.consumer.seek({ topic, partition, offset: high });
  }

  /** Each exactly once. @throws CommandError if no broker took them */
  public async send(topic: string, messages: readonly Message[]): Promise<void> {
    try {
      for (const ofOneKey of byKey(messages))
        await this.producer.send({ topic, acks: -1, messages: ofOneKey });
    } catch (error) {
      throw new CommandError(
        `The brokers took no record for ${topic} (${(error as Error).message}): run \`npm start\`, which puts right what is not healthy.`,
      );
    }
  }

  /** Whether a topic got a record at that time or later, by the broker's clock. */
  public async hasRecordSince(topic: string, timestamp: number): Promise<boolean> {
    const ends = await this.admin.fetchTopicOffsets(topic);
    const firsts = await this.admin.fetchTopicOffsetsByTimestamp(topic, timestamp);
    return firsts.some(
      ({ partition, offset }) => offset !== ends.find((end) => end.partition === partition)?.high,
    );
  }

  public async close(): Promise<void> {
    await this.consumer.disconnect();
    await this.admin.deleteGroups([this.groupId]).catch(() => undefined);
    await Promise.all([this.producer.disconnect(), this.admin.disconnect()]);
  }
}

function certificate(brokers: readonly string[]): ClientTls | undefined {
  try {
    return tlsFor(brokers, USER);
  } catch (error) {
    throw new CommandError(`${said(error)}: run \`npm start\` first, which makes certificates.`);
  }
}

/**
 * A partition by itself, for KafkaJS does not send again what was for a partition whose leader moves to a broker that has
 * taken its part already, and says that all is sent.
 */
export function byKey(messages: readonly Message[]): Message[][] {
  const keys = new Map<string, Message[]>();
  for (const message of messages) {
    const same = keys.get(message.key);
    if (same) same.push(message);
    else keys.set(message.key, [message]);
  }
  return [...keys.values()];
}

/** Waits until something is so; false if it did not come in time. */
export async function until(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (!condition() && Date.now() < end) await sleep(200);
  return condition();
}
