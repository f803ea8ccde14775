import { Listr } from 'listr2';
import { jest, runChecks } from './lib/checks';
import { program } from './lib/program';
import {
  engineSteps,
  imageSteps,
  stackStep,
  terraformSteps,
  testProviderSteps,
  type Setup,
} from './lib/setup';
import { plainWithoutTerminal } from './lib/tasks';

program(async () => {
  process.env.PLATFORM_PROFILE ??= 'small';
  const steps = [...engineSteps(), stackStep(), ...terraformSteps(), ...testProviderSteps(), ...imageSteps()];
  await new Listr<Setup>(steps, plainWithoutTerminal({} as Setup)).run();
  await runChecks([jest('e2e', ['--runInBand'])]);
});
