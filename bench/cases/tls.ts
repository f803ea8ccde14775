import { inTurn, type Benchmark, type Figure } from '../lib/benchmark';
import { BATCHES, ourToolsAndTheirs, type KafkaTools } from '../lib/kafka-tools';
import { PlainBrokers } from '../lib/plain-brokers';
import { start, stop, synth } from '../lib/platform';

const WORKS = [
  { what: 'records of 1 kB produced by TLS, acks=all', of: (tools: KafkaTools) => tools.produce() },
  {
    what: 'the same with linger.ms=10 and batches of 128 KiB',
    of: (tools: KafkaTools) => tools.produce(...BATCHES),
  },
  {
    what: 'the same with lz4, too',
    of: (tools: KafkaTools) => tools.produce(...BATCHES, 'compression.type=lz4'),
  },
  { what: 'records of 1 kB consumed by TLS', of: (tools: KafkaTools) => tools.consume() },
];

interface Sample {
  readonly coldStart: number;
  readonly synth: number;
  /** By {@link WORKS}, ours and theirs. */
  readonly rates: readonly (readonly [number, number])[];
}

/** One platform at a time, and the same brokers as processes beside it, with the same settings. */
async function sampleOf(security: 'plain' | 'secured'): Promise<Sample> {
  const brokers = new PlainBrokers();
  try {
    const coldStart = await start({ PLATFORM_METADATA: 'kraft', PLATFORM_SECURITY: security });
    await brokers.start();
    const [ours, theirs] = await ourToolsAndTheirs();
    // Brokers that have just started are slow.
    for (const tools of [ours, theirs]) await tools.produce();
    const rates: [number, number][] = [];
    for (const { of } of WORKS) rates.push([await of(ours), await of(theirs)]);
    return { coldStart, synth: await synth(), rates };
  } finally {
    await brokers.stop();
    await stop();
  }
}

export const tls: Benchmark = {
  name: 'TLS beside plaintext',
  measure: async (rounds, say) => {
    await stop();
    const [plain = [], secured = []] = await inTurn(
      rounds,
      say,
      () => sampleOf('plain'),
      () => sampleOf('secured'),
    );
    const beside = (what: string, unit: string, of: (sample: Sample) => number): Figure => ({
      what,
      unit,
      ours: secured.map(of),
      peer: { name: 'in plaintext', samples: plain.map(of) },
    });
    const ratios = (work: number, side: 0 | 1): number[] => {
      const rateOf = (sample?: Sample): number => sample?.rates[work]?.[side] ?? NaN;
      return secured.map((sample, round) => rateOf(sample) / rateOf(plain[round]));
    };
    return [
      beside('cold start of the secured platform', 's', ({ coldStart }) => coldStart),
      beside('synth of the secured platform', 's', (sample) => sample.synth),
      ...WORKS.flatMap(({ what }, work) => [
        beside(what, 'a second', ({ rates }) => rates[work]?.[0] ?? NaN),
        {
          what: 'its ratio to plaintext',
          unit: '×',
          ours: ratios(work, 0),
          peer: {
            name: 'that of the same brokers as processes without containers',
            samples: ratios(work, 1),
          },
          goal: { atLeast: 0.95 },
        },
      ]),
    ];
  },
};
