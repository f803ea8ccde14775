import { Container, type ContainerConfig } from '@cdktf/provider-docker/lib/container';
import { DataDockerNetwork } from '@cdktf/provider-docker/lib/data-docker-network';
import { Image } from '@cdktf/provider-docker/lib/image';
import { Network } from '@cdktf/provider-docker/lib/network';
import { TerraformStack } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { ImageIds } from './image-ids';
import { serviceConfig, taskConfig } from './docker-container';
import { ensureDockerProvider } from './docker-provider';
import { reserveName } from './unique-name';
import {
  CONTAINER_NAME,
  DOCKER_PLATFORM_PROPERTIES,
  FOREIGN_NETWORK,
  HOST_PORT,
  KNOWN_NAMES,
  NAME_IN_NETWORK,
  PLATFORM_NAME,
  VOLUME_PROPERTIES,
  type DockerPlatformProps,
} from './docker-platform-props';
import type { ContainerImage } from './container-image';
import { ExistingVolume, NamedVolume } from './named-volume';
import { Images, withNeeds } from './image-catalogue';
import type {
  ContainerDescription,
  ImageCatalogue,
  IPlatform,
  IVolume,
  ServiceDescription,
  TaskDescription,
} from './platform';
import { BuiltImage, builtImageReference, type ImageBuild } from './image-build';
import { ImageOfFolder } from './own-image';
import { ofPlatform } from './mounts';
import { HostNames, unknownAmong } from './host-names';
import { isResolved } from './resolved';
import { LABEL } from './labels';
import { escapeTemplate } from './escape-template';
import { waitsAsLongAsTold } from './long-wait';
import { addDependencies, addStackDependency } from './dependencies';
import { validateProps, examine, preconditions, type Precondition } from './properties';
import { filesOnRemoteEngines } from './remote-engine';
import { replacedOnChange } from './replaced';
import { CONTAINER_PROPERTIES } from './container-description';
import { formatValue } from './format-value';
import { addSecretFiles } from './further-secrets';
import { placed } from './placed';
import type { SecretFiles } from './secret-file';
import {
  toProblem,
  enclosingStack,
  throwReported,
  reportProblem,
  validateTree,
  type TreeProblems,
} from './validation';

/** Of the platform whose containers have the names that users know. */
const STANDARD_NAME = 'streaming';

/**
 * A Docker Engine that runs services: one network, its own or one that exists, named volumes, and every container hardened in the same way.
 * Volumes, images and the network belong to the platform's stack, so that they outlive the stacks of the services.
 */
