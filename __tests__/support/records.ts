import { Partitioners, type IHeaders, type Kafka } from 'kafkajs';

export interface Received {
  readonly key?: string;
  readonly value: Buffer;
  readonly partition: number;
  readonly offset: string;
  readonly headers: IHeaders;
}

/** Everything in a topic from its beginning on, as soon as it is enough; throws with what there was if it never is. */
export async function receive(
  kafka: Kafka,
  topic: string,
  isEnough: (records: readonly Received[]) => boolean,
  seconds = 120,
): Promise<readonly Received[]> {
  const consumer = kafka.consumer({ groupId: `${topic}-${Date.now()}` });
  const records: Received[] = [];
  await consumer.connect();
  try {
    await consumer.subscribe({ topic, fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        const last = records.slice(-20).map(({ value }) => value.toString().slice(0, 200));
        reject(
          new Error(`${topic} has only ${records.length} records, the last of them\n${last.join('\n')}`),
        );
      }, seconds * 1000);
      void consumer.run({
        eachMessage: ({ message, partition }) => {
          const { key, value, offset, headers = {} } = message;
          records.push({ key: key?.toString(), value: value ?? Buffer.alloc(0), partition, offset, headers });
          if (isEnough(records)) {
            clearTimeout(timer);
            resolve();
          }
          return Promise.resolve();
        },
      });
    });
    return records;
  } finally {
    await consumer.disconnect();
  }
}

/** Sends with acks=all, in this order, to one partition: as one batch, which no micro-batch tears apart. */
export async function send(
  kafka: Kafka,
  topic: string,
  values: readonly (string | Buffer | null)[],
  key: string,
): Promise<void> {
  // For longer than the session of a broker that was killed, which KafkaJS by itself gives up at the same time as.
  const producer = kafka.producer({
    createPartitioner: Partitioners.DefaultPartitioner,
    retry: { retries: 10 },
  });
  await producer.connect();
  try {
    await producer.send({ topic, acks: -1, messages: values.map((value) => ({ key, value })) });
  } finally {
    await producer.disconnect();
  }
}
