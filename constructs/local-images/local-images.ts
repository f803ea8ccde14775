import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashFolder } from '../core/content-hash';
import { ValidationError } from '../core/validation-error';

/** An image that the set-up builds from a folder of Dockerfiles. */
export interface LocalImage {
  /** The name of the image's folder, such as `kafka`. */
  readonly product: string;
  /** `cdktf-streaming/<product>:<version>-<12 hex digits>`; the digits change whenever the image's content may. */
  readonly reference: string;
  /** The folder to build. */
  readonly context: string;
  /** The images it is made from, each by the name of the build argument that takes its reference. */
  readonly parents: Readonly<Record<string, LocalImage>>;
  /** What else its build is told, by the name of the build argument: so one folder has several images. @default - nothing */
  readonly arguments?: Readonly<Record<string, string>>;
  /** The suite of Debian that it starts from, such as `bookworm`, as the build argument `BASE`. @default - its parents */
  readonly debian?: string;
}

/**
 * Every image of a folder, parents before children.
 *
 * Reads files only: a synthesis needs no Docker, and gives the same references on every machine.
 * @param imagesDirectory the folder of `images.json`, with one build context a product
 * @throws ValidationError if a parent is not in `images.json`, or an image is its own ancestor
 */
export function localImages(imagesDirectory: string): readonly LocalImage[] {
  const declared = readDeclarations(imagesDirectory);
  const made = new Map<string, LocalImage>();

  const make = (product: string, descendants: readonly string[]): LocalImage => {
    const known = made.get(product);
    if (known) return known;
    const path = [...descendants, product];
    if (descendants.includes(product))
      throw refusal(
        `An image cannot be made from itself: ${path.join(' from ')}. Change its parents in images.json.`,
      );
    const declaration = declared[product];
    if (!declaration) throw unknownImage(product, Object.keys(declared));

    const parents = Object.fromEntries(
      Object.entries(declaration.parents).map(([argument, parent]) => [argument, make(parent, path)]),
    );
    const context = join(imagesDirectory, declaration.context ?? product);
    const { version, debian, arguments: told } = declaration;
    const reference = `cdktf-streaming/${product}:${version}-${contentHash(context, parents, told, debian)}`;
    const image = { product, reference, context, parents, arguments: told, debian };
    made.set(product, image);
    return image;
  };

  Object.keys(declared).forEach((product) => make(product, []));
  return [...made.values()];
}

/**
 * The reference of one product's image.
 * @throws ValidationError if `images.json` has no such product
 */
export function localImageReference(imagesDirectory: string, product: string): string {
  return referenceAmong(localImages(imagesDirectory), product);
}

/**
 * The same of images that were read already: to read them is to hash all their content.
 * @throws ValidationError if there is no such product among them
 */
export function referenceAmong(images: readonly LocalImage[], product: string): string {
  const image = images.find((each) => each.product === product);
  if (!image)
    throw unknownImage(
      product,
      images.map((each) => each.product),
    );
  return image.reference;
}

interface Declaration {
  readonly version: string;
  readonly parents: Readonly<Record<string, string>>;
  /** Relative to the folder of images. @default - the product's name */
  readonly context?: string;
  readonly debian?: string;
  /** @default - none */
  readonly arguments?: Readonly<Record<string, string>>;
}

function readDeclarations(imagesDirectory: string): Record<string, Declaration> {
  return JSON.parse(readFileSync(join(imagesDirectory, 'images.json'), 'utf8')) as Record<
    string,
    Declaration
  >;
}

/**
 * No part of an image's content: certificates of the host that builds, which end in no service's image, what an
 * application's own tools leave in its folder, and the construct that deploys it.
 */
const NO_CONTENT = /^(ca|node_modules|target)\/|^[^/]*\.ts$/;

function contentHash(
  context: string,
  parents: LocalImage['parents'],
  told: LocalImage['arguments'] = {},
  debian = '',
): string {
  const hash = createHash('sha256').update(`${debian}\0`);
  hashFolder(hash, context, (path) => !NO_CONTENT.test(path));
  for (const argument of Object.keys(parents).sort()) {
    hash.update(`${argument}=${parents[argument]?.reference}\0`);
  }
  for (const argument of Object.keys(told).sort()) hash.update(`${argument}=${told[argument]}\0`);
  return hash.digest('hex').slice(0, 12);
}

function unknownImage(product: string, known: readonly string[]): ValidationError {
  return refusal(`There is no image '${product}' in images.json; there are ${known.join(', ')}.`);
}

const refusal = (reason: string): ValidationError => ValidationError.of('images.json', [reason]);
