import { join } from 'node:path';
import type Docker from 'dockerode';
import type { ListrTask } from 'listr2';
import { checkRoom, dockerEngine } from '../setup/docker-engine';
import { hasImage } from '../setup/debian-image';
import { declaredBuilds } from '../setup/declared-builds';
import { buildBehindProxies, buildImages, missingImages, serviceImages } from '../setup/images';
import { ROOT } from '../program';
import { ensureProviders, everyProvider } from '../setup/providers';
import { publishedImages, pullImages } from '../setup/pull';
import { chooseImages, chooseProfile, FOR_WANT, remember, type Choice } from '../setup/settings';
import { platformName, synthesize, type Stack } from '../engine/synthesis';
import { tell } from '../tasks';
import { findTerraform, type Terraform } from '../engine/terraform';

/** What the steps of a set-up find, for those that come after. */
export interface Setup {
  docker: Docker;
  /** The family of images, if it was chosen now. */
  family: Choice | undefined;
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
      task: async (setup, task) => {
        const size = await chooseProfile(setup.docker, profile);
        if (process.env.PLATFORM_PROFILE !== size.value) remember('PLATFORM_PROFILE', size.value);
        tell(task, 'Profile and images: asking the registries');
        const family = await chooseImages(setup.docker);
        if (!family.isSet) {
          setup.family = family;
          process.env.PLATFORM_IMAGES = family.value;
        }
        task.title = `Profile ${size.value} (${size.reason}), images ${family.value} (${family.reason})`;
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
 * Takes what registries have, and builds what none has: of the family `local` all, of the family `public` the images of
 * the project's own applications. The stacks name them, so nothing else needs to know which these are. Only a family
 * whose images are there is kept in `.env`.
 */
export function imageSteps(): ListrTask<Setup>[] {
  return [
    {
      title: 'Images',
      task: async ({ docker, stacks, family }, task) => {
        const own = serviceImages(IMAGES);
        const unbuilt = await missingImages(docker, namedImages(stacks, own));
        const published = publishedImages(
          stacks,
          own.map(({ reference }) => reference),
        );
        const present = await Promise.all(published.map((reference) => hasImage(docker, reference)));
        const absent = published.filter((_, index) => !present[index]);
        await checkRoom(docker, absent.length > 0 ? 'pull' : unbuilt.length > 0 ? 'build' : 'platform');
        if (absent.length > 0) {
          tell(task, 'Images: taking them from their registries (the first time takes some minutes)');
          await pullImages(docker, absent, (image, step) => (task.output = `${image}: ${step}`));
        }
        if (unbuilt.length > 0) {
          tell(task, 'Images: building (the first time takes some minutes)');
          await buildImages(docker, unbuilt, (product, step) => (task.output = `${product}: ${step}`));
        }
        await buildBehindProxies(
          docker,
          declaredBuilds(stacks),
          (image, step) => (task.output = `${image}: ${step}`),
        );
        if (family) remember('PLATFORM_IMAGES', family.value, family.value === 'local' ? FOR_WANT : '');
        const done = [
          ...(absent.length > 0 ? [`took ${absent.join(', ')}`] : []),
          ...(unbuilt.length > 0 ? [`built ${unbuilt.map(({ product }) => product).join(', ')}`] : []),
        ];
        task.title = `Images: ${done.join(', ') || 'present'}`;
      },
    },
  ];
}

/** Those of the images that the stacks run, or build others with. */
export function namedImages<Image extends { readonly reference: string }>(
  stacks: readonly Pick<Stack, 'resources'>[],
  images: readonly Image[],
): readonly Image[] {
  const text = JSON.stringify(
    stacks.flatMap((stack) => stack.resources('docker_image').map(({ attributes }) => attributes)),
  );
  return images.filter(({ reference }) => text.includes(reference));
}
