import { Annotations, TerraformElement, TerraformStack } from 'cdktf';
import type { IConstruct, IValidation, MetadataEntry } from 'constructs';
import { callerLine, madeAt } from './caller';
import { readable } from './format-value';
import { ValidationError, type Problem } from './validation-error';

/** One rule about what a construct was given, when each property on its own is right; also of a construct of your own. */
export interface Rule<Facts> {
  /** What holds, without the facts, for the table of all rules. */
  readonly requires: string;
  /** Whether these facts break the rule. */
  readonly fails: (facts: Facts) => boolean;
  /** What was given, what is allowed and what to do, in one sentence. */
  readonly message: (facts: Facts) => string;
  /** Where the rule comes from: the upstream documentation or class, or `policy` where the rule is ours. */
  readonly source: string;
  /** A broken rule that only warns: upstream accepts it and it can be meant. @default 'error' */
  readonly severity?: 'error' | 'warning';
}

/** A rule that only the whole tree can tell, also across stacks. */
export interface TreeRule {
  readonly requires: string;
  readonly source: string;
}

/** A rule, or the check of a property. */
type Sourced = Pick<TreeRule, 'source'>;

/**
 * Checks `facts` against every rule. Broken warnings become annotations of `scope`; other broken rules are refused at
 * synth, together with everything else that is wrong in the tree.
 */
export function validate<Facts>(scope: IConstruct, facts: Facts, rules: readonly Rule<Facts>[]): void {
  for (const rule of rules.filter(({ fails }) => fails(facts))) {
    const sentence = rule.message(facts);
    if (rule.severity === 'warning')
      Annotations.of(scope).addWarning(toProblem(scope, rule, sentence).reason);
    else reportProblem(scope, rule, sentence);
  }
}

/** Whether facts break none of the rules that are refused. */
export function holds<Facts>(facts: Facts, rules: readonly Rule<Facts>[]): boolean {
  return !rules.some(({ severity, fails }) => severity !== 'warning' && fails(facts));
}

// Names and not symbols, so that two copies of the library in one program see each other's.
const PROBLEM = 'cdktf-streaming/problem';
const TREE_RULE = 'cdktf-streaming/tree-rule';
const VALIDATED = 'cdktf-streaming/validated';

/** That `scope`, made in a line of the program, breaks a rule. @param sentence what was given, what is allowed and what to do */
export function toProblem(scope: IConstruct, rule: Sourced, sentence: string): Problem {
  return problem(scope.node.path, rule, sentence, madeAt(scope));
}

/** The same, with the line where it is refused. */
function refused(path: string, rule: Sourced, sentence: string): Problem {
  return problem(path, rule, sentence, callerLine());
}

function problem(path: string, { source }: Sourced, sentence: string, line: string | undefined): Problem {
  const reason = readable(`${sentence} [${source}]`);
  return { path, reason: line === undefined ? reason : `${reason} (at ${line})` };
}

/** For what is given before there is a construct that could be refused. @param path what cannot be made */
export function validationError(path: string, rule: Sourced, sentence: string): ValidationError {
  return new ValidationError([refused(path, rule, sentence)]);
}

/**
 * Makes every synth fail, and say how `scope` breaks a rule. What is built of `scope` meanwhile is never used.
 * @param sentence what was given, what is allowed and what to do
 * @param child the id of what cannot be made in `scope`. @default - `scope` itself cannot
 */
export function reportProblem(scope: IConstruct, rule: Sourced, sentence: string, child = ''): void {
  const path = [scope.node.path, child].filter(Boolean).join('/');
  scope.node.addMetadata(PROBLEM, refused(path, rule, sentence));
  validateWholeTree(scope);
  if (TerraformStack.isStack(enclosingStack(scope)) && !scope.node.tryFindChild(SynthBlocker.ID))
    new SynthBlocker(scope);
}

