import { App } from 'cdktf';
import type { IConstruct } from 'constructs';
import { validationError, type TreeRule } from './validation';

const ONE_FRAMEWORK: TreeRule = {
  requires: 'The App is of the same cdktf, or cdktn, that the library works with.',
  source: 'policy',
};
export const APP_TREE_RULES: readonly TreeRule[] = [ONE_FRAMEWORK];

/**
 * An App of another framework takes these constructs for its own, and fails in the middle of its synth by words that are
 * nobody's.
 * @throws ValidationError at once, because nothing can be built of both
 */
export function assertOneFramework(scope: IConstruct): void {
  const { root } = scope.node;
  if (!App.isApp(root)) return;
  const [theirs, ours] = [nameOf(root.constructor), nameOf(App)];
  if (theirs === ours) return;
  throw validationError(
    scope.node.path,
    ONE_FRAMEWORK,
    `The App must be of ${ours}, which cdktf-streaming works with here, got one of ${theirs}; let npm install one of the two: for cdktn, "cdktf": "npm:cdktn@0.24.0" in the dependencies of package.json, and "overrides": { "cdktf": "$cdktf" }.`,
  );
}

/** Such as `cdktf 0.21`: what is published by jsii says so itself. */
function nameOf(app: object): string {
  const { fqn = '', version = '' } =
    (app as Readonly<Record<symbol, { readonly fqn: string; readonly version: string } | undefined>>)[
      Symbol.for('jsii.rtti')
    ] ?? {};
  return `${fqn.split('.')[0]} ${version.split('.').slice(0, 2).join('.')}`;
}
