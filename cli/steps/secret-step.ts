import type { ListrTask } from 'listr2';
import { copySecrets, secretVolumes } from '../docker/secret-volumes';
import { mountedFiles } from '../engine/secret-files';
import { CommandError } from '../program';
import type { Setup } from './setup-steps';

/** Brings the secrets of containers to an Engine that sees no file of this machine. */
export function secretStep(): ListrTask<Setup> {
  return {
    title: 'Secret files',
    skip: ({ stacks }) =>
      secretVolumes(stacks).length === 0 && mountedFilesOf(stacks).length === 0 && 'no container has one',
    task: async ({ docker, stacks }, task) => {
      const mounted = mountedFilesOf(stacks);
      const host = process.env.DOCKER_HOST ?? '';
      if (mounted.length > 0 && isElsewhere(host))
        throw new CommandError(
          `The Engine at ${host} cannot mount files of this machine: ${mounted.join(', ')}. Give the DockerPlatform copiesSecretFiles: true, and they are copied there.`,
        );
      const volumes = secretVolumes(stacks);
      if (volumes.length > 0) await copySecrets(docker, volumes);
      const count = volumes.flatMap(({ files }) => files).length;
      task.title = `Secret files: ${count > 0 ? `copied ${count} into volumes` : 'present'}`;
    },
  };
}

const mountedFilesOf = (stacks: Setup['stacks']): readonly string[] => [
  ...new Set(
    stacks.flatMap((stack) =>
      stack
        .resources('docker_container')
        .flatMap(({ attributes }) => mountedFiles(attributes).map(({ source }) => source)),
    ),
  ),
];

/** Of an address by TCP or TLS on this machine nobody knows where the Engine is: Docker Desktop shares folders, too. */
export const isElsewhere = (host: string): boolean =>
  /^(ssh|tcp|https?):\/\//.test(host) &&
  !/^\w+:\/\/([^@/]*@)?(localhost|127\.[\d.]+|\[::1\])([:/]|$)/.test(host);
