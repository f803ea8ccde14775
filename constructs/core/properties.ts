import type { IResolvable } from 'cdktf';
import type { IConstruct } from 'constructs';
import { known } from './known';
import { literal } from './literal';
import { show } from './show';
import { giveUp, refuse } from './validation';

/** What one property may be. */
export interface Check {
  /** What is allowed, as it ends the sentence `partitions must be …`. */
  readonly allowed: string;
  /** Where the rule comes from. */
  readonly source: string;
  /** How a value is wrong, as it goes on after the property's name: `must be …, got …`; undefined if it is right. */
  readonly problem: (value: unknown) => string | undefined;
  /** What Terraform checks of a value that it alone knows. @default - a value must be known at synth */
  readonly condition?: (value: unknown) => IResolvable;
}

/** The check of a property that has no default. */
export interface RequiredCheck extends Check {
  readonly required: true;
}

/** A check for each property: one that is forgotten, or is required here and optional there, does not compile. */
export type Properties<Props> = {
  readonly [Name in keyof Props]-?: undefined extends Props[Name]
    ? Check & { readonly required?: never }
    : RequiredCheck;
};

export function required(check: Check): RequiredCheck {
  return { ...check, required: true };
}

/**
 * Checks each property on its own, also those that somebody without a compiler gave. What is wrong is refused at synth
 * and left out of the result, so that its default takes its place meanwhile.
 * @throws ValidationError if a property that has no default is missing or wrong: nothing can be built then
 */
export function checked<Props extends object>(
  scope: IConstruct,
  given: Props | undefined,
  properties: Properties<Props>,
): Props {
  const all = given ?? ({} as Props);
  const problems = problemsOf(all, properties);
  for (const problem of problems) refuse(scope, problem, `${problem.sentence}.`);
  if (problems.length === 0) return all;
  if (problems.some(({ essential }) => essential)) giveUp(scope);
  const wrong = new Set(problems.map(({ name }) => name));
  return Object.fromEntries(Object.entries(all).filter(([name]) => !wrong.has(name))) as Props;
}

interface PropertyProblem {
  readonly name: string;
  readonly sentence: string;
  readonly source: string;
  /** Whether there is no default that could take its place. */
  readonly essential: boolean;
}

export function problemsOf<Props extends object>(
  given: Props,
  properties: Properties<Props>,
): PropertyProblem[] {
  const checks = properties as Readonly<Record<string, Check & { readonly required?: true }>>;
  const values = given as Readonly<Record<string, unknown>>;
  const known = (): string => Object.keys(checks).sort().join(', ');
  const unknown = Object.keys(values)
    .filter((name) => !(name in checks))
    .map((name) => ({
      name,
      sentence: `there is no property ${show(name)}; there are ${known()}`,
      source: 'policy',
      essential: false,
    }));
  const wrong = Object.entries(checks).flatMap(([name, check]) => {
    const value = values[name];
    const problem = value === undefined && !check.required ? undefined : problemOf(check, value);
    if (problem === undefined) return [];
    return [
      { name, sentence: `${name} ${problem}`, source: check.source, essential: check.required ?? false },
    ];
  });
  return [...unknown, ...wrong];
}

function problemOf(check: Check, value: unknown): string | undefined {
  if (known(value)) return check.problem(value);
  return check.condition
    ? undefined
    : `must be known at synth, because what is built depends on it; got a value that Terraform alone knows, give ${check.allowed}`;
}

/** What Terraform is to check of the values that it alone knows. */
export function preconditions<Props extends object>(
  scope: IConstruct,
  props: Props,
  properties: Properties<Props>,
): Precondition[] {
  const checks = properties as Readonly<Record<string, Check>>;
  return Object.entries(props as Readonly<Record<string, unknown>>).flatMap(([name, value]) => {
    const { condition, allowed } = checks[name] ?? {};
    if (!condition || known(value)) return [];
    return [
      {
        condition: condition(value),
        errorMessage: literal(`${scope.node.path}: ${name} must be ${allowed}.`),
      },
    ];
  });
}

export interface Precondition {
  readonly condition: IResolvable;
  readonly errorMessage: string;
}
