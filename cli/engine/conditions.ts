import { setTimeout as sleep } from 'node:timers/promises';
import { LABEL } from '../../constructs/core/labels';
import { patiently } from '../patience';
import type { Condition, Runtime } from './runtime';
import { label, type Resource, type Stack } from './synthesis';

/** How long what was started is waited for, in milliseconds, before its health says that it fails. */
const SETTLING = 300_000;

/** The services of a stack. A task that has ended is no service. */
export function servicesOf(stack: Stack): readonly Resource[] {
  return stack
    .resources('docker_container')
    .filter((each) => label(each, LABEL.service) !== undefined && isService(each));
}

/** Some have no health check that the program knows, and all of these start again by themselves. */
const isService = ({ attributes }: Resource): boolean =>
  attributes.healthcheck !== undefined || attributes.restart === 'unless-stopped';

const nameOf = ({ attributes }: Resource): string => String(attributes.name);

/** The services of a stack, each with the condition that it is in now. */
export async function conditionsOf(
  runtime: Runtime,
  stack: Stack,
): Promise<ReadonlyMap<Resource, Condition>> {
  const services = servicesOf(stack);
  if (services.length === 0) return new Map();
  const found = await runtime.conditions(services.map(nameOf));
  return new Map(services.map((each) => [each, found.get(nameOf(each)) ?? 'away']));
}

/** The services of a stack that are in one of these conditions now. */
export async function servicesThatAre(
  runtime: Runtime,
  stack: Stack,
  ...conditions: readonly Condition[]
): Promise<readonly Resource[]> {
  const found = await conditionsOf(runtime, stack);
  return [...found].filter(([, condition]) => conditions.includes(condition)).map(([service]) => service);
}

/** Waits while services of a stack are starting, as they do after the Engine has. @returns those that do not work then */
export async function waitUntilReady(
  runtime: Runtime,
  stack: Stack,
  say: (step: string) => void,
): Promise<readonly Resource[]> {
  const latest = Date.now() + patiently(SETTLING);
  for (;;) {
    const starting = await servicesThatAre(runtime, stack, 'starting');
    if (starting.length === 0 || Date.now() > latest) break;
    say(`waiting for ${starting.map(nameOf).join(', ')}`);
    await sleep(500);
  }
  return servicesThatAre(runtime, stack, 'starting', 'failing', 'away');
}
