import { Command } from 'commander';
import { Listr } from 'listr2';
import { typed } from '../command-names';
import { exclusively } from '../docker/lock';
import { engineStep, imageStep, stackStep, terraformSteps, type Setup } from '../steps/setup-steps';
import { plainWithoutTerminal } from '../tasks';

export function setupCommand(): Command {
  return new Command('setup')
    .description(
      'sets up what the project needs and this machine lacks: starts a Docker Engine, or installs one; fetches or builds Terraform providers; takes or builds images. Deploys nothing',
    )
    .action(setup);
}

function setup(): Promise<void> {
  return exclusively(async () => {
    const steps = [stackStep(), engineStep(true), ...terraformSteps(true), imageStep(true)];
    await new Listr<Setup>(steps, plainWithoutTerminal({} as Setup)).run();
    console.log(`\nEverything is there. \`${typed('up')}\` deploys.`);
  });
}
