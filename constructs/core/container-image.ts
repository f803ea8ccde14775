import { listOf, sound, text, TRUE_OR_FALSE } from './checks';
import { referenceProblem, versionOf } from './image-reference';
import { checkedFactory, type Properties } from './properties';
import { QuantityError } from './quantity-error';

export interface ContainerImageOptions {
  /**
   * The version of the product in it, such as `3.9.1`; rules about versions go by it.
   * @default - what the tag of an image of Apache's, of Confluent's or of this library's own says; another tag only makes rules warn
   */
  readonly version?: string;
  /**
   * Whether the image runs with a read-only root file system when its service's `writablePaths` are in memory.
   * @default false
   */
  readonly readOnlyRoot?: boolean;
  /**
   * Maven coordinates (`group:artifact:version`) of libraries that the image carries, so that none is fetched for them.
   * @default - none
   */
  readonly bundledPackages?: readonly string[];
  /**
   * Full names of the plugins' classes that the image carries: connectors and converters of Kafka Connect.
   * @default - unknown
   */
  readonly pluginClasses?: readonly string[];
  /**
   * Reference of an image with Bash, curl, tar, Python and the certificate authorities it takes to download what is added to this one.
   * @default - the image itself
   */
  readonly fetcher?: string;
}

/** A pinned container image, and what a service may rely on when it runs it. */
export class ContainerImage {
  /**
   * @param reference `[registry/]name:tag`, `…@sha256:…` or both,
   * with a tag other than `latest`, because what runs must not change by itself. Another one is refused by the construct
   * that is to run it.
   */
  public static of(reference: string, options: ContainerImageOptions = {}): ContainerImage {
    const { right, problem } = checkedFactory('a ContainerImage', CONTAINER_IMAGE_PROPERTIES, {}, options);
    return new ContainerImage(
      reference,
      right.readOnlyRoot ?? false,
      right.bundledPackages ?? [],
      right.pluginClasses,
      right.fetcher ?? reference,
      right.version,
      referenceProblem(reference) ?? problem,
    );
  }

  private constructor(
    private readonly given: string,
    public readonly readOnlyRoot: boolean,
    public readonly bundledPackages: readonly string[],
    /** Undefined where nobody knows. */
    public readonly pluginClasses: readonly string[] | undefined,
    public readonly fetcher: string,
    private readonly saidVersion: string | undefined,
    /** Why it cannot be run. */
    public readonly problem?: string,
  ) {}

  /** The version of the product in it; undefined where nobody knows, which a tag of somebody else's does not tell. */
  public get version(): string | undefined {
    const told = versionOf(this.reference);
    return this.saidVersion ?? (told?.certain === true ? told.version : undefined);
  }

  /** What the tag looks like, where {@link version} is not known: good for a warning. */
  public get likelyVersion(): string | undefined {
    return this.version === undefined ? versionOf(this.reference)?.version : undefined;
  }

  /** @throws QuantityError if it cannot be */
  public get reference(): string {
    if (this.problem !== undefined) throw new QuantityError(`An image ${this.problem}.`);
    return this.given;
  }
}

/** An image, whoever made it. */
export const IMAGE = sound(
  "a ContainerImage, such as ContainerImage.of('apache/kafka:3.9.1')",
  'bundledPackages',
);

export const CONTAINER_IMAGE_PROPERTIES: Properties<ContainerImageOptions> = {
  readOnlyRoot: TRUE_OR_FALSE,
  bundledPackages: listOf(text('policy', 'Maven coordinates')),
  pluginClasses: listOf(text('policy', 'the full name of a class')),
  fetcher: { source: 'policy', allowed: 'the reference of an image', problem: referenceProblem },
  version: text('policy', "a version of numbers, such as '3.9.1'", /^\d+(\.\d+)*$/),
};
