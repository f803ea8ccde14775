import { listOf, record, valueObject, text, TRUE_OR_FALSE, wholeNumber } from './checks';
import { resolve } from 'node:path';
import { coordinates } from './coordinates';
import { FOLDER, MOST_USERS, USER } from './in-container';
import { referenceProblem, versionOf } from './image-reference';
import {
  FOLDER_IMAGE_PROPERTIES,
  folderProblem,
  ownImageReference,
  type FolderImageOptions,
  type OwnImage,
} from './own-image';
import { validateOptions, type Properties } from './properties';
import { QuantityError } from './quantity-error';

/** What an image asks of every container of it. In a catalogue, it asks what the published image of the product does, unless it says otherwise. */
export interface ImageNeeds {
  /** Whom a container runs as, where its service doesn't say: a name or a uid, never root. @default - its service must say */
  readonly user?: string;
  /** The number of that user, where it is a name: the set-up makes files of secrets its own. 1 or more. @default - unknown */
  readonly uid?: number;
  /** Folders beside `/tmp` that its programs write to; in memory where it allows a read-only root. @default - none */
  readonly writablePaths?: readonly string[];
  /**
   * Folders that it declares as volumes, by what the volume of each is called after its service. Where a service mounts
   * nothing, this volume is: the Engine would make one without a name at each start.
   * @default - none
   * @see https://docs.docker.com/reference/dockerfile/#volume
   */
  readonly declaredVolumes?: Readonly<Record<string, string>>;
  /**
   * Whether its program joins another consumer group at each start, whose name begins with the one that it is told and `-`:
   * its user must be allowed all of these.
   * @default false
   */
  readonly groupPerStart?: boolean;
}

/** What {@link ContainerImage.of} is told of an image beside its reference. */
export interface ContainerImageOptions extends ImageNeeds {
  /**
   * The version of the product in it, such as `3.9.1`; rules about versions go by it.
   * @default - what the tag of an image of Apache's, of Confluent's or of this library's own says; another tag only makes rules warn
   */
  readonly version?: string;
  /**
   * Whether the image runs with a read-only root file system when its `writablePaths`, and its service's, are in memory.
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
  /** Whether it carries the agent by which a JVM shows its beans to Prometheus, so that a deploy adds none. @default false */
  readonly jmxExporter?: boolean;
  /** Path at the usual port of its product where that says by itself how it is, in Prometheus' format. @default - nowhere */
  readonly metricsPath?: string;
  /**
   * Reference of an image with Bash, curl, tar, Python with pip and the certificate authorities it takes to download what is added to this one.
   * @default - the image itself
   */
  readonly fetcher?: string;
  /**
   * Says that it may have no tag, or `latest`: what runs is what the Engine has under that name, or is given when it first asks.
   * @default false
   */
  readonly dangerouslyUnpinned?: boolean;
}

/** A pinned container image, and what a service may rely on when it runs it. */
export class ContainerImage {
  /**
   * An image that is published, or on the Engine.
   * @param reference `[registry/]name:tag`, `…@sha256:…` or both,
   * with a tag other than `latest`, because what runs must not change by itself. Another one is refused by the construct
   * that is to run it.
   */
  public static of(reference: string, options: ContainerImageOptions = {}): ContainerImage {
    const { right, problem } = validateOptions('a ContainerImage', CONTAINER_IMAGE_PROPERTIES, {}, options);
    return new ContainerImage(reference, right, problem);
  }

  /**
   * An image that the deploy builds on the Engine from a folder with a Dockerfile, of all that `.dockerignore` does not
   * name. A change in the folder makes its containers anew.
   * @param path of the folder
   */
  public static folder(
    path: string,
    options: ContainerImageOptions & FolderImageOptions = {},
  ): ContainerImage {
    const { right, problem } = validateOptions<ContainerImageOptions & FolderImageOptions>(
      'a ContainerImage',
      { ...CONTAINER_IMAGE_PROPERTIES, ...FOLDER_IMAGE_PROPERTIES },
      {},
      options,
    );
    const { dockerfile, target, arguments: args, ...rest } = right;
    const why = problem ?? folderProblem(path, { dockerfile, target });
    if (why !== undefined) return new ContainerImage('cdktf-streaming/own:0', rest, why);
    const source = { folder: resolve(path), dockerfile, target, arguments: args };
    return new ContainerImage(ownImageReference(source), rest, undefined, source);
  }

