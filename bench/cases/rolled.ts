import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Docker from 'dockerode';
import { dockerRuntime } from '../../cli/docker/runtime';
import { untilInSync } from '../../cli/engine/brokers';
import { Deployment } from '../../cli/engine/deploy';
import { readStacks } from '../../cli/engine/synthesis';
import type { Benchmark } from '../lib/benchmark';
import { administer, DEPLOYED, ensureUp, SERVERS, start, synth } from '../lib/platform';
import { Writer } from '../lib/writer';

const TOPIC = 'rolled';
const BROKER = 'bench-kafka2';
/** Of a broker, before it is killed; milliseconds between two questions. */
const [GRACE, PAUSE] = [60, 200];

/** Seconds until it is healthy again and has all that was written meanwhile. */
async function restartOne(): Promise<number> {
  const begun = performance.now();
  const container = new Docker().getContainer(BROKER);
  await container.restart({ t: GRACE });
  while ((await container.inspect()).State.Health?.Status !== 'healthy') await sleep(PAUSE);
  await untilInSync(SERVERS, [TOPIC], () => undefined);
  return (performance.now() - begun) / 1000;
}

/** A deploy as `npm start` makes it, of brokers that have another value of a setting that is theirs alone. */
async function changeAll(value: number): Promise<number> {
  await synth(DEPLOYED);
  const file = join(DEPLOYED, 'stacks', 'kafka', 'cdk.tf.json');
  const json = await readFile(file, 'utf8');
  const changed = json.replaceAll(
    '"KAFKA_BROKER_ID=',
    `"KAFKA_LOG_CLEANER_BACKOFF_MS=${value}", "KAFKA_BROKER_ID=`,
  );
  assert.notEqual(changed, json);
  await writeFile(file, changed);
  const begun = performance.now();
  await new Deployment(readStacks(DEPLOYED), dockerRuntime(new Docker()), [], () => undefined).run();
  return (performance.now() - begun) / 1000;
}

export const rolled: Benchmark = {
  name: 'brokers rolled under load',
  measure: async (rounds, say) => {
    await ensureUp(say);
    await administer((admin) =>
      admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: 6, replicationFactor: 3 }] }),
    );
    const writer = await Writer.start(SERVERS, TOPIC);
    const [ours, theirs, longest]: [number[], number[], number[]] = [[], [], []];
    try {
      for (let round = 1; round <= rounds; round++) {
        say(`round ${round} of ${rounds}, one restarted`);
        theirs.push(3 * (await restartOne()));
        writer.takeLongest();
        say(`round ${round} of ${rounds}, three changed`);
        ours.push(await changeAll(15_000 + round));
        longest.push(writer.takeLongest());
      }
    } finally {
      await writer.end();
    }
    const found = await administer((admin) => admin.fetchTopicOffsets(TOPIC));
    const kept = found.reduce((sum, { high }) => sum + Number(high), 0);
    await administer((admin) => admin.deleteTopics({ topics: [TOPIC] }));
    say('as they were');
    await start();
    return [
      {
        what: 'one setting of three brokers, rolled under a producer: a deploy',
        unit: 's',
        ours,
        peer: {
          name: 'three times `docker restart` of one, until it is healthy and in sync',
          samples: theirs,
        },
        goal: { atMost: 1 },
      },
      { what: 'the longest that a write took meanwhile', unit: 's', ours: longest },
      { what: 'errors at the producer', unit: 'writes', ours: [writer.failed], goal: { atMost: 0 } },
      {
        what: 'records of it that are missing or double',
        unit: 'records',
        ours: [Math.abs(kept - writer.acknowledged)],
        goal: { atMost: 0 },
      },
    ];
  },
};
