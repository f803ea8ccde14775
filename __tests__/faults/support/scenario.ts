import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../support/deployed-platform';
import { anomalies, type Anomalies, type History } from './history';
import { Load } from './load';
import { allHealthy, allInSync, client, controller } from './platform';

export interface ScenarioOptions {
  /** The broker that leads every partition of the load. @default - each broker leads one */
  readonly leader?: 'controller';
}

/** One row of the guide; `scripts/test-faults.ts` puts them together. */
export interface Row {
  readonly scenario: string;
  readonly acknowledged: number;
  readonly lost: number;
  readonly duplicated: number;
  /** Milliseconds. */
  readonly longestPause: number;
  /** Milliseconds from the end of the fault until every copy was in sync. */
  readonly inSync: number;
}

const ROWS = join(ROOT, '.cache', 'faults');

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
  test(name, async () => {
    await allHealthy();
    await allInSync();
    const topic = `faults-${Date.now()}`;
    const leader = options.leader && (await controller());
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
      note(name, history, found, { longestPause: load.longestPause, inSync });
      expect(shown(found)).toEqual({});
    } finally {
      await load.remove();
    }
  });
}

function shown(found: Anomalies): Record<string, readonly string[]> {
  const kinds = Object.entries(found) as [string, readonly string[]][];
  return Object.fromEntries(
    kinds
      .filter(([, all]) => all.length > 0)
      .map(([kind, all]) => [kind, [`${all.length} in all`, ...all.slice(0, SHOWN)]]),
  );
}

function note(
  name: string,
  { acknowledged }: History,
  { lost, duplicated }: Anomalies,
  times: Pick<Row, 'longestPause' | 'inSync'>,
): void {
  const row: Row = {
    scenario: name,
    acknowledged: acknowledged.length,
    lost: lost.length,
    duplicated: duplicated.length,
    ...times,
  };
  mkdirSync(ROWS, { recursive: true });
  const file = name.replace(/\W+/g, '-').slice(0, 80);
  writeFileSync(join(ROWS, `${file}.json`), JSON.stringify(row));
}
