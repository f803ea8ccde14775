import type { Runtime } from '../engine/runtime';
import type { Stack } from '../engine/synthesis';
import { differences } from './drift';
import { namespacesOf, type Namespace } from './namespaces';
import { settled } from './settling';

/**
 * What runs the stacks, where some of them are on Kubernetes: that a stack's objects are of a namespace that a platform
 * makes says so. Operators and controllers there mend by themselves what fails: nothing is ever made anew for that, which of
 * brokers would be the end of their records.
 * @param containers what runs all other stacks
 */
export function withKubernetes(
  containers: Runtime,
  stacks: readonly Stack[],
  namespaces: readonly Namespace[] = namespacesOf(stacks),
): Runtime {
  if (namespaces.length === 0) return containers;
  return {
    ...containers,
    async settle(stack, say) {
      for (const namespace of namespaces) {
        const objects = namespace.objects.filter((each) => each.stack === stack.name);
        await settled({ ...namespace, objects }, say);
      }
      return containers.settle(stack, say);
    },
    async differences(plan) {
      return new Map([...(await containers.differences(plan)), ...(await differences(namespaces, plan))]);
    },
  };
}
