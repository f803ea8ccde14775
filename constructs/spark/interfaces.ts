import type { IConstruct } from 'constructs';
import { instanceLike } from '../core/checks';
import type { ContainerImage } from '../core/container-image';
import type { IPlatform, VolumeMount } from '../core/platform';
import { required } from '../core/properties';
import type { SecretFiles } from '../core/secret-file';
import type { Size } from '../core/size';

/** A standalone Spark cluster, defined here or elsewhere. */
export interface ISparkCluster extends IConstruct {
  /** What runs it. */
  readonly platform: IPlatform;
  /** What the master, the workers and the drivers of applications run. */
  readonly image: ContainerImage;
  /** `spark://host:port` */
  readonly masterUrl: string;
  /** How many there are. */
  readonly workers: number;
  /** Cores that one worker offers to executors. */
  readonly workerCores: number;
  /** Memory that one worker offers to executors. */
  readonly workerMemory: Size;
  /** Storage that every worker sees at the same path, as a checkpoint needs it: executors write state there. */
  readonly sharedStorage: VolumeMount;
  /** Where the checkpoints of its applications are. @default - in a folder of sharedStorage */
  readonly checkpointFolder?: string;
  /**
   * Lets executors read further secrets, by their absolute path in every worker.
   * @default - nobody can: this code does not run the workers
   */
  readonly addSecretFiles?: (files: SecretFiles) => void;
}

/** A Spark cluster, whoever runs it. */
export const sparkClusterReference = required(
  instanceLike(
    'a SparkCluster',
    'masterUrl',
    'platform',
    'image',
    'workerCores',
    'workerMemory',
    'sharedStorage',
  ),
);
