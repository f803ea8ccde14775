import { Listr } from 'listr2';
import { jest, kafkaUi, pytest, runChecks } from './lib/checks';
import { program } from '../cli/program';
import { stackStep, terraformSteps, testProviderSteps, type Setup } from '../cli/steps/setup-steps';
import { plainWithoutTerminal } from '../cli/tasks';

program(async () => {
  await new Listr<Setup>(
    [stackStep(), ...terraformSteps(), ...testProviderSteps()],
    plainWithoutTerminal({} as Setup),
  ).run();
  await runChecks([
    { name: 'type-check', command: 'tsc', args: ['--noEmit'] },
    { name: 'lint', command: 'tsx', args: ['tools/lint.ts'] },
    jest('unit'),
    jest('validate'),
    jest('packed'),
    kafkaUi(),
    pytest(),
  ]);
});
