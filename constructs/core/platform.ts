import type { IConstruct } from 'constructs';
import type { ContainerImage } from './container-image';
import type { Duration } from './duration';
import type { HealthCheck } from './health-check';
import type { ImageBuild } from './image-build';
import type { HostPath } from './host-path';
import type { MetricsEndpoint } from './metrics-endpoint';
import type { Secret } from './secret';
import type { SecretFiles } from './secret-file';
import type { Size } from './size';

/** What runs services: a Docker Engine, or Kubernetes. Products describe what runs; the platform decides how. */
export interface IPlatform extends IConstruct {
  /** Tells two platforms on one Engine apart. */
  readonly platformName: string;
  /** What its services run. */
  readonly images: ImageCatalogue;
  /** How many times as long as usual everything may take: 1 or more. */
  readonly patience: number;
  /** The network in which its services find each other by name. Platforms of one network reach each other's. */
  readonly networkName: string;

  /** Whether the Engine sees no file of the machine that deploys, so that secrets are copied. @internal */
  readonly copiesSecretFiles?: boolean;

  /** Whether it is Kubernetes: secrets are not files of a machine, and nothing is found at `localhost`. @internal */
  readonly isKubernetes?: boolean;

  /** Notes what `scope`, which it runs, works with: it may let in nobody else. @internal */
  reaches?(scope: IConstruct, other: IConstruct): void;

  /** The name of the container that runs a service. */
  containerName(serviceName: string): string;

  /** By which further names a service is found in the network. @internal */
  aliasesOf(serviceName: string): readonly string[];

  /** The port on the host for a product's usual port: shifted by the platform's offset. */
  hostPort(port: number): number;

  /** The volume of this name, made on first use where the platform is, so that it outlives its users' stacks. */
  volume(name: string): IVolume;

  /**
   * Makes every service and task below `scope` run on an image that is built from its own, before it starts.
   * The platform's matter is when to build, and under which reference.
   */
  extendImage(scope: IConstruct, build: ImageBuild): void;

  /**
   * Lets every service and task below `scope` read further secrets, and labels it.
   * @internal
   */
  addSecretFiles(scope: IConstruct, files: SecretFiles, labels: Readonly<Record<string, string>>): void;

  /** Turns a service into resources below `scope`. Called by {@link Service}. */
  runService(scope: IConstruct, service: ServiceDescription): void;

  /** Turns a task into resources below `scope`. Called by {@link Task}. */
  runTask(scope: IConstruct, task: TaskDescription): void;
}

/** One image per product. */
export interface ImageCatalogue {
  readonly zooKeeper: ContainerImage;
  /** Of brokers and controllers. */
  readonly kafka: ContainerImage;
  readonly kafkaConnect: ContainerImage;
  readonly kafkaUi: ContainerImage;
  readonly schemaRegistry: ContainerImage;
  /** Of the master, the workers and every application's driver. */
  readonly spark: ContainerImage;
  readonly prometheus: ContainerImage;
  /** @default - there is none, and no Grafana can be run */
  readonly grafana?: ContainerImage;
}

/** Storage that outlives the containers that use it. */
export interface IVolume extends IConstruct {
  /** As the Engine knows it, with the platform's name before it: `streaming-kafka1-data`. */
  readonly volumeName: string;
}

/** A volume and where it appears in the container. */
export interface VolumeMount {
  /** One of the platform that runs the container, or what is on the Engine's machine. */
  readonly volume: IVolume | HostPath;
  /** Absolute. A new volume takes owner and mode of this folder in the image, so it must be one that `user` may write. */
  readonly path: string;
  /** Whether the container may only read it. @default false */
  readonly readOnly?: boolean;
}

