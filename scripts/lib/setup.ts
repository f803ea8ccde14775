import { join } from 'node:path';
import type Docker from 'dockerode';
import type { ListrTask } from 'listr2';
import type { LocalImage } from '../../constructs/core/local-image';
import { checkRoom, dockerEngine } from './engine';
import { buildImages, missingImages, serviceImages } from './images';
import { ROOT } from './program';
import { ensureProviders, everyProvider } from './providers';
import { chooseImages, chooseProfile, remember } from './settings';
import { platformName, synthesize, type Stack } from './synthesis';
import { tell } from './tasks';
import { findTerraform, type Terraform } from './terraform';

/** What the steps of a set-up find, for those that come after. */
export interface Setup {
  docker: Docker;
  terraform: Terraform;
  stacks: readonly Stack[];
  platform: string;
}

const IMAGES = join(ROOT, 'images');

/** A Docker Engine, and what runs on it: the profile and the family of images. */
export function engineSteps(profile?: string): ListrTask<Setup>[] {
  return [
    {
      title: 'Docker Engine',
      task: async (setup, task) => {
        setup.docker = await dockerEngine((step) => tell(task, `Docker Engine: ${step}`));
        const { ServerVersion } = (await setup.docker.info()) as { ServerVersion: string };
        task.title = `Docker Engine ${ServerVersion} at ${process.env.DOCKER_HOST}`;
      },
    },
    {
      title: 'Profile and images',
      task: async ({ docker }, task) => {
        const size = await chooseProfile(docker, profile);
        const family = await chooseImages(docker);
        remember({ PLATFORM_PROFILE: size.value, PLATFORM_IMAGES: family.value });
        task.title = `Profile ${size.value} (${size.reason}), images ${family.value} (${family.reason}); kept in .env`;
      },
    },
  ];
}

export function stackStep(): ListrTask<Setup> {
  return {
    title: 'Stacks',
    task: async (setup, task) => {
      setup.stacks = await synthesize();
      setup.platform = platformName(setup.stacks);
      task.title = `Stacks synthesized: ${setup.stacks.map(({ name }) => name).join(', ')}`;
    },
  };
}

/** Terraform with the providers that the stacks need. */
export function terraformSteps(isNeeded: (setup: Setup) => boolean = () => true): ListrTask<Setup>[] {
  return [
    {
      title: 'Terraform',
      skip: (setup) => !isNeeded(setup) && 'nothing is deployed',
      task: async (setup, task) => {
        setup.terraform = await findTerraform();
        task.title = `Terraform ${setup.terraform.version} (${setup.terraform.binary})`;
      },
    },
    {
      title: 'Terraform providers',
      skip: (setup) => !isNeeded(setup) && 'nothing is deployed',
      task: async ({ terraform, stacks }, task) => {
        const how = await ensureProviders(terraform, stacks, (step) =>
          tell(task, `Terraform providers: ${step}`),
        );
        task.title = `Terraform providers: ${how}`;
      },
    },
  ];
}

/** The providers whose constructs the tests try, beside those of the stacks. */
export function testProviderSteps(): ListrTask<Setup>[] {
  return [
    {
      title: 'Terraform providers of the tests',
      task: async ({ terraform }, task) => {
        const title = 'Terraform providers of the tests';
        const how = await ensureProviders(terraform, [await everyProvider()], (step) =>
          tell(task, `${title}: ${step}`),
        );
        task.title = `${title}: ${how}`;
      },
    },
  ];
}

/**
 * The images that no registry has: of the family `local` all, of the family `public` those of the project's own
 * applications. The stacks name them, so nothing else needs to know which these are.
 */
export function imageSteps(): ListrTask<Setup>[] {
  return [
    {
      title: 'Images',
      task: async ({ docker, stacks }, task) => {
        const missing = await missingImages(docker, namedImages(stacks, serviceImages(IMAGES)));
        await checkRoom(docker, missing.length > 0 ? 'images' : 'platform');
        if (missing.length > 0) {
          tell(task, 'Images: building (the first time takes some minutes)');
          await buildImages(docker, missing, (product, step) => (task.output = `${product}: ${step}`));
        }
        task.title = `Images: ${missing.length > 0 ? `built ${missing.map(({ product }) => product).join(', ')}` : 'present, or taken from the registry'}`;
      },
    },
  ];
}

/** Those of the images that the stacks run, or build others with. */
export function namedImages(
  stacks: readonly Pick<Stack, 'resources'>[],
  images: readonly LocalImage[],
): readonly LocalImage[] {
  const text = JSON.stringify(
    stacks.flatMap((stack) => stack.resources('docker_image').map(({ attributes }) => attributes)),
  );
  return images.filter(({ reference }) => text.includes(reference));
}
