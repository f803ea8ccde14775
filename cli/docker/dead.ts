import { setTimeout as sleep } from 'node:timers/promises';
import type Docker from 'dockerode';
import { seconds, type Inspection } from './diagnosis';
import { patiently } from '../patience';
import { shared } from './watch';

/** A service that no further waiting makes healthy. */
export interface Dead {
  readonly name: string;
  /** Goes on after its name: `has ended 5 times within 50 s, last with exit code 1`. */
  readonly reason: string;
}

const PAUSE = 3_000;

/** Fewer times, and what it misses may be coming: a broker's predecessor keeps its session for 18 s. */
const ENDS = 4;
const LEAST = 45_000;

/** Somebody who stops a container may start it again, or be about to remove it. */
const STOPPED = 15_000;

/** What was seen of a container, in milliseconds. */
export interface Seen {
  /** Since it was first seen. */
  readonly age: number;
  /** Since it last ended and was started again. */
  readonly steady: number;
  /** Since it ended without being started again. */
  readonly down: number;
}

/**
 * Ends as soon as one of the services is dead for good, which who waits for its health does not notice. Only of containers
 * that are made from now on: what runs already may be about to be replaced, or wait for what is mended.
 * @param names of the services that are waited for
 * @param signal ends it, with undefined
 */
export async function watchForDead(
  docker: Docker,
  platforms: readonly string[],
  names: readonly string[],
  signal: AbortSignal,
): Promise<Dead | undefined> {
  const ask = shared(docker, platforms);
  const before = new Set((await ask().catch(() => [])).map(({ containerId }) => containerId));
  const observations = new Map<string, Observation>();
  while (!signal.aborted) {
    const all = await ask().catch(() => []);
    for (const { name, containerId, isReady } of all) {
      if (!names.includes(name) || before.has(containerId) || isReady) continue;
      const container = docker.getContainer(containerId);
      const inspection = await container.inspect().catch(() => undefined);
      if (!inspection) continue;
      const observation = observations.get(containerId) ?? new Observation();
      observations.set(containerId, observation);
      const reason = whyDead(inspection, observation.seen(inspection));
      if (reason) return { name, reason };
    }
    await sleep(PAUSE, undefined, { signal }).catch(() => undefined);
  }
  return undefined;
}

class Observation {
  private readonly first = Date.now();
  private restarts = 0;
  private restarted = this.first;
  private ended: number | undefined;

  public seen(inspection: Inspection): Seen {
    const now = Date.now();
    if (inspection.RestartCount > this.restarts) {
      this.restarts = inspection.RestartCount;
      this.restarted = now;
    }
    this.ended = isDown(inspection) ? (this.ended ?? now) : undefined;
    return { age: now - this.first, steady: now - this.restarted, down: now - (this.ended ?? now) };
  }
}

/** Between its end and the next start by its restart policy a container is restarting. */
const isDown = ({ State }: Inspection): boolean => State.Status === 'exited' || State.Status === 'dead';

/** Undefined where it may still become healthy. */
export function whyDead(inspection: Inspection, { age, steady, down }: Seen): string | undefined {
  const { State, RestartCount } = inspection;
  const code = State.ExitCode === 0 ? '' : `, last with exit code ${State.ExitCode}`;
  if (RestartCount >= ENDS && age >= patiently(LEAST) && steady < patiently(LEAST))
    return `has ended ${RestartCount} times within ${seconds(age)}${code}`;
  if (isDown(inspection) && down >= patiently(STOPPED))
    return `was stopped, and nothing starts it again (exit code ${State.ExitCode})`;
  return undefined;
}
