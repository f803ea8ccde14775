import { TerraformStack, TerraformVariable, Token, Tokenization } from 'cdktf';
import { fragments } from './escape-template';

/** What nobody may read: a sensitive variable, or its `stringValue`. */
export type Secret = TerraformVariable | string;

/** As it ends the sentence `password must be …`. */
export const A_SECRET =
  "a sensitive variable, new TerraformVariable(stack, 'password', { type: 'string', sensitive: true }), whose value comes from TF_VAR_password and not from a default";

/** As cdktf keeps it of a variable, and of an attribute of a resource. */
interface Reference {
  readonly identifier: string;
  readonly originStack?: TerraformStack;
}

/**
 * Whether Terraform alone knows the value, and keeps it to itself. A text beside a token, a function or a `Lazy` can put it
 * into the synthesized program, a variable that is not sensitive into the plan.
 */
export function isHidden(secret: unknown): secret is Secret {
  const variable = secret instanceof TerraformVariable ? secret : undefined;
  if (variable) return keepsItself(variable);
  const reference = soleReference(secret);
  if (!reference || /^(local|each|count)\./.test(reference.identifier)) return false;
  if (!reference.identifier.startsWith('var.')) return true;
  const named = variableOf(reference);
  return named !== undefined && keepsItself(named);
}

/** As Terraform is given it. */
export const secretText = (secret: Secret): string =>
  secret instanceof TerraformVariable ? secret.stringValue : secret;

/** The stack in whose state the value is; undefined where it says none. */
const stackOfSecret = (secret: Secret): TerraformStack | undefined =>
  secret instanceof TerraformVariable ? TerraformStack.of(secret) : soleReference(secret)?.originStack;

/** Whether the value would reach `stack` through the state of another. */
export const isOfOtherStack = (secret: Secret, stack: TerraformStack): boolean =>
  ![undefined, stack].includes(stackOfSecret(secret));

/** Whether Terraform keeps the value in no state: that of a variable, or of an ephemeral resource. */
export const isInNoState = (secret: Secret): boolean =>
  secret instanceof TerraformVariable || /^(var|ephemeral)\./.test(soleReference(secret)?.identifier ?? '');

/** Makes a variable an ephemeral one, whose value is in no plan either, and which nothing may use that is in a state. */
export function keepInNoPlan(secret: Secret): void {
  const reference = soleReference(secret);
  const variable = secret instanceof TerraformVariable ? secret : reference && variableOf(reference);
  variable?.addOverride('ephemeral', true);
}

/** Whether a sensitive variable, in whatever form, is part of a value. */
export function holdsSensitive(value: unknown): boolean {
  return (
    Token.isUnresolved(value) &&
    tokensIn(value).some((token) =>
      referencesIn(token).some((reference) => variableOf(reference)?.sensitive === true),
    )
  );
}

/** Text may look like a token, and be none: cdktf throws then. */
export function tokensIn(value: unknown): readonly unknown[] {
  try {
    return Tokenization.reverse(value);
  } catch {
    return [];
  }
}

const keepsItself = (variable: TerraformVariable): boolean =>
  variable.sensitive === true && variable.default === undefined;

const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && typeof (value as Partial<Reference> | null)?.identifier === 'string';

function soleReference(secret: unknown): Reference | undefined {
  if (typeof secret !== 'string' || !Token.isUnresolved(secret)) return undefined;
  const [first] = tokensIn(secret);
  // Text beside it would be in the program.
  return isReference(first) && fragments(secret).length === 1 ? first : undefined;
}

/** Also those among the arguments of functions and the operands of operators. */
function referencesIn(value: unknown, depth = 8): Reference[] {
  if (isReference(value)) return [value];
  if (depth === 0 || value instanceof TerraformStack) return [];
  if (typeof value === 'string')
    return Token.isUnresolved(value) ? tokensIn(value).flatMap((each) => referencesIn(each, depth - 1)) : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((each: unknown) => referencesIn(each, depth - 1));
}

function variableOf({ identifier, originStack }: Reference): TerraformVariable | undefined {
  return originStack?.node
    .findAll()
    .find(
      (each): each is TerraformVariable =>
        each instanceof TerraformVariable && `var.${each.friendlyUniqueId}` === identifier,
    );
}
