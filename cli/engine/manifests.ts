import { stringify } from 'yaml';
import { CommandError } from '../program';
import { declaredObjects, type KubernetesObject } from './kubernetes-objects';
import type { Stack } from './synthesis';

/** The objects that a program has Kubernetes make, as its tools read them. */
export interface ManifestFile {
  /** `02-topics.yaml`, in the order of the stacks. */
  readonly name: string;
  readonly text: string;
}

/** By which a file of ours is known from others of the folder. */
export const WRITTEN = '# Written by `cdktf-streaming manifests`: change the program, not this.';

/**
 * A file for each stack that has any objects, the same bytes at every synth.
 * @throws CommandError if there are none
 */
export function manifestFiles(stacks: readonly Pick<Stack, 'name' | 'resources'>[]): readonly ManifestFile[] {
  const files = stacks.flatMap((stack) => {
    const objects = declaredObjects([stack]).map(({ object }) => object);
    return objects.length > 0 ? [{ name: stack.name, objects }] : [];
  });
  if (files.length === 0)
    throw new CommandError('No stack has anything for Kubernetes: run its services on a KubernetesPlatform.');
  return files.map(({ name, objects }, index) => ({
    name: `${String(index + 1).padStart(2, '0')}-${name}.yaml`,
    text: [`${WRITTEN}\n`, ...objects.sort(inOrder).map(document)].join('---\n'),
  }));
}

/** The namespace comes before what is in it. */
function inOrder(one: KubernetesObject, other: KubernetesObject): number {
  const [first, second] = [one, other].map(
    ({ kind, metadata }) => `${kind === 'Namespace' ? 0 : 1} ${kind} ${metadata.name}`,
  ) as [string, string];
  return first < second ? -1 : Number(first > second);
}

/** In the dialect that tools of Kubernetes read, in which `yes` is no text. */
const document = (object: KubernetesObject): string =>
  stringify(object, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false });
