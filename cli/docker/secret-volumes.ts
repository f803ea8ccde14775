import { readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import type Docker from 'dockerode';
import { pack } from 'tar-stream';
import { copiedFiles, ownerOf, type SecretSource } from '../engine/secret-files';
import { isLiteral, label, type Stack } from '../engine/synthesis';
import { LABEL } from '../../constructs/core/labels';
import { CommandError } from '../program';

/** A volume of one container, and all that belongs into it. */
export interface SecretVolume {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** That of the container. */
  readonly image: string;
  readonly files: readonly SecretSource[];
  /** The number of its user; undefined where nobody knows. */
  readonly owner?: number;
}

type Stacks = readonly Pick<Stack, 'resources'>[];

/** Those that stacks declare. */
export function secretVolumes(stacks: Stacks): readonly SecretVolume[] {
  const containers = stacks.flatMap((stack) => stack.resources('docker_container'));
  return containers.flatMap(({ attributes }) => {
    const files = copiedFiles(attributes);
    const owner = ownerOf(attributes);
    const volumes = (attributes.volumes ?? []) as readonly Mounted[];
    return volumes.flatMap(({ volume_name: name, container_path: folder }) => {
      const own = files.filter(({ target }) => posix.dirname(target) === folder);
      const image = String(attributes.image);
      return own.length > 0 ? [{ name, labels: labelsOf(name, stacks), image, files: own, owner }] : [];
    });
  });
}

interface Mounted {
  readonly volume_name: string;
  readonly container_path: string;
}

/** What Terraform would give it: a volume of other labels it would make anew, without what is in it. */
function labelsOf(name: string, stacks: Stacks): Record<string, string> {
  const volumes = stacks.flatMap((stack) => stack.resources('docker_volume'));
  const volume = volumes.find(({ attributes }) => attributes.name === name);
  const platform = volume && label(volume, LABEL.platform);
  return platform === undefined ? {} : { [LABEL.platform]: platform };
}

/**
 * Puts the files into the volumes, in place of what was there, by a container that is never started: over the Engine's
 * own interface, so that they are in no environment, layer, log or process list.
 */
export async function copySecrets(docker: Docker, volumes: readonly SecretVolume[]): Promise<void> {
  const entries = volumes.map(({ files, owner }) => files.map((each) => read(each, owner)));
  const archives = await Promise.all(entries.map(archive));
  const Image = await imageOf(docker, volumes);
  for (const { name: Name, labels: Labels } of volumes) await docker.createVolume({ Name, Labels });
  const folder = (index: number): string => `/secrets/${index}`;
  const Mounts = volumes.map(({ name: Source }, index) => {
    return { Type: 'volume' as const, Source, Target: folder(index) };
  });
  const container = await docker.createContainer({ Image, Cmd: ['true'], HostConfig: { Mounts } });
  try {
    for (const [index, content] of archives.entries())
      await container.putArchive(content, { path: folder(index) });
  } finally {
    await container.remove();
  }
}

/** A file of an archive. */
interface Entry {
  readonly name: string;
  readonly content: Buffer;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** As the Engine takes files. */
async function archive(entries: readonly Entry[]): Promise<Buffer> {
  const tar = pack();
  for (const { content, ...header } of entries) tar.entry({ ...header, mtime: new Date(0) }, content);
  tar.finalize();
  const parts: Buffer[] = [];
  for await (const part of tar) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** For the container's user alone, or as it is here, where nobody knows the number of that. */
function read({ source, target }: SecretSource, owner: number | undefined): Entry {
  try {
    const { mode, uid, gid } = statSync(source);
    const whose =
      owner === undefined ? { mode: mode & 0o777, uid, gid } : { mode: 0o400, uid: owner, gid: owner };
    return { name: posix.basename(target), content: readFileSync(source), ...whose };
  } catch (error) {
    throw new CommandError(
      `The secret file ${source} cannot be read (${(error as NodeJS.ErrnoException).code}): make it, readable for whoever deploys.`,
    );
  }
}

/** One that the Engine has: it does not matter which. */
async function imageOf(docker: Docker, volumes: readonly SecretVolume[]): Promise<string> {
  const named = [...new Set(volumes.map(({ image }) => image))].filter(isLiteral);
  for (const each of named)
    if (
      await docker
        .getImage(each)
        .inspect()
        .catch(() => undefined)
    )
      return each;
  throw new CommandError(
    `The Engine has none of the images ${named.join(', ')}, by which secret files are copied into its volumes.`,
  );
}
