import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { execa } from 'execa';
import { Listr } from 'listr2';
import { jest, runChecks } from './lib/checks';
import { program } from './lib/program';
import { engineSteps, imageSteps, terraformSteps, type Setup } from './lib/setup';
import { takeRows, withRows } from './lib/survival';
import { plainWithoutTerminal } from './lib/tasks';

const GUIDE = 'docs/guide/what-it-survives.md';

const { quick, only, engine } = new Command('npm run test:faults --')
  .description(
    'Does to a platform of its own what happens to platforms, under load, and checks that no record is lost.',
  )
  .option('--quick', 'only the few scenarios that take a minute or two')
  .option('--only <text>', 'only the scenarios whose name matches')
  .option(
    '--engine <command>',
    'also restart the Docker Engine, and with it every container on it, by this command',
  )
  .parse()
  .opts<{ quick?: boolean; only?: string; engine?: string }>();

program(async () => {
  process.env.PLATFORM_PROFILE ??= 'small';
  process.env.PLATFORM_NAME ??= 'faults';
  process.env.PLATFORM_PORT_OFFSET ??= '30000';
  if (engine) process.env.RESTART_ENGINE = engine;
  process.env.CDKTF_OUTPUT = `cdktf.${process.env.PLATFORM_NAME}.out`;
  const steps = [...engineSteps(), ...terraformSteps(), ...imageSteps()];
  await new Listr<Setup>(steps, plainWithoutTerminal({} as Setup)).run();
  takeRows();
  const pattern = quick ? '@quick' : only;
  try {
    // KafkaJS keeps trying brokers that it has lost, also for a client that was told to disconnect.
    const options = ['--runInBand', '--forceExit', ...(pattern ? ['--testNamePattern', pattern] : [])];
    await runChecks([jest('faults', ...options)]);
  } finally {
    await execa('npm', ['stop', '--', '--data'], { stdio: 'inherit' });
  }
  const rows = takeRows();
  // What is slow on the machine of a check is no news for the guide.
  if (!quick) await writeFile(GUIDE, withRows(await readFile(GUIDE, 'utf8'), rows));
});
