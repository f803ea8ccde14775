import { textOf } from '../../constructs/core/escape-template';
import { synthesize } from '../../constructs/testing';
import type { App, TerraformStack } from 'cdktf';

/** An object, as a test reads it. */
export interface Rendered {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Record<string, string>;
    readonly annotations?: Record<string, string>;
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a test asks of it, it says itself
  readonly [field: string]: any;
}

/** Every object of a program, as Kubernetes gets it. */
export function objectsOf(scope: App | TerraformStack): readonly Rendered[] {
  return synthesize(scope)
    .resources('kubectl_manifest')
    .map(({ yaml_body }) => JSON.parse(textOf(String(yaml_body))) as Rendered);
}

/** All of a kind. */
export const ofKind = (scope: App | TerraformStack, kind: string): readonly Rendered[] =>
  objectsOf(scope).filter((each) => each.kind === kind);
