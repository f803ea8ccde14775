import type { ListrTask } from 'listr2';
import { dockerRuntime } from '../docker/runtime';
import { clustersOf, hasBrokers, type Cluster } from '../engine/clusters';
import { finishRebalance, rebalance } from '../engine/rebalance';
import { reportStep } from '../tasks';
import type { Setup } from './setup-steps';

/** Before a deploy: what an interrupted run left. */
export function finishRebalanceStep(): ListrTask<Setup> {
  const title = 'Rebalance that was interrupted';
  return {
    title,
    task: async ({ docker, stacks }, task) => {
      const steps: string[] = [];
      for (const cluster of clusters(stacks))
        await finishRebalance(cluster, dockerRuntime(docker), (step) => {
          steps.push(step);
          reportStep(task, `${title}: ${step}`);
        });
      task.title = `${title}: ${steps.length > 0 ? 'ended' : 'none'}`;
    },
  };
}

/** @param throttle bytes a second */
export function rebalanceStep(throttle: number): ListrTask<Setup> {
  return {
    title: 'Rebalance',
    task: async ({ docker, stacks }, task) => {
      const done: string[] = [];
      for (const cluster of clusters(stacks)) {
        const say = (step: string): void => reportStep(task, `Rebalance: ${step}`);
        done.push(await rebalance(cluster, dockerRuntime(docker), throttle, say));
      }
      task.title = `Rebalance: ${done.join('; ') || 'no brokers'}`;
    },
  };
}

const clusters = (stacks: Setup['stacks']): readonly Cluster[] => clustersOf([], stacks).filter(hasBrokers);
