import { TerraformStack } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { siblingStack } from './dependencies';
import type { Reached } from './reach';

/**
 * Where something of `owner` is made in the stack `stackId` beside it: in the stack itself, but for an id that something
 * of another owner has there already, as when two clusters have a topic of the same name. Then below the owner's path.
 */
export function placeBeside(owner: IConstruct, stackId: string, id: string): Construct {
  const stack = siblingStack(owner, stackId);
  const owners = OWNERS.get(stack) ?? new Map<string, IConstruct>();
  OWNERS.set(stack, owners);
  const isFree = typeof id !== 'string' || id === '' || !stack.node.tryFindChild(id);
  if (isFree || owners.get(id) === owner) {
    owners.set(id, owner);
    return stack;
  }
  const place = owner.node.path;
  return stack.node.tryFindChild(place) ?? new Construct(stack, place);
}

/**
 * Where something of `service` is made that comes after `owner` and before it, such as its topics: in the stack `stackId`
 * beside the owner's. No stack comes between those of the two if these are one; there, and where this code does not run
 * the owner, it is made in the service.
 */
export function placeBetween(owner: Reached, service: Construct, stackId: string): Construct {
  if (!owner.platform || TerraformStack.of(owner) === TerraformStack.of(service)) return service;
  const [stack, place] = [siblingStack(owner, stackId), service.node.path];
  return stack.node.tryFindChild(place) ?? new Construct(stack, place);
}

/** Of what was made in a stack, by its id. */
const OWNERS = new WeakMap<TerraformStack, Map<string, IConstruct>>();

/**
 * What to do about something in the stack that it must come after.
 * @param add what puts it into the stack `stackId` beside that, unless the stack has that id itself
 */
export function elsewhere(scope: IConstruct, stackId: string, add: string): string {
  return TerraformStack.of(scope).node.id === stackId
    ? `give the stack that it is in another id than '${stackId}', which ${add} needs`
    : `use ${add}, or a stack of your own`;
}
