import { resolve } from 'node:path';
import { Command } from 'commander';
import { allowOption, dataLosses, refusal } from '../engine/plan-gate';
import { readPlan } from '../engine/plan';
import { CommandError } from '../program';

export function checkCommand(): Command {
  return new Command('check')
    .description('says what Terraform plans would lose; ends with 1 if that is anything that is not allowed')
    .argument('<plan.json...>', 'what `terraform show -json <plan>` prints; best of all stacks together')
    .addOption(allowOption())
    .action(check);
}

/** @throws CommandError naming everything that would be lost */
function check(files: readonly string[], { allow = [] }: { allow?: readonly string[] }): void {
  const plans = files.map((file) => readPlan(resolve(file)));
  const refused = refusal(dataLosses(plans), allow, 'add');
  if (refused) throw new CommandError(refused);
  console.log('Nothing is lost.');
}
