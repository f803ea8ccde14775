import { accessSync, constants, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { allOf, check, listOf, oneOf, text } from '../core/checks';
import type { ContainerImage } from '../core/container-image';
import type { ImageBuild } from '../core/image-build';
import { nameOf as imageName, referenceProblem } from '../core/image-reference';
import { noSecret } from '../core/plain-sight';
import { validateOptions, required, type Properties } from '../core/properties';
import { formatValue } from '../core/format-value';

/** What a plugin holds. */
export interface ConnectPluginOptions {
  /**
   * Full names of the connectors' classes in the plugin, so that a connector of another class is refused at synth.
   * @default - unknown
   */
  readonly connectorClasses?: readonly string[];
}

/** A plugin to download. */
export interface ArchivePluginOptions extends ConnectPluginOptions {
  /** SHA-256 of the archive: 64 hexadecimal digits. A download with another one stops the deploy. */
  readonly sha256: string;
}

/** Which file of an artifact to download, and from where. */
export interface MavenPluginOptions extends ArchivePluginOptions {
  /** Which of the artifact's files, such as `plugin`. @default - the one without a classifier */
  readonly classifier?: string;
  /** What the file ends in: jar, zip, tar.gz or tgz. Archives are unpacked. @default 'jar' */
  readonly extension?: 'jar' | 'zip' | 'tar.gz' | 'tgz';
  /** Where the Maven repository is. @default 'https://repo1.maven.org/maven2' */
  readonly repository?: string;
}

/**
 * A plugin of Kafka Connect: connectors, converters or transforms, and the libraries they need. One that cannot be is
 * refused by the Connect cluster that it is added to.
 */
export class ConnectPlugin {
  /**
   * An archive in a Maven repository. Downloaded once, when the image is built.
   * @param coordinates `group:artifact:version`
   */
  public static maven(coordinates: string, options: MavenPluginOptions): ConnectPlugin {
    const { right, problem } = validateOptions(WHAT, MAVEN_PLUGIN_PROPERTIES, { coordinates }, options);
    const {
      sha256 = '',
      classifier,
      extension = 'jar',
      repository = 'https://repo1.maven.org/maven2',
    } = right;
    const [group = '', artifact = '', version = ''] = partsOf(right.coordinates);
    const file = `${[artifact, version, classifier].filter((part) => part !== undefined).join('-')}.${extension}`;
    const folder = [...group.split('.'), artifact, version].join('/');
    const url = `${repository.replace(/\/+$/, '')}/${folder}/${file}`;
    return new ConnectPlugin(artifact, right.connectorClasses, fetched(artifact, url, sha256), problem);
  }

  /**
   * An archive at an address, such as one of Confluent Hub. Downloaded once, when the image is built.
   * @param url http or https, to a file that ends in .jar, .zip, .tar.gz or .tgz; archives are unpacked. The file's
   * name is the plugin's
   */
  public static archive(url: string, options: ArchivePluginOptions): ConnectPlugin {
    const { right, problem } = validateOptions(WHAT, ARCHIVE_PLUGIN_PROPERTIES, { url }, options);
    const { url: address = '', sha256 = '', connectorClasses } = right;
    const name = archiveName(address);
    return new ConnectPlugin(name, connectorClasses, fetched(name, address, sha256), problem);
  }

  /** A folder of this machine with jars, at any depth. Its content decides the image's tag. */
  public static folder(path: string, options: ConnectPluginOptions = {}): ConnectPlugin {
    const { right, problem } = validateOptions(WHAT, FOLDER_PLUGIN_PROPERTIES, { path }, options);
    const name = right.path === undefined ? '' : nameOf(right.path);
    return new ConnectPlugin(
      name,
      right.connectorClasses,
      () => ({
        name,
        files: { Dockerfile: join(__dirname, 'images', 'folder.Dockerfile'), plugin: path },
        arguments: { PLUGIN: name },
      }),
      problem,
    );
  }

  /**
   * An image that holds the plugin's folder, and nothing else that counts: for a {@link KubernetesPlatform}, which mounts it as
   * it is. That takes Kubernetes 1.33 or later, and a runtime that mounts images, such as containerd 2.1.
   * @param reference as that of any image: with a tag, or a digest
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/image-volumes/
   */
  public static image(reference: string, options: ConnectPluginOptions = {}): ConnectPlugin {
    const { right, problem } = validateOptions(WHAT, IMAGE_PLUGIN_PROPERTIES, { reference }, options);
    const image = right.reference ?? '';
    const name = imageName(image).replaceAll('.', '-');
    return new ConnectPlugin(name, right.connectorClasses, undefined, problem, image);
  }

  private constructor(
    /** The name of its folder in the image. */
    public readonly pluginName: string,
    /** Full names of its connectors' classes; undefined where nobody said. */
    public readonly connectorClasses: readonly string[] | undefined,
    /** How the plugin gets into an image of Kafka Connect; undefined where it is mounted. @internal */
    public readonly build: ((image: ContainerImage) => ImageBuild) | undefined,
    /** Why it cannot be. */
    public readonly problem?: string,
    /** The image that holds it, where it is mounted. @internal */
    public readonly image?: string,
  ) {}

  /** Whether it is mounted, and not built into the image of the workers. @internal */
  public get isMounted(): boolean {
    return this.image !== undefined;
  }
}

const WHAT = 'a ConnectPlugin';

function fetched(name: string, url: string, sha256: string): NonNullable<ConnectPlugin['build']> {
  return (image) => ({
    name,
    files: { Dockerfile: join(__dirname, 'images', 'archive.Dockerfile') },
    arguments: { FETCHER: image.fetcher, URL: url, SHA256: sha256, PLUGIN: name },
  });
}

const partsOf = (coordinates: unknown): string[] => String(coordinates).split(':');
const ARCHIVE = /\.(jar|zip|tar\.gz|tgz)$/;
const archiveName = (url: string): string => basename(url).replace(ARCHIVE, '');
const nameOf = (folder: unknown): string => basename(resolve(String(folder)));

/** As a folder, and as a part of a tag. */
const NAME = /^\w[\w.-]{0,99}$/;
const NAMED = "1 to 100 of letters, digits, '.', '_' and '-', not beginning with '.' or '-'";
const MAVEN = 'https://maven.apache.org/pom.html#Maven_Coordinates';

const CONNECTOR_CLASSES = listOf(text('policy', 'the full name of a class'));

const SHA256 = required(text('policy', '64 hexadecimal digits in lower case', /^[0-9a-f]{64}$/));

const UNPACKED_BY_HAND = noSecret('download the archive, unpack it, and take ConnectPlugin.folder');

export const ARCHIVE_PLUGIN_PROPERTIES: Properties<ArchivePluginOptions & { readonly url: string }> = {
  url: required(
    allOf(
      text(
        'policy',
        'an http or https address, without a query, of a file that ends in .jar, .zip, .tar.gz or .tgz',
        /^https?:\/\/[^\s/?#]+\/[^\s?#]*\.(jar|zip|tar\.gz|tgz)$/,
      ),
      check('policy', `of a file that has a name of ${NAMED}`, (url) => NAME.test(archiveName(String(url)))),
      UNPACKED_BY_HAND,
    ),
  ),
  sha256: SHA256,
  connectorClasses: CONNECTOR_CLASSES,
};

export const MAVEN_PLUGIN_PROPERTIES: Properties<MavenPluginOptions & { readonly coordinates: string }> = {
  coordinates: required(
    allOf(
      check(MAVEN, 'group:artifact:version', (given) => {
        const parts = partsOf(given);
        return parts.length === 3 && parts.every((part) => NAME.test(part));
      }),
      check(
        'policy',
        'of a release, because what runs must not change by itself',
        (given) => !/([:-]SNAPSHOT|:LATEST|:RELEASE)$/i.test(String(given)),
      ),
    ),
  ),
  sha256: SHA256,
  classifier: text(MAVEN, NAMED, NAME),
  extension: oneOf('policy', { JAR: 'jar', ZIP: 'zip', TAR_GZ: 'tar.gz', TGZ: 'tgz' }),
  repository: allOf(text('policy', 'an http or https address', /^https?:\/\/[^\s/]+/), UNPACKED_BY_HAND),
  connectorClasses: CONNECTOR_CLASSES,
};

export const IMAGE_PLUGIN_PROPERTIES: Properties<ConnectPluginOptions & { readonly reference: string }> = {
  reference: required({ source: 'policy', allowed: 'the reference of an image', problem: referenceProblem }),
  connectorClasses: CONNECTOR_CLASSES,
};

export const FOLDER_PLUGIN_PROPERTIES: Properties<ConnectPluginOptions & { readonly path: string }> = {
  path: required({
    source: 'policy',
    allowed: `a folder that can be read, and has a name of ${NAMED}`,
    problem: (path) => unreadable(path) ?? misnamed(path),
  }),
  connectorClasses: CONNECTOR_CLASSES,
};

const misnamed = (path: unknown): string | undefined =>
  NAME.test(nameOf(path)) ? undefined : `must have a name of ${NAMED}; got ${formatValue(path)}`;

/** Its files are read in the synth, so that a file which cannot be read is found out here. */
function unreadable(path: unknown): string | undefined {
  if (typeof path !== 'string') return `must be a folder that can be read; got ${formatValue(path)}`;
  try {
    for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) accessSync(join(entry.parentPath, entry.name), constants.R_OK);
    return undefined;
  } catch (error) {
    const { code, path: culprit } = error as NodeJS.ErrnoException;
    return `must be a folder that can be read; got ${formatValue(path)}, where ${formatValue(culprit)} cannot (${code})`;
  }
}
