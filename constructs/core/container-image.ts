import { listOf, text, TRUE_OR_FALSE } from './checks';
import { checkedFactory, type Properties } from './properties';
import { QuantityError } from './quantity-error';
import { show } from './show';

export interface ContainerImageOptions {
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
   * @param reference `[registry/]name:tag` or `…@sha256:…`
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
      unpinned(reference) ?? problem,
    );
  }

  private constructor(
    private readonly given: string,
    public readonly readOnlyRoot: boolean,
    public readonly bundledPackages: readonly string[],
    /** Undefined where nobody knows. */
    public readonly pluginClasses: readonly string[] | undefined,
    public readonly fetcher: string,
    /** Why it cannot be run. */
    public readonly problem?: string,
  ) {}

  /** @throws QuantityError if it cannot be */
  public get reference(): string {
    if (this.problem !== undefined) throw new QuantityError(`An image ${this.problem}.`);
    return this.given;
  }
}

const REFERENCE = /^[^\s:@]+(:\d+\/[^\s:@]+)?(:(?!latest$)[\w][\w.-]{0,127}|@sha256:[0-9a-f]{64})$/;

function unpinned(reference: unknown): string | undefined {
  if (typeof reference === 'string' && REFERENCE.test(reference)) return undefined;
  return (
    `must have a tag other than 'latest', or a digest, such as 'confluentinc/cp-kafka:7.9.6'; ` +
    `got ${show(reference)}, pin the version you mean`
  );
}

export const CONTAINER_IMAGE_PROPERTIES: Properties<ContainerImageOptions> = {
  readOnlyRoot: TRUE_OR_FALSE,
  bundledPackages: listOf(text('policy', 'Maven coordinates')),
  pluginClasses: listOf(text('policy', 'the full name of a class')),
  fetcher: text('policy', 'the reference of an image', REFERENCE),
};
