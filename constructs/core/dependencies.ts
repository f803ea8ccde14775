import { dependable, TerraformResource, TerraformStack } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import { StackBeside } from './state';
import { toProblem, throwReported, reportProblem, validateTree, type TreeRule } from './validation';
import type { Problem } from './validation-error';

const ONE_ORDER: TreeRule = {
  requires: 'Stacks have one order of deployment: none comes before and after another.',
  source: 'https://developer.hashicorp.com/terraform/cdktf/concepts/stacks#multiple-stacks; policy',
};
const NO_CIRCLE: TreeRule = {
  requires: 'What waits for each other in a stack waits in one direction.',
  source: 'https://developer.hashicorp.com/terraform/internals/graph',
};
const STACK_ID: TreeRule = {
  requires:
    'The ids of stacks that are made on first use, such as topics and connectors, are free or of stacks.',
  source: 'policy',
};
export const ORDER_TREE_RULES: readonly TreeRule[] = [ONE_ORDER, NO_CIRCLE, STACK_ID];

/**
 * Makes `resource` wait for everything below `others`, and be destroyed before it: by `depends_on` within a stack,
 * by the order of stacks beyond it. (`node.addDependency` of a construct renders nothing.)
 */
export function addDependencies(resource: TerraformResource, others: readonly IConstruct[]): void {
  const stack = TerraformStack.of(resource);
  // What is in no stack renders nothing, so that nothing of it must be waited for.
  const deployed = others.filter(({ node }) => node.scopes.some((scope) => TerraformStack.isStack(scope)));
  const here = deployed.filter((other) => TerraformStack.of(other) === stack);
  const resources = here
    .flatMap((other) => other.node.findAll())
    .filter((child): child is TerraformResource => TerraformResource.isTerraformResource(child));
  if (resources.length > 0) {
    resource.dependsOn = [...(resource.dependsOn ?? []), ...resources.map(referenceTo)];
    WAITS_FOR.set(resource, [...(WAITS_FOR.get(resource) ?? []), ...resources]);
    validateTree(TerraformStack.of(resource), circles);
  }
  for (const other of deployed) addStackDependency(resource, other);
}

const WAITS_FOR = new WeakMap<IConstruct, readonly IConstruct[]>();

/** One for all that wait for it, which may be thousands: for each of its tokens cdktf takes a stack trace. */
function referenceTo(resource: TerraformResource): string {
  const made = REFERENCES.get(resource) ?? dependable(resource);
  REFERENCES.set(resource, made);
  return made;
}

const REFERENCES = new WeakMap<TerraformResource, string>();

/** Each circle of a stack once, by what closes it, with all that are in it. */
function circles(_: IConstruct, all: readonly IConstruct[]): Problem[] {
  const problems: Problem[] = [];
  const [open, closed] = [[] as IConstruct[], new Set<IConstruct>()];
  const visit = (resource: IConstruct): void => {
    if (closed.has(resource)) return;
    const start = open.indexOf(resource);
    if (start >= 0) {
      const paths = [...open.slice(start), resource].map(pathOf);
      const sentence = `it waits for itself: ${paths.join(' after ')}; leave one of these out of startAfter or dependsOn.`;
      problems.push(toProblem(resource.node.scope ?? resource, NO_CIRCLE, sentence));
      return;
    }
    open.push(resource);
    WAITS_FOR.get(resource)?.forEach(visit);
    open.pop();
    closed.add(resource);
  };
  for (const each of all) if (WAITS_FOR.has(each)) visit(each);
  return problems;
}

/** Of what people made, not of its resource. */
const pathOf = ({ node }: IConstruct): string =>
  (node.id === 'Resource' ? node.scope?.node.path : undefined) ?? node.path;

/** Makes the stack of `construct` deploy after the stack of `other`, if that is another one. */
export function addStackDependency(construct: IConstruct, other: IConstruct): void {
  const [stack, before] = [TerraformStack.of(construct), TerraformStack.of(other)];
  if (stack === before || stack.dependencies.includes(before)) return;
  if (before.dependsOn(stack)) {
    reportProblem(
      construct,
      ONE_ORDER,
      `its stack ${stack.node.path} must not come after ${before.node.path} because of ${other.node.path}: that comes after it already, ` +
        `and a deploy has one order; move one of them into the other's stack.`,
    );
  } else stack.addDependency(before);
}

/**
 * The stack `id` beside that of `construct`, made on first use: for what can only be planned while that stack's
 * containers run. It keeps its state beside that stack's.
 * @throws ValidationError if `id` is taken by something else
 */
export function siblingStack(construct: IConstruct, id: string): TerraformStack {
  const stack = TerraformStack.of(construct);
  const scope = stack.node.scope as Construct;
  const found = scope.node.tryFindChild(id);
  if (found && !TerraformStack.isStack(found)) {
    reportProblem(
      found,
      STACK_ID,
      `it is not a stack, and ${stack.node.path} needs its id for one; give it another id.`,
    );
    throwReported(found);
  }
  const beside = found ?? new StackBeside(scope, id);
  if (beside instanceof StackBeside) beside.besides(stack);
  return beside;
}
