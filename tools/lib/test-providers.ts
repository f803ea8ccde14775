import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ListrTask } from 'listr2';
import { ensureProviders, PROVIDERS, type Needs } from '../../cli/setup/providers';
import type { Setup } from '../../cli/steps/setup-steps';
import { reportStep } from '../../cli/tasks';
import { ROOT } from './root';

const KUBECTL = 'gavinbunney/kubectl';

/**
 * The providers whose constructs the tests try, beside those of the stacks.
 * @param sources by default all but that of Kubernetes, which only tests at its API use
 */
export function testProviderStep(
  sources = PROVIDERS.map(({ source }) => source).filter((source) => source !== KUBECTL),
): ListrTask<Setup> {
  const title = 'Terraform providers of the tests';
  return {
    title,
    task: async ({ terraform }, task) => {
      const say = (step: string): void => reportStep(task, `${title}: ${step}`);
      task.title = `${title}: ${await ensureProviders(terraform, [await needing(sources)], say, true)}`;
    },
  };
}

async function needing(sources: readonly string[]): Promise<Needs> {
  const directory = join(ROOT, '.cache', sources.includes(KUBECTL) ? 'providers-kubernetes' : 'providers');
  const chosen = PROVIDERS.filter(({ source }) => sources.includes(source));
  const providers = Object.fromEntries(
    chosen.map(({ source, version }) => [source.replace(/.*\//, ''), { source, version }]),
  );
  await mkdir(directory, { recursive: true });
  const json = JSON.stringify({ terraform: { required_providers: providers } });
  await writeFile(join(directory, 'main.tf.json'), json);
  return { name: 'of the tests', directory, providers };
}
