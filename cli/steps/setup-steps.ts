import { join } from 'node:path';
import Docker from 'dockerode';
import type { ListrTask } from 'listr2';
import { typed } from '../command-names';
import { checkRoom, dockerEngine, needsNoEngine } from '../setup/docker-engine';
import { hasImage } from '../setup/debian-image';
import { declaredBuilds } from '../setup/declared-builds';
import { buildBehindProxies, buildImages, missingImages, serviceImages } from '../setup/images';
import { OWN_FOLDER, CommandError } from '../program';
import { ensureProviders } from '../setup/providers';
import { publishedImages, pullImages } from '../setup/pull';
import { platformNames, synthesize, type Stack } from '../engine/synthesis';
import { reportStep } from '../tasks';
import { findTerraform, type Terraform } from '../engine/terraform';

/** What the steps find, for those that come after. */
export interface Setup {
  docker: Docker;
  terraform: Terraform;
  stacks: readonly Stack[];
  platforms: readonly string[];
}

export function stackStep(synthesized?: readonly Stack[]): ListrTask<Setup> {
  return {
    title: 'Stacks',
    task: async (setup, task) => {
      setup.stacks = synthesized ?? (await synthesize());
      setup.platforms = platformNames(setup.stacks);
      task.title = `Stacks synthesized: ${setup.stacks.map(({ name }) => name).join(', ')}`;
    },
  };
}

/** @param sets up what is missing, rather than say how */
export function engineStep(sets: boolean): ListrTask<Setup> {
  return {
    title: 'Docker Engine',
    task: async (setup, task) => {
      if ((setup.stacks as readonly Stack[] | undefined)?.every(needsNoEngine)) {
        setup.docker = new Docker();
        task.title = 'Docker Engine: no stack needs one';
        return;
      }
      setup.docker = await dockerEngine((step) => reportStep(task, `Docker Engine: ${step}`), sets);
      const { ServerVersion } = (await setup.docker.info()) as { ServerVersion: string };
      task.title = `Docker Engine ${ServerVersion} at ${process.env.DOCKER_HOST}`;
    },
  };
}

/**
 * Terraform with the providers that the stacks need.
 * @param sets up what is missing, rather than say how
 */
export function terraformSteps(
  sets: boolean,
  isNeeded: (setup: Setup) => boolean = () => true,
): ListrTask<Setup>[] {
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
        const say = (step: string): void => reportStep(task, `Terraform providers: ${step}`);
        const how = await ensureProviders(terraform, stacks, say, sets);
        task.title = `Terraform providers: ${how}`;
      },
    },
  ];
}

/**
 * Takes what registries have, and builds what none has: images of the family `local`, and of the project's own
 * applications. The stacks name them, so nothing else needs to know which these are.
 * @param sets up what is missing also by building it
 * @param whenThere called once all are
 */
export function imageStep(sets: boolean, whenThere: () => void = () => undefined): ListrTask<Setup> {
  return {
    title: 'Images',
    task: async ({ docker, stacks }, task) => {
      const own = serviceImages(join(OWN_FOLDER, 'images'));
      const named = namedImages(stacks, own);
      const unbuilt = named.length > 0 ? await missingImages(docker, named) : [];
      if (unbuilt.length > 0 && !sets) throw notBuilt(unbuilt);
      const published = publishedImages(
        stacks,
        own.map(({ reference }) => reference),
      );
      const present = await Promise.all(published.map((reference) => hasImage(docker, reference)));
      const absent = published.filter((_, index) => !present[index]);
      if (named.length + published.length > 0)
        await checkRoom(docker, absent.length > 0 ? 'pull' : unbuilt.length > 0 ? 'build' : 'platform');
      if (absent.length > 0) {
        reportStep(task, 'Images: taking them from their registries (the first time takes some minutes)');
        await pullImages(docker, absent, (image, step) => (task.output = `${image}: ${step}`));
      }
      if (unbuilt.length > 0) {
        reportStep(task, 'Images: building (the first time takes some minutes)');
        await buildImages(docker, unbuilt, (product, step) => (task.output = `${product}: ${step}`));
      }
      await buildBehindProxies(
        docker,
        declaredBuilds(stacks),
        (image, step) => (task.output = `${image}: ${step}`),
      );
      whenThere();
      const done = [
        ...(absent.length > 0 ? [`took ${absent.join(', ')}`] : []),
        ...(unbuilt.length > 0 ? [`built ${unbuilt.map(({ product }) => product).join(', ')}`] : []),
      ];
      task.title = `Images: ${done.join(', ') || 'present'}`;
    },
  };
}

function notBuilt(images: readonly { readonly reference: string }[]): CommandError {
  const names = images.map(({ reference }) => reference).join(', ');
  return new CommandError(
    `No registry has these images, and they are not built yet: ${names}. \`${typed('setup')}\` builds them.`,
  );
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
