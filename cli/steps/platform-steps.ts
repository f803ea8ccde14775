import type { ListrTask } from 'listr2';
import { lockPlatform } from '../docker/lock';
import { removeUnknown, unpause } from '../docker/repair';
import type { Setup } from './setup-steps';
import { knownIds, mayBeDeployed, repairStates, takeOverUnsaved } from '../engine/state';
import { init } from '../engine/terraform';

/** What a command that changes platforms must have before it does, and gives back when it ends. */
export interface Held {
  giveBack?: () => Promise<void>;
}

export function lockStep(held: Held): ListrTask<Setup> {
  return {
    title: 'Lock',
    task: async ({ docker, platforms }, task) => {
      const locks: (() => Promise<void>)[] = [];
      held.giveBack = async () => {
        for (const giveBack of locks) await giveBack();
      };
      // In one order, or two commands that each have one would wait for each other's.
      for (const platform of [...platforms].sort()) locks.push(await lockPlatform(docker, platform));
      task.title = `Platform ${platforms.join(', ') || '(none)'}: no one else is changing it`;
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
    task: async ({ docker, platforms, stacks }, task) => {
      const known = await knownIds(stacks);
      const [paused, removed]: [string[], string[]] = [[], []];
      for (const platform of platforms) {
        paused.push(...(await unpause(docker, platform)));
        removed.push(...(await removeUnknown(docker, platform, stacks, known)));
      }
      const done = [
        ...(paused.length > 0 ? [`let go on ${paused.join(', ')}`] : []),
        ...(removed.length > 0 ? [`removed ${removed.join(', ')}`] : []),
      ];
      task.title = `Leftovers of an interrupted run: ${done.join('; ') || 'none'}`;
    },
  };
}
