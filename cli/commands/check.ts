import { resolve } from 'node:path';
import { Command } from 'commander';
import { allowOption, dangers, refusal } from '../engine/plan-gate';
import { readPlan } from '../engine/plan';
import { Problem, program } from '../program';

// npm runs scripts in the project's folder; the paths are those of whoever called it.
const here = process.env.INIT_CWD ?? process.cwd();

const command = new Command('npm run plan-check --')
  .description('Says what Terraform plans would lose; ends with 1 if that is anything that is not allowed.')
  .argument('<plan.json...>', 'what `terraform show -json <plan>` prints; best of all stacks together')
  .addOption(allowOption())
  .parse();

program(() => {
  const { allow = [] } = command.opts<{ allow?: string[] }>();
  const plans = command.args.map((file) => readPlan(resolve(here, file)));
  const refused = refusal(dangers(plans), allow, 'add');
  if (refused) throw new Problem(refused);
  console.log('Nothing is lost.');
});
