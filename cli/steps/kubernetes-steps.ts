import type { ListrTask } from 'listr2';
import { namespacesOf } from '../kubernetes/namespaces';
import { checkCluster } from '../kubernetes/settling';
import type { Stack } from '../engine/synthesis';
import type { Setup } from './setup-steps';

/** Before anything is planned: there is a cluster, and it knows what the stacks declare. */
export function kubernetesStep(): ListrTask<Setup> {
  return {
    title: 'Kubernetes',
    skip: ({ stacks }) => namespacesOf(stacks).length === 0 && 'no stack needs one',
    task: async ({ stacks }, task) => {
      const places: string[] = [];
      for (const namespace of namespacesOf(stacks))
        places.push(`namespace ${namespace.name} of ${await checkCluster(namespace)}`);
      task.title = `Kubernetes: ${places.join(', ')}`;
    },
  };
}

export interface Endpoint {
  readonly name: string;
  readonly what: string;
  readonly address: string;
}

/** How to come from here to what answers there: nothing is bound on a machine. */
export function kubernetesEndpoints(stacks: readonly Stack[]): readonly Endpoint[] {
  return namespacesOf(stacks).flatMap(({ name: namespace, objects }) =>
    objects
      .filter(({ object }) => object.kind === 'Service')
      .flatMap(({ object: { metadata, spec } }) =>
        (spec as unknown as ServiceSpec).ports.map(({ port }) => ({
          name: metadata.name,
          what: `port ${port}`,
          address: `kubectl -n ${namespace} port-forward service/${metadata.name} ${port}`,
        })),
      ),
  );
}

interface ServiceSpec {
  readonly ports: readonly { readonly port: number }[];
}
