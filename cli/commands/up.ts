import { Command, Option } from 'commander';
import Table from 'cli-table3';
import { Listr, type ListrTask } from 'listr2';
import { Deployment, Refusal } from '../engine/deploy';
import { allowOption } from '../engine/plan-gate';
import { dockerRuntime } from '../docker/runtime';
import { exclusively } from '../docker/lock';
import { leftoversStep, lockStep, stateStep, type Held } from '../steps/platform-steps';
import { Problem, program } from '../program';
import { Interruption } from '../engine/run';
import { diagnose } from '../docker/diagnosis';
import { endWithDead, readyStep, serviceLines, type Ready } from '../steps/ready-steps';
import { engineSteps, imageSteps, stackStep, terraformSteps, type Setup } from '../steps/setup-steps';
import { PATIENCE, PROFILES, remember } from '../setup/settings';
import { plainWithoutTerminal } from '../tasks';

const {
  profile,
  patience,
  allow = [],
} = new Command('npm start --')
  .description('Sets up what is missing, deploys the platform and waits until every service is healthy.')
  .addOption(new Option('--profile <name>', 'how large everything is').choices(PROFILES))
  .addOption(
    new Option('--patience <n>', 'how many times as long everything may take, from 1 to 10').choices(
      PATIENCE,
    ),
  )
  .addOption(allowOption())
  .parse()
  .opts<{ profile?: string; patience?: string; allow?: string[] }>();

program(() =>
  exclusively(async () => {
    if (patience && patience !== process.env.PLATFORM_PATIENCE) remember('PLATFORM_PATIENCE', patience);
    const setup = {} as Setup;
    const held: Held = {};
    const ready: Ready = { running: [], notes: [] };
    const steps = [
      ...engineSteps(profile),
      ...[stackStep(), lockStep(held)],
      ...[...terraformSteps(), stateStep()],
      ...imageSteps(),
      ...[leftoversStep(), deployStep(), readyStep(ready)],
    ];
    try {
      await new Listr<Setup>(steps, plainWithoutTerminal(setup)).run();
      report(ready);
    } finally {
      await held.giveBack?.();
    }
  }),
);

/** One line for what Terraform does, one for each service. */
function deployStep(): ListrTask<Setup> {
  return {
    title: 'Deploy',
    task: (setup, task) => {
      const { docker, platform, stacks } = setup;
      const ended = new AbortController();
      const lines = serviceLines(setup, ended.signal);
      void endWithDead(setup, ended.signal);
      const deploy: ListrTask<Setup> = {
        title: `Terraform: ${stacks.map(({ name }) => name).join(', ')}`,
        task: async (_, line) => {
          try {
            await new Deployment(stacks, dockerRuntime(docker), allow, (step) => (line.output = step)).run();
          } catch (error) {
            if (!(error instanceof Problem) || error instanceof Interruption || error instanceof Refusal)
              throw error;
            const diagnosis = await diagnose(docker, platform);
            const advice = 'Run `npm start` again once that is mended; it goes on from here.';
            throw new Problem(error.message, [diagnosis, error.details, advice].filter(Boolean).join('\n\n'));
          } finally {
            ended.abort();
          }
        },
      };
      return task.newListr([deploy, ...lines], { concurrent: true });
    },
  };
}

function report({ running, notes }: Ready): void {
  const table = new Table({ head: ['Service', 'What', 'Address'], style: { head: [], border: [] } });
  for (const { name, endpoints } of running)
    for (const each of endpoints) table.push([name, each.name, each.address]);
  console.log(`\n${table.toString()}\n`);
  for (const note of notes) console.log(`${note}\n`);
  console.log(`All ${running.length} services are healthy. What next:
  npm run demo            sends records and shows their averages as they come out
  npx cdktf diff kafka    shows what a change of the code would change
  npm stop                takes the containers away and keeps the data (npm stop -- --data: the data too)`);
}
