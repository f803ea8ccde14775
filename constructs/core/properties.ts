import type { IResolvable } from 'cdktf';
import type { IConstruct } from 'constructs';
import { ENDLESS, isEndless } from './endless';
import { isResolved, withNumbers } from './resolved';
import { escapeTemplate } from './escape-template';
import { isHollow, plain } from './plain';
import { formatValue } from './format-value';
import { throwReported, reportProblem, type TreeRule } from './validation';

/** What one property may be. */
export interface Check {
  /** What is allowed, as it ends the sentence `partitions must be …`. */
  readonly allowed: string;
  /** Where the rule comes from. */
  readonly source: string;
  /** How a value is wrong, as it goes on after the property's name: `must be …, got …`; undefined if it is right. */
  readonly problem: (value: unknown) => string | undefined;
  /** Where the rule that a wrong value breaks comes from. @default - `source` */
  readonly sourceOf?: (value: unknown) => string;
  /** What it must be at all; whatever is not is told only that. @default - anything */
  readonly kind?: 'string' | 'number' | 'list';
  /**
   * What Terraform checks of a value that it alone knows; undefined if there is nothing to check.
   * @default - a value must be known at synth
   */
  readonly condition?: (value: unknown) => IResolvable | undefined;
  /** Whether `problem` judges also what Terraform alone knows, by where it comes from. @default false */
  readonly judgesTokens?: true;
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
 * @param defaults what is derived from the construct's id, and is checked as if it were given
 * @throws ValidationError if a property that has no default is missing or wrong: nothing can be built then
 */
export function validateProps<Props extends object, Derived extends keyof Props = never>(
  scope: IConstruct,
  given: Props | undefined,
  properties: Properties<Props>,
  defaults = {} as { readonly [Name in Derived]-?: NonNullable<Props[Name]> },
): Props & { readonly [Name in Derived]-?: NonNullable<Props[Name]> } {
  const { right, problems } = examine(given, properties, defaults as Partial<Props>);
  for (const problem of problems) reportProblem(scope, problem, `${problem.sentence}.`);
  if (problems.some(({ essential }) => essential)) throwReported(scope);
  return { ...defaults, ...right } as Props & typeof defaults;
}

/**
 * What a static factory was given, checked like the properties of a construct.
 * @param what it makes: `a HealthCheck`
 * @param values those of its parameters that have a name
 * @param options further ones, in an object @default - none
 */
export function validateOptions<Props extends object>(
  what: string,
  properties: Properties<Props>,
  values: { readonly [Name in keyof Props]?: unknown },
  options?: unknown,
): { readonly right: Partial<Props>; readonly problem?: string } {
  const bag = options === undefined ? {} : plain(options);
  const { right, problems } = examine<Props>({ ...bag, ...values }, properties);
  const names = Object.keys(properties).filter((name) => !Object.hasOwn(values, name));
  const twice = Object.keys(bag ?? {}).filter((name) => Object.hasOwn(values, name));
  // What is missing of options that are none is missing because of that.
  const told = bag
    ? [...twice.map((name) => ({ sentence: notAnOption(name, names), source: 'policy' })), ...problems]
    : [
        { sentence: notPlain('options', names, options), source: 'policy' },
        ...problems.filter(({ name }) => Object.hasOwn(values, name)),
      ];
  if (told.length === 0) return { right };
  const problem = `is ${what} in which ${told.map(({ sentence }) => sentence).join(', and ')}`;
  SOURCES.set(problem, [...new Set(told.map(({ source }) => source))].join('; '));
  return { right, problem };
}

/** Where the rules come from that the values of factories break, by their problems. */
const SOURCES = new Map<string, string>();

/** Where a rule comes from that a value breaks which says itself what is wrong with it. */
export function sourceOfProblem({ problem }: { readonly problem?: string }): string | undefined {
  return problem === undefined ? undefined : SOURCES.get(problem);
}

const CALLED_OF: TreeRule = {
  requires: 'Options of a method name nothing else than what it is called of.',
  source: 'policy',
};
export const METHOD_TREE_RULES: readonly TreeRule[] = [CALLED_OF];

/**
 * What was given together with what a method adds to it; what is no object stays what it is, to be refused as that. Another
 * value of what the method adds would be lost without a word.
 * @param child the id of what is made of it in `scope`
 */
export function withOwn<Options extends object, Own extends object>(
  scope: IConstruct,
  child: string,
  options: Options | undefined,
  own: Own,
): Options & Own {
  const given = options === undefined ? {} : plain(options);
  if (!given) return options as Options & Own;
  for (const [name, value] of Object.entries(own)) {
    if (given[name] === undefined || given[name] === value) continue;
    const sentence = `there is no option ${formatValue(name)}, which is what the method is called of; got ${formatValue(given[name])}, leave it out or call the method of that.`;
    reportProblem(scope, CALLED_OF, sentence, typeof child === 'string' ? child : '');
  }
  return { ...given, ...own } as Options & Own;
}

interface PropertyProblem {
  readonly name: string;
  readonly sentence: string;
  readonly source: string;
  /** Whether there is no default that could take its place. */
  readonly essential: boolean;
}

interface Examined<Props> {
  /** Without what is wrong. */
  readonly right: Partial<Props>;
  readonly problems: readonly PropertyProblem[];
}

/** @param defaults what takes the place of what is not given */
export function examine<Props extends object>(
  given: unknown,
  properties: Properties<Props>,
  defaults: Partial<Props> = {},
): Examined<Props> {
  const checks = properties as Readonly<Record<string, Check | RequiredCheck>>;
  const names = Object.keys(checks);
  const values = given === undefined ? {} : plain(given);
  if (!values) {
    const sentence = notPlain('its properties', names, given);
    return { right: {}, problems: [{ name: '', sentence, source: 'policy', essential: true }] };
  }
  for (const [name, value] of Object.entries(defaults)) if (values[name] === undefined) values[name] = value;
  // Most properties are not given, and to ask for each takes longer than to check the others.
  for (const name of requiredOf(checks)) if (!(name in values)) values[name] = undefined;
  const problems: PropertyProblem[] = [];
  for (const [name, value] of Object.entries(values)) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (typeof value === 'string') values[name] = withNumbers(value);
    const essential = check !== undefined && 'required' in check;
    const problem = check && (value !== undefined || essential) ? problemOf(check, value) : undefined;
    if (!check) problems.push({ name, sentence: noProperty(name, names), source: 'policy', essential });
    else if (problem !== undefined)
      problems.push({ name, sentence: `${name} ${problem}`, source: sourceOf(check, value), essential });
  }
  if (problems.length === 0) return { right: values as Partial<Props>, problems };
  const isRight = (name: string): boolean => !problems.some((problem) => problem.name === name);
  const right = Object.fromEntries(Object.entries(values).filter(([name]) => isRight(name)));
  // In the order of the properties; what is none comes first.
  problems.sort((one, other) => names.indexOf(one.name) - names.indexOf(other.name));
  return { right: right as Partial<Props>, problems };
}

