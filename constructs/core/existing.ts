import { TerraformElement, TerraformStack, type TerraformResource } from 'cdktf';
import type { IConstruct } from 'constructs';
import { instanceLike } from './checks';
import { escapeTemplate } from './escape-template';
import { mustBe } from './must-be';

// Of the registry of symbols, so that two copies of the library in one program see each other's.
const ID = Symbol.for('cdktf-streaming/import-id');

const SCOPE = instanceLike('an App, a TerraformStack, or another construct', 'node');

/** By which id a resource's provider takes over what is there already. */
export function knownAs(resource: TerraformResource, id: string): void {
  Object.defineProperty(resource, ID, { value: id });
}

/**
 * Has Terraform take over the topics, ACLs and connectors that exist already, with its next plan, in place of making them:
 * of everything in `scope`, an app or a stack, so call it last. Whatever does not exist then stops the plan. Terraform or
 * OpenTofu from 1.5 on; once it is deployed, delete the call.
 * @see https://developer.hashicorp.com/terraform/language/import
 */
export function importExisting(scope: IConstruct): void {
  mustBe('importExisting', 'scope', SCOPE, scope);
  const byStack = new Map<TerraformStack, TerraformResource[]>();
  for (const each of scope.node.findAll()) {
    if (!(ID in each)) continue;
    const stack = TerraformStack.of(each);
    byStack.set(stack, [...(byStack.get(stack) ?? []), each as unknown as TerraformResource]);
  }
  for (const [stack, resources] of byStack) new Imports(stack, 'cdktf-streaming-imports', resources);
}

/** Not by cdktf's own method, which asks Terraform for its version for each of them. */
class Imports extends TerraformElement {
  public constructor(
    stack: TerraformStack,
    id: string,
    private readonly resources: readonly TerraformResource[],
  ) {
    super(stack, id);
  }

  public override toTerraform(): object {
    const blocks = this.resources.map((each) => ({
      to: `${each.terraformResourceType}.${each.friendlyUniqueId}`,
      id: escapeTemplate((each as { readonly [ID]?: string })[ID]),
    }));
    return { import: blocks };
  }
}
