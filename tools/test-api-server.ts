import { Listr, type ListrTask } from 'listr2';
import { program } from '../cli/program';
import { terraformSteps, type Setup } from '../cli/steps/setup-steps';
import { listrOptions, reportStep } from '../cli/tasks';
import { ensureApiServer } from './kubernetes/api-server';
import { jest, runChecks } from './lib/checks';
import { ROOT } from './lib/root';
import { testProviderStep } from './lib/test-providers';

/** With arguments for Jest, such as `-t drift`. */
program(ROOT, async () => {
  await new Listr<Setup>(
    [...terraformSteps(true).slice(0, 1), testProviderStep(['gavinbunney/kubectl']), apiServerStep()],
    listrOptions({} as Setup),
  ).run();
  await runChecks([jest('api-server', ['--runInBand', ...process.argv.slice(2)])]);
});

function apiServerStep(): ListrTask<Setup> {
  const title = 'API server of Kubernetes';
  return {
    title,
    task: async (_, task) => {
      await ensureApiServer((step) => reportStep(task, `${title}: ${step}`));
    },
  };
}
