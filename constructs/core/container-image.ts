import { QuantityError } from './quantity-error';

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
   * @throws QuantityError if the reference has no tag or digest, or the tag is `latest`: what runs must not change by itself
   */
  public static of(reference: string, options: ContainerImageOptions = {}): ContainerImage {
    return new ContainerImage(
      reference,
      options.readOnlyRoot ?? false,
      options.bundledPackages ?? [],
      options.pluginClasses,
      options.fetcher ?? reference,
    );
  }

  private constructor(
    public readonly reference: string,
    public readonly readOnlyRoot: boolean,
    public readonly bundledPackages: readonly string[],
    /** Undefined where nobody knows. */
    public readonly pluginClasses: readonly string[] | undefined,
    public readonly fetcher: string,
  ) {
    if (!/^[^\s:@]+(:\d+\/[^\s:@]+)?(:(?!latest$)[\w][\w.-]{0,127}|@sha256:[0-9a-f]{64})$/.test(reference)) {
      throw new QuantityError(
        `An image needs a tag other than 'latest', or a digest, got '${reference}'. ` +
          `Pin the version you mean, such as 'confluentinc/cp-kafka:7.9.6'.`,
      );
    }
  }
}
