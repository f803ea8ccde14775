import { kubernetesEndpoints } from '../kubernetes/endpoints';
import { namespacesOf } from '../kubernetes/namespaces';
import { look, sentenceOf } from '../kubernetes/settling';
import { titleOf } from '../engine/kubernetes-objects';
import type { Stack } from '../engine/synthesis';
import type { ServiceStatus } from './report';
import { within } from './within';

/** What the stacks declare on Kubernetes, and what is wrong with it, in sentences. */
export interface Namespaces {
  readonly services: readonly ServiceStatus[];
  readonly problems: readonly string[];
  readonly unknown: readonly string[];
}

export async function askNamespaces(stacks: readonly Stack[]): Promise<Namespaces> {
  const endpoints = kubernetesEndpoints(stacks);
  const all = await Promise.all(
    namespacesOf(stacks).map(async (namespace) => {
      const answer = await within(`Kubernetes, for the namespace ${namespace.name},`, look(namespace));
      if (!('value' in answer)) return { services: [], problems: [], unknown: [answer.why] };
      const services = answer.value.map(({ declared, readiness }) => ({
        name: titleOf(declared.object),
        stack: declared.stack,
        state: readiness.state,
        well: readiness.isReady,
        endpoints: endpoints
          .filter(
            ({ name }) => name === declared.object.metadata.name && declared.object.kind === 'Deployment',
          )
          .map(({ what, address }) => ({ name: what, address })),
      }));
      const wrong = answer.value.filter(({ readiness }) => !readiness.isReady);
      return { services, problems: wrong.map((each) => `${sentenceOf(each)}.`), unknown: [] };
    }),
  );
  return {
    services: all.flatMap((each) => each.services),
    problems: all.flatMap((each) => each.problems),
    unknown: all.flatMap((each) => each.unknown),
  };
}
