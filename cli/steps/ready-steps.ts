import { setMaxListeners } from 'node:events';
import type { ListrTask } from 'listr2';
import { typed } from '../command-names';
import { watchForDead } from '../docker/dead';
import { diagnose } from '../docker/diagnosis';
import { patiently } from '../patience';
import { CommandError } from '../program';
import { Readiness } from '../docker/readiness';
import { endEarly } from '../engine/run';
import { declaredServices, type Service } from '../docker/services';
import type { Setup } from './setup-steps';
import { reportStep } from '../tasks';
import { untilReady, shared, watch } from '../docker/watch';

/** For services that were unhealthy until this deploy, for want of what it mended; in milliseconds. */
const RECOVERY = 120_000;

/** For connectors to be given their tasks, and Spark applications their executors; in milliseconds. */
const WORK = 60_000;

/** What a start has come to. */
export interface Ready {
  running: readonly Service[];
  /** What somebody may want to know, though nothing is wrong. */
  notes: readonly string[];
}

/** A line for each service, until it is ready. @param signal ends them all */
export function serviceLines({ docker, platforms, stacks }: Setup, signal: AbortSignal): ListrTask<Setup>[] {
  // Every service listens to it, and Node takes more than ten for a leak.
  setMaxListeners(0, signal);
  const ask = shared(docker, platforms);
  return declaredServices(stacks).map((name) => ({
    title: name,
    task: (_, line) => watch(docker, ask, name, (state) => reportStep(line, `${name}: ${state}`), signal),
  }));
}

/** Terraform waits for a service's health until the end of its time, also where it is dead for good. */
export async function endWithDead({ docker, platforms, stacks }: Setup, signal: AbortSignal): Promise<void> {
  const dead = await watchForDead(docker, platforms, declaredServices(stacks), signal);
  const stack = stacks.find((each) => dead && declaredServices([each]).includes(dead.name));
  if (dead && stack) endEarly(`terraform apply ${stack.name}`, `${dead.name} ${dead.reason}`);
}

/** Healthy is what each service says of itself; ready is what works. */
export function readyStep(ready: Ready): ListrTask<Setup> {
  return {
    title: 'Ready',
    task: async ({ docker, platforms, stacks }, task) => {
      const declared = declaredServices(stacks);
      const recovery = AbortSignal.timeout(patiently(RECOVERY));
      ready.running = await untilReady(docker, platforms, declared, recovery);
      const found = unready(declared, ready.running);
      if (found.length > 0) throw new CommandError(`${found.join(', ')}.`, await diagnose(docker, platforms));

      const say = (step: string): void => reportStep(task, `Ready: ${step}`);
      const readiness = new Readiness(docker, stacks, ready.running, say);
      const { problems, notes } = await readiness.wait(AbortSignal.timeout(patiently(WORK)));
      ready.notes = [...ready.notes, ...notes];
      if (problems.length > 0)
        throw new CommandError(
          `Every service is healthy, and not everything works:\n${problems.join('\n')}`,
          `Fix that, and run \`${typed('up')}\` again; \`docker logs\` of the service says more.`,
        );
      // What is on Kubernetes was waited for while it was deployed.
      task.title =
        platforms.length > 0
          ? `Ready: all ${ready.running.length} services are healthy, and connectors and applications work`
          : 'Ready: everything that was deployed';
    },
  };
}

function unready(declared: readonly string[], running: readonly Service[]): readonly string[] {
  const missing = declared.filter((name) => !running.some((each) => each.name === name));
  const failing = running.filter(({ isReady }) => !isReady);
  return [
    ...missing.map((name) => `${name} is not there`),
    ...failing.map(({ name, state }) => `${name} is ${state}`),
  ];
}
