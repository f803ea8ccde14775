import { Command } from 'commander';
import { Listr, type ListrTask } from 'listr2';
import { runningEngine } from '../setup/docker-engine';
import { exclusively } from '../docker/lock';
import { leftoversStep, lockStep, stateStep, type Held } from '../steps/platform-steps';
import { program } from '../program';
import { metadataVolumes, removeContainers, removeVolumes } from '../docker/repair';
import { stackStep, terraformSteps, type Setup } from '../steps/setup-steps';
import { mayBeDeployed, readState } from '../engine/state';
import { isOnVolumes, ON_VOLUMES, type Stack } from '../engine/synthesis';
import { plainWithoutTerminal } from '../tasks';
import { destroy, forget } from '../engine/terraform';

const { data } = new Command('npm stop --')
  .description('Takes the containers away. Volumes, and with them topics and their records, stay.')
  .option('--data', 'remove the data too')
  .parse()
  .opts<{ data?: boolean }>();

program(() =>
  exclusively(async () => {
    const docker = await runningEngine();
    if (!docker) {
      console.log(`Nothing runs: no Docker Engine answers.${data ? ' Start it to remove the data.' : ''}`);
      if (data) process.exitCode = 1;
      return;
    }
    const setup = { docker } as Setup;
    const held: Held = {};
    const steps = [
      ...[stackStep(), lockStep(held)],
      ...[...terraformSteps(({ stacks }) => stacks.some(mayBeDeployed)), stateStep()],
      ...[containersStep(), leftoversStep()],
      ...(data ? [dataStep()] : []),
    ];
    try {
      await new Listr<Setup>(steps, plainWithoutTerminal(setup)).run();
    } finally {
      await held.giveBack?.();
    }
  }),
);

function containersStep(): ListrTask<Setup> {
  return {
    title: 'Containers',
    task: async ({ stacks }, task) => {
      const destroyed = await destroyAll(stacks.filter(holdsContainers));
      task.title = `Containers: ${destroyed.length > 0 ? `destroyed ${destroyed.join(', ')}` : 'none'}`;
    },
  };
}

/** The last deployed goes first. @returns the names of those that were deployed */
async function destroyAll(stacks: readonly Stack[]): Promise<readonly string[]> {
  const destroyed: string[] = [];
  for (const stack of stacks.filter((each) => !isOnVolumes(each)).reverse()) {
    if ((await readState(stack)).length === 0) continue;
    await destroy(stack);
    destroyed.push(stack.name);
  }
  return destroyed;
}

function holdsContainers(stack: Stack): boolean {
  return stack.resources('docker_container').length > 0;
}

/** Containers first, whoever knows them: the Engine removes no volume in use, and half of the data is worse than none. */
function dataStep(): ListrTask<Setup> {
  return {
    title: 'Data',
    task: async ({ docker, platform, stacks }, task) => {
      await removeContainers(docker, platform);
      const removed = await removeVolumes(docker, platform, metadataVolumes(stacks));
      await destroyAll(stacks);
      for (const stack of stacks.filter(isOnVolumes))
        await forget(
          stack,
          (await readState(stack)).filter(({ type }) => ON_VOLUMES.includes(type)),
        );
      task.title = `Data: removed${removed.length > 0 ? ` ${removed.join(', ')}` : ''}`;
    },
  };
}
