import { isFound, saveRow } from '../../../tools/lib/survival';
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

/**
 * A fault under load: writers with acks=all and a reader go on all the time. Afterwards the platform is healthy and in
 * sync by itself, and the log, the acknowledgements and the polls agree.
 * @param fault ends when whatever was taken away is back
 */
export function scenario(
  name: string,
  fault: (context: { load: Load; leader: string }) => Promise<void>,
  options: ScenarioOptions = {},
): void {
  // A run that ended half-way goes on where it stopped.
  const run = isFound({ scenario: name, metadata, security }) ? test.skip : test;
  run(
    name,
    async () => {
      await startStopped();
      await allHealthy();
      await allInSync();
      const topic = `faults-${Date.now()}`;
      const leader = options.leader && (await controllerOrFirst());
      const load = await Load.start(client, topic, leader);
      try {
        await fault({ load, leader: `kafka${leader}` });
        const back = Date.now();
        await allInSync();
        const inSync = Date.now() - back;
        await allHealthy();
        await load.flows();
        const history = await load.end();
        const found = anomalies(history);
        saveRow({
          scenario: name,
          metadata,
          security,
          acknowledged: history.acknowledged.length,
          lost: found.lost.length,
          duplicated: found.duplicated.length,
          longestPause: load.longestPause,
          inSync,
        });
        expect(shown(found)).toEqual({});
      } finally {
        await load.remove();
      }
    },
    options.timeout,
  );
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
