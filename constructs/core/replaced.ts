import { createHash } from 'node:crypto';
import type { Container, ContainerLabels, ContainerMounts } from '@cdktf/provider-docker/lib/container';
import { Fn, Lazy, Token, Tokenization } from 'cdktf';
import { LABEL, SECRET_LABEL } from './labels';

/**
 * Makes a change reach the container that the provider only pretends to make: one of these attributes is planned and
 * reported as done in place, and nothing is sent to the Engine. A label replaces the container, so it carries their
 * digest. What becomes of a change, in the source of provider 3.6.2 and of 4.5.0:
 *
 * | attribute                                              | becomes                                          |
 * | ------------------------------------------------------ | ------------------------------------------------ |
 * | `memory`, `memory_swap`, `restart`, `cpu_shares`, …    | an update in place (`ContainerUpdate`)           |
 * | `cpus`, `env`, `command`, `user`, `image`, `upload`, … | another container (`ForceNew`)                   |
 * | `labels`, `ports`, `volumes`, `networks_advanced`, …   | another container (`ForceNew`)                   |
 * | `wait`, `wait_timeout`, `destroy_grace_seconds`, …     | nothing: they are about Terraform's own doing    |
 * | `healthcheck`, `tmpfs`, `init`, `mounts`               | nothing                                          |
 * | `cpu_period`, `cpu_quota`                              | nothing                                          |
 *
 * @see https://github.com/kreuzwerker/terraform-provider-docker/blob/v4.5.0/internal/provider/resource_docker_container_funcs.go `resourceDockerContainerUpdate`
 * @see https://github.com/kreuzwerker/terraform-provider-docker/blob/v4.5.0/internal/provider/resource_docker_container.go `ForceNew`
 */
export function replacedOnChange(container: Container): void {
  // Asked at synth, because a resource may be changed after it was made.
  const value = Lazy.stringValue({
    produce: (context) => {
      const attributes = pretended(container);
      const known = digest(JSON.stringify(context.resolve(attributes)));
      const later = [...tokensOf(attributes), ...certificatesOf(container)];
      // What Terraform alone knows may change while its name does not.
      return later.length === 0 ? known : `${known}-${Fn.sha1(Fn.join(' ', later))}`;
    },
  });
  const labels = container.labelsInput as ContainerLabels[];
  container.putLabels([...labels, { label: LABEL.digest, value }]);
}

const pretended = (container: Container): Record<string, unknown> => ({
  healthcheck: container.healthcheckInput,
  tmpfs: container.tmpfsInput,
  cpuPeriod: container.cpuPeriodInput,
  cpuQuota: container.cpuQuotaInput,
  init: container.initInput,
  mounts: container.mountsInput,
});

/** In PEM, by their names in the container. */
const CERTIFICATES = /\.(pem|crt)$/;

/**
 * The certificates in files of the machine: who reads them does so at the start, and the Engine keeps showing a container
 * the file that another one took the place of. Of what else is in a file, such as a key, not even a digest.
 */
function certificatesOf({ mountsInput, labelsInput }: Container): string[] {
  const mounted = ((mountsInput ?? []) as readonly ContainerMounts[])
    .filter(({ type }) => type === 'bind')
    .map(({ target, source = '' }) => ({ target, source }));
  const copied = (labelsInput as readonly ContainerLabels[])
    .filter(({ label }) => label.startsWith(SECRET_LABEL))
    .map(({ label, value }) => ({ target: label.slice(SECRET_LABEL.length), source: value }));
  return [...mounted, ...copied]
    .filter(({ target }) => CERTIFICATES.test(target))
    .map(({ source }) => {
      const pem = '-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----';
      // A file that is not there is refused in a sentence of its own.
      return Token.asString(Fn.try([Fn.join('', Fn.regexall(pem, Fn.file(source))), '']));
    });
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

function tokensOf(value: unknown): string[] {
  if (typeof value === 'string')
    return Tokenization.reverseString(value).tokens.map((token) => Token.asString(token));
  if (Tokenization.isResolvable(value)) return [Token.asString(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(tokensOf) : [];
}
