import type { IConstruct } from 'constructs';
import type { Service } from './service';
import { formatValue } from './format-value';
import { toProblem, validateTree, type TreeRule } from './validation';

/** What an application works with. */
export interface Relation {
  /** As people say it: `reads the topic`. */
  readonly verb: string;
  readonly other: IConstruct;
  /** The other's name, as people know it. */
  readonly name: string;
}

const DECLARED: TreeRule = {
  requires: 'What an application works with is declared in the program that deploys it.',
  source: 'policy',
};

/** Makes `service` start after what `app` works with, and refuses at synth what nobody declares by then. */
export function relate(app: IConstruct, service: Service, { verb, other, name }: Relation): void {
  service.startAfter(other);
  validateTree(app, (root) => {
    if (isIn(root, other)) return [];
    const sentence =
      `it ${verb} ${formatValue(name)} (${other.node.path}), which is not declared in this program; ` +
      `declare it there, or refer to one that is made elsewhere.`;
    return [toProblem(app, DECLARED, sentence)];
  });
}

/** False also for what was taken out of the tree again. */
function isIn(root: IConstruct, { node }: IConstruct): boolean {
  return (
    node.root === root &&
    node.scopes.slice(1).every((each, index) => node.scopes[index]?.node.tryFindChild(each.node.id) === each)
  );
}

export const RELATION_TREE_RULES: readonly TreeRule[] = [DECLARED];
