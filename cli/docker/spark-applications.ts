import { LABEL } from '../../constructs/core/labels';
import { label, type Stack } from '../engine/synthesis';

/** Of the driver's `/api/v1/applications/<id>/executors`. */
export interface Executor {
  readonly id: string;
  readonly isActive: boolean;
}

/** Of the master's `/json/`. */
export interface MasterAnswer {
  readonly workers: readonly {
    readonly host: string;
    readonly state: string;
    readonly coresfree: number;
    readonly memoryfree: number;
  }[];
  readonly activeapps: readonly { readonly id: string; readonly memoryperexecutor: number }[];
}

/** The services that drive an application whose executors are on a cluster, and are there all the time. */
export function drivers(stacks: readonly Pick<Stack, 'resources'>[]): readonly string[] {
  return stacks
    .flatMap((stack) => stack.resources('docker_container'))
    .filter((container) => label(container, LABEL.executors) === 'required')
    .map(({ attributes }) => String(attributes.name));
}

/** The application of a driver, by its page. @throws Error while it starts */
export async function askDriver(url: string): Promise<{ id: string; executors: readonly Executor[] }> {
  const [application] = await json<{ id: string }[]>(`${url}/api/v1/applications`);
  if (!application) throw new Error('it has no application yet');
  const { id } = application;
  return { id, executors: await json<Executor[]>(`${url}/api/v1/applications/${id}/executors`) };
}

export function askMaster(url: string): Promise<MasterAnswer> {
  return json<MasterAnswer>(`${url}/json/`);
}

async function json<T>(url: string): Promise<T> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  const text = await answer.text();
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new Error(`it answers “${text.slice(0, 100)}”`);
  }
}

/** Undefined where an executor is there. @param master what the cluster has left; undefined where nobody said */
export function withoutExecutor(
  service: string,
  id: string,
  executors: readonly Executor[],
  master?: MasterAnswer,
): string | undefined {
  if (executors.some((each) => each.id !== 'driver' && each.isActive)) return undefined;
  const start = `The Spark application of ${service} has no executor`;
  if (!master) return `${start}.`;
  const alive = master.workers.filter(({ state }) => state === 'ALIVE');
  if (alive.length === 0) return `${start}, for no worker of the cluster is alive.`;
  const asked = master.activeapps.find((each) => each.id === id)?.memoryperexecutor;
  const free = alive.map((each) => `${each.host} ${each.coresfree} cores and ${each.memoryfree} MiB`);
  return `${start}${asked === undefined ? ', and the master does not know it' : `: it takes ${asked} MiB and its cores`}; free are on ${free.join(', on ')}. Give the workers more, the applications less, or stop another one.`;
}
