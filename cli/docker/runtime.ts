import type Docker from 'dockerode';
import { waitUntilReady } from '../engine/conditions';
import type { Condition, Runtime } from '../engine/runtime';
import { drifted } from './drift';
import { execute } from './execution';
import { stateOf } from './services';

export function dockerRuntime(docker: Docker): Runtime {
  const runtime: Runtime = {
    async conditions(names) {
      const all = await docker.listContainers({ all: true });
      const states = new Map(all.map((each) => [each.Names[0]?.slice(1), stateOf(each).state]));
      return new Map(names.map((name) => [name, CONDITIONS[states.get(name) ?? ''] ?? 'away']));
    },
    drifted: (plan) => drifted(docker, [plan]),
    execute: (...what) => execute(docker, ...what),
    settle: (stack, say) => waitUntilReady(runtime, stack, say),
    // Terraform shows all of a container that changes.
    differences: () => Promise.resolve(new Map()),
  };
  return runtime;
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
