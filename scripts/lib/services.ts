import { setTimeout as sleep } from 'node:timers/promises';
import type Docker from 'dockerode';
import { plain, tail } from './program';
import { ENDPOINT_LABEL, label, PLATFORM_LABEL, SERVICE_LABEL, type Stack } from './synthesis';

/** A container of the platform as the Engine sees it. */
export interface Service {
  readonly name: string;
  readonly containerId: string;
  /** The Engine's words: created, starting, healthy, unhealthy, running, restarting, exited (1), … */
  readonly state: string;
  readonly isReady: boolean;
  readonly endpoints: readonly { readonly name: string; readonly address: string }[];
}

/** The names of the services that the stacks declare, in the order of the stacks. */
export function declaredServices(stacks: readonly Stack[]): readonly string[] {
  return stacks
    .flatMap((stack) => stack.resources('docker_container'))
    .flatMap((container) => label(container, SERVICE_LABEL) ?? []);
}

export async function services(docker: Docker, platform: string): Promise<readonly Service[]> {
  const containers = await docker.listContainers({
    all: true,
    filters: { label: [`${PLATFORM_LABEL}=${platform}`] },
  });
  return containers
    .map((container) => ({
      name: container.Labels[SERVICE_LABEL] ?? container.Id.slice(0, 12),
      containerId: container.Id,
      ...stateOf(container),
      endpoints: Object.entries(container.Labels)
        .filter(([name]) => name.startsWith(ENDPOINT_LABEL))
        .map(([name, address]) => ({ name: name.slice(ENDPOINT_LABEL.length), address })),
    }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** A service is ready when it is healthy, a task when it has ended well. */
export function stateOf({
  State,
  Status,
}: Pick<Docker.ContainerInfo, 'State' | 'Status'>): Pick<Service, 'state' | 'isReady'> {
  const health = /\((healthy|unhealthy)\)|\(health: (starting)\)/.exec(Status);
  const exit = /^Exited \((\d+)\)/.exec(Status)?.[1];
  const state = health?.[1] ?? health?.[2] ?? (exit ? `exited (${exit})` : State);
  return { state, isReady: state === 'healthy' || state === 'exited (0)' };
}

/**
 * Reports a service's state each time it changes, until the service is ready.
 * @param signal ends the watch, whatever the state
 */
export async function watch(
  docker: Docker,
  platform: string,
  name: string,
  report: (state: string) => void,
  signal: AbortSignal,
): Promise<void> {
  let last = '';
  while (!signal.aborted) {
    const service = (await services(docker, platform)).find((each) => each.name === name);
    const state = service?.state ?? 'waiting';
    if (state !== last) report((last = state));
    if (service?.isReady) return;
    await sleep(500, undefined, { signal }).catch(() => undefined);
  }
}

/**
 * Asks until all of these services are ready.
 * @param signal ends the wait, whatever their states
 * @returns the last answer
 */
export async function settled(
  docker: Docker,
  platform: string,
  names: readonly string[],
  signal: AbortSignal,
): Promise<readonly Service[]> {
  for (;;) {
    const running = await services(docker, platform);
    const ready = new Set(running.filter(({ isReady }) => isReady).map(({ name }) => name));
    if (signal.aborted || names.every((name) => ready.has(name))) return running;
    await sleep(500, undefined, { signal }).catch(() => undefined);
  }
}

/** What somebody needs to see of the services that are not ready. */
export async function diagnose(docker: Docker, platform: string): Promise<string> {
  const failing = (await services(docker, platform)).filter(({ isReady }) => !isReady);
  const parts = failing.map(async ({ name, state, containerId }) => {
    const container = docker.getContainer(containerId);
    const { State } = await container.inspect();
    const logs = withoutFrames(await container.logs({ stdout: true, stderr: true, tail: 300 }));
    const cause = State.OOMKilled ? ': it ran out of memory, try `npm start -- --profile small`' : '';
    if (!logs.trim())
      return `${name} is ${state}${cause}. It has said nothing${State.Error ? `; the Engine says: ${State.Error}` : ''}.`;
    return [`${name} is ${state}${cause}. Its last lines:`, ...telling(logs).map((line) => `  ${line}`)].join(
      '\n',
    );
  });
  return (await Promise.all(parts)).join('\n');
}

/** The last lines that are no mere information: what a program says at its end is followed by what it tidies up. */
export function telling(logs: string): readonly string[] {
  const lines = tail(logs, Infinity).split('\n');
  const warnings = lines.filter((line) => !/\bINFO\b/.test(line));
  return (warnings.length > 0 ? warnings : lines).slice(-15);
}

/** Without a terminal the Engine sends output in frames: 8 bytes of header, the last four of them the length. */
export function withoutFrames(logs: Buffer): string {
  let text = '';
  for (let at = 0; at + 8 <= logs.length;) {
    const length = logs.readUInt32BE(at + 4);
    text += logs.toString('utf8', at + 8, at + 8 + length);
    at += 8 + length;
  }
  return plain(text);
}