  /** Why it cannot be run. */
  public readonly problem?: string;
  /** As {@link ContainerImageOptions.readOnlyRoot} says. */
  public readonly readOnlyRoot: boolean;
  /** Maven coordinates of what it carries; empty where nobody said. */
  public readonly bundledPackages: readonly string[];
  /** Full names of the classes that it carries; undefined where nobody knows. */
  public readonly pluginClasses: readonly string[] | undefined;
  /** Whether it carries the agent by which a JVM shows its beans to Prometheus. */
  public readonly jmxExporter: boolean;
  /** Where its product says by itself how it is; undefined where it does not. */
  public readonly metricsPath: string | undefined;
  /** Reference of the image that downloads what is added to it. */
  public readonly fetcher: string;
  /** Whom its containers run as; undefined where it leaves that to its services. */
  public readonly user: string | undefined;
  /** The number of that user; undefined where nobody said. */
  public readonly uid: number | undefined;
  /** Folders beside `/tmp` that its programs write to. */
  public readonly writablePaths: readonly string[];
  /** Folders that it declares as volumes, by what each is called after its service. */
  public readonly declaredVolumes: Readonly<Record<string, string>>;
  /** Whether its program joins another consumer group at each start. */
  public readonly groupPerStart: boolean;

  private constructor(
    private readonly props: string,
    private readonly options: ContainerImageOptions = {},
    problem?: string,
    /** What it is built of; undefined where it is taken. @internal */
    public readonly source?: OwnImage,
  ) {
    this.problem = referenceProblem(props, options.dangerouslyUnpinned) ?? problem;
    this.readOnlyRoot = options.readOnlyRoot ?? false;
    this.bundledPackages = options.bundledPackages ?? [];
    this.pluginClasses = options.pluginClasses;
    this.jmxExporter = options.jmxExporter ?? false;
    this.metricsPath = options.metricsPath;
    this.fetcher = options.fetcher ?? props;
    this.user = options.user;
    this.uid = options.uid;
    this.writablePaths = options.writablePaths ?? [];
    this.declaredVolumes = options.declaredVolumes ?? {};
    this.groupPerStart = options.groupPerStart ?? false;
  }

  /** The same image, which asks for what it does not say itself. @internal */
  public withNeeds({ uid, ...needs }: ImageNeeds): ContainerImage {
    const said = Object.entries(this.options).filter(([, value]) => value !== undefined);
    const ofSameUser = (this.user ?? needs.user) === needs.user && { uid };
    const options = { ...needs, ...ofSameUser, ...Object.fromEntries(said) };
    return new ContainerImage(this.props, options, this.problem, this.source);
  }

  /** Whether its reference may mean another image tomorrow. @internal */
  public get isUnpinned(): boolean {
    return this.options.dangerouslyUnpinned === true && referenceProblem(this.reference) !== undefined;
  }

  /** The same image, of whose folders the platform keeps none. @internal */
  public withoutVolumes(): ContainerImage {
    return new ContainerImage(this.props, { ...this.options, declaredVolumes: {} }, this.problem);
  }

  /** The version of the product in it; undefined where nobody knows, which a tag of somebody else's does not tell. */
  public get version(): string | undefined {
    const told = versionOf(this.reference);
    return this.options.version ?? (told?.certain === true ? told.version : undefined);
  }

  /** What the tag looks like, where {@link version} is not known: good for a warning. @internal */
  public get likelyVersion(): string | undefined {
    return this.version === undefined ? versionOf(this.reference)?.version : undefined;
  }

  /** As the Engine takes it. @throws QuantityError if it cannot be */
  public get reference(): string {
    if (this.problem !== undefined) throw new QuantityError(`An image ${this.problem}.`);
    return this.props;
  }
}

/** An image, whoever made it. */
export const IMAGE = valueObject(
  "a ContainerImage, such as ContainerImage.of('apache/kafka:3.9.1')",
  'bundledPackages',
);

export const CONTAINER_IMAGE_PROPERTIES: Properties<ContainerImageOptions> = {
  readOnlyRoot: TRUE_OR_FALSE,
  bundledPackages: listOf(coordinates('policy')),
  pluginClasses: listOf(text('policy', 'the full name of a class')),
  jmxExporter: TRUE_OR_FALSE,
  metricsPath: text('RFC 3986', "a path of a URL, beginning with '/'", /^\/[!->@-~]*$/),
  fetcher: {
    source: 'policy',
    allowed: 'the reference of an image',
    problem: (reference) => referenceProblem(reference),
  },
  dangerouslyUnpinned: TRUE_OR_FALSE,
  user: USER,
  uid: wholeNumber('policy', 1, MOST_USERS),
  writablePaths: listOf(FOLDER),
  declaredVolumes: record('policy', "a-z, A-Z, 0-9, '_', '.' and '-'", /^[a-zA-Z0-9_.-]+$/, FOLDER),
  groupPerStart: TRUE_OR_FALSE,
  version: text('policy', "a version of numbers, such as '3.9.1'", /^\d+(\.\d+)*$/),
};
