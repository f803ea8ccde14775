import { posix } from 'node:path';
import type { SecretFile, SecretFiles } from '../core/secret-file';
import { digest } from './object-name';

interface SecretVolume {
  readonly [kind: string]: unknown;
  readonly name: string;
  readonly projected: object;
  readonly mounts: readonly { readonly mountPath: string; readonly readOnly: true }[];
}

/** What is in one folder is one volume, whatever Secrets it is of; so that it can change while the pod runs. */
export function secretVolumes(secretFiles: SecretFiles): readonly SecretVolume[] {
  const files = Object.entries(secretFiles);
  const folders = [...new Set(files.map(([path]) => posix.dirname(path)))];
  return folders.map((folder) => ({
    name: volumeOf('secrets', folder),
    projected: {
      // The owner is root, and the group that of the pod.
      defaultMode: 0o440,
      sources: files
        .filter(([path]) => posix.dirname(path) === folder)
        .map(([path, file]) => ({ secret: { name: file.source, items: [itemOf([path, file])] } })),
    },
    mounts: [{ mountPath: folder, readOnly: true }],
  }));
}

/** What of a Secret is the file of this path. */
export const itemOf = ([path, { key }]: readonly [string, SecretFile]): { key: string; path: string } => ({
  key: key ?? posix.basename(path),
  path: posix.basename(path),
});

/** The name of a volume for a folder, which is legal, and its own. */
export const volumeOf = (kind: string, path: string): string =>
  `${kind}${path.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`.slice(0, 50).replace(/-+$/, '') +
  (path.length > 40 ? `-${digest(path)}` : '');
