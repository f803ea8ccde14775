import { Listr } from 'listr2';
import { compareWithReport, ENTRIES } from './lib/api-report';
import { packageSteps } from './lib/package';
import { program } from '../cli/program';
import { ROOT } from './lib/root';
import { listrOptions } from '../cli/tasks';

/** Renews the reports of the library's public face in docs/api/. */
program(ROOT, async () => {
  const reports = Object.keys(ENTRIES).map((entry) => ({
    title: `docs/api/${entry}.api.md`,
    task: (): void => void compareWithReport(entry, true),
  }));
  await new Listr([...packageSteps(), ...reports], listrOptions({})).run();
});
