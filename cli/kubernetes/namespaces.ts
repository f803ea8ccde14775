import { LABEL } from '../../constructs/core/labels';
import { declaredObjects, type DeclaredObject, type KubernetesObject } from '../engine/kubernetes-objects';
import type { Stack } from '../engine/synthesis';
import { kubectlAt, type Kubectl } from './kubectl';

/** A platform on Kubernetes, and all that the stacks declare of it. */
export interface Namespace {
  readonly name: string;
  readonly kubectl: Kubectl;
  readonly objects: readonly DeclaredObject[];
}

/** An object as the API has it. */
export interface LiveObject extends KubernetesObject {
  readonly metadata: KubernetesObject['metadata'] & { readonly generation?: number };
  readonly status?: Readonly<Record<string, unknown>>;
}

/**
 * The platforms that the stacks make on Kubernetes: those namespaces that say so, with what is in them. What else somebody
 * makes by the same provider is no platform's.
 * @param at what asks a cluster
 */
export function namespacesOf(
  stacks: readonly Pick<Stack, 'name' | 'resources' | 'kubeConfig'>[],
  at: typeof kubectlAt = kubectlAt,
): readonly Namespace[] {
  const all = declaredObjects(stacks);
  return all.filter(isPlatform).map((platform) => {
    const { name } = platform.object.metadata;
    const where = stacks.find((stack) => stack.name === platform.stack)?.kubeConfig ?? {};
    const objects = all.filter((each) => each === platform || each.object.metadata.namespace === name);
    return { name, kubectl: at(where), objects };
  });
}

const isPlatform = ({ object: { kind, metadata } }: DeclaredObject): boolean =>
  kind === 'Namespace' && metadata.annotations?.[LABEL.platform] === metadata.name;

/** Those objects that there are, in any order. Of their kinds all must be known. */
export async function find(
  kubectl: Kubectl,
  objects: readonly KubernetesObject[],
): Promise<readonly LiveObject[]> {
  if (objects.length === 0) return [];
  const args = ['get', '-f', '-', '--ignore-not-found', '-o', 'json'];
  return listed(await kubectl(args, asList(objects)));
}

/** As `kubectl` reads several. */
export const asList = (items: readonly object[]): string =>
  JSON.stringify({ apiVersion: 'v1', kind: 'List', items });

/** As `kubectl` prints some: nothing, one, or a list. */
export function listed(output: string): readonly LiveObject[] {
  if (output.trim() === '') return [];
  const found = JSON.parse(output) as LiveObject & { readonly items?: readonly LiveObject[] };
  return found.kind.endsWith('List') ? (found.items ?? []) : [found];
}

export const isSame = (one: KubernetesObject, other: KubernetesObject): boolean =>
  one.kind === other.kind &&
  one.metadata.name === other.metadata.name &&
  one.metadata.namespace === other.metadata.namespace;
