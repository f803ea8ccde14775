import { readFile, writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { execa } from 'execa';
import { Listr } from 'listr2';
import { jest, runChecks } from './lib/checks';
import { CommandError, program } from '../cli/program';
import { ROOT } from './lib/root';
import { engineStep, imageStep, stackStep, terraformSteps, type Setup } from '../cli/steps/setup-steps';
import { choices } from './lib/choices';
import { forgetRows, GUIDE, loadRows, METADATA, withRows, type MetadataMode } from './lib/survival';
import { listrOptions } from '../cli/tasks';

const MODES = Object.keys(METADATA) as MetadataMode[];
const QUICK: readonly MetadataMode[] = ['zookeeper', 'kraft'];
/** Nothing can be with ZooKeeper, and the brokers of the suite's own program are not. */
const SECURED: readonly MetadataMode[] = ['kraft'];

interface Options {
  readonly quick?: boolean;
  readonly whole?: boolean;
  readonly fresh?: boolean;
  readonly only?: string;
  readonly metadata?: readonly MetadataMode[];
  readonly security: 'plain' | 'secured';
  readonly engine?: string;
}

const { quick, whole, fresh, only, metadata, security, engine } = new Command('npm run test:faults --')
  .description(
    'Does to a platform of its own what happens to platforms, under load, and checks that no record is lost.',
  )
  .option('--quick', 'only the few scenarios that take a minute or two')
  .option('--whole', 'from every state that a start may find, and not only from each pair of its parts')
  .option('--fresh', 'also what this commit was found to survive before')
  .option('--only <text>', 'only the scenarios whose name matches')
  .addOption(new Option('--metadata <modes...>', 'only where metadata is kept so').choices(MODES))
  .addOption(
    new Option('--security <mode>', 'secured: where everybody shows a certificate')
      .choices(['plain', 'secured'])
      .default('plain'),
  )
  .option(
    '--engine <command>',
    'also restart the Docker Engine, and with it every container on it, by this command',
  )
  .parse()
  .opts<Options>();
const isSecured = security === 'secured';

program(ROOT, async () => {
  const modes = metadata ?? (isSecured ? SECURED : quick ? QUICK : MODES);
  if (isSecured && modes.some((mode) => !SECURED.includes(mode)))
    throw new CommandError(`--security secured is with --metadata ${SECURED.join()} only.`);
  process.env.PLATFORM_SECURITY = security;
  if (isSecured) process.env.PLATFORM_METADATA = 'kraft';
  // In all modes the same, whose figures the guide compares.
  process.env.PLATFORM_KAFKA = '3.9';
  process.env.PLATFORM_PROFILE ??= 'small';
  process.env.PLATFORM_NAME ??= 'faults';
  process.env.PLATFORM_PORT_OFFSET ??= '15000';
  if (engine) process.env.RESTART_ENGINE = engine;
  if (whole) process.env.FAULTS_WHOLE = '1';
  process.env.CDKTF_OUTPUT = `cdktf.${process.env.PLATFORM_NAME}.out`;
  const { choose, keep } = choices();
  const steps = [engineStep(true), choose, stackStep(), ...terraformSteps(true), imageStep(true, keep)];
  await new Listr<Setup>(steps, listrOptions({} as Setup)).run();
  if (quick || fresh) forgetRows();
  for (const mode of modes) await runScenarios(mode);
  // What is slow on the machine of a check is no news for the guide.
  if (!quick) await writeFile(GUIDE, withRows(await readFile(GUIDE, 'utf8'), loadRows()));
});

/** On a platform of their own, which is removed with its data. */
async function runScenarios(mode: MetadataMode): Promise<void> {
  process.env.FAULTS_METADATA = mode;
  process.env.PLATFORM_METADATA = mode === 'kraft' ? 'kraft' : 'zookeeper';
  const pattern = quick ? '@quick' : only;
  const options = [
    // KafkaJS keeps trying brokers that it has lost, also for a client that was told to disconnect.
    ...['--runInBand', '--forceExit'],
    ...['--testPathPatterns', `faults/(${filesFor(mode).join('|')})\\.`],
    ...(pattern ? ['--testNamePattern', pattern] : []),
  ];
  try {
    await runChecks([jest('faults', options, `faults-${mode}${isSecured ? '-secured' : ''}`)]);
  } finally {
    await execa('npm', ['stop', '--', '--data'], { stdio: 'inherit' });
  }
}

/** Of the scenarios that there can be: some take all services, and some brokers that show certificates, or may. */
function filesFor(mode: MetadataMode): readonly string[] {
  const isWhole = mode === 'zookeeper' || mode === 'kraft';
  return [
    ...['brokers', 'metadata'],
    ...(isWhole ? ['commands', 'heals', 'services', 'streaming'] : []),
    ...(mode === 'controllers' ? ['to-tls'] : []),
    ...(isSecured ? ['certificates'] : []),
  ];
}
