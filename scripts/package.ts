import { Listr } from 'listr2';
import { packageSteps } from './lib/package';
import { program } from './lib/program';
import { plainWithoutTerminal } from './lib/tasks';

/** Makes dist/, which is what `npm pack` packs. */
program(async () => {
  await new Listr(packageSteps(), plainWithoutTerminal({})).run();
});
