import { Listr } from 'listr2';
import { packageSteps } from './lib/package';
import { program } from '../cli/program';
import { ROOT } from './lib/root';
import { listrOptions } from '../cli/tasks';

/** Makes dist/, which is what `npm pack` packs. */
program(ROOT, async () => {
  await new Listr(packageSteps(), listrOptions({})).run();
});