function requiredOf(checks: Readonly<Record<string, Check | RequiredCheck>>): readonly string[] {
  const names =
    REQUIRED.get(checks) ?? Object.keys(checks).filter((name) => 'required' in (checks[name] ?? {}));
  REQUIRED.set(checks, names);
  return names;
}

const REQUIRED = new WeakMap<object, readonly string[]>();
const sortedList = (names: readonly string[]): string => [...names].sort().join(', ');
const noProperty = (name: string, names: readonly string[]): string =>
  `there is no property ${formatValue(name)}; there are ${sortedList(names)}`;
const notAnOption = (name: string, names: readonly string[]): string =>
  `there is no option ${formatValue(name)}, which has a parameter of its own; there are ${sortedList(names)}`;
const notPlain = (what: string, names: readonly string[], got: unknown): string =>
  `${what} must be a plain object of ${sortedList(names)}; got ${formatValue(got)}`;

/** How a value is wrong, of one that Terraform alone knows, too. */
export function problemOf(check: Check, value: unknown): string | undefined {
  // Only for what is wrong: to show a value is to look through it for secrets.
  const wrong = (): string => `must be ${check.allowed}; got ${formatValue(value)}`;
  try {
    if (isHollow(value)) return `${wrong()}, which has no properties`;
    if (check.judgesTokens) return check.problem(value);
    const isKnown = isResolved(value);
    if (!isKnown && isEndless(value)) return ENDLESS;
    if (isKnown) return isOfKind(check, value) ? check.problem(value) : wrongKind(check, value);
  } catch {
    return wrong(); // It cannot even be looked at.
  }
  if (!check.condition)
    return `must be known at synth, because what is built depends on it; got a value known only to Terraform, give ${check.allowed}`;
  return isOfKind(check, value) ? undefined : `${wrong()} of another type`;
}

/** Where the rule comes from that a wrong value breaks. */
export function sourceOf(check: Check, value: unknown): string {
  try {
    return (isResolved(value) && check.sourceOf?.(value)) || check.source;
  } catch {
    return check.source;
  }
}

function wrongKind({ kind, allowed }: Check, value: unknown): string {
  const what = kind === 'string' && value !== undefined && !allowed.startsWith('text') ? 'text, ' : '';
  return `must be ${what}${allowed}; got ${formatValue(value)}`;
}

function isOfKind({ kind }: Check, value: unknown): boolean {
  if (kind === undefined) return true;
  return kind === 'list' ? Array.isArray(value) : typeof value === kind;
}

/** What Terraform is to check of the values that it alone knows. */
export function preconditions<Props extends object>(
  scope: IConstruct,
  props: Props,
  properties: Readonly<Record<keyof Props, Check>>,
): Precondition[] {
  const checks = properties as Readonly<Record<string, Check>>;
  return Object.entries(props as Readonly<Record<string, unknown>>).flatMap(([name, value]) => {
    const { condition, allowed } = checks[name] ?? {};
    const holds = isResolved(value) ? undefined : condition?.(value);
    if (!holds) return [];
    const errorMessage = escapeTemplate(`${scope.node.path}: ${name} must be ${allowed}.`);
    return [{ condition: holds, errorMessage }];
  });
}

export interface Precondition {
  readonly condition: IResolvable;
  readonly errorMessage: string;
}
