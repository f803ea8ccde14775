import type { IConstruct } from 'constructs';
import type { ContainerImage } from './container-image';
import type { IPlatform, IVolume } from './platform';
import type { Size } from './size';
import { show, type ValidationRule } from './validation';

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
  /** Folders beside `/tmp` that the program writes to; in memory where the image allows a read-only root. @default - none */
  readonly writablePaths?: readonly string[];
  /** Limit; a process that wants more is killed. */
  readonly memory: Size;
  /** CPU limit in cores, such as 0.5. @default - none */
  readonly cpus?: number;
  /** What must be there, and healthy, before this starts. @default - nothing */
  readonly dependsOn?: readonly IConstruct[];
}

export interface RunnableFacts extends RunnableDescription {
  readonly containerName: string;
}

export function runnableFacts(platform: IPlatform, description: RunnableDescription): RunnableFacts {
  return { ...description, containerName: platform.containerName(description.serviceName) };
}

const invalidNames = ({ environment = {} }: RunnableFacts): string[] =>
  Object.keys(environment).filter((name) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name));

export const RUNNABLE_RULES: readonly ValidationRule<RunnableFacts>[] = [
  {
    fails: ({ serviceName }) => !/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(serviceName),
    message: ({ serviceName }) =>
      `serviceName must be 1 to 63 of a-z, 0-9 and '-', not at either end, because it is a host name; got ${show(serviceName)}.`,
    source: 'RFC 1123',
  },
  {
    fails: ({ containerName }) => !/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(containerName),
    message: ({ containerName }) =>
      `the container's name must match [a-zA-Z0-9][a-zA-Z0-9_.-]+, got ${show(containerName)}.`,
    source: 'github.com/moby/moby names.RestrictedNameChars',
  },
  {
    fails: (facts) => invalidNames(facts).length > 0,
    message: (facts) =>
      `environment names must be letters, digits and '_', not starting with a digit; got ${invalidNames(facts).map(show).join(', ')}.`,
    source: 'POSIX.1-2017 8.1',
  },
  {
    fails: ({ user }) => /^(root|0)?(:|$)/.test(user),
    message: ({ user }) => `user must be named and not root, got ${show(user)}.`,
    source: 'policy',
  },
  {
    fails: ({ memory }) => memory.toBytes() < 6 * 1024 ** 2,
    message: ({ memory }) => `memory must be at least 6 MiB, got ${memory.toString()}.`,
    source: 'https://docs.docker.com/engine/containers/resource_constraints/#memory',
  },
  {
    fails: ({ cpus }) => cpus !== undefined && !(Number.isFinite(cpus) && cpus > 0),
    message: ({ cpus }) => `cpus must be more than 0, got ${show(cpus)}.`,
    source: 'https://docs.docker.com/engine/containers/resource_constraints/#cpu',
  },
];
