import type { ListrTask } from 'listr2';
import { lockPlatform } from '../docker/lock';
import { removeUnknown, unpause } from '../docker/repair';
import type { Setup } from './setup-steps';
import { mayBeDeployed, readState, repairStates, takeOverUnsaved } from '../engine/state';
import { init } from '../engine/terraform';

/** What a command that changes the platform must have before it does, and gives back when it ends. */
export interface Held {
  giveBack?: () => Promise<void>;
}

export function lockStep(held: Held): ListrTask<Setup> {
  return {
    title: 'Lock',
    task: async ({ docker, platform }, task) => {
      held.giveBack = await lockPlatform(docker, platform);
      task.title = `Platform ${platform}: nobody else changes it`;
    },
  };
}

/** Before anything reads a state: each is readable, and where it is kept is known. */
export function stateStep(): ListrTask<Setup> {
  return {
    title: 'Terraform states',
    task: async ({ stacks }, task) => {
      const repaired = [...repairStates(stacks)];
      const deployed = stacks.filter(mayBeDeployed);
      await Promise.all(deployed.map(init));
      repaired.push(...(await Promise.all(deployed.map(takeOverUnsaved))).flat());
      task.title = `Terraform states: ${repaired.length > 0 ? repaired.join('; ') : 'readable'}`;
    },
  };
}

export function leftoversStep(): ListrTask<Setup> {
  return {
    title: 'Leftovers of an interrupted run',
    task: async ({ docker, platform, stacks }, task) => {
      const paused = await unpause(docker, platform);
      const states = await Promise.all(stacks.map(readState));
      const known = new Set(states.flat().map(({ id }) => id));
      const removed = await removeUnknown(docker, platform, stacks, known);
      const done = [
        ...(paused.length > 0 ? [`let go on ${paused.join(', ')}`] : []),
        ...(removed.length > 0 ? [`removed ${removed.join(', ')}`] : []),
      ];
      task.title = `Leftovers of an interrupted run: ${done.join('; ') || 'none'}`;
    },
  };
}
