import { Partitioners, type IHeaders, type Kafka } from 'kafkajs';
import { DeployedPlatform } from '../../support/deployed-platform';

export { docker, ROOT } from '../../support/deployed-platform';

const platform = new DeployedPlatform('e2e', 20_000);
export const HOST_PORTS = [...platform.hostPorts];

export const container = platform.container.bind(platform);
export const run = platform.run.bind(platform);
export const npm = platform.npm.bind(platform);
export const cdktf = platform.cdktf.bind(platform);
export const inContainer = platform.inContainer.bind(platform);
export const kafkaTool = platform.kafkaTool.bind(platform);
export const kafka = (...ports: number[]): Kafka => platform.kafka(ports);

export interface Received {
  readonly key?: string;
  readonly value: Buffer;
  readonly partition: number;
  readonly offset: string;
  readonly headers: IHeaders;
}

/** Everything in a topic from its beginning on, as soon as it is enough; throws with what there was if it never is. */
export async function receive(
  topic: string,
  isEnough: (records: readonly Received[]) => boolean,
  seconds = 120,
): Promise<readonly Received[]> {
  const consumer = kafka(...HOST_PORTS).consumer({ groupId: `e2e-${topic}-${Date.now()}` });
  const records: Received[] = [];
  await consumer.connect();
  try {
    await consumer.subscribe({ topic, fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () =>
          reject(new Error(`${topic} has only ${records.map(({ value }) => value.toString()).join('\n')}`)),
        seconds * 1000,
      );
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
  topic: string,
  values: readonly (string | Buffer | null)[],
  ports = HOST_PORTS,
  key = 'e2e',
): Promise<void> {
  const producer = kafka(...ports).producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  try {
    await producer.send({ topic, acks: -1, messages: values.map((value) => ({ key, value })) });
  } finally {
    await producer.disconnect();
  }
}
