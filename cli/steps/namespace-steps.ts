import type { ListrTask } from 'listr2';
import { namespacesOf } from '../kubernetes/namespaces';
import { letTopicsGo, mustBeOurs, stop } from '../kubernetes/stopping';
import type { Setup } from './setup-steps';

/** @param volumes whether the claims go next, with all that is declared; else they stay, and only what runs goes */
export function namespaceStep(volumes: boolean): ListrTask<Setup> {
  return {
    title: 'Kubernetes',
    skip: ({ stacks }) => namespacesOf(stacks).length === 0 && 'no stack is there',
    task: async ({ stacks }, task) => {
      const gone: string[] = [];
      for (const namespace of namespacesOf(stacks)) {
        await mustBeOurs(namespace);
        if (volumes) await letTopicsGo(namespace);
        else gone.push(...(await stop(namespace)));
      }
      task.title = volumes
        ? 'Kubernetes: namespaces and their claims are deleted with all data'
        : `Kubernetes: stopped ${gone.join(', ') || 'nothing'}; claims, topics and users stay`;
    },
  };
}
