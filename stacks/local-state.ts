import { LocalBackend, type TerraformStack } from 'cdktf';

/**
 * Keeps a stack's state in `.state/<platform>/` of the project. Relative, because an absolute path would be another one
 * on each machine; Terraform runs in `cdktf.out/stacks/<stack>`.
 */
export function keepStateLocally(stack: TerraformStack, platformName: string): void {
  new LocalBackend(stack, { path: `../../../.state/${platformName}/${stack.node.id}.tfstate` });
}
