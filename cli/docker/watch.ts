import { setTimeout as sleep } from 'node:timers/promises';
import type Docker from 'dockerode';
import { lastAnswer } from './diagnosis';
import { CommandError, said } from '../program';
import { services, type Service } from './services';

const PAUSE = 500;

/** A service that takes longer says why. Milliseconds. */
const USUAL = 60_000;

/** Every service of some platforms, as the Engine said it lately. */
export type Ask = () => Promise<readonly Service[]>;

/** One question to the Engine for all who ask it within half a second: each service has a line on the screen. */
export function shared(docker: Docker, platforms: readonly string[]): Ask {
  let answer: Promise<readonly Service[]> | undefined;
  return () => {
    if (answer) return answer;
    const asked = services(docker, platforms);
    answer = asked;
    const forget = (): unknown => sleep(PAUSE, undefined, { ref: false }).then(() => (answer = undefined));
    asked.then(forget, forget);
    return asked;
  };
}

/**
 * Reports a service's state each time it changes, until the service is ready; and why, once it takes longer than usual.
 * @param signal ends the watch, whatever the state
 */
export async function watch(
  docker: Docker,
  ask: Ask,
  name: string,
  report: (state: string) => void,
  signal: AbortSignal,
): Promise<void> {
  let last = '';
  let id: string | undefined;
  let since = Date.now();
  while (!signal.aborted) {
    // An Engine that is busy, or starts again, is asked again.
    const all = await ask().catch(() => undefined);
    const service = all?.find((each) => each.name === name);
    if (service?.containerId !== id) [id, since] = [service?.containerId, Date.now()];
    const text = service ? await words(docker, service, Date.now() - since) : 'waiting';
    if (all && text !== last) report((last = text));
    if (service?.isReady) return;
    await sleep(PAUSE, undefined, { signal }).catch(() => undefined);
  }
}

async function words(docker: Docker, service: Service, elapsed: number): Promise<string> {
  const { state, isReady, containerId } = service;
  if (isReady || elapsed < USUAL) return state;
  const inspection = await docker
    .getContainer(containerId)
    .inspect()
    .catch(() => undefined);
  const ends = inspection?.RestartCount ?? 0;
  const why =
    (ends > 0 ? `it has ended ${ends === 1 ? 'once' : `${ends} times`}` : undefined) ??
    lastAnswer(inspection?.State.Health) ??
    'its health check has not answered yet';
  return `${state} for ${Math.floor(elapsed / 60_000)} min, longer than usual; ${why}`;
}

/**
 * Asks until all of these services are ready.
 * @param signal ends the wait, whatever their states
 * @returns the last answer
 * @throws CommandError if there was none
 */
export async function untilReady(
  docker: Docker,
  platforms: readonly string[],
  names: readonly string[],
  signal: AbortSignal,
): Promise<readonly Service[]> {
  for (;;) {
    const running = await services(docker, platforms).catch((error: unknown) => {
      if (!signal.aborted) return undefined;
      throw new CommandError(
        `The Docker Engine does not answer (${said(error)}): see that it runs, and start again.`,
      );
    });
    const ready = new Set(running?.filter(({ isReady }) => isReady).map(({ name }) => name));
    if (running && (signal.aborted || names.every((name) => ready.has(name)))) return running;
    await sleep(PAUSE, undefined, { signal }).catch(() => undefined);
  }
}
