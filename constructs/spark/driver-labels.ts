import { LABEL, ROLE } from '../core/labels';
import { sparkVersionLabel } from './spark-versions';
import type { SparkApplicationFacts } from './spark-application-props';

/** What a driver says of itself: its Spark, where its checkpoint is, and whether it is at fault without an executor. */
export function driverLabels(
  { cluster, settings }: SparkApplicationFacts,
  checkpointLocation?: string,
): Record<string, string> {
  const isDynamic = String(settings['spark.dynamicAllocation.enabled'] ?? false) !== 'false';
  const isSilent = String(settings['spark.ui.enabled'] ?? true) === 'false';
  return {
    [LABEL.role]: ROLE.sparkApplication,
    ...sparkVersionLabel(cluster.image),
    ...(checkpointLocation !== undefined && { [LABEL.checkpoint]: checkpointLocation }),
    ...(cluster.masterUrl.startsWith('spark://') &&
      !isDynamic &&
      !isSilent && { [LABEL.executors]: 'required' }),
  };
}
