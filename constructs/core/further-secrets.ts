import type {
  Container,
  ContainerLabels,
  ContainerMounts,
  ContainerVolumes,
} from '@cdktf/provider-docker/lib/container';
import { copiesOf } from './copied-secrets';
import { addDependencies } from './dependencies';
import { escapeTemplate } from './escape-template';
import { LABEL } from './labels';
import type { IPlatform } from './platform';
import { secretMounts, secretsExist, type SecretFiles } from './secret-file';

/** Gives a container, which is described already, further secrets, and labels it. */
export function addSecretFiles(
  platform: IPlatform,
  container: Container,
  files: SecretFiles,
  labels: Readonly<Record<string, string>>,
): void {
  const mounts = (container.mountsInput ?? []) as ContainerMounts[];
  const mounted = escapeTemplate(secretMounts(files, platform.copiesSecretFiles));
  if (mounted.length > 0) container.putMounts([...mounts, ...mounted]);
  const before = container.labelsInput as ContainerLabels[];
  const copies = copiesOf(platform, serviceOf(before), files);
  const volumes = (container.volumesInput ?? []) as ContainerVolumes[];
  const further = copies.volumes.filter(({ path }) => !volumes.some((each) => each.containerPath === path));
  if (further.length > 0) {
    const added = further.map(({ volume: { volumeName }, path, readOnly }) => {
      return { volumeName, containerPath: path, readOnly };
    });
    container.putVolumes([...volumes, ...added]);
    const owners = further.map(({ volume }) => volume);
    addDependencies(container, owners);
  }
  container.putLabels([
    ...before,
    ...Object.entries({ ...copies.labels, ...labels }).map(([label, value]) => ({ label, value })),
  ]);
  const precondition = [...(container.lifecycle?.precondition ?? []), ...escapeTemplate(secretsExist(files))];
  if (precondition.length > 0) container.lifecycle = { ...container.lifecycle, precondition };
}

const serviceOf = (labels: readonly ContainerLabels[]): string =>
  labels.find(({ label }) => label === LABEL.service)?.value ?? '';
