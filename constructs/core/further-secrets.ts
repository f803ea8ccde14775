import type { Container, ContainerLabels, ContainerMounts } from '@cdktf/provider-docker/lib/container';
import { escapeTemplate } from './escape-template';
import { secretMounts, secretsExist, type SecretFiles } from './secret-file';

/** Gives a container, which is described already, further secrets, and labels it. */
export function addSecretFiles(
  container: Container,
  files: SecretFiles,
  labels: Readonly<Record<string, string>>,
): void {
  const mounts = (container.mountsInput ?? []) as ContainerMounts[];
  container.putMounts([...mounts, ...escapeTemplate(secretMounts(files))]);
  const before = container.labelsInput as ContainerLabels[];
  const further = Object.entries(labels).map(([label, value]) => ({ label, value }));
  container.putLabels([...before, ...further]);
  const precondition = [...(container.lifecycle?.precondition ?? []), ...escapeTemplate(secretsExist(files))];
  if (precondition.length > 0) container.lifecycle = { ...container.lifecycle, precondition };
}
