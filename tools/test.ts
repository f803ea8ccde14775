import { Listr } from 'listr2';
import { jest, kafkaUi, pytest, runChecks } from './lib/checks';
import { program } from '../cli/program';
import { ROOT } from './lib/root';
import { stackStep, terraformSteps, type Setup } from '../cli/steps/setup-steps';
import { testProviderStep } from './lib/test-providers';
import { listrOptions } from '../cli/tasks';

program(ROOT, async () => {
  await new Listr<Setup>(
    [stackStep(), ...terraformSteps(true), testProviderStep()],
    listrOptions({} as Setup),
  ).run();
  await runChecks([
    { name: 'type-check', command: 'tsc', args: ['--noEmit'] },
    { name: 'lint', command: 'tsx', args: ['tools/lint.ts'] },
    jest('unit'),
    jest('terraform'),
    jest('kubernetes'),
    jest('prometheus'),
    jest('package'),
    kafkaUi(),
    { name: 'docs', command: 'tsx', args: ['tools/docs.ts'] },
    pytest('3.5'),
    pytest('4'),
  ]);
});
