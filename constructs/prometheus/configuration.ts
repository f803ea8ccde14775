import type { Duration } from '../core/duration';
import type { MeasuredService } from '../core/measured-services';
import type { MetricsEndpoint, Series } from '../core/metrics-endpoint';
import type { AlertRule } from './alert-rule';
import { remoteWriteConfiguration, type RemoteWrite } from './remote-write';

/** What a Prometheus is told of when and where to ask. */
export interface ScrapeFacts {
  readonly scrapeInterval: Duration;
  readonly scrapeTimeout: Duration;
  readonly remoteWrite: readonly RemoteWrite[];
}

/** As Prometheus writes it; Go's own form has fractions, which it does not take. */
export const prometheusDuration = (duration: Duration): string =>
  duration.toMilliseconds() % 1000 === 0 ? `${duration.toSeconds()}s` : `${duration.toMilliseconds()}ms`;

/**
 * The main file. JSON is YAML.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/
 */
export function prometheusConfiguration(
  facts: ScrapeFacts,
  ruleFile: string,
  services: readonly MeasuredService[],
): string {
  const interval = prometheusDuration(facts.scrapeInterval);
  return inLines({
    global: {
      scrape_interval: interval,
      scrape_timeout: prometheusDuration(facts.scrapeTimeout),
      evaluation_interval: interval,
    },
    rule_files: [ruleFile],
    scrape_configs: scrapes(services),
    ...(facts.remoteWrite.length > 0 && { remote_write: remoteWriteConfiguration(facts.remoteWrite) }),
  });
}

/**
 * The file of rules: alerts, and what services do not know themselves, such as the limits of their memory.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/
 */
export function rulesFile(alerts: readonly AlertRule[], services: readonly MeasuredService[]): string {
  const limits = services.flatMap(({ serviceName: instance, memory, endpoints }) => [
    constant(['service_memory_limit_bytes', memory.toBytes()], { instance }),
    ...endpoints.flatMap(({ constants = {}, labels }) =>
      Object.entries(constants).map((each) => constant(each, { instance, ...labels })),
    ),
  ]);
  const groups = { limits, alerts: alerts.map(alert) };
  return inLines({
    groups: Object.entries(groups)
      .filter(([, rules]) => rules.length > 0)
      .map(([name, rules]) => ({ name, rules })),
  });
}

const constant = (
  [record, value]: readonly [string, number],
  labels: Readonly<Record<string, string>>,
): object => ({ record, expr: `vector(${value})`, labels });

const alert = ({ name, expression, for: holds, severity, summary, action }: AlertRule): object => ({
  alert: name,
  expr: expression,
  ...(holds && { for: prometheusDuration(holds) }),
  labels: { severity },
  annotations: { summary, action },
});

interface Target extends Pick<MetricsEndpoint, 'port' | 'labels'> {
  readonly serviceName: string;
  readonly role?: string;
}

/** One for each kind of answer; a job may have several. */
function scrapes(services: readonly MeasuredService[]): object[] {
  const kinds = new Map<string, { endpoint: MetricsEndpoint; targets: Target[] }>();
  for (const { serviceName, role, endpoints } of services)
    for (const endpoint of endpoints) {
      const { job, path, series, port, labels } = endpoint;
      const key = JSON.stringify([job, path, series]);
      const kind = kinds.get(key) ?? { endpoint, targets: [] };
      kinds.set(key, kind);
      kind.targets.push({ serviceName, role, port, labels });
    }
  const names = new Map<string, number>();
  return [...kinds.values()].map(({ endpoint: { job, path = '/metrics', series }, targets }) => {
    const before = names.get(job) ?? 0;
    names.set(job, before + 1);
    return {
      // The label says only the job.
      job_name: before === 0 ? job : `${job}-${before + 1}`,
      metrics_path: path,
      static_configs: targets.map((target) => staticConfig(job, target)),
      ...(series && { metric_relabel_configs: relabelled(series) }),
    };
  });
}

const staticConfig = (job: string, { serviceName, role, port, labels }: Target): object => ({
  targets: [`${serviceName}:${port}`],
  labels: { job, instance: serviceName, ...(role !== undefined && { role }), ...labels },
});

/** Keeps these series alone, and names them; labels first, because they are parts of the name that is there. */
function relabelled(series: readonly Series[]): object[] {
  const source_labels = ['__name__'];
  const replaced = ({ from: regex }: Series, target_label: string, value: string): object => ({
    ...{ source_labels, regex, target_label },
    // Between braces, or what follows would be a part of the group's name.
    replacement: value.replaceAll(/\$(\d)/g, '${$1}'),
  });
  return [
    { source_labels, regex: series.map(({ from }) => from).join('|'), action: 'keep' },
    ...series.flatMap((each) => [
      ...Object.entries(each.labels ?? {}).map(([label, value]) => replaced(each, label, value)),
      ...(each.name === undefined ? [] : [replaced(each, '__name__', each.name)]),
    ]),
  ];
}

const inLines = (value: object): string => `${JSON.stringify(value, null, 1)}\n`;
