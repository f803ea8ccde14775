import { Listr } from 'listr2';
import { jest, runChecks } from './lib/checks';
import { program } from '../cli/program';
import { ROOT } from './lib/root';
import { engineStep, imageStep, stackStep, terraformSteps, type Setup } from '../cli/steps/setup-steps';
import { choices } from './lib/choices';
import { testProviderStep } from './lib/test-providers';
import { listrOptions } from '../cli/tasks';

program(ROOT, async () => {
  process.env.PLATFORM_PROFILE ??= 'small';
  const { choose, keep } = choices();
  const steps = [
    ...[engineStep(true), choose, stackStep(), ...terraformSteps(true)],
    ...[testProviderStep(), imageStep(true, keep)],
  ];
  await new Listr<Setup>(steps, listrOptions({} as Setup)).run();
  await runChecks([jest('e2e', ['--runInBand'])]);
});
