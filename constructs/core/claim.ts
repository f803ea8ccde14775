import { Construct, type IConstruct } from 'constructs';

/**
 * Claims a name for `scope` alone: a second claim of the same name and kind within `owner`, anywhere in the tree and in
 * any stack, is refused at synth with both paths.
 * @param owner what the name belongs to, such as a cluster
 * @param kind what is named, as people say it: `subject`
 */
export function claim(scope: Construct, owner: IConstruct, kind: string, name: string): void {
  new Claim(scope, `claim-${kind}-${name}`.replace(/[^\w.-]/g, '-'), owner, kind, name);
}

class Claim extends Construct {
  public constructor(
    private readonly claimant: Construct,
    id: string,
    private readonly owner: IConstruct,
    private readonly kind: string,
    private readonly claimed: string,
  ) {
    super(claimant, id);
    this.node.addValidation({ validate: () => this.clashes() });
  }

  /** Each pair is reported once, by the later one. */
  private clashes(): string[] {
    const same = this.node.root.node
      .findAll()
      .filter((c): c is Claim => c instanceof Claim)
      .filter((c) => c.owner === this.owner && c.kind === this.kind && c.claimed === this.claimed);
    return same
      .slice(0, same.indexOf(this))
      .map(
        ({ claimant }) =>
          `${this.claimant.node.path}: the ${this.kind} '${this.claimed}' is already that of ${claimant.node.path}; give one of them another.`,
      );
  }
}
