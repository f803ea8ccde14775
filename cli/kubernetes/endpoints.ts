import type { Stack } from '../engine/synthesis';
import { namespacesOf } from './namespaces';

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
