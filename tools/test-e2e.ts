import { Listr } from 'listr2';
import { jest, runChecks } from './lib/checks';
import { program } from '../cli/program';
import {
  engineSteps,
  imageSteps,
  stackStep,
  terraformSteps,
  testProviderSteps,
  type Setup,
} from '../cli/steps/setup-steps';
import { plainWithoutTerminal } from '../cli/tasks';

program(async () => {
  process.env.PLATFORM_PROFILE ??= 'small';
  const steps = [...engineSteps(), stackStep(), ...terraformSteps(), ...testProviderSteps(), ...imageSteps()];
  await new Listr<Setup>(steps, plainWithoutTerminal({} as Setup)).run();
  await runChecks([jest('e2e', ['--runInBand'])]);
});
