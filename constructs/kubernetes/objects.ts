import type { HealthCheck } from '../core/health-check';
import type { ServiceDescription } from '../core/platform';
import type { KubernetesObject } from './manifest';
import { digest } from './object-name';
import { peersOf } from './reach-labels';
import type { Workload } from './workload';

/** One pod that runs for ever. Two at once could both write its claims, or be one member of a group. */
export function deployment(
  workload: Workload,
  { healthCheck, startTimeout, stopGracePeriod, ports }: ServiceDescription,
  patience: number,
): KubernetesObject {
  const { name, namespace, annotations } = workload;
  const { failureThreshold: retries, ...probe } = probesOf(healthCheck, patience);
  const isChecked = healthCheck.test.length > 0;
  const start = seconds(startTimeout.times(patience));
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels: workload.commonLabels, annotations },
    spec: {
      replicas: 1,
      strategy: { type: 'Recreate' },
      selector: { matchLabels: workload.selector },
      progressDeadlineSeconds: start + 60,
      template: workload.template(
        {
          ports: ports.map(({ port }) => ({ name: portName(port), containerPort: port })),
          ...(isChecked && {
            startupProbe: { ...probe, failureThreshold: Math.ceil(start / probe.periodSeconds) },
            // Unhealthy, it is let alone, and nobody is sent there: what it waits for may be away.
            readinessProbe: { ...probe, failureThreshold: retries },
          }),
        },
        { terminationGracePeriodSeconds: seconds(stopGracePeriod) },
      ),
    },
  };
}

/** Where the check is made as often as elsewhere. */
export function probesOf({ test, interval, timeout, retries }: HealthCheck, patience: number): Probe {
  return {
    exec: { command: test[0] === 'CMD-SHELL' ? ['/bin/sh', '-c', ...test.slice(1)] : test.slice(1) },
    periodSeconds: seconds(interval),
    timeoutSeconds: seconds(timeout.times(patience)),
    failureThreshold: retries,
  };
}

interface Probe {
  readonly exec: { readonly command: readonly string[] };
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly failureThreshold: number;
}

export function service(workload: Workload, { ports }: ServiceDescription): KubernetesObject {
  const { name, namespace, commonLabels: labels, selector } = workload;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, labels },
    spec: { selector, ports: ports.map(({ port }) => ({ name: portName(port), port })) },
  };
}

/** Nobody but who says that it works with it. */
export function networkPolicy(workload: Workload, { ports }: ServiceDescription): KubernetesObject {
  const { name, namespace, commonLabels: labels, selector } = workload;
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace, labels },
    spec: {
      podSelector: { matchLabels: selector },
      policyTypes: ['Ingress'],
      ingress: ports.length > 0 ? [{ from: peersOf(name), ports: ports.map(({ port }) => ({ port })) }] : [],
    },
  };
}

export function configMap(workload: Workload): KubernetesObject {
  const { name, namespace, commonLabels: labels, configs } = workload;
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `${name}-files`, namespace, labels },
    data: Object.fromEntries(configs.map(({ key, content }) => [key, content])),
  };
}

/** What it runs can't be changed: another task is another job, so that what it runs is in its name. */
export function job(workload: Workload): KubernetesObject {
  const { namespace, commonLabels: labels, annotations } = workload;
  const template = workload.template({}, { restartPolicy: 'Never' });
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: `${workload.name.slice(0, 54)}-${digest(JSON.stringify(template))}`,
      namespace,
      labels,
      annotations,
    },
    spec: { backoffLimit: 0, template },
  };
}

/** At least one, for Kubernetes takes no part of a second. */
const seconds = (duration: { toMilliseconds(): number }): number =>
  Math.max(1, Math.ceil(duration.toMilliseconds() / 1000));

const portName = (port: number): string => `port-${port}`;
