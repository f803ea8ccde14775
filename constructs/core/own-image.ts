import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Image } from '@cdktf/provider-docker/lib/image';
import { Construct } from 'constructs';
import { allOf, ANY_TEXT, check, record, text } from './checks';
import { hashFolder } from './content-hash';
import { escapeTemplate } from './escape-template';
import { formatValue } from './format-value';
import { BY_FILE, nothingSecret } from './plain-sight';
import { problemOf, type Properties } from './properties';

/** How an image is built from a folder. */
export interface FolderImageOptions {
  /** The path of the Dockerfile in the folder. @default 'Dockerfile' */
  readonly dockerfile?: string;
  /** The stage of the Dockerfile that is built. @default - the last one */
  readonly target?: string;
  /** Build arguments. No secrets: they stay in the image's history. @default - none */
  readonly arguments?: Readonly<Record<string, string>>;
}

/** An image that is built from a folder of this machine, as it is there when the program is synthesized. */
export interface OwnImage extends FolderImageOptions {
  /** Absolute. */
  readonly folder: string;
}

const DOCKERFILE = 'https://docs.docker.com/reference/cli/docker/image/build/';

export const FOLDER_IMAGE_PROPERTIES: Properties<FolderImageOptions> = {
  dockerfile: text(DOCKERFILE, 'the path of a Dockerfile in the folder', /^[^/]/),
  target: text(DOCKERFILE, 'the name of a stage', /^[\w.-]+$/),
  arguments: allOf(
    record(DOCKERFILE, "letters, digits and '_'", /^[A-Za-z_]\w*$/, ANY_TEXT),
    nothingSecret(BY_FILE),
  ),
};

/** What tools leave in a project, and no image is made of: it would be another one at each deploy. */
const LEFT = /(^|\/)(\.git|\.terraform|\.cache|node_modules|cdktf\.out)\/$|\.tfstate(\.backup)?$/;

/** Why nothing can be built; undefined if something can. */
export function folderProblem(
  folder: unknown,
  { dockerfile = 'Dockerfile', target }: FolderImageOptions,
): string | undefined {
  const file = (path: unknown): string => resolve(String(path), dockerfile);
  const hasOne = (path: unknown): boolean => typeof path === 'string' && existsSync(file(path));
  const problem = problemOf(check(DOCKERFILE, `a folder with a ${dockerfile}`, hasOne), folder);
  if (problem !== undefined || target === undefined || /^\d+$/.test(target)) return problem;
  const found = readFileSync(file(folder), 'utf8').matchAll(/^\s*FROM\s.*?\sAS\s+(\S+)/gim);
  const stages = [...found].map(([, name = '']) => name.toLowerCase());
  if (stages.includes(target.toLowerCase())) return undefined;
  const known = stages.map(formatValue).join(', ') || 'none that has a name';
  return `must have a stage ${formatValue(target)}, as target says; its ${dockerfile} has ${known}`;
}

/** Its tag is a hash of the folder, so that containers are made anew exactly when the image's content may change. */
export function ownImageReference({
  folder,
  dockerfile = '',
  target = '',
  arguments: args,
}: OwnImage): string {
  const hash = createHash('sha256').update(JSON.stringify([dockerfile, target, args ?? {}]));
  hashFolder(hash, folder, (path) => !LEFT.test(path));
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `cdktf-streaming/${name || 'own'}:${hash.digest('hex').slice(0, 12)}`;
}

/** The image, which a deploy builds if the Engine has none of this reference; of what `.dockerignore` does not name. */
export class ImageOfFolder extends Construct {
  public constructor(scope: Construct, id: string, reference: string, image: OwnImage) {
    super(scope, id);
    const { folder: context, dockerfile, target, arguments: buildArgs } = image;
    new Image(this, 'Resource', {
      name: reference,
      // Containers may still run it when another takes its place, and building it again may need the network.
      keepLocally: true,
      buildAttribute: escapeTemplate({ context, dockerfile, target, buildArgs }),
    });
  }
}
