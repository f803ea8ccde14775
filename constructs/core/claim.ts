import type { IConstruct, MetadataEntry } from 'constructs';
import { things } from './identity';
import { known } from './known';
import { show } from './show';
import { broken, dataOf, enclosingStack, validateTree, type TreeRule } from './validation';
import type { Problem } from './validation-error';

/** What only one construct may have. */
export interface ClaimRule extends TreeRule {
  /** What is claimed, as people call it: `topic`. */
  readonly kind: string;
  /** What to do when two want it. @default 'give one of them another' */
  readonly cure?: string;
}

interface Claim {
  readonly claimant: IConstruct;
  readonly owner: IConstruct;
  readonly rule: ClaimRule;
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
export function claim(
  scope: IConstruct,
  owner: IConstruct,
  rule: ClaimRule,
  name: string | number,
  key = String(name),
): void {
  if (!known(name)) return;
  scope.node.addMetadata(CLAIM, { claimant: scope, owner, rule, key, shown: show(name) } satisfies Claim);
  // Not at each of thousands of claimants: one asks for all.
  validateTree(enclosingStack(scope), clashes);
}

/** In one pass, however many claims there are. Each clash is reported once, by the later one. */
function clashes(_: IConstruct, metadata: readonly MetadataEntry[]): Problem[] {
  const taken = new Map<IConstruct, Map<string, Claim>>();
  const claims = dataOf<Claim>(metadata, CLAIM);
  const thing = things(new Set(claims.map(({ owner }) => owner)));
  return claims.flatMap((claimed) => {
    const owner = thing(claimed.owner);
    const ofOwner = taken.get(owner) ?? new Map<string, Claim>();
    taken.set(owner, ofOwner);
    const key = `${claimed.rule.kind} ${claimed.key}`;
    const earlier = ofOwner.get(key);
    if (!earlier) ofOwner.set(key, claimed);
    return earlier ? [clash(claimed, earlier)] : [];
  });
}

function clash({ claimant, rule, shown }: Claim, earlier: Claim): Problem {
  const other = `that of ${earlier.claimant.node.path}${earlier.shown === shown ? '' : `, ${earlier.shown}`}`;
  const cure = rule.cure ?? 'give one of them another';
  return broken(claimant, rule, `the ${rule.kind} ${shown} is already ${other}; ${cure}.`);
}
