import { textOf } from '../../constructs/core/escape-template';
import { synthesize } from '../../constructs/testing';
import type { App, TerraformStack } from 'cdktf';

/** What is in an object, at any depth: what a test expects there it says itself. */
export interface Fields {
  readonly [name: string]: Fields;
}

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
  readonly spec: Fields;
  readonly data: Fields;
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
