import { inTurn, type Benchmark, type Figure } from '../lib/benchmark';
import { BATCHES, ourToolsAndTheirs, TOPIC, type KafkaTools } from '../lib/kafka-tools';
import { PlainBrokers } from '../lib/plain-brokers';
import { administer, ensureUp } from '../lib/platform';

const WORKS = [
  { what: 'records of 1 kB produced, acks=all', of: (tools: KafkaTools) => tools.produce() },
  {
    what: 'the same with linger.ms=10, batches of 128 KiB and lz4',
    of: (tools: KafkaTools) => tools.produce(...BATCHES, 'compression.type=lz4'),
  },
  { what: 'records of 1 kB consumed', of: (tools: KafkaTools) => tools.consume() },
];

export const throughput: Benchmark = {
  name: 'throughput',
  measure: async (rounds, say) => {
    await ensureUp(say);
    const brokers = new PlainBrokers();
    try {
      say('starting the same brokers without containers');
      await brokers.start();
      const sides = await ourToolsAndTheirs();
      const runs = WORKS.flatMap(({ of }) => sides.map((tools) => () => of(tools)));
      const samples = await inTurn(rounds, say, ...runs);
      return WORKS.map(({ what }, index): Figure => ({
        what,
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
