import type Docker from 'dockerode';
import { typed } from '../command-names';
import { LABEL } from '../../constructs/core/labels';
import { services, stateOf, type Service } from '../docker/services';
import { platformNames, type Stack } from '../engine/synthesis';
import { patiently } from '../patience';
import { needsNoEngine, runningEngine } from '../setup/docker-engine';
import { declaredContainers } from './declared';
import type { ServiceStatus } from './report';
import { LIMIT, within, type Answer } from './within';

/** By the names of containers. */
export type Containers = ReadonlyMap<string, Service>;

/** What the Engine says of every container that the stacks declare, or did. */
export async function askEngine(stacks: readonly Stack[]): Promise<Answer<Containers>> {
  if (stacks.every(needsNoEngine)) return { value: new Map() };
  const docker = await runningEngine(patiently(LIMIT));
  const whom = `The Docker Engine at ${process.env.DOCKER_HOST}`;
  return docker ? within(whom, containersOn(docker, stacks)) : { why: `${whom} does not answer.` };
}

export async function containersOn(docker: Docker, stacks: readonly Stack[]): Promise<Containers> {
  const [labelled, all] = await Promise.all([
    services(docker, platformNames(stacks)),
    docker.listContainers({ all: true }),
  ]);
  const plain = declaredContainers(stacks).filter(({ labels }) => labels[LABEL.platform] === undefined);
  const own = all.flatMap((each) => {
    const name = each.Names[0]?.slice(1) ?? '';
    if (!plain.some((declared) => declared.name === name)) return [];
    const { state, isReady } = stateOf(each);
    // One without a health check is all right while it runs.
    return [{ name, containerId: each.Id, state, isReady: isReady || state === 'running', endpoints: [] }];
  });
  return new Map([...own, ...labelled].map((each) => [each.name, each]));
}

/** @param found undefined where no Engine answers */
export function serviceStatuses(
  stacks: readonly Stack[],
  found: Containers | undefined,
): readonly ServiceStatus[] {
  const declared = declaredContainers(stacks);
  const names = declared.map(({ name }) => name);
  const leftovers = [...(found?.values() ?? [])].filter(({ name }) => !names.includes(name));
  return [
    ...declared.map(({ name, stack, labels, endpoints }) => {
      const container = found?.get(name);
      const state = container?.state ?? (found ? 'missing' : 'unknown');
      return {
        name,
        stack,
        ...roleIn(labels[LABEL.role]),
        state,
        well: container?.isReady ?? false,
        endpoints,
      };
    }),
    ...leftovers.map(({ name, role, state, isReady, endpoints }) => ({
      name,
      ...roleIn(role),
      state,
      well: isReady,
      endpoints,
    })),
  ];
}

const roleIn = (role: string | undefined): { role?: string } => (role === undefined ? {} : { role });

/** Whether containers are declared, and none is there. */
export const nothingRuns = (all: readonly ServiceStatus[]): boolean =>
  all.length > 0 && all.every(({ state }) => state === 'missing');

/** In a sentence; undefined where it is well, or nobody knows. */
export function whatIsWrong({ name, stack, state, well }: ServiceStatus): string | undefined {
  if (stack === undefined)
    return `${name} is no longer part of the program, and still there: \`${typed('up')}\` removes it.`;
  if (well || state === 'unknown') return undefined;
  return `${name} is ${state === 'missing' ? 'not there' : state}.`;
}
