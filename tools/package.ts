import { Listr } from 'listr2';
import { packageSteps } from './lib/package';
import { program } from '../cli/program';
import { plainWithoutTerminal } from '../cli/tasks';

/** Makes dist/, which is what `npm pack` packs. */
program(async () => {
  await new Listr(packageSteps(), plainWithoutTerminal({})).run();
});
