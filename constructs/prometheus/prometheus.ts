import { Lazy } from 'cdktf';
import { Construct } from 'constructs';
import type { Address } from '../core/address';
import { Duration } from '../core/duration';
import { escapeTemplate } from '../core/escape-template';
import { HealthCheck } from '../core/health-check';
import { LABEL, ROLE } from '../core/labels';
import { measuredServices, type MeasuredService } from '../core/measured-services';
import type { Series } from '../core/metrics-endpoint';
import type { IPlatform } from '../core/platform';
import { placed } from '../core/placed';
import { validateProps } from '../core/properties';
import { Service } from '../core/service';
import { Size } from '../core/size';
import { holds, throwReported, validate } from '../core/validation';
import { Retention } from '../kafka/retention';
import { ALERTS } from './alerts';
import { prometheusConfiguration, prometheusDuration, rulesFile } from './configuration';
import type { Dashboard } from './dashboards/dashboard';
import { DASHBOARDS } from './dashboards/dashboards';
import type { IPrometheus } from './interfaces';
import {
  PROMETHEUS_PLATFORM_RULES,
  PROMETHEUS_PROPERTIES,
  PROMETHEUS_RULES,
  type PrometheusFacts,
  type PrometheusProps,
} from './prometheus-props';
import { filesOfRemotes } from './remote-write';

const PORT = 9090;
const UI = 'Prometheus';
const CONFIGURATION = '/etc/prometheus/prometheus.yml';
const RULES = '/etc/prometheus/rules.yml';
/** What it hands out below `/user/`, so that what draws it asks nobody else how. */
const ASSETS = '/etc/prometheus/user';

/** What it says of itself. */
const SERIES: readonly Series[] = [
  'process_resident_memory_bytes',
  'prometheus_tsdb_head_series',
  'prometheus_tsdb_storage_blocks_bytes',
  'prometheus_rule_evaluation_failures_total',
  'prometheus_remote_storage_samples_failed_total',
].map((from) => ({ from }));

/**
 * Asks every service in the platform's network that says how it is, whichever stack it is in, keeps what they say, and looks
 * for what should not be; on the host at localhost:9090. It depends on none of them, and none on it. Whoever reaches it sees
 * everything; it stays on this machine.
 * @see https://prometheus.io/docs/introduction/overview/
 */
export class Prometheus extends Construct implements IPrometheus {
  public readonly url: string;
  public readonly hostUrl: string;
  public readonly dashboards: readonly Dashboard[];
  public readonly platform: IPlatform;

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: PrometheusProps) {
    super(...placed(scope, id));
    const valid = validateProps(this, props, PROMETHEUS_PROPERTIES);
    const { platform, serviceName = 'prometheus', hostPort = PORT } = valid;
    validate(this, platform, PROMETHEUS_PLATFORM_RULES);
    if (!holds(platform, PROMETHEUS_PLATFORM_RULES)) throwReported(this);
    const facts = withDefaults(valid);
    validate(this, facts, PROMETHEUS_RULES);
    this.platform = platform;
    this.dashboards = facts.dashboards;
    // At synth, when all of them are there.
    const file = (text: (services: readonly MeasuredService[]) => string): string =>
      Lazy.stringValue({
        produce: () => escapeTemplate(text(measuredServices(this, platform.networkName))),
      });

    const service = new Service(this, serviceName, {
      platform,
      serviceName,
      labels: { [LABEL.role]: ROLE.prometheus },
      image: platform.images.prometheus,
      command: [
        `--config.file=${CONFIGURATION}`,
        '--storage.tsdb.path=/prometheus',
        `--web.user-assets=${ASSETS}`,
        ...retentionFlags(facts.retention),
      ],
      files: {
        [CONFIGURATION]: file((services) => prometheusConfiguration(facts, RULES, services)),
        [RULES]: file((services) => rulesFile(facts.alerts, services)),
        [`${ASSETS}/dashboards.json`]: escapeTemplate(JSON.stringify(facts.dashboards, null, 1)),
      },
      secretFiles: filesOfRemotes(facts.remoteWrite),
      ports: [{ name: UI, port: PORT, hostPort, scheme: 'http' }],
      metrics: [{ job: 'prometheus', port: PORT, series: SERIES }],
      healthCheck: HealthCheck.http(PORT, '/-/ready'),
      memory: valid.memory ?? Size.mebibytes(512),
      // It writes down what it has in memory.
      stopGracePeriod: Duration.seconds(30),
    });
    const at = (address: Address): string => `http://${address.toString()}`;
    this.url = at(service.internalAddress(UI));
    this.hostUrl = at(service.hostAddress(UI));
  }
}

/** @see https://prometheus.io/docs/prometheus/latest/storage/#operational-aspects */
const retentionFlags = ({ age, sizePerPartition }: Retention): string[] => [
  ...(age ? [`--storage.tsdb.retention.time=${prometheusDuration(age)}`] : []),
  ...(sizePerPartition ? [`--storage.tsdb.retention.size=${sizePerPartition.toBytes()}B`] : []),
];

const shorter = (one: Duration, other: Duration): Duration =>
  one.toMilliseconds() < other.toMilliseconds() ? one : other;

function withDefaults(props: PrometheusProps): PrometheusFacts {
  const scrapeInterval = props.scrapeInterval ?? Duration.seconds(15);
  return {
    scrapeInterval,
    scrapeTimeout: props.scrapeTimeout ?? shorter(Duration.seconds(10), scrapeInterval),
    retention: props.retention ?? Retention.upTo(Duration.days(15)),
    alerts: props.alerts ?? ALERTS,
    dashboards: props.dashboards ?? DASHBOARDS,
    remoteWrite: props.remoteWrite ?? [],
  };
}
