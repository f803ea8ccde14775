import type { IConstruct } from 'constructs';
import type { ImageBuild } from './image-build';
import type { ImageCatalogue } from './image-catalogue';
import type { ServiceDescription } from './service';
import type { TaskDescription } from './task';

/** Storage that outlives the containers that use it. */
export interface IVolume extends IConstruct {
  readonly volumeName: string;
}

/** What runs services: a Docker Engine today. Products describe what runs; the platform decides how. */
export interface IPlatform extends IConstruct {
  /** Tells two platforms on one Engine apart. */
  readonly platformName: string;
  readonly images: ImageCatalogue;
  /** How many times as long as usual everything may take: 1 or more. */
  readonly patience: number;
  /** The network in which its services find each other by name. Platforms of one network reach each other's. */
  readonly networkName: string;

  /** The name of the container that runs a service. */
  containerName(serviceName: string): string;

  /** The port on the host for a product's usual port: shifted by the platform's offset. */
  hostPort(port: number): number;

  /** The volume of this name, made on first use where the platform is, so that it outlives its users' stacks. */
  volume(name: string): IVolume;

  /**
   * Makes every service and task below `scope` run on an image that is built from its own, before it starts.
   * The platform's matter is when to build, and under which reference.
   */
  extendImage(scope: IConstruct, build: ImageBuild): void;

  /** Turns a service into resources below `scope`. Called by {@link Service}. */
  runService(scope: IConstruct, service: ServiceDescription): void;

  /** Turns a task into resources below `scope`. Called by {@link Task}. */
  runTask(scope: IConstruct, task: TaskDescription): void;
}