export class DockerPlatform extends Construct implements IPlatform {
  public readonly platformName: string;
  public readonly images: ImageCatalogue;
  public readonly patience: number;
  public readonly copiesSecretFiles: boolean;
  public readonly networkName: string;
  private readonly containerPrefix: string;
  private readonly portOffset: number;
  private readonly joins: boolean;
  private readonly aliases: Readonly<Record<string, readonly string[]>>;
  private readonly existingVolumes: Readonly<Record<string, string>>;
  private readonly network: IConstruct;
  private readonly hosts = new HostNames();
  private readonly imageIds = new ImageIds();

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: DockerPlatformProps = {}) {
    super(...placed(scope, id));
    const valid = validateProps(this, props, DOCKER_PLATFORM_PROPERTIES);
    this.platformName = valid.platformName ?? STANDARD_NAME;
    this.containerPrefix =
      valid.containerPrefix ?? (this.platformName === STANDARD_NAME ? '' : `${this.platformName}-`);
    this.portOffset = valid.portOffset ?? 0;
    this.patience = valid.patience ?? 1;
    this.copiesSecretFiles = valid.copiesSecretFiles ?? false;
    this.aliases = valid.aliases ?? {};
    this.existingVolumes = valid.existingVolumes ?? {};
    this.images = withNeeds(valid.images ?? Images.public());
    reserveName(this, this.node.root, PLATFORM_NAME, this.platformName);
    ensureDockerProvider(this);
    this.joins = valid.existingNetwork !== undefined;
    this.networkName = valid.existingNetwork ?? this.platformName;
    validateTree(this, DockerPlatform.joinsOwnNetworks);
    validateTree(this, DockerPlatform.namesNobodyHas);
    this.network = this.joins
      ? new DataDockerNetwork(this, 'network', { name: this.networkName })
      : new Network(this, 'Resource', { name: this.networkName, labels: this.labels() });
  }

  public containerName(serviceName: string): string {
    return this.containerPrefix + serviceName;
  }

  /** @internal */
  public aliasesOf(serviceName: string): readonly string[] {
    return this.aliases[serviceName] ?? [];
  }

  public hostPort(port: number): number {
    return port + this.portOffset;
  }

  public volume(name: string): IVolume {
    const made = this.node.tryFindChild(`volume-${name}`);
    if (made) return made as IConstruct & IVolume;
    const [problem] = examine({ name }, VOLUME_PROPERTIES).problems;
    if (problem) {
      reportProblem(this, problem, `a volume's ${problem.sentence}.`);
      throwReported(this);
    }
    const existing = this.existingVolumes[name];
    return existing === undefined
      ? new NamedVolume(this, `volume-${name}`, `${this.platformName}-${name}`, this.labels())
      : new ExistingVolume(this, `volume-${name}`, existing);
  }

  public extendImage(scope: IConstruct, build: ImageBuild): void {
    for (const container of containersOf(scope)) {
      const base = container.imageInput as string;
      const reference = builtImageReference(base, build);
      container.image = reference;
      addDependencies(container, [this.builtImage(reference, base, build)]);
    }
  }

  /** @internal */
  public addSecretFiles(
    scope: IConstruct,
    files: SecretFiles,
    labels: Readonly<Record<string, string>>,
  ): void {
    for (const container of containersOf(scope)) addSecretFiles(this, container, files, labels);
    validateTree(enclosingStack(scope), filesOnRemoteEngines);
  }

  public runService(scope: IConstruct, service: ServiceDescription): void {
    for (const { hostPort } of service.ports)
      if (hostPort !== undefined) reserveName(scope, this.node.root, HOST_PORT, this.hostPort(hostPort));
    this.run(scope, service, serviceConfig(this, this.networkName, stackOf(scope), service));
  }

  public runTask(scope: IConstruct, task: TaskDescription): void {
    this.run(scope, task, taskConfig(this, this.networkName, stackOf(scope), task));
  }

  private run(scope: IConstruct, runnable: ContainerDescription, config: ContainerConfig): void {
    this.claimNames(scope, runnable.serviceName);
    ensureDockerProvider(scope);
    const later = preconditions(scope, { user: runnable.user, cpus: runnable.cpus }, CONTAINER_PROPERTIES);
    const container = new Container(scope, 'Resource', withPreconditions(config, later));
    replacedOnChange(container);
    waitsAsLongAsTold(container);
    if (runnable.secretFiles) validateTree(enclosingStack(scope), filesOnRemoteEngines);
    addStackDependency(scope, this);
    addDependencies(container, [
      this.network,
      this.imageOf(runnable.image, container),
      ...ofPlatform(runnable.volumes ?? []).map(({ volume }) => volume),
      ...(runnable.dependsOn ?? []),
    ]);
  }

  /** A container is found in its network by both of its names. */
  private claimNames(scope: IConstruct, serviceName: string): void {
    const containerName = this.containerName(serviceName);
    reserveName(scope, this.node.root, CONTAINER_NAME, containerName);
    if (this.joins)
      reserveName(scope, this.node.root, NAME_IN_NETWORK, serviceName, `${this.networkName} ${serviceName}`);
    this.hosts.claim(scope, serviceName, [containerName, ...this.aliasesOf(serviceName)]);
  }

  /** A network that the same program makes may not be there yet, and is not found in a plan. */
  private static readonly joinsOwnNetworks: TreeProblems = (_, all) => {
    const platforms = all.filter((each) => each instanceof DockerPlatform);
    return platforms.flatMap((each) => {
      const maker = platforms.find((other) => !other.joins && other.networkName === each.networkName);
      if (!each.joins || !maker) return [];
      const sentence = `existingNetwork must be a network that exists without this program; got ${formatValue(each.networkName)}, which ${maker.node.path} makes: run the services on that platform.`;
      return [toProblem(each, FOREIGN_NETWORK, sentence)];
    });
  };

  private imageOf({ reference, source }: ContainerImage, runner: Construct): IConstruct {
    if (source === undefined) return this.image(reference, runner);
    const id = this.imageIds.of(reference);
    return this.node.tryFindChild(id) ?? new ImageOfFolder(this, id, reference, source);
  }

  /** An alias or a volume of what is not there was meant for something else, which goes without. */
  private static readonly namesNobodyHas: TreeProblems = (_, all) =>
    all
      .filter((each) => each instanceof DockerPlatform)
      .flatMap((platform) => {
        const volumes = platform.node.children.flatMap(({ node }) => /^volume-(.*)/.exec(node.id)?.[1] ?? []);
        return [
          ...unknownAmong('aliases', platform.aliases, 'service', platform.hosts.services),
          ...unknownAmong('existingVolumes', platform.existingVolumes, 'volume', volumes),
        ].map((sentence) => toProblem(platform, KNOWN_NAMES, sentence));
      });

  /** @param runner where it is if Terraform alone knows the reference, perhaps by a stack that comes after this one */
  private image(reference: string, runner: Construct = this): IConstruct {
    const [scope, id] = isResolved(reference) ? [this, this.imageIds.of(reference)] : [runner, 'image'];
    // Another container may still run the image, and taking it again may need a registry that is not always there.
    return (
      scope.node.tryFindChild(id) ??
      new Image(scope, id, { name: escapeTemplate(reference), keepLocally: true })
    );
  }

  private builtImage(reference: string, base: string, build: ImageBuild): IConstruct {
    const id = this.imageIds.of(reference);
    const made = this.node.tryFindChild(id);
    if (made) return made;
    const image = new BuiltImage(this, id, base, reference, build);
    addDependencies(image.resource, [this.image(base)]);
    return image;
  }

  private labels(): { label: string; value: string }[] {
    return [{ label: LABEL.platform, value: this.platformName }];
  }
}

const containersOf = (scope: IConstruct): Container[] =>
  scope.node.findAll().filter((each) => each instanceof Container);

function withPreconditions(config: ContainerConfig, further: readonly Precondition[]): ContainerConfig {
  if (further.length === 0) return config;
  const precondition = [...(config.lifecycle?.precondition ?? []), ...further];
  return { ...config, lifecycle: { ...config.lifecycle, precondition } };
}

/** As the manifest names it. */
const stackOf = (scope: IConstruct): string => TerraformStack.of(scope).node.id;
