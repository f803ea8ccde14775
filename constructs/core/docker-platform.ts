import { Container } from '@cdktf/provider-docker/lib/container';
import { Image } from '@cdktf/provider-docker/lib/image';
import { Network } from '@cdktf/provider-docker/lib/network';
import { Volume } from '@cdktf/provider-docker/lib/volume';
import type { TerraformResource } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { serviceConfig, taskConfig } from './docker-container';
import { ensureDockerProvider } from './docker-provider';
import type { ImageCatalogue } from './image-catalogue';
import { BuiltImage, builtImageReference, type ImageBuild } from './image-build';
import { orderAfter, orderStackAfter } from './order';
import type { IPlatform, IVolume } from './platform';
import type { RunnableDescription } from './runnable';
import type { ServiceDescription } from './service';
import type { TaskDescription } from './task';
import { isWholeNumber, show, validate, type ValidationRule } from './validation';

export interface DockerPlatformProps {
  /** One image a product. */
  readonly images: ImageCatalogue;
  /**
   * Tells two platforms on one Engine apart: the name of the network and the prefix of the volumes.
   * 2 to 32 of a-z, 0-9 and '-', beginning with a letter or digit.
   * @default 'streaming'
   */
  readonly platformName?: string;
  /** Put before the name of every container. @default - none, so that the broker `kafka1` is the container `kafka1` */
  readonly containerPrefix?: string;
  /** Added to every port on the host. 0 to 50000. @default 0 */
  readonly portOffset?: number;
}

/**
 * A Docker Engine that runs services: one network, named volumes, and every container hardened in the same way.
 * Volumes, images and the network belong to the platform's stack, so that they outlive the stacks of the services.
 */
export class DockerPlatform extends Construct implements IPlatform {
  public readonly platformName: string;
  public readonly images: ImageCatalogue;
  private readonly containerPrefix: string;
  private readonly portOffset: number;
  private readonly network: Network;
  private readonly services: {
    readonly path: string;
    readonly description: RunnableDescription;
    readonly hostPorts: readonly number[];
  }[] = [];

  /** @throws ValidationError naming every broken rule, not only the first */
  public constructor(scope: Construct, id: string, props: DockerPlatformProps) {
    super(scope, id);
    this.platformName = props.platformName ?? 'streaming';
    this.containerPrefix = props.containerPrefix ?? '';
    this.portOffset = props.portOffset ?? 0;
    this.images = props.images;
    validate(this, { platformName: this.platformName, portOffset: this.portOffset }, RULES);

    ensureDockerProvider(this);
    this.network = new Network(this, 'Resource', { name: this.platformName, labels: this.labels() });
    this.node.addValidation({ validate: () => this.collisions() });
  }

  public containerName(serviceName: string): string {
    return this.containerPrefix + serviceName;
  }

  public hostPort(port: number): number {
    return port + this.portOffset;
  }

  public volume(name: string): IVolume {
    const made = this.node.tryFindChild(`volume-${name}`);
    return made
      ? (made as NamedVolume)
      : new NamedVolume(this, `volume-${name}`, `${this.platformName}-${name}`, this.labels());
  }

  public extendImage(scope: IConstruct, build: ImageBuild): void {
    const containers = scope.node.findAll().filter((c): c is Container => c instanceof Container);
    for (const container of containers) {
      const base = container.imageInput as string;
      const reference = builtImageReference(base, build);
      container.image = reference;
      orderAfter(container, [this.builtImage(reference, base, build)]);
    }
  }

  public runService(scope: IConstruct, service: ServiceDescription): void {
    const hostPorts = service.ports.flatMap((p) =>
      p.hostPort === undefined ? [] : [this.hostPort(p.hostPort)],
    );
    this.services.push({ path: scope.node.path, description: service, hostPorts });
    this.run(scope, service, serviceConfig(this, this.platformName, service));
  }

  public runTask(scope: IConstruct, task: TaskDescription): void {
    this.services.push({ path: scope.node.path, description: task, hostPorts: [] });
    this.run(scope, task, taskConfig(this, this.platformName, task));
  }

  private run(
    scope: IConstruct,
    runnable: RunnableDescription,
    config: ConstructorParameters<typeof Container>[2],
  ): void {
    ensureDockerProvider(scope);
    const container: TerraformResource = new Container(scope, 'Resource', config);
    orderStackAfter(scope, this);
    orderAfter(container, [
      this.network,
      this.image(runnable.image.reference),
      ...(runnable.volumes ?? []).map(({ volume }) => volume),
      ...(runnable.dependsOn ?? []),
    ]);
  }

  private image(reference: string): IConstruct {
    const id = imageId(reference);
    // Another container may still run the image, and taking it again may need a registry that is not always there.
    return this.node.tryFindChild(id) ?? new Image(this, id, { name: reference, keepLocally: true });
  }

  private builtImage(reference: string, base: string, build: ImageBuild): IConstruct {
    const id = imageId(reference);
    const made = this.node.tryFindChild(id);
    if (made) return made;
    const image = new BuiltImage(this, id, base, reference, build);
    orderAfter(image.resource, [this.image(base)]);
    return image;
  }

  private labels(): { label: string; value: string }[] {
    return [{ label: 'cdktf-streaming.platform', value: this.platformName }];
  }

  /** What only the whole tree can tell: names and host ports used twice, also by another platform on the same Engine. */
  private collisions(): string[] {
    const platforms = this.node.root.node
      .findAll()
      .filter((c): c is DockerPlatform => c instanceof DockerPlatform);
    const users = platforms.flatMap((p) =>
      p.services.map((s) => ({ ...s, name: p.containerName(s.description.serviceName) })),
    );
    return users.flatMap((mine, index) => {
      if (!this.services.some(({ path }) => path === mine.path)) return [];
      const earlier = users.slice(0, index);
      const sameName = earlier.find(({ name }) => name === mine.name);
      const samePort = mine.hostPorts.flatMap((port) =>
        earlier.filter(({ hostPorts }) => hostPorts.includes(port)).map(({ path }) => ({ port, path })),
      );
      return [
        ...(sameName
          ? [
              `${mine.path}: the container name '${mine.name}' is already taken by ${sameName.path}; give one of the platforms a containerPrefix.`,
            ]
          : []),
        ...samePort.map(
          ({ port, path }) =>
            `${mine.path}: host port ${port} is already taken by ${path}; give one of them another port or its platform a portOffset.`,
        ),
      ];
    });
  }
}

const imageId = (reference: string): string => `image-${reference.replace(/[^\w.-]+/g, '-')}`;

class NamedVolume extends Construct implements IVolume {
  public constructor(
    scope: Construct,
    id: string,
    public readonly volumeName: string,
    labels: { label: string; value: string }[],
  ) {
    super(scope, id);
    new Volume(this, 'Resource', { name: volumeName, labels });
  }
}

const RULES: readonly ValidationRule<{ platformName: string; portOffset: number }>[] = [
  {
    fails: ({ platformName }) => !/^[a-z0-9][a-z0-9-]{1,31}$/.test(platformName),
    message: ({ platformName }) =>
      `platformName must be 2 to 32 of a-z, 0-9 and '-', beginning with a letter or digit; got ${show(platformName)}.`,
    source: 'github.com/moby/moby names.RestrictedNameChars',
  },
  {
    fails: ({ portOffset }) => !isWholeNumber(portOffset, 0, 50_000),
    message: ({ portOffset }) =>
      `portOffset must be a whole number from 0 to 50000, got ${show(portOffset)}.`,
    source: 'policy',
  },
];
