import type { Construct, IConstruct } from 'constructs';
import type { HealthCheck } from '../core/health-check';
import type { IPlatform, IVolume } from '../core/platform';
import type { Size } from '../core/size';
import type { SparkCode } from './spark-code';

/** An application that is handed over whole; its driver is described as a service besides. */
export interface OperatedApplication {
  readonly code: SparkCode;
  readonly applicationArguments: readonly string[];
  /** Undefined where nobody knows. */
  readonly sparkVersion?: string;
  readonly driverCores: number;
  readonly driverMemory: Size;
  /** Beside the heap. */
  readonly driverOverhead: Size;
  readonly executors: number;
  readonly executorCores: number;
  readonly executorMemory: Size;
  readonly executorOverhead: Size;
  readonly settings: Readonly<Record<string, string>>;
  /** Maven coordinates that the image does not carry; asked at synth. */
  readonly packages: () => readonly string[];
  readonly healthCheck?: HealthCheck;
}

/** What runs applications on Spark better than a cluster of services does: a platform may have one. */
export interface SparkOperator {
  /** Makes the service that comes next in `application` its driver, and executors beside it. */
  runApplication(application: Construct, facts: OperatedApplication): void;
  /** What drivers and executors share, wherever they run. */
  sharedVolume(cluster: IConstruct, name: string): IVolume;
}

/** Undefined where Spark is services. */
export function sparkOperatorOf(platform: IPlatform): SparkOperator | undefined {
  return (platform as { readonly sparkOperator?: SparkOperator }).sparkOperator;
}
