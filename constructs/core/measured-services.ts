import type { IConstruct } from 'constructs';
import { LABEL } from './labels';
import type { MetricsEndpoint } from './metrics-endpoint';
import type { IPlatform, ServiceDescription } from './platform';
import type { Size } from './size';
import { metadataOf } from './validation';

/** A service that says how it is. */
export interface MeasuredService {
  readonly serviceName: string;
  readonly networkName: string;
  readonly endpoints: readonly MetricsEndpoint[];
  /** Its limit. */
  readonly memory: Size;
  /** As its label says it. */
  readonly role?: string;
}

// A name and not a symbol, so that two copies of the library in one program see each other's.
const METRICS = 'cdktf-streaming/metrics';

/** Lets every Prometheus of the program find what a service says. */
export function declareMetrics(
  scope: IConstruct,
  { networkName }: IPlatform,
  { serviceName, memory, labels, metrics: endpoints = [] }: ServiceDescription,
): void {
  if (endpoints.length === 0) return;
  const role = labels?.[LABEL.role];
  scope.node.addMetadata(METRICS, {
    ...{ serviceName, networkName, memory, endpoints },
    ...(role !== undefined && { role }),
  } satisfies MeasuredService);
}

/** Every service in a network that says how it is, in whatever stack of the program. */
export function measuredServices(scope: IConstruct, networkName: string): MeasuredService[] {
  const metadata = scope.node.root.node.findAll().flatMap(({ node }) => node.metadata);
  return metadataOf<MeasuredService>(metadata, METRICS).filter((each) => each.networkName === networkName);
}
