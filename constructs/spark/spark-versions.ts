import type { ContainerImage } from '../core/container-image';

/** What runs in an image of Spark. */
export interface SparkVersions {
  readonly spark: string;
  readonly scala: string;
  /** Whether its maker says so, and not only the tag of somebody's own image. */
  readonly certain: boolean;
}

const PACKAGE = /^org\.apache\.spark:[^:]+_(\d+\.\d+):(\d+\.\d+\.\d+)$/;
const UPSTREAM = /(^|\/)(apache|cdktf-streaming)\/spark$|^(docker\.io\/)?(library\/)?spark$/;

/** Spark's version and Scala's, where what the image carries tells, or else its tag. */
export function sparkVersions({ reference, bundledPackages }: ContainerImage): SparkVersions | undefined {
  for (const coordinates of bundledPackages) {
    const [, scala, spark] = PACKAGE.exec(coordinates) ?? [];
    if (spark !== undefined && scala !== undefined) return { spark, scala, certain: true };
  }
  const [named = ''] = reference.split('@');
  const [, repository = '', tag = ''] = /^(.*):([^:/]+)$/.exec(named) ?? [];
  const spark = /^\d\.\d+\.\d+(?![\d.])/.exec(tag)?.[0];
  if (spark === undefined) return undefined;
  const scala = /scala(\d+\.\d+)/.exec(tag)?.[1] ?? (spark.startsWith('3.') ? '2.12' : '2.13');
  return { spark, scala, certain: UPSTREAM.test(repository) };
}
