import { changesOf, type Change, type Plan } from './plan';
import type { Stack } from './synthesis';

/** The resource of Terraform by which an object is made. */
export const MANIFEST = 'kubectl_manifest';

/** An object of Kubernetes, as far as commands read it. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Texts;
    readonly annotations?: Texts;
  };
  readonly spec?: Readonly<Record<string, unknown>>;
}

type Texts = Readonly<Record<string, string>>;

/** What a program has Kubernetes make. */
export interface DeclaredObject {
  /** The name of the stack that makes it. */
  readonly stack: string;
  readonly address: string;
  readonly object: KubernetesObject;
}

/** In the order of the stacks. As Terraform gets it, an object is JSON in a template. */
export function declaredObjects(
  stacks: readonly Pick<Stack, 'name' | 'resources'>[],
): readonly DeclaredObject[] {
  return stacks.flatMap((stack) =>
    stack.resources(MANIFEST).map(({ address, attributes }) => {
      const text = String(attributes.yaml_body).replace(/([$%])\1\{/g, '$1{');
      return { stack: stack.name, address, object: JSON.parse(text) as KubernetesObject };
    }),
  );
}

/** An object with what becomes of it. */
export interface ObjectChange {
  readonly change: Change;
  readonly before?: KubernetesObject;
  readonly after?: KubernetesObject;
}

/** What is declared, has been, or will be; also where nothing changes. */
export function objectChanges(plans: readonly Plan[]): readonly ObjectChange[] {
  return changesOf(plans, MANIFEST).map((change) => ({
    change,
    before: plannedObject(change.change.before),
    after: plannedObject(change.change.after),
  }));
}

/** Undefined where there is none, or nobody knows yet. */
export function plannedObject(attributes: Change['change']['before']): KubernetesObject | undefined {
  const text = attributes?.yaml_body;
  return typeof text === 'string' ? (JSON.parse(text) as KubernetesObject) : undefined;
}

/** As `kubectl` takes it: `kafka/streaming`. */
export const titleOf = ({ kind, metadata }: KubernetesObject): string =>
  `${kind.toLowerCase()}/${metadata.name}`;
