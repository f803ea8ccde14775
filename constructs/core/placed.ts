import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { making } from './caller';
import { isResolved } from './resolved';
import { formatValue } from './format-value';
import { throwReported, validationError, reportProblem, type TreeRule } from './validation';

const STACK: TreeRule = {
  requires: 'What renders resources is in a stack.',
  source: 'https://developer.hashicorp.com/terraform/cdktf/concepts/stacks',
};
const OWN_ID: TreeRule = {
  requires:
    'The constructs of one scope have different ids, of known text that is not empty and no name that every object has.',
  source: 'https://docs.aws.amazon.com/cdk/v2/guide/identifiers.html#identifiers-construct-ids',
};
const SCOPE: TreeRule = { requires: 'What is made is made in another construct.', source: 'policy' };
export const PLACED_TREE_RULES: readonly TreeRule[] = [SCOPE, STACK, OWN_ID];

/**
 * Where a construct that renders resources is put, as what `super` takes.
 * @throws ValidationError if no construct can be there: `constructs` would say so with a stack trace
 */
export function placed(scope: Construct, id: string): [scope: Construct, id: string] {
  const place = placedAnywhere(scope, id);
  if (scope.node.scopes.some((each) => TerraformStack.isStack(each))) return place;
  reportProblem(
    scope,
    STACK,
    `it must be in a stack; got ${formatValue(scope)} as its scope, give a TerraformStack.`,
    id,
  );
  throwReported(scope);
}

/** The same for what renders nothing, such as a reference. */
export function placedAnywhere(scope: Construct, id: string): [scope: Construct, id: string] {
  if (!isConstruct(scope))
    throw validationError(
      formatValue(id),
      SCOPE,
      `it must be in a construct, such as a stack; got ${formatValue(scope)} as its scope.`,
    );
  const problem = idProblem(scope, id);
  if (problem === undefined) {
    making(scope, id);
    return [scope, id];
  }
  reportProblem(scope, OWN_ID, problem, isResolved(id) && typeof id === 'string' ? id : '');
  throwReported(scope);
}

function isConstruct(scope: unknown): boolean {
  try {
    return Construct.isConstruct(scope);
  } catch {
    return false;
  }
}

function idProblem({ node }: Construct, id: unknown): string | undefined {
  if (typeof id !== 'string' || id === '' || !isResolved(id))
    return `its id must be text that is known at synth and not empty; got ${formatValue(id)}.`;
  // `constructs` looks for it among the names that every object has, too.
  if (id in {})
    return `its id must not be ${formatValue(id)}, a name that every object of JavaScript has; give it another, and this name by its own property, such as topicName.`;
  const other = node.tryFindChild(id);
  return (
    other &&
    `its id must be its own in ${formatValue(node.path)}, where ${formatValue(id)} is ${formatValue(other)}; give one of them another.`
  );
}
