import type { IConstruct } from 'constructs';
import { allOf, ENVIRONMENT, having, listOf, number, record, size, sound, text } from './checks';
import type { ContainerImage } from './container-image';
import { BY_FILE, nothingSecret, nothingSecretAmongWords } from './plain-sight';
import type { IPlatform, IVolume } from './platform';
import { required, type Properties } from './properties';
import { SECRET_FILES, SECRET_FILES_RULE, type SecretFiles } from './secret-file';
import { show } from './show';
import { Size } from './size';
import type { Rule } from './validation';

/** A volume and where it appears in the container. */
export interface VolumeMount {
  readonly volume: IVolume;
  /** Absolute. A new volume takes owner and mode of this folder in the image, so it must be one that `user` may write. */
  readonly path: string;
}

/** What services and tasks have in common. */
export interface RunnableDescription {
  /** The DNS name in the platform's network; with the platform's prefix, the container's name. */
  readonly serviceName: string;
  readonly image: ContainerImage;
  /** User in the container: a name or a uid, never root. */
  readonly user: string;
  /** @default - the image's */
  readonly command?: readonly string[];
  /** @default - none */
  readonly environment?: Readonly<Record<string, string>>;
  /** @default - none */
  readonly volumes?: readonly VolumeMount[];
  /** Text files by absolute path, put into the container before it starts; a change makes it anew. @default - none */
  readonly files?: Readonly<Record<string, string>>;
  /**
   * Secrets by the absolute path at which the program reads them: files that nobody else reads, and whose content is in no plan, state or environment.
   * @default - none
   */
  readonly secretFiles?: SecretFiles;
  /** Folders beside `/tmp` that the program writes to; in memory where the image allows a read-only root. @default - none */
  readonly writablePaths?: readonly string[];
  /** Limit; a process that wants more is killed. 6 MiB or more. */
  readonly memory: Size;
  /** CPU limit in cores, such as 0.5; more than 0. @default - none */
  readonly cpus?: number;
  /** What must be there, and healthy, before this starts. @default - nothing */
  readonly dependsOn?: readonly IConstruct[];
}

const CONSTRAINTS = 'https://docs.docker.com/engine/containers/resource_constraints';
/** The least that the Engine takes as a limit. */
export const MEMORY = size(`${CONSTRAINTS}/#memory`, Size.mebibytes(6));
const FOLDER = /^\/[^:,\0]*$/;
const PATH = text('https://docs.docker.com/reference/cli/docker/container/run/', 'an absolute path', FOLDER);
const ANY_TEXT = text('policy', 'text', /^/);

/** A host name in the platform's network. */
export const SERVICE_NAME = text(
  'RFC 1123',
  "1 to 63 of a-z, 0-9 and '-', not at either end, because it is a host name",
  /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
);

export const CONSTRUCTS = listOf(having('a construct', 'node'));

export const RUNNABLE_PROPERTIES: Properties<RunnableDescription> = {
  serviceName: required(SERVICE_NAME),
  image: required(
    sound("a ContainerImage, such as ContainerImage.of('apache/kafka:3.9.1')", 'bundledPackages'),
  ),
  user: required(
    text('policy', 'a user by name or number, and not root', /^(?!(root|0+)?(:|$))[\w.-]+(:[\w.-]+)?$/),
  ),
  command: allOf(listOf(ANY_TEXT), nothingSecretAmongWords(BY_FILE)),
  environment: ENVIRONMENT,
  volumes: listOf(having('a volume and its path', 'volume', 'path')),
  files: allOf(record(PATH.source, PATH.allowed, FOLDER, ANY_TEXT), nothingSecret(BY_FILE)),
  secretFiles: SECRET_FILES,
  writablePaths: listOf(PATH),
  memory: required(MEMORY),
  cpus: number(`${CONSTRAINTS}/#cpu`, 'a number of cores, more than 0', (cpus) => cpus > 0),
  dependsOn: CONSTRUCTS,
};

export interface RunnableFacts extends RunnableDescription {
  readonly containerName: string;
}

export function runnableFacts(platform: IPlatform, description: RunnableDescription): RunnableFacts {
  return { ...description, containerName: platform.containerName(description.serviceName) };
}

export const RUNNABLE_RULES: readonly Rule<RunnableFacts>[] = [
  {
    requires: 'The container, prefix and all, has a name that the Engine takes.',
    fails: ({ containerName }) => !/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(containerName),
    message: ({ containerName }) =>
      `the container's name must match [a-zA-Z0-9][a-zA-Z0-9_.-]+, got ${show(containerName)}; take another serviceName or containerPrefix.`,
    source: 'github.com/moby/moby names.RestrictedNameChars',
  },
  SECRET_FILES_RULE,
];
