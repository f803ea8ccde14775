import { setMaxListeners } from 'node:events';
import { Command, Option } from 'commander';
import Table from 'cli-table3';
import { Listr, type ListrTask } from 'listr2';
import { Deployment, Refusal } from './lib/deploy';
import { allowOption } from './lib/plan-gate';
import { engineOf } from './lib/conditions';
import { exclusively } from './lib/lock';
import { leftoversStep, lockStep, stateStep, type Held } from './lib/platform-steps';
import { Problem, program } from './lib/program';
import { Interruption } from './lib/run';
import { declaredServices, diagnose, settled, watch } from './lib/services';
import { engineSteps, imageSteps, stackStep, terraformSteps, type Setup } from './lib/setup';
import { PROFILES } from './lib/settings';
import { plainWithoutTerminal, tell } from './lib/tasks';

const { profile, allow = [] } = new Command('npm start --')
  .description('Sets up what is missing, deploys the platform and waits until every service is healthy.')
  .addOption(new Option('--profile <name>', 'how large everything is').choices(PROFILES))
  .addOption(allowOption())
  .parse()
  .opts<{ profile?: string; allow?: string[] }>();

/** For services that were unhealthy until this deploy, for want of what it mended; in milliseconds. */
const RECOVERY = 30_000;

program(() =>
  exclusively(async () => {
    const setup = {} as Setup;
    const held: Held = {};
    const steps = [
      ...engineSteps(profile),
      ...[stackStep(), lockStep(held), stateStep()],
      ...terraformSteps(),
      ...imageSteps(),
      ...[leftoversStep(), deployStep()],
    ];
    try {
      await new Listr<Setup>(steps, plainWithoutTerminal(setup)).run();
      await report(setup);
    } finally {
      await held.giveBack?.();
    }
  }),
);

/** One line for what Terraform does, one for each service. */
function deployStep(): ListrTask<Setup> {
  return {
    title: 'Deploy',
    task: ({ docker, platform, stacks }, task) => {
      const ended = new AbortController();
      // Every service listens to it, and Node takes more than ten for a leak.
      setMaxListeners(0, ended.signal);
      const lines = declaredServices(stacks).map((name): ListrTask<Setup> => ({
        title: name,
        task: (_, line) =>
          watch(docker, platform, name, (state) => tell(line, `${name}: ${state}`), ended.signal),
      }));
      const deploy: ListrTask<Setup> = {
        title: `Terraform: ${stacks.map(({ name }) => name).join(', ')}`,
        task: async (_, line) => {
          try {
            await new Deployment(stacks, engineOf(docker), allow, (step) => (line.output = step)).run();
          } catch (error) {
            const diagnosis = await diagnose(docker, platform);
            if (!(error instanceof Problem) || error instanceof Interruption || error instanceof Refusal)
              throw error;
            const advice = 'Run `npm start` again once that is mended; it goes on from here.';
            throw new Problem(error.message, [error.details, diagnosis, advice].filter(Boolean).join('\n\n'));
          } finally {
            ended.abort();
          }
        },
      };
      return task.newListr([deploy, ...lines], { concurrent: true });
    },
  };
}

async function report({ docker, platform, stacks }: Setup): Promise<void> {
  const declared = declaredServices(stacks);
  const running = await settled(docker, platform, declared, AbortSignal.timeout(RECOVERY));
  const missing = declared.filter((name) => !running.some((each) => each.name === name));
  const failing = running.filter(({ isReady }) => !isReady).map(({ name, state }) => `${name} is ${state}`);
  const problems = [...missing.map((name) => `${name} is not there`), ...failing];
  if (problems.length > 0) throw new Problem(`${problems.join(', ')}.\n${await diagnose(docker, platform)}`);

  const table = new Table({ head: ['Service', 'What', 'Address'], style: { head: [], border: [] } });
  for (const { name, endpoints } of running)
    for (const each of endpoints) table.push([name, each.name, each.address]);
  console.log(`\n${table.toString()}\n`);
  console.log(`All ${running.length} services are healthy. What next:
  npm run demo            sends records and shows their averages as they come out
  npx cdktf diff kafka    shows what a change of the code would change
  npm stop                takes the containers away and keeps the data (npm stop -- --data: the data too)`);
}
