import { LABEL, SECRET_LABEL } from '../../constructs/core/labels';
import { labelsIn } from './labelled';

/** A secret of a container, and the file of this machine that has it. */
export interface SecretSource {
  readonly source: string;
  /** Its path in the container. */
  readonly target: string;
}

type Attributes = Readonly<Record<string, unknown>>;

/** Files that the Engine mounts. */
export const mountedFiles = ({ mounts = [] }: Attributes): readonly SecretSource[] =>
  (mounts as readonly (SecretSource & { readonly type?: string })[]).filter(({ type }) => type === 'bind');

/** Files that are copied into volumes, because the Engine sees none of this machine. */
export const copiedFiles = (attributes: Attributes): readonly SecretSource[] =>
  Object.entries(labelsIn(attributes))
    .filter(([name]) => name.startsWith(SECRET_LABEL))
    .map(([name, source = '']) => ({ source, target: name.slice(SECRET_LABEL.length) }));

/** All, whichever way they come into the container. */
export const secretFilesOf = (attributes: Attributes): readonly SecretSource[] => [
  ...mountedFiles(attributes),
  ...copiedFiles(attributes),
];

/** The number of the user whose they must be; undefined where nobody knows. */
export function ownerOf(attributes: Attributes): number | undefined {
  const uid = labelsIn(attributes)[LABEL.userId];
  return uid === undefined ? undefined : Number(uid);
}
