import type { Container } from '@cdktf/provider-docker/lib/container';

/** What the provider gives the making of a container where nobody says otherwise, its wait included; in seconds. */
const USUAL = 20 * 60;

/** What the rest takes beside the wait, in seconds. */
const REST = 60;

/**
 * Lets the provider wait as long as it was told to. Only where that is needed, because `timeouts` of a container are in
 * provider 4.5.0 and not in 3.6.2, of which the bindings are.
 * @see https://github.com/kreuzwerker/terraform-provider-docker/blob/v4.5.0/internal/provider/resource_docker_container.go `Timeouts`
 */
export function waitsAsLongAsTold(container: Container): void {
  const { waitTimeoutInput: wait = 0 } = container;
  if (wait + REST > USUAL) container.addOverride('timeouts.create', `${wait + REST}s`);
}
