import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Command } from 'commander';
import { Listr, type ListrTask } from 'listr2';
import { destroy } from './lib/cdktf';
import { runningEngine } from './lib/engine';
import { exclusively, program } from './lib/program';
import { removeUnknown, removeVolumes, stateFolder } from './lib/repair';
import { terraformSteps, type Setup } from './lib/setup';
import { isOnVolumes, readState, type Stack } from './lib/synthesis';
import { plainWithoutTerminal } from './lib/tasks';

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
    const steps = [
      ...terraformSteps(({ stacks }) => stacks.some(isDeployed)),
      destroyStep(),
      leftoversStep(),
      ...(data ? [volumesStep()] : []),
    ];
    await new Listr<Setup>(steps, plainWithoutTerminal(setup)).run();
  }),
);

function destroyStep(): ListrTask<Setup> {
  return {
    title: 'Containers',
    task: async ({ stacks }, task) => {
      const doomed = stacks
        .filter(isDeployed)
        .filter((stack) => !isOnVolumes(stack) && (holdsContainers(stack) || data));
      const names = doomed.map(({ name }) => name).reverse();
      if (names.length > 0) await destroy(names);
      task.title = `Containers: ${names.length > 0 ? `destroyed ${names.join(', ')}` : 'none'}`;
    },
  };
}

function isDeployed(stack: Stack): boolean {
  return readState(stack.stateFile).length > 0;
}

function holdsContainers(stack: Stack): boolean {
  return stack.resources('docker_container').length > 0;
}

function leftoversStep(): ListrTask<Setup> {
  return {
    title: 'Leftovers',
    task: async ({ docker, platform, stacks }, task) => {
      const removed = await removeUnknown(docker, platform, stateFolder(stacks));
      task.title = `Leftovers: ${removed.length > 0 ? `removed ${removed.join(', ')}` : 'none'}`;
    },
  };
}

function volumesStep(): ListrTask<Setup> {
  return {
    title: 'Data',
    task: async ({ docker, platform, stacks }, task) => {
      const removed = await removeVolumes(docker, platform);
      const gone = stacks.filter((stack) => isOnVolumes(stack) && existsSync(stack.stateFile));
      await Promise.all(gone.map(({ stateFile }) => rm(stateFile)));
      task.title = `Data: removed${removed.length > 0 ? ` ${removed.join(', ')}` : ''}`;
    },
  };
}
