import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import type { Admin, ITopicConfig } from 'kafkajs';
import { scratch } from './empty-program';
import { PLAIN_SERVERS, PlainBrokers } from './plain-brokers';
import { administer, BROKERS, containers, secrets } from './platform';

const RECORDS = 100_000;
const RECORD_BYTES = 1_000;
const HEAP = '-Xmx256m';

export const TOPIC = { topic: 'throughput', numPartitions: 6, replicationFactor: 3 };
/** As a producer has it that is to be quick. */
export const BATCHES = ['linger.ms=10', 'batch.size=131072'];

const FOLDER = scratch('client');
const SETTINGS = join(FOLDER, 'client.properties');

/** Runs a class of Kafka's, and gives what it printed. */
type Run = (mainClass: string, args: readonly string[]) => Promise<string>;

/** Kafka's own performance tests against some brokers, by who administers them. */
export class KafkaTools {
  public constructor(
    private readonly run: Run,
    private readonly servers: string,
  ) {}

  /** @returns records a second */
  public async produce(...settings: string[]): Promise<number> {
    const text = await this.run('org.apache.kafka.tools.ProducerPerformance', [
      ...['--topic', TOPIC.topic, '--num-records', String(RECORDS), '--record-size', String(RECORD_BYTES)],
      ...['--throughput', '-1', '--producer.config', SETTINGS],
      ...['--producer-props', `bootstrap.servers=${this.servers}`, 'acks=all', ...settings],
    ]);
    const rates = [...text.matchAll(/records sent, ([\d.]+) records\/sec/g)].map(([, rate]) => Number(rate));
    return rates.at(-1) ?? NaN;
  }

  /** @returns records a second, without the time that joining a group takes */
  public async consume(): Promise<number> {
    const text = await this.run('org.apache.kafka.tools.ConsumerPerformance', [
      ...['--bootstrap-server', this.servers, '--topic', TOPIC.topic, '--messages', String(RECORDS)],
      ...['--timeout', '60000', '--hide-header', '--consumer.config', SETTINGS],
    ]);
    return Number(text.trim().split('\n').at(-1)?.split(',').at(-1));
  }
}

/** In a container against those of the platform that is up, and as a process against the plain ones; both have the topic then. */
export async function ourToolsAndTheirs(): Promise<readonly [KafkaTools, KafkaTools]> {
  const others = await administer(topicsOfThePlatform);
  // In KRaft the controllers have a topic before every broker does, which the client would take for a failure.
  const create = (topics: ITopicConfig[], servers?: readonly string[]): Promise<boolean> =>
    administer((admin) => admin.createTopics({ waitForLeaders: false, topics }), servers);
  await create([TOPIC]);
  await create([TOPIC, ...others], PLAIN_SERVERS);
  await writeFile(SETTINGS, clientSettings().join('\n'));
  const image = (await containers()).find(({ hostname }) => hostname === 'kafka1')?.image ?? '';
  const mounts = [FOLDER, secrets() ?? []].flat().flatMap((each) => ['--volume', `${each}:${each}:ro`]);
  const options = [
    ...['run', '--rm', '--network', 'bench', '--env', `KAFKA_HEAP_OPTS=${HEAP}`],
    ...['--env', 'KAFKA_JVM_PERFORMANCE_OPTS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1'],
    // Others may not read the certificate of whoever deploys.
    ...['--user', '0', ...mounts, image, 'kafka-run-class'],
  ];
  const inContainer: Run = async (mainClass, args) =>
    (await execa('docker', [...options, mainClass, ...args])).stdout;
  const plain: Run = async (mainClass, args) => (await PlainBrokers.run(HEAP, mainClass, args)).stdout;
  return [new KafkaTools(inContainer, BROKERS), new KafkaTools(plain, PLAIN_SERVERS.join())];
}

/** Every follower's request waits for all that its leader has, so that each partition makes producing slower. */
async function topicsOfThePlatform(admin: Admin): Promise<ITopicConfig[]> {
  const { topics } = await admin.fetchTopicMetadata();
  return topics
    .filter(({ name }) => ![TOPIC.topic, '__consumer_offsets'].includes(name))
    .map(({ name, partitions }) => ({ ...TOPIC, topic: name, numPartitions: partitions.length }));
}

function clientSettings(): readonly string[] {
  const folder = secrets();
  if (folder === undefined) return [];
  return [
    'security.protocol=SSL',
    ...['ssl.truststore.type=PEM', `ssl.truststore.location=${join(folder, 'ca.crt')}`],
    ...['ssl.keystore.type=PEM', `ssl.keystore.location=${join(folder, 'admin.pem')}`],
  ];
}
