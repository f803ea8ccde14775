import { setTimeout as sleep } from 'node:timers/promises';
import { said } from '../../../cli/program';
import { items, kubectl, type Item } from './kubectl';

const STRIMZI = ['kafkas', 'kafkatopics', 'kafkausers', 'kafkaconnects', 'kafkaconnectors'];

/**
 * The one mock: it says of every object that it is ready, in place of those who would make it so. These are Strimzi's operator, the
 * Spark operator, and for pods a scheduler, a node and its kubelet. It changes nothing but the status, and knows nothing of what
 * is in an object: that one of them can run is not shown by it.
 */
export class StandIn {
  private readonly end = new AbortController();
  private readonly loop = this.run();

  /** Ends after what it is doing. */
  public async stop(): Promise<void> {
    this.end.abort();
    await this.loop;
  }

  private async run(): Promise<void> {
    while (!this.end.signal.aborted) {
      const kinds = [...STRIMZI, 'sparkapplications', 'pods'].join();
      const all = items(await kubectl(['get', kinds, '--all-namespaces', '--output=json']));
      await Promise.all(all.map((item) => makeReady(item)));
      await sleep(500, undefined, { signal: this.end.signal }).catch(() => undefined);
    }
  }
}

async function makeReady(item: Item): Promise<void> {
  const status = readyStatus(item);
  if (Object.entries(status).every(([field, value]) => isSame(item.status?.[field], value))) return;
  const { name, namespace } = item.metadata;
  const args = ['patch', item.kind, name, `--namespace=${namespace}`, '--subresource=status', '--type=merge'];
  await kubectl([...args, '--patch', JSON.stringify({ status })]).catch((error: unknown) => {
    // Deleted in the meantime.
    if (!said(error).includes('NotFound')) throw error;
  });
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const READY = [{ type: 'Ready', status: 'True' }];

function readyStatus({ kind, metadata }: Item): Readonly<Record<string, unknown>> {
  switch (kind) {
    case 'Pod':
      return metadata.ownerReferences?.[0]?.kind === 'Job'
        ? { phase: 'Succeeded' }
        : { phase: 'Running', conditions: READY };
    case 'SparkApplication':
      return { applicationState: { state: 'RUNNING' }, driverInfo: {} };
    default:
      return { observedGeneration: metadata.generation, conditions: READY };
  }
}
