import { LocalBackend, type TerraformStack } from 'cdktf';
import type { IPlatform } from '../constructs/core/platform';
import { KubernetesPlatform } from '../constructs/kubernetes/kubernetes-platform';

/**
 * Keeps a stack's state in `.state/<platform>/` of the project. Relative, because an absolute path would be another one
 * on each machine; Terraform runs in `cdktf.out/stacks/<stack>`. That of Kubernetes is in a folder which no platform on
 * Docker can have, or a start on the one would take away what is on the other.
 */
export function keepStateLocally(stack: TerraformStack, platform: Pick<IPlatform, 'platformName'>): void {
  const { platformName } = platform;
  const folder = platform instanceof KubernetesPlatform ? `${platformName}.kubernetes` : platformName;
  new LocalBackend(stack, { path: `../../../.state/${folder}/${stack.node.id}.tfstate` });
}
