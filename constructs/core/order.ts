import { dependable, TerraformResource, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';

/**
 * Makes `resource` wait for everything below `others`, and be destroyed before it: by `depends_on` within a stack,
 * by the order of stacks beyond it. (`node.addDependency` of a construct renders nothing.)
 */
export function orderAfter(resource: TerraformResource, others: readonly IConstruct[]): void {
  const stack = TerraformStack.of(resource);
  const here = others.filter((other) => TerraformStack.of(other) === stack);
  const resources = here
    .flatMap((other) => other.node.findAll())
    .filter((child): child is TerraformResource => TerraformResource.isTerraformResource(child));
  if (resources.length > 0) {
    resource.dependsOn = [...(resource.dependsOn ?? []), ...resources.map((each) => dependable(each))];
  }
  for (const other of others) orderStackAfter(resource, other);
}

/** Makes the stack of `construct` deploy after the stack of `other`, if that is another one. */
export function orderStackAfter(construct: IConstruct, other: IConstruct): void {
  const [stack, before] = [TerraformStack.of(construct), TerraformStack.of(other)];
  if (stack !== before && !stack.dependencies.includes(before)) stack.addDependency(before);
}