/** What services and tasks have in common. */
export interface ContainerDescription {
  /**
   * The DNS name in the platform's network; with the platform's prefix, the container's name. 1 to 63 of a-z, 0-9 and '-',
   * not at either end, and not `localhost`.
   */
  readonly serviceName: string;
  /** What runs: its version is pinned. */
  readonly image: ContainerImage;
  /** User in the container: a name or a uid, never root. @default - the image's */
  readonly user?: string;
  /**
   * Says that nobody less will do, for images of others: `image` runs it as the user that the image declares, often root, as
   * whom its program begins and then takes another user itself; `root` as root. Either has the capabilities that the Engine
   * gives by itself. Not beside `user`.
   * @default - as `user`, and without capabilities
   */
  readonly dangerouslyAs?: 'image' | 'root';
  /** The words that are run in place of the image's entry point, with `command` as their arguments. No secrets: everybody sees them. @default - the image's */
  readonly entrypoint?: readonly string[];
  /** The words that are run, by the image's entry point where it has one. No secrets: everybody sees them. @default - the image's */
  readonly command?: readonly string[];
  /** Variables by their name. No secrets: everybody sees them; {@link secretFiles} is for those. @default - none */
  readonly environment?: Readonly<Record<string, string>>;
  /**
   * Secrets that the program takes from variables alone, by their name: sensitive variables, which are in no program, but in
   * Terraform's state and in `docker inspect` for whoever may look there. A program that reads files is given {@link secretFiles}.
   * @default - none
   */
  readonly dangerouslyVisible?: Readonly<Record<string, Secret>>;
  /** What is kept. Where the image declares further volumes, the platform has some for it. @default - none */
  readonly volumes?: readonly VolumeMount[];
  /** Text files by absolute path, put into the container before it starts; a change makes it anew. @default - none */
  readonly files?: Readonly<Record<string, string>>;
  /**
   * Secrets by the absolute path at which the program reads them: files that nobody else reads, and whose content is in no plan, state or environment.
   * @default - none
   */
  readonly secretFiles?: SecretFiles;
  /** Folders beside `/tmp` and those of the image that the program writes to; in memory where the image allows a read-only root. @default - none */
  readonly writablePaths?: readonly string[];
  /** Limit; a process that wants more is killed. 6 MiB or more. */
  readonly memory: Size;
  /** CPU limit in cores, such as 0.5; 0.01 or more. @default - none */
  readonly cpus?: number;
  /**
   * Labels of the container, beside the platform's own, by which others find it or learn what it is; everybody sees them.
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /** What must be there, and healthy, before this starts. @default - nothing */
  readonly dependsOn?: readonly IConstruct[];
}

/** A port that a service listens on. */
export interface ServicePort {
  /** What answers there, as shown to people: `Spark master UI`. */
  readonly name: string;
  /** In the container and in the platform's network. 1 to 65535. */
  readonly port: number;
  /**
   * On the host, before the platform's port offset. 1 to 65535.
   * @default - not reachable from the host
   */
  readonly hostPort?: number;
  /**
   * The address of the host that is bound, in IPv4, `0.0.0.0` being every one. Beyond the machine whoever reaches it speaks
   * to the program, which must ask who they are.
   * @default '127.0.0.1'
   */
  readonly hostAddress?: string;
  /** The address or name of the host at which people are told to find it. @default - 'localhost', or hostAddress where that is another one */
  readonly hostName?: string;
  /** How the host's address is written for people, `http` for a page. @default - `host:port` */
  readonly scheme?: 'http';
}

/** Something that runs for ever. */
export interface ServiceDescription extends ContainerDescription {
  /** What it listens on, each by a name of its own. @default - none */
  readonly ports: readonly ServicePort[];
  /** How it is known to work: what starts after it, and the deploy, wait for that. */
  readonly healthCheck: HealthCheck;
  /** Time from the stop signal to the kill; more than zero. @default Duration.seconds(10) */
  readonly stopGracePeriod: Duration;
  /**
   * How long a deploy waits for the service to be healthy, before the platform's patience; more than zero. More than 19 minutes, with it,
   * take a Docker provider whose containers have `timeouts`: 4.5.0 is one, 3.6.2 is none.
   * @default Duration.minutes(5)
   */
  readonly startTimeout: Duration;
  /** Where it says how it is, for every Prometheus of the program in the same network. @default - nowhere */
  readonly metrics?: readonly MetricsEndpoint[];
}

/** Something that runs to its end on each deploy that changes it; any exit code but 0 stops the deploy. */
export type TaskDescription = ContainerDescription;
