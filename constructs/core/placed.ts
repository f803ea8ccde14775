import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { making } from './caller';
import { known } from './known';
import { show } from './show';
import { giveUp, refusal, refuse, type TreeRule } from './validation';

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
  refuse(scope, STACK, `it must be in a stack; got ${show(scope)} as its scope, give a TerraformStack.`, id);
  giveUp(scope);
}

/** The same for what renders nothing, such as a reference. */
export function placedAnywhere(scope: Construct, id: string): [scope: Construct, id: string] {
  if (!isConstruct(scope))
    throw refusal(
      show(id),
      SCOPE,
      `it must be in a construct, such as a stack; got ${show(scope)} as its scope.`,
    );
  const problem = idProblem(scope, id);
  if (problem === undefined) {
    making(scope, id);
    return [scope, id];
  }
  refuse(scope, OWN_ID, problem, known(id) && typeof id === 'string' ? id : '');
  giveUp(scope);
}

function isConstruct(scope: unknown): boolean {
  try {
    return Construct.isConstruct(scope);
  } catch {
    return false;
  }
}

function idProblem({ node }: Construct, id: unknown): string | undefined {
  if (typeof id !== 'string' || id === '' || !known(id))
    return `its id must be text that is known at synth and not empty; got ${show(id)}.`;
  // `constructs` looks for it among the names that every object has, too.
  if (id in {})
    return `its id must not be ${show(id)}, a name that every object of JavaScript has; give it another, and this name by its own property, such as topicName.`;
  const other = node.tryFindChild(id);
  return (
    other &&
    `its id must be its own in ${show(node.path)}, where ${show(id)} is ${show(other)}; give one of them another.`
  );
}
