import { Command, InvalidArgumentError, Option } from 'commander';
import Table from 'cli-table3';
import { Listr, type ListrTask } from 'listr2';
import { typed } from '../command-names';
import { Deployment, Refusal } from '../engine/deploy';
import { allowOption } from '../engine/plan-gate';
import { bytesIn } from '../engine/plan-gate/quantities';
import { dockerRuntime } from '../docker/runtime';
import { withKubernetes } from '../kubernetes/runtime';
import { withLock } from '../docker/lock';
import { leftoversStep, lockStep, stateStep, type Held } from '../steps/platform-steps';
import { CommandError } from '../program';
import { Interruption } from '../engine/run';
import { diagnose } from '../docker/diagnosis';
import { endWithDead, readyStep, serviceLines, type Ready } from '../steps/ready-steps';
import { kubernetesEndpoints, type Endpoint } from '../kubernetes/endpoints';
import { kubernetesStep } from '../steps/kubernetes-steps';
import { finishRebalanceStep, rebalanceStep } from '../steps/rebalance-steps';
import { certificateStep, rotateAuthorityStep } from '../steps/certificate-step';
import { secretStep } from '../steps/secret-step';
import { engineStep, imageStep, stackStep, terraformSteps, type Setup } from '../steps/setup-steps';
import { PATIENCE } from '../patience';
import { listrOptions } from '../tasks';

/** As in Kafka's own example; more than clients write on a machine of this size, or it would never end. */
const DEFAULT_THROTTLE = 50 * 2 ** 20;

export interface UpOptions {
  readonly setup?: boolean;
  readonly patience?: string;
  readonly allow?: readonly string[];
  readonly rebalance?: boolean;
  /** In bytes a second. */
  readonly throttle?: number;
  readonly rotateAuthority?: boolean;
}

/** What a program leaves to the machine that it is deployed from. */
export interface Choices {
  /** Before the program is synthesized. The Engine is there. */
  readonly choose: ListrTask<Setup>;
  /** Once everything is there that was chosen, and before anything is deployed. */
  readonly keep: () => void;
}

export function upCommand(): Command {
  return new Command('up')
    .description('deploys the stacks, brokers in turn, and waits until every service is healthy and works')
    .option('--setup', 'first set up what this machine lacks, as `setup` does')
    .addOption(
      new Option('--patience <n>', 'how many times as long everything may take, from 1 to 10').choices(
        PATIENCE,
      ),
    )
    .addOption(allowOption())
    .option('--rebalance', 'then spread the partitions that there are over brokers that were added')
    .addOption(
      new Option('--throttle <size>', 'how much a broker may move a second for --rebalance')
        .default(DEFAULT_THROTTLE, '50MiB')
        .argParser(bytes)
        .implies({ rebalance: true }),
    )
    .option(
      '--rotate-authority',
      'then take the next of three steps to another certificate authority, and deploy that, too',
    )
    .action((options: UpOptions) => up(options));
}

export function up(
  {
    setup = false,
    patience,
    allow = [],
    rebalance = false,
    throttle = DEFAULT_THROTTLE,
    rotateAuthority = false,
  }: UpOptions,
  choices?: Choices,
): Promise<void> {
  if (patience) process.env.PLATFORM_PATIENCE = patience;
  return withLock(async () => {
    const held: Held = {};
    const ready: Ready = { running: [], notes: [] };
    const steps = [
      ...(choices ? [engineStep(setup), choices.choose, stackStep()] : [stackStep(), engineStep(setup)]),
      ...[lockStep(held), kubernetesStep(), ...terraformSteps(setup), stateStep()],
      ...[
        certificateStep(setup, rotateAuthority),
        imageStep(setup, choices?.keep),
        secretStep(),
        leftoversStep(),
      ],
      ...(rebalance ? [finishRebalanceStep()] : []),
      ...[deployStep(allow, ready), readyStep(ready)],
      ...(rotateAuthority
        ? [rotateAuthorityStep(), secretStep(), deployStep(allow, ready), readyStep(ready)]
        : []),
      ...(rebalance ? [rebalanceStep(throttle)] : []),
    ];
    try {
      const { stacks } = await new Listr<Setup>(steps, listrOptions({} as Setup)).run();
      report(ready, kubernetesEndpoints(stacks));
    } finally {
      await held.giveBack?.();
    }
  });
}

function bytes(text: string): number {
  const found = bytesIn(text);
  if (found === undefined)
    throw new InvalidArgumentError('Give a whole number of KiB, MiB or GiB, such as 10MiB.');
  return found;
}

/** One line for what Terraform does, one for each service. */
function deployStep(allow: readonly string[], ready: Ready): ListrTask<Setup> {
  return {
    title: 'Deploy',
    task: (setup, task) => {
      const { docker, platforms, stacks } = setup;
      const ended = new AbortController();
      const lines = serviceLines(setup, ended.signal);
      void endWithDead(setup, ended.signal);
      const deploy: ListrTask<Setup> = {
        title: `Terraform: ${stacks.map(({ name }) => name).join(', ')}`,
        task: async (_, line) => {
          try {
            const say = (step: string): unknown => (line.output = step);
            const runtime = withKubernetes(dockerRuntime(docker), stacks);
            ready.notes = await new Deployment(stacks, runtime, allow, say).run();
          } catch (error) {
            if (!(error instanceof CommandError) || error instanceof Interruption || error instanceof Refusal)
              throw error;
            // Without containers there may be no Engine to ask.
            const diagnosis = platforms.length > 0 ? await diagnose(docker, platforms) : '';
            const advice = `Run \`${typed('up')}\` again once that is mended; it goes on from here.`;
            throw new CommandError(
              error.message,
              [diagnosis, error.details, advice].filter(Boolean).join('\n\n'),
            );
          } finally {
            ended.abort();
          }
        },
      };
      return task.newListr([deploy, ...lines], { concurrent: true });
    },
  };
}

function report({ running, notes }: Ready, onKubernetes: readonly Endpoint[]): void {
  const table = new Table({ head: ['Service', 'What', 'Address'], style: { head: [], border: [] } });
  for (const { name, endpoints } of running)
    for (const each of endpoints) table.push([name, each.name, each.address]);
  for (const { name, what, address } of onKubernetes) table.push([name, what, address]);
  if (table.length > 0) console.log(`\n${table.toString()}`);
  for (const note of notes) console.log(`\n${note}`);
  const healthy =
    running.length > 0 ? `All ${running.length} services are healthy.` : 'Everything is deployed.';
  console.log(`
${healthy} What next:
  ${typed('up')}: deploys what you change, and loses nothing without your word
  ${typed('status')}: shows how services, consumer groups and connectors are
  ${typed('down')}: takes the containers away and keeps the data (${typed('down', '--volumes')}: the data too)`);
}
