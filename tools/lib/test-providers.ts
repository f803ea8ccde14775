import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ListrTask } from 'listr2';
import { ensureProviders, PROVIDERS, type Needs } from '../../cli/setup/providers';
import type { Setup } from '../../cli/steps/setup-steps';
import { reportStep } from '../../cli/tasks';
import { ROOT } from './root';

/** The providers whose constructs the tests try, beside those of the stacks. */
export function testProviderStep(): ListrTask<Setup> {
  const title = 'Terraform providers of the tests';
  return {
    title,
    task: async ({ terraform }, task) => {
      const say = (step: string): void => reportStep(task, `${title}: ${step}`);
      task.title = `${title}: ${await ensureProviders(terraform, [await everyProvider()], say, true)}`;
    },
  };
}

async function everyProvider(): Promise<Needs> {
  const directory = join(ROOT, '.cache', 'providers');
  const providers = Object.fromEntries(
    PROVIDERS.map(({ source, version }) => [source.replace(/.*\//, ''), { source, version }]),
  );
  await mkdir(directory, { recursive: true });
  const json = JSON.stringify({ terraform: { required_providers: providers } });
  await writeFile(join(directory, 'main.tf.json'), json);
  return { name: 'of all providers', directory, providers };
}
