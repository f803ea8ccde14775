import { execa } from 'execa';
import type { Admin, ITopicConfig } from 'kafkajs';
import { inTurn, type Benchmark, type Figure } from '../lib/benchmark';
import { PLAIN_SERVERS, PlainBrokers } from '../lib/plain-brokers';
import { administer, BROKERS, containers, ensureUp } from '../lib/platform';

const RECORDS = 100_000;
const RECORD_BYTES = 1_000;
const TOPIC = { topic: 'throughput', numPartitions: 6, replicationFactor: 3 };
const HEAP = '-Xmx256m';

/** Every follower's request waits for all that its leader has, so that each partition makes producing slower. */
async function topicsOfThePlatform(admin: Admin): Promise<ITopicConfig[]> {
  const { topics } = await admin.fetchTopicMetadata();
  return topics
    .filter(({ name }) => ![TOPIC.topic, '__consumer_offsets'].includes(name))
    .map(({ name, partitions }) => ({ ...TOPIC, topic: name, numPartitions: partitions.length }));
}

/** Runs one of Kafka's performance tests against some brokers, and gives what it printed. */
type Tool = (mainClass: string, args: readonly string[]) => Promise<string>;

async function produce(tool: Tool, servers: string, ...settings: string[]): Promise<number> {
  const text = await tool('org.apache.kafka.tools.ProducerPerformance', [
    ...['--topic', TOPIC.topic, '--num-records', String(RECORDS), '--record-size', String(RECORD_BYTES)],
    ...['--throughput', '-1', '--producer-props', `bootstrap.servers=${servers}`, 'acks=all', ...settings],
  ]);
  const rates = [...text.matchAll(/records sent, ([\d.]+) records\/sec/g)].map(([, rate]) => Number(rate));
  return rates.at(-1) ?? NaN;
}

/** Without the time that joining a group takes. */
async function consume(tool: Tool, servers: string): Promise<number> {
  const text = await tool('org.apache.kafka.tools.ConsumerPerformance', [
    ...['--bootstrap-server', servers, '--topic', TOPIC.topic, '--messages', String(RECORDS)],
    ...['--timeout', '60000', '--hide-header'],
  ]);
  return Number(text.trim().split('\n').at(-1)?.split(',').at(-1));
}

export const throughput: Benchmark = {
  name: 'throughput',
  measure: async (rounds, say) => {
    await ensureUp(say);
    const image = (await containers()).find(({ hostname }) => hostname === 'kafka1')?.image ?? '';
    const inContainer: Tool = async (mainClass, args) => {
      const environment = ['--env', `KAFKA_HEAP_OPTS=${HEAP}`];
      const options = [
        'run',
        '--rm',
        '--network',
        'bench',
        ...environment,
        '--env',
        'KAFKA_JVM_PERFORMANCE_OPTS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1',
      ];
      return (await execa('docker', [...options, image, 'kafka-run-class', mainClass, ...args])).stdout;
    };
    const plain: Tool = async (mainClass, args) =>
      (await execa('java', PlainBrokers.command(HEAP, mainClass, ...args))).stdout;
    const sides = [
      { tool: inContainer, servers: BROKERS },
      { tool: plain, servers: PLAIN_SERVERS.join() },
    ];
    const brokers = new PlainBrokers();
    try {
      say('starting the same brokers without containers');
      await brokers.start();
      const others = await administer(topicsOfThePlatform);
      await administer((admin) => admin.createTopics({ topics: [TOPIC] }));
      await administer((admin) => admin.createTopics({ topics: [TOPIC, ...others] }), PLAIN_SERVERS);
      const batching = ['linger.ms=10', 'batch.size=131072', 'compression.type=lz4'];
      const works = [
        (tool: Tool, servers: string) => produce(tool, servers),
        (tool: Tool, servers: string) => produce(tool, servers, ...batching),
        consume,
      ];
      const samples = await inTurn(
        rounds,
        say,
        ...works.flatMap((work) =>
          sides.map(
            ({ tool, servers }) =>
              () =>
                work(tool, servers),
          ),
        ),
      );
      const what = [
        'records of 1 kB produced, acks=all',
        'the same with linger.ms=10, batches of 128 KiB and lz4',
        'records of 1 kB consumed',
      ];
      return what.map((name, index): Figure => ({
        what: name,
        unit: 'a second',
        ours: samples[2 * index] ?? [],
        peer: {
          name: 'the same brokers, with the same topics, as processes without containers',
          samples: samples[2 * index + 1] ?? [],
        },
        goal: { atLeast: 0.95 },
      }));
    } finally {
      await brokers.stop();
      await administer((admin) => admin.deleteTopics({ topics: [TOPIC.topic] })).catch(() => undefined);
    }
  },
};
