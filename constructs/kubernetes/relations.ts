import type { IConstruct } from 'constructs';

/** Who works with whom, by the names that pods of both have; asked at synth, when the program has said everything. */
export class Relations {
  private readonly pairs: (readonly [IConstruct, IConstruct])[] = [];
  private readonly names = new Map<IConstruct, string>();
  private nameOf: (other: IConstruct) => string | undefined = () => undefined;

  /** @param nameOf of what is no service */
  public name(nameOf: (other: IConstruct) => string | undefined): void {
    this.nameOf = nameOf;
  }

  /** That a service is called so. */
  public has(scope: IConstruct, name: string): void {
    this.names.set(scope, name);
  }

  public add(scope: IConstruct, other: IConstruct): void {
    this.pairs.push([scope, other]);
  }

  /** The names of all that `scope` works with, itself or as a part of something. */
  public of(scope: IConstruct): readonly string[] {
    const { scopes } = scope.node;
    const others = this.pairs.filter(([who]) => scopes.includes(who)).map(([, other]) => other);
    return others.flatMap((other) => this.nameOf(other) ?? this.within(other));
  }

  private within(other: IConstruct): readonly string[] {
    return [...this.names].filter(([each]) => each.node.scopes.includes(other)).map(([, name]) => name);
  }
}
