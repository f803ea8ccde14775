import { setTimeout as sleep } from 'node:timers/promises';
import type Docker from 'dockerode';
import { drifted, type Drift } from '../engine/drift';
import { patiently } from '../patience';
import type { Plan } from '../engine/plan';
import { stateOf } from './services';
import { LABEL } from '../../constructs/core/labels';
import { label, type Resource, type Stack } from '../engine/synthesis';

/** Whether a container works, is about to, does not come to work by itself, or does not run at all. */
export type Condition = 'well' | 'starting' | 'failing' | 'away';

/** What a deploy asks the Engine. */
export interface Engine {
  /** @param names of containers */
  conditions(names: readonly string[]): Promise<ReadonlyMap<string, Condition>>;
  /** The containers that a plan leaves as they are, and that are not what it takes them for. */
  drifted(plan: Plan): Promise<readonly Drift[]>;
}

/** How long what was started is waited for, in milliseconds, before its health says that it fails. */
const SETTLING = 300_000;

export function engineOf(docker: Docker): Engine {
  return {
    async conditions(names) {
      const all = await docker.listContainers({ all: true });
      const states = new Map(all.map((each) => [each.Names[0]?.slice(1), stateOf(each).state]));
      return new Map(names.map((name) => [name, CONDITIONS[states.get(name) ?? ''] ?? 'away']));
    },
    drifted: (plan) => drifted(docker, [plan]),
  };
}

/** What {@link stateOf} says of a container that is there. */
const CONDITIONS: Readonly<Record<string, Condition>> = {
  healthy: 'well',
  // Without a health check.
  running: 'well',
  starting: 'starting',
  unhealthy: 'failing',
  paused: 'failing',
  restarting: 'failing',
};

/** The services of a stack. A task that has ended is no service. */
export function servicesOf(stack: Stack): readonly Resource[] {
  return stack
    .resources('docker_container')
    .filter((each) => label(each, LABEL.service) !== undefined && each.attributes.healthcheck !== undefined);
}

const nameOf = ({ attributes }: Resource): string => String(attributes.name);

/** The services of a stack that are in one of these conditions now. */
export async function servicesThatAre(
  engine: Engine,
  stack: Stack,
  ...conditions: readonly Condition[]
): Promise<readonly Resource[]> {
  const services = servicesOf(stack);
  if (services.length === 0) return [];
  const found = await engine.conditions(services.map(nameOf));
  return services.filter((each) => conditions.includes(found.get(nameOf(each)) ?? 'away'));
}

/** Waits while services of a stack are starting, as they do after the Engine has. @returns those that do not work then */
export async function settled(
  engine: Engine,
  stack: Stack,
  say: (step: string) => void,
): Promise<readonly Resource[]> {
  const latest = Date.now() + patiently(SETTLING);
  for (;;) {
    const starting = await servicesThatAre(engine, stack, 'starting');
    if (starting.length === 0 || Date.now() > latest) break;
    say(`waiting for ${starting.map(nameOf).join(', ')}`);
    await sleep(500);
  }
  return servicesThatAre(engine, stack, 'starting', 'failing', 'away');
}
