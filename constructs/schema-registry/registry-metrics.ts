import type { ContainerImage } from '../core/container-image';
import { exporterEndpoint, showingBeans, type Bean } from '../core/jmx-exporter';
import type { MetricsEndpoint } from '../core/metrics-endpoint';
import type { StartOptions } from '../core/start-command';

const JOB = 'schema-registry';

/** @see https://docs.confluent.io/platform/7.9/schema-registry/monitoring.html */
const BEANS: readonly Bean[] = [
  {
    name: 'kafka.schema.registry:type=registered-count',
    attribute: 'registered-count',
    metric: 'schema_registry_registered_total',
  },
  {
    name: 'kafka.schema.registry:type=api-failure-count',
    attribute: 'api-failure-count',
    metric: 'schema_registry_failed_requests_total',
  },
];

/** How a registry says how it is: by itself, where its image says so, else by an agent. @param port its own */
export function registryMetrics(
  { metricsPath }: ContainerImage,
  port: number,
): { readonly start?: StartOptions; readonly metrics: readonly MetricsEndpoint[] } {
  return metricsPath === undefined
    ? { start: showingBeans('SCHEMA_REGISTRY_OPTS', BEANS), metrics: [exporterEndpoint(JOB)] }
    : { metrics: [{ job: JOB, port, path: metricsPath }] };
}
