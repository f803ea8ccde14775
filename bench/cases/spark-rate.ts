import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../lib/root';
import { inTurn, type Benchmark } from '../lib/benchmark';
import { scratch } from '../lib/empty-program';
import { administer, BROKERS, containers, ensureUp } from '../lib/platform';
import { output } from '../lib/run';

const RECORDS = 300_000;
const TOPIC = { topic: 'sustained', numPartitions: 3, replicationFactor: 1 };
/** Of a thousand records. */
const UNUSABLE = 10;

/** Lines from which the producer takes at random: user events of the last minute, and some that are none. */
function events(): string {
  const lines = Array.from({ length: 1_000 }, (_, index) => {
    const timestamp = new Date(Date.now() - index * 50).toISOString();
    const age = index < UNUSABLE ? 'unknown' : 18 + (index % 60);
    return JSON.stringify({ name: `user-${index}`, age, timestamp });
  });
  return lines.join('\n');
}

export const sparkRate: Benchmark = {
  name: 'rate of the Spark application',
  measure: async (rounds, say) => {
    await ensureUp(say);
    const all = await containers();
    const image = (host: string): string => all.find(({ hostname }) => hostname === host)?.image ?? '';
    const run = (...args: string[]): Promise<string> =>
      output(['docker run --rm --network bench', ...args].join(' '));
    say('producing the records');
    const folder = scratch('sustained');
    await writeFile(join(folder, 'events.json'), events());
    await administer((admin) => admin.createTopics({ topics: [TOPIC] }));
    const programs = join(ROOT, 'bench', 'programs');
    const application = join(ROOT, 'apps', 'averages');
    try {
      await run(
        `--volume ${folder}:/events:ro ${image('kafka1')} kafka-producer-perf-test`,
        `--topic ${TOPIC.topic} --num-records ${RECORDS} --payload-file /events/events.json --throughput -1`,
        `--producer-props bootstrap.servers=${BROKERS} linger.ms=10 compression.type=lz4`,
      );
      const rate = (setting: string) => async (): Promise<number> => {
        const printed = await run(
          `--user 185 --cpus 1 ${setting} --volume ${application}:/opt/app:ro`,
          `--volume ${programs}:/opt/bench:ro ${image('kafka-spark-app')}`,
          "/opt/spark/bin/spark-submit --master 'local[1]' --driver-memory 512m",
          '--conf "spark.driver.extraJavaOptions=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"',
          '--conf spark.sql.shuffle.partitions=3 --conf spark.ui.enabled=false /opt/bench/sustained.py',
          `--bootstrap-servers ${BROKERS} --source-topic ${TOPIC.topic} --checkpoint-location /tmp/checkpoints`,
          '--available-now --max-offsets-per-trigger 100000',
        );
        return RECORDS / Number(/^seconds: ([\d.]+)$/m.exec(printed)?.[1]);
      };
      const [ours = [], theirs = []] = await inTurn(rounds, say, rate(''), rate('--env AVERAGES_ALONE=1'));
      return [
        {
          what: 'records that the Spark application takes on one core',
          unit: 'a second',
          ours,
          peer: { name: 'the same query without the dead letters', samples: theirs },
          goal: { atLeast: 0.9 },
        },
      ];
    } finally {
      await administer((admin) => admin.deleteTopics({ topics: [TOPIC.topic] }));
    }
  },
};
