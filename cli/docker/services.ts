import type Docker from 'dockerode';
import { ENDPOINT_LABEL, LABEL } from '../../constructs/core/labels';
import type { Labels } from '../engine/labelled';
import { label, type Stack } from '../engine/synthesis';

/** A container of a platform as the Engine sees it. */
export interface Service {
  /** Of the container, as `docker logs` takes it: no two platforms have one of the same name. */
  readonly name: string;
  /** What it is, as its label says; undefined where it says nothing. */
  readonly role?: string;
  readonly containerId: string;
  /** The Engine's words: created, starting, healthy, unhealthy, running, restarting, exited (1), … */
  readonly state: string;
  readonly isReady: boolean;
  readonly endpoints: readonly { readonly name: string; readonly address: string }[];
  /** Undefined for what is no platform's. */
  readonly labels?: Labels;
}

/** The names of the services that the stacks declare, in the order of the stacks. */
export function declaredServices(stacks: readonly Stack[]): readonly string[] {
  return stacks
    .flatMap((stack) => stack.resources('docker_container'))
    .filter((container) => label(container, LABEL.service) !== undefined)
    .map(({ attributes }) => String(attributes.name));
}

export async function services(docker: Docker, platforms: readonly string[]): Promise<readonly Service[]> {
  // Then there may be no Engine either.
  if (platforms.length === 0) return [];
  const labelled = await docker.listContainers({ all: true, filters: { label: [LABEL.platform] } });
  const containers = labelled.filter(({ Labels }) => platforms.includes(Labels[LABEL.platform] ?? ''));
  const all = containers.map(async (container) => {
    const { state, isReady } = stateOf(container);
    return {
      name: container.Names[0]?.slice(1) ?? container.Id.slice(0, 12),
      role: container.Labels[LABEL.role],
      containerId: container.Id,
      state,
      isReady:
        isReady && (state === 'healthy' || (await isTask(docker, container.Id)) === (state !== 'running')),
      endpoints: endpointsIn(container.Labels),
      labels: container.Labels,
    };
  });
  return (await Promise.all(all)).sort((one, other) => one.name.localeCompare(other.name));
}

/** What answers to people, by a container's labels. */
export function endpointsIn(labels: Labels): Service['endpoints'] {
  return Object.entries(labels)
    .filter(([name]) => name.startsWith(ENDPOINT_LABEL))
    .map(([name, address = '']) => ({ name: name.slice(ENDPOINT_LABEL.length), address }));
}

export const isPage = (address: string): boolean => address.startsWith('http');

/** Some services end well, too, when somebody stops them. */
async function isTask(docker: Docker, id: string): Promise<boolean> {
  const { HostConfig } = await docker.getContainer(id).inspect();
  return HostConfig.RestartPolicy?.Name !== 'unless-stopped';
}

/** A service is ready when it is healthy, or runs without a check; a task when it has ended well. */
export function stateOf({
  State,
  Status,
}: Pick<Docker.ContainerInfo, 'State' | 'Status'>): Pick<Service, 'state' | 'isReady'> {
  const health = /\((healthy|unhealthy)\)|\(health: (starting)\)/.exec(Status);
  const exit = /^Exited \((\d+)\)/.exec(Status)?.[1];
  const state = health?.[1] ?? health?.[2] ?? (exit ? `exited (${exit})` : State);
  return { state, isReady: ['healthy', 'running', 'exited (0)'].includes(state) };
}
