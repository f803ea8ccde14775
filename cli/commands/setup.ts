import { Command } from 'commander';
import { Listr } from 'listr2';
import { typed } from '../command-names';
import { withLock } from '../docker/lock';
import { certificateStep } from '../steps/certificate-step';
import { engineStep, imageStep, stackStep, terraformSteps, type Setup } from '../steps/setup-steps';
import { listrOptions } from '../tasks';

export function setupCommand(): Command {
  return new Command('setup')
    .description(
      'sets up what the project needs and this machine lacks: starts a Docker Engine, or installs one; fetches or builds Terraform providers; makes certificates for brokers; takes or builds images. Deploys nothing',
    )
    .action(setup);
}

function setup(): Promise<void> {
  return withLock(async () => {
    const steps = [
      ...[stackStep(), engineStep(true), ...terraformSteps(true)],
      ...[certificateStep(true), imageStep(true)],
    ];
    await new Listr<Setup>(steps, listrOptions({} as Setup)).run();
    console.log(`\nEverything is there. \`${typed('up')}\` deploys.`);
  });
}
