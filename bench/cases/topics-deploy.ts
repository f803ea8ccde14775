import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import retry from 'async-retry';
import Docker from 'dockerode';
import type { ITopicConfig } from 'kafkajs';
import { dockerRuntime } from '../../cli/docker/runtime';
import { Deployment } from '../../cli/engine/deploy';
import { readStacks } from '../../cli/engine/synthesis';
import { inTurn, type Benchmark, type Figure } from '../lib/benchmark';
import { scratch } from '../lib/empty-program';
import { pack } from '../lib/packed';
import { administer, ensureUp, SERVERS } from '../lib/platform';
import { output, seconds } from '../lib/run';

const FOLDER = scratch('topics');

/** A deploy as `npm start` makes it, of a stack of topics alone. */
async function deploy(count: number): Promise<number> {
  const env = { CDKTF_OUTDIR: FOLDER, SERVERS: SERVERS.join() };
  await output(`node bench/programs/topics.mjs ${count}`, { env });
  const start = performance.now();
  await new Deployment(readStacks(FOLDER), dockerRuntime(new Docker()), [], () => undefined).run();
  return (performance.now() - start) / 1000;
}

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `topic-${index + 1}`);

const topicsOf = (count: number): ITopicConfig[] =>
  names(count).map((topic) => ({ topic, numPartitions: 1, replicationFactor: 3 }));

/** Five to ten times a second, for minutes. */
const OFTEN = { retries: 3_000, minTimeout: 100, factor: 1 };

/** One request, as nobody can be quicker. */
async function createAtOnce(count: number): Promise<number> {
  const topics = topicsOf(count);
  const start = performance.now();
  await administer(async (admin) => {
    await admin.createTopics({ topics, waitForLeaders: false, timeout: 60_000 });
    await retry(() => admin.fetchTopicMetadata({ topics: names(count) }), OFTEN);
  });
  return (performance.now() - start) / 1000;
}

/** Until as many can be made again: brokers with ZooKeeper list no topic that they delete, and do not make it either. */
async function removeAll(count: number): Promise<void> {
  await administer(async (admin) => {
    await admin.deleteTopics({ topics: names(count), timeout: 60_000 });
    const tried = { topics: topicsOf(count), validateOnly: true, waitForLeaders: false };
    await retry(async () => assert(await admin.createTopics(tried)), OFTEN);
  });
  await rm(join(FOLDER, 'stacks', 'topics', 'terraform.tfstate'), { force: true });
}

async function created(count: number, rounds: number, say: (step: string) => void): Promise<Figure> {
  const makes = [deploy, createAtOnce].map((make) => async () => {
    const taken = await make(count);
    await removeAll(count);
    return taken;
  });
  const [ours = [], theirs = []] = await inTurn(rounds, (step) => say(`${count} topics, ${step}`), ...makes);
  return {
    what: `${count.toLocaleString('en')} topics created`,
    unit: 's',
    ours,
    peer: { name: 'one admin request for all', samples: theirs },
  };
}

export const topicsDeploy: Benchmark = {
  name: 'topics created and refreshed',
  measure: async (rounds, say) => {
    await pack();
    await ensureUp(say);
    const hundred = await created(100, rounds, say);
    const thousand = await created(1_000, rounds, say);
    await deploy(1_000);
    const describe = 'docker exec bench-kafka1 kafka-topics --bootstrap-server kafka1:19092 --describe';
    const [ours = [], theirs = []] = await inTurn(
      rounds,
      (step) => say(`refresh, ${step}`),
      () => deploy(1_000),
      () => seconds(describe),
    );
    await removeAll(1_000);
    return [
      hundred,
      { what: 'their goal', unit: 's', ours: hundred.ours, goal: { atMost: 15 } },
      thousand,
      {
        what: 'refresh of 1,000 topics: a deploy that changes nothing',
        unit: 's',
        ours,
        peer: { name: '`kafka-topics --describe` of all', samples: theirs },
        goal: { atMost: 3 },
      },
    ];
  },
};
