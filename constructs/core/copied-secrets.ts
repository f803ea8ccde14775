import { posix } from 'node:path';
import { SECRET_LABEL } from './labels';
import type { ContainerDescription, IPlatform, IVolume, VolumeMount } from './platform';
import type { SecretFiles } from './secret-file';

/** What of a container's secrets an Engine finds in volumes, into which the command copies it. */
interface Copies {
  /** One for each folder, and of this container alone. */
  readonly volumes: readonly (VolumeMount & { readonly volume: IVolume })[];
  /** Tell the command which file belongs where. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Nothing on a platform that mounts the files themselves. */
export function copiesOf(platform: IPlatform, serviceName: string, files: SecretFiles = {}): Copies {
  const copied = platform.copiesSecretFiles
    ? Object.entries(files).filter(([, { type }]) => type === 'bind')
    : [];
  const folders = new Set(copied.map(([path]) => posix.dirname(path)));
  return {
    volumes: [...folders].map((path) => ({
      volume: platform.volume(serviceName + path.replace(/[^\w.-]+/g, '-')),
      path,
      readOnly: true,
    })),
    labels: Object.fromEntries(copied.map(([path, { source }]) => [SECRET_LABEL + path, source])),
  };
}

/** What a service or a task says of its container, with the volumes of its secrets. */
export function withCopies<Description extends ContainerDescription>(
  platform: IPlatform,
  description: Description,
): Description {
  const { volumes, labels } = copiesOf(platform, description.serviceName, description.secretFiles);
  if (volumes.length === 0) return description;
  return {
    ...description,
    volumes: [...(description.volumes ?? []), ...volumes],
    labels: { ...description.labels, ...labels },
  };
}
