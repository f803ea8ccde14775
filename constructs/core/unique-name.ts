import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { things } from './identity';
import { isResolved } from './resolved';
import { formatValue } from './format-value';
import {
  toProblem,
  metadataOf,
  enclosingStack,
  isRefused,
  validateTree,
  type TreeProblems,
  type TreeRule,
} from './validation';
import type { Problem } from './validation-error';

/** What only one construct may have. */
export interface UniqueName extends TreeRule {
  /** What is claimed, as people call it: `topic`. */
  readonly kind: string;
  /** Whether it is of names that differ; the same name twice is another rule's matter. @default false */
  readonly ofDifferentNames?: boolean;
  /** What to do when two want it. @default 'give one of them another' */
  readonly cure?: string;
  /** What to do where that cannot be done. @default - it always can */
  readonly else?: string;
}

interface Claim {
  readonly claimant: IConstruct;
  readonly owner: IConstruct;
  readonly rule: UniqueName;
  readonly key: string;
  readonly shown: string;
}

const CLAIM = 'cdktf-streaming/claim';

/**
 * Claims a name for `scope` alone: a second claim of the same name and kind within `owner`, anywhere in the tree and in
 * any stack, is refused at synth with both paths. A name that Terraform alone knows is not compared.
 * @param owner what the name belongs to, such as a cluster
 * @param key what must differ, where that is not the name itself
 */
export function reserveName(
  scope: IConstruct,
  owner: IConstruct,
  rule: UniqueName,
  name: string | number,
  key = String(name),
): void {
  if (!isResolved(name)) return;
  scope.node.addMetadata(CLAIM, {
    claimant: scope,
    owner,
    rule,
    key,
    shown: formatValue(name),
  } satisfies Claim);
  // Not at each of thousands of claimants: one asks for all.
  validateTree(enclosingStack(scope), clashes);
}

/**
 * In one pass, however many claims there are. Each clash is reported once, by the later one, and those of two constructs
 * together; what is refused for another reason may have a default that nobody wanted, and clashes with nothing.
 */
const clashes: TreeProblems = (_root, _all, metadata) => {
  const taken = new Map<IConstruct, Map<string, Claim>>();
  const claims = metadataOf<Claim>(metadata, CLAIM);
  const thing = things(new Set(claims.map(({ owner }) => owner)));
  const together = new Map<string, [Clash, ...Clash[]]>();
  for (const claimed of claims) {
    const owner = thing(claimed.owner);
    const ofOwner = taken.get(owner) ?? new Map<string, Claim>();
    taken.set(owner, ofOwner);
    const key = `${claimed.rule.kind} ${claimed.key}`;
    const earlier = ofOwner.get(key);
    if (!earlier) ofOwner.set(key, claimed);
    else if (isClash(claimed, earlier)) {
      // Two that want the same names and ports are one mistake, whose cure may be one, too.
      const pair = [whole(claimed.claimant), whole(earlier.claimant)];
      const group = [...(claimed.rule.else === undefined ? [claimed.rule.kind] : []), ...pair].join('\n');
      const others = together.get(group);
      if (others) others.push({ claimed, earlier });
      else together.set(group, [{ claimed, earlier }]);
    }
  }
  return [...together.values()].map(sentence);
};

interface Clash {
  readonly claimed: Claim;
  readonly earlier: Claim;
}

function isClash({ claimant, rule, shown }: Claim, earlier: Claim): boolean {
  if (isRefused(claimant) || isRefused(earlier.claimant)) return false;
  return !(rule.ofDifferentNames && shown === earlier.shown);
}

/** The path of what a claimant is a part of, as a broker is of its cluster. */
function whole({ node }: IConstruct): string {
  const { scope = node.root } = node;
  return TerraformStack.isStack(scope) || scope === node.root ? node.path : scope.node.path;
}

/** Those of one kind say what they have in common once. */
function sentence(clashes: readonly [Clash, ...Clash[]]): Problem {
  const [{ claimed }] = clashes;
  const kinds = [...new Set(clashes.map((each) => each.claimed.rule))];
  const said = kinds.map((rule) => ofKind(clashes.filter((each) => each.claimed.rule === rule)));
  const cures = [...new Set(kinds.map((rule) => rule.cure ?? 'give one of them another'))]
    .join(' and ')
    .replaceAll('and give one of them ', 'and ');
  const [otherwise] = kinds.flatMap((rule) => rule.else ?? []);
  const cure = otherwise === undefined ? cures : `${cures}, or ${otherwise}`;
  const rule = { source: [...new Set(kinds.map((each) => each.source))].join('; ') };
  return toProblem(claimed.claimant, rule, `${said.join(', and ')}; ${cure}.`);
}

function ofKind(clashes: readonly Clash[]): string {
  const [{ claimed, earlier }, ...others] = clashes as readonly [Clash, ...Clash[]];
  const other = `that of ${earlier.claimant.node.path}${earlier.shown === claimed.shown ? '' : `, ${earlier.shown}`}`;
  const further = others.map((each) => each.claimed.shown).join(', ');
  const all = others.length > 0 ? `, and so it is with ${further}` : '';
  return `the ${claimed.rule.kind} ${claimed.shown} is already ${other}${all}`;
}
