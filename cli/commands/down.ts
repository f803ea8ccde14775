import { Command, Option } from 'commander';
import Docker from 'dockerode';
import { Listr, type ListrTask } from 'listr2';
import { needsNoEngine, runningEngine } from '../setup/docker-engine';
import { withLock } from '../docker/lock';
import { leftoversStep, lockStep, stateStep, type Held } from '../steps/platform-steps';
import { metadataVolumes, removeContainers, removeUnknown, removeVolumes, takeAway } from '../docker/repair';
import { stackStep, terraformSteps, type Setup } from '../steps/setup-steps';
import { knownIds, mayBeDeployed, readState, type StateResource } from '../engine/state';
import { livesOnBrokers, ON_VOLUMES, synthesize, type Stack } from '../engine/synthesis';
import { namespaceStep } from '../steps/namespace-steps';
import { listrOptions } from '../tasks';
import { destroy, forget } from '../engine/terraform';

interface DownOptions {
  readonly volumes?: boolean;
  /** Another word for it. */
  readonly data?: boolean;
}

export function downCommand(): Command {
  return new Command('down')
    .description('takes the containers away; volumes, and with them topics and their records, stay')
    .option('--volumes', 'remove the volumes too, and with them all data')
    .addOption(new Option('--data', 'the same as --volumes'))
    .action(({ volumes, data }: DownOptions) => down(volumes ?? data ?? false));
}

/** @param volumes whether these go too */
function down(volumes: boolean): Promise<void> {
  return withLock(async () => {
    const synthesized = await synthesize();
    // What is on Kubernetes alone asks no Engine.
    const docker = synthesized.every(needsNoEngine) ? new Docker() : await runningEngine();
    if (!docker) {
      console.log(`Nothing runs: no Docker Engine answers.${volumes ? ' Start it to remove the data.' : ''}`);
      if (volumes) process.exitCode = 1;
      return;
    }
    const setup = { docker } as Setup;
    const held: Held = {};
    const steps = [
      ...[stackStep(synthesized), lockStep(held)],
      ...[...terraformSteps(false, ({ stacks }) => stacks.some(mayBeDeployed)), stateStep()],
      ...[containersStep(), leftoversStep(), namespaceStep(volumes)],
      ...(volumes ? [dataStep()] : []),
    ];
    try {
      await new Listr<Setup>(steps, listrOptions(setup)).run();
    } finally {
      await held.giveBack?.();
    }
  });
}

function containersStep(): ListrTask<Setup> {
  return {
    title: 'Containers',
    task: async ({ docker, stacks }, task) => {
      const gone: string[] = [];
      // The last deployed goes first.
      for (const stack of [...stacks].reverse()) {
        const state = await readState(stack);
        const containers = state.filter(({ type }) => type === 'docker_container');
        if (containers.length === 0) continue;
        if (holdsContainersAlone(state)) await destroyAll([stack]);
        // Terraform would take what depends on them too: topics, or anything of the user's.
        else await takeAway(docker, stack, containers);
        gone.push(stack.name);
      }
      const names = gone.join(', ');
      task.title = `Containers: ${names ? `removed those of ${names}` : 'none'}`;
    },
  };
}

/** An image that a stack builds stays on the Engine when it is destroyed. */
const holdsContainersAlone = (state: readonly StateResource[]): boolean =>
  state.every(({ type }) => type === 'docker_container' || type === 'docker_image');

/** The last deployed goes first. */
async function destroyAll(stacks: readonly Stack[]): Promise<void> {
  for (const stack of [...stacks].reverse()) {
    const state = await readState(stack);
    const onVolumes = state.filter(({ type }) => ON_VOLUMES.includes(type));
    await forget(stack, onVolumes);
    if (state.length > onVolumes.length) await destroy(stack);
  }
}

/** Containers first, whoever knows them: the Engine removes no volume in use, and half of the data is worse than none. */
function dataStep(): ListrTask<Setup> {
  return {
    title: 'Data',
    task: async ({ docker, platforms, stacks }, task) => {
      const removed: string[] = [];
      for (const platform of platforms) {
        await removeContainers(docker, platform);
        removed.push(...(await removeVolumes(docker, platform, metadataVolumes(stacks))));
      }
      // Without a platform, topics and the like are on brokers that somebody else runs.
      await destroyAll(platforms.length > 0 ? stacks : stacks.filter((stack) => !livesOnBrokers(stack)));
      const known = await knownIds(stacks);
      for (const platform of platforms) await removeUnknown(docker, platform, stacks, known);
      task.title = `Data: removed${removed.length > 0 ? ` ${removed.join(', ')}` : ''}`;
    },
  };
}
