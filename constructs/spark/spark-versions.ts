import type { ContainerImage } from '../core/container-image';
import { tagOf } from '../core/image-reference';
import { LABEL } from '../core/labels';
import type { SparkLine } from '../core/setting-tables';

/** What runs in an image of Spark. */
export interface SparkVersions {
  readonly spark: string;
  readonly scala: string;
  /** Whether its maker says so, and not only the tag of somebody's own image. */
  readonly certain: boolean;
}

const PACKAGE = /^org\.apache\.spark:[^:]+_(\d+\.\d+):(\d+\.\d+\.\d+)$/;

/** Spark's version and Scala's, where what the image carries tells, or else its tag. */
export function sparkVersions(image: ContainerImage): SparkVersions | undefined {
  for (const coordinates of image.bundledPackages) {
    const [, scala, spark] = PACKAGE.exec(coordinates) ?? [];
    if (spark !== undefined && scala !== undefined) return { spark, scala, certain: true };
  }
  const { reference, version, likelyVersion } = image;
  const spark = version ?? likelyVersion;
  if (spark === undefined || !/^\d+\.\d+\.\d+$/.test(spark)) return undefined;
  const scala = /scala(\d+\.\d+)/.exec(tagOf(reference))?.[1] ?? (spark.startsWith('3.') ? '2.12' : '2.13');
  return { spark, scala, certain: version !== undefined };
}

/** Spark's version, without that of a patch: `3.5`; nothing where its maker does not tell. As a label says it. */
export function sparkVersionLabel(image: ContainerImage): Record<string, string> {
  const { spark, certain } = sparkVersions(image) ?? {};
  if (spark === undefined || certain !== true) return {};
  return { [LABEL.sparkVersion]: spark.split('.').slice(0, 2).join('.') };
}

/** The line of Spark in an image; the former one where nobody knows. Asked of properties that nobody has checked yet: they may be anything. */
export function sparkLineBy(image: () => ContainerImage): SparkLine {
  try {
    return parseInt(sparkVersions(image())?.spark ?? '3', 10) >= 4 ? '4' : '3.5';
  } catch {
    return '3.5';
  }
}
