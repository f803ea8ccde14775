import type { ListrTask } from 'listr2';
import { namespacesOf } from '../kubernetes/namespaces';
import { checkCluster } from '../kubernetes/settling';
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
