import { statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { ContainerImage } from '../core/container-image';
import type { ImageBuild } from '../core/image-build';
import { show, ValidationError } from '../core/validation';

export interface ConnectPluginOptions {
  /**
   * Full names of the connectors' classes in the plugin, so that a connector of another class is refused at synth.
   * @default - unknown
   */
  readonly connectorClasses?: readonly string[];
}

export interface MavenPluginOptions extends ConnectPluginOptions {
  /** SHA-256 of the archive: 64 hexadecimal digits. A download with another one stops the deploy. */
  readonly sha256: string;
  /** Which of the artifact's files, such as `plugin`. @default - the one without a classifier */
  readonly classifier?: string;
  /** What the file ends in: jar, zip, tar.gz or tgz. Archives are unpacked. @default 'jar' */
  readonly extension?: 'jar' | 'zip' | 'tar.gz' | 'tgz';
  /** Where the Maven repository is. @default 'https://repo1.maven.org/maven2' */
  readonly repository?: string;
}

/** As a folder, and as a part of a tag. */
const NAME = /^\w[\w.-]{0,99}$/;

/** A plugin of Kafka Connect: connectors, converters or transforms, and the libraries they need. */
export class ConnectPlugin {
  /**
   * An archive in a Maven repository. Downloaded once, when the image is built.
   * @param coordinates `group:artifact:version`
   * @throws ValidationError naming everything that cannot be
   */
  public static maven(coordinates: string, options: MavenPluginOptions): ConnectPlugin {
    const { sha256, classifier, extension = 'jar', repository = 'https://repo1.maven.org/maven2' } = options;
    const [group = '', artifact = '', version = '', ...rest] = coordinates.split(':');
    const problems = [
      ...(rest.length > 0 || ![group, artifact, version].every((part) => NAME.test(part))
        ? [`coordinates must be group:artifact:version, got ${show(coordinates)}.`]
        : []),
      ...(/(^|-)SNAPSHOT$|^(LATEST|RELEASE)$/i.test(version)
        ? [
            `the version must be a release, because what runs must not change by itself; got ${show(version)}.`,
          ]
        : []),
      ...(/^[0-9a-f]{64}$/.test(sha256)
        ? []
        : [`sha256 must be 64 hexadecimal digits in lower case, got ${show(sha256)}.`]),
      ...(['jar', 'zip', 'tar.gz', 'tgz'].includes(extension)
        ? []
        : [`extension must be one of jar, zip, tar.gz, tgz; got ${show(extension)}.`]),
      ...(classifier === undefined || NAME.test(classifier)
        ? []
        : [
            `classifier must be 1 to 100 of letters, digits, '.', '_' and '-', not beginning with '.' or '-'; got ${show(classifier)}.`,
          ]),
      ...(/^https?:\/\/[^\s/]+/.test(repository)
        ? []
        : [`repository must be an http or https address, got ${show(repository)}.`]),
    ];
    if (problems.length > 0) throw new ValidationError(`The plugin ${coordinates}`, problems);

    const file = `${[artifact, version, classifier].filter((part) => part !== undefined).join('-')}.${extension}`;
    const URL = [repository.replace(/\/+$/, ''), ...group.split('.'), artifact, version, file].join('/');
    return new ConnectPlugin(artifact, options.connectorClasses, (image) => ({
      name: artifact,
      files: { Dockerfile: join(__dirname, 'images', 'archive.Dockerfile') },
      arguments: { FETCHER: image.fetcher, URL, SHA256: sha256, PLUGIN: artifact },
    }));
  }

  /**
   * A folder of this machine with jars, at any depth. Its content decides the image's tag.
   * @throws ValidationError if it is no folder, or has a name that is none for a plugin
   */
  public static folder(path: string, options: ConnectPluginOptions = {}): ConnectPlugin {
    const name = basename(resolve(path));
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
    const problems = [
      ...(isFolder ? [] : [`it must be a folder, and ${show(path)} is none.`]),
      ...(NAME.test(name)
        ? []
        : [
            `its name must be 1 to 100 of letters, digits, '.', '_' and '-', not beginning with '.' or '-'; got ${show(name)}.`,
          ]),
    ];
    if (problems.length > 0) throw new ValidationError(`The plugin ${path}`, problems);
    return new ConnectPlugin(name, options.connectorClasses, () => ({
      name,
      files: { Dockerfile: join(__dirname, 'images', 'folder.Dockerfile'), plugin: path },
      arguments: { PLUGIN: name },
    }));
  }

  private constructor(
    /** The name of its folder in the image. */
    public readonly pluginName: string,
    public readonly connectorClasses: readonly string[] | undefined,
    /** How the plugin gets into an image of Kafka Connect. */
    public readonly build: (image: ContainerImage) => ImageBuild,
  ) {}
}