/** Whether `scope`, or what it is a part of, was refused already. */
export function isRefused(scope: IConstruct): boolean {
  return scope.node.scopes.some(({ node }) => node.metadata.some(({ type }) => type === PROBLEM));
}

/** Asks at each synth, when the tree is complete, what is wrong; once, however often it is told to. */
export function validateTree(scope: IConstruct, problems: TreeProblems): void {
  if (scope.node.metadata.some(({ data }) => data === problems)) return;
  scope.node.addMetadata(TREE_RULE, problems);
  validateWholeTree(scope);
}

/** What is wrong with a tree that is complete, by all its constructs and all their metadata: to collect these takes long. */
export type TreeProblems = (
  root: IConstruct,
  all: readonly IConstruct[],
  metadata: readonly MetadataEntry[],
) => readonly Problem[];

/** @throws ValidationError naming everything that is wrong with any construct of the tree around `scope` */
export function assertValid(scope: IConstruct): void {
  const problems = problemsAround(scope);
  if (problems.length > 0) throw new ValidationError(problems);
}

function problemsAround(scope: IConstruct): Problem[] {
  const all = scope.node.root.node.findAll();
  const metadata = metadataOfAll(all);
  const rules = new Set(metadataOf<TreeProblems>(metadata, TREE_RULE));
  const refusedBefore = ofConstructs(metadata);
  const ofTree = [...rules].flatMap((problemsOf) => {
    try {
      return problemsOf(scope.node.root, all, metadata);
    } catch (error) {
      // What was given up is half made, and cannot be asked.
      if (refusedBefore.length > 0) return [];
      throw error;
    }
  });
  return [...refusedBefore, ...ofTree];
}

/** What is wrong with a construct and goes on into a part of it is said once. */
function ofConstructs(metadata: readonly MetadataEntry[]): Problem[] {
  const all = metadataOf<Problem>(metadata, PROBLEM);
  const said = new Set(all.map(({ path, reason }) => `${path}\n${reason}`));
  return all.filter(({ path, reason }) => !above(path).some((each) => said.has(`${each}\n${reason}`)));
}

function above(path: string): string[] {
  const ids = path.split('/');
  return ids.slice(1).map((_, index) => ids.slice(0, index + 1).join('/'));
}

/** @throws ValidationError naming everything that was refused until now, for where nothing more can be built */
export function throwReported(scope: IConstruct): never {
  throw new ValidationError(ofConstructs(metadataOfAll(scope.node.root.node.findAll())));
}

function metadataOfAll(all: readonly IConstruct[]): readonly MetadataEntry[] {
  return all.flatMap(({ node }) => node.metadata);
}

export function metadataOf<Data>(metadata: readonly MetadataEntry[], kind: string): Data[] {
  return metadata.filter(({ type }) => type === kind).map(({ data }) => data as Data);
}

/** A stack is validated before it is written, and the first one must speak for all: else some are already written. */
function validateWholeTree(scope: IConstruct): void {
  const { node } = enclosingStack(scope);
  if (node.metadata.some(({ type }) => type === VALIDATED)) return;
  node.addMetadata(VALIDATED, true);
  node.addValidation(new WholeTree(scope));
}

class WholeTree implements IValidation {
  public constructor(private readonly scope: IConstruct) {}

  public validate(): string[] {
    assertValid(this.scope);
    return [];
  }
}

/** Stops also a synth without validations, which would write a stack that is not the one that was meant. */
class SynthBlocker extends TerraformElement {
  public static readonly ID = 'refused';

  public constructor(scope: IConstruct) {
    super(scope, SynthBlocker.ID);
  }

  public override toTerraform(): never {
    throw new ValidationError(problemsAround(this));
  }
}

/** The outermost stack around `scope`; the root, where there is none. */
export function enclosingStack(scope: IConstruct): IConstruct {
  return scope.node.scopes.filter((each) => TerraformStack.isStack(each)).at(-1) ?? scope.node.root;
}
