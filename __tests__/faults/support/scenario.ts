import type { Kafka } from 'kafkajs';
import { isFound, saveRow, type Row } from '../../../tools/lib/survival';
import { anomalies, type Anomalies } from './history';
import { Load } from './load';
import {
  allHealthy,
  allInSync,
  BROKERS,
  client,
  controller,
  metadata,
  security,
  startStopped,
} from './platform';

export interface ScenarioOptions {
  /** The broker that leads every partition of the load, where a broker is the controller. @default - each leads one */
  readonly leader?: 'controller';
  /** How long it may take, in milliseconds. @default - as long as any test of real services */
  readonly timeout?: number;
}

/** How many of one kind are enough to understand it. */
const SHOWN = 5;

type Fault = (context: { load: Load; leader: string }) => Promise<void>;

/** A fault, or a part of one, with writers and a reader that begin before it and end after it. */
export interface Stage {
  /** Ends when whatever was taken away is back. */
  readonly fault: Fault;
  /** What they are made by, once it begins. @default - a client that reads its certificate for each connection */
  readonly clientNow?: () => Kafka;
}

/**
 * A fault under load: writers with acks=all and a reader go on all the time. Afterwards the platform is healthy and in
 * sync by itself, and the log, the acknowledgements and the polls agree.
 * @param fault ends when whatever was taken away is back
 */
export function scenario(name: string, fault: Fault, options: ScenarioOptions = {}): void {
  inStages(name, [{ fault }], options);
}

/** The same in parts, one after the other, each under a load of its own. */
export function inStages(name: string, stages: readonly Stage[], options: ScenarioOptions = {}): void {
  // A run that ended half-way goes on where it stopped.
  const run = isFound({ scenario: name, metadata, security }) ? test.skip : test;
  run(
    name,
    async () => {
      const all: Finding[] = [];
      for (const stage of stages) all.push(await underLoad(stage, options));
      const sum = (of: (each: Finding) => number): number => all.reduce((total, each) => total + of(each), 0);
      const most = (of: (each: Finding) => number): number => Math.max(...all.map(of));
      saveRow({
        scenario: name,
        metadata,
        security,
        acknowledged: sum(({ acknowledged }) => acknowledged),
        lost: sum(({ found }) => found.lost.length),
        duplicated: sum(({ found }) => found.duplicated.length),
        longestPause: most(({ longestPause }) => longestPause),
        inSync: most(({ inSync }) => inSync),
      });
      expect(all.map(({ found }) => shown(found))).toEqual(stages.map(() => ({})));
    },
    options.timeout,
  );
}

interface Finding extends Pick<Row, 'acknowledged' | 'longestPause' | 'inSync'> {
  readonly found: Anomalies;
}

async function underLoad({ fault, clientNow }: Stage, options: ScenarioOptions): Promise<Finding> {
  const kafka = clientNow?.() ?? client;
  await startStopped();
  await allHealthy();
  await allInSync(kafka);
  const leader = options.leader && (await controllerOrFirst());
  const load = await Load.start(kafka, `faults-${Date.now()}`, leader);
  try {
    await fault({ load, leader: `kafka${leader}` });
    const back = Date.now();
    await allInSync(kafka);
    const inSync = Date.now() - back;
    await allHealthy();
    await load.flows();
    const history = await load.end();
    return {
      acknowledged: history.acknowledged.length,
      longestPause: load.longestPause,
      inSync,
      found: anomalies(history),
    };
  } finally {
    await load.remove();
  }
}

/** A broker, by its id. */
async function controllerOrFirst(): Promise<number> {
  const found = await controller();
  return Math.max(1, BROKERS.findIndex((broker) => broker === found) + 1);
}

function shown(found: Anomalies): Record<string, readonly string[]> {
  const kinds = Object.entries(found) as [string, readonly string[]][];
  return Object.fromEntries(
    kinds
      .filter(([, all]) => all.length > 0)
      .map(([kind, all]) => [kind, [`${all.length} in all`, ...all.slice(0, SHOWN)]]),
  );
}
