import { duration, listOf, object, size, valueObject } from '../core/checks';
import { SERVICE_NAME } from '../core/container-description';
import { Duration } from '../core/duration';
import { formatValue } from '../core/format-value';
import type { IPlatform } from '../core/platform';
import type { Properties } from '../core/properties';
import { repeated } from '../core/repeated';
import { platformReference, portCheck } from '../core/service';
import { Size } from '../core/size';
import type { Rule } from '../core/validation';
import type { Retention } from '../kafka/retention';
import { ALERT_RULE_PROPERTIES, type AlertRule } from './alert-rule';
import type { ScrapeFacts } from './configuration';
import { DASHBOARD_PROPERTIES, type Dashboard } from './dashboards/dashboard';
import { REMOTE_WRITE, type RemoteWrite } from './remote-write';

export interface PrometheusProps {
  /** What runs it. It asks every service of the program in the same network that says how it is. */
  readonly platform: IPlatform;
  /** The DNS name in the platform's network. @default 'prometheus' */
  readonly serviceName?: string;
  /** Port on the host, before the platform's port offset. 1 to 65535. @default 9090 */
  readonly hostPort?: number;
  /** How often it asks, and looks whether an alert holds; 1 s or more. @default Duration.seconds(15) */
  readonly scrapeInterval?: Duration;
  /** How long an answer may take; at most the interval. @default - 10 s, or the interval if less */
  readonly scrapeTimeout?: Duration;
  /** What it keeps: up to an age, up to a size of all of it together, or both. @default Retention.upTo(Duration.days(15)) */
  readonly retention?: Retention;
  /** What it looks for. @default ALERTS */
  readonly alerts?: readonly AlertRule[];
  /** What the page, and Grafana where there is one, draw of it. @default DASHBOARDS */
  readonly dashboards?: readonly Dashboard[];
  /** Where it sends what it has, too. @default - nowhere */
  readonly remoteWrite?: readonly RemoteWrite[];
  /** Memory limit. 64 MiB or more. @default Size.mebibytes(512) */
  readonly memory?: Size;
}

const CONFIGURATION = 'https://prometheus.io/docs/prometheus/latest/configuration/configuration/';
const STORAGE = 'https://prometheus.io/docs/prometheus/latest/storage/';

export const PROMETHEUS_PROPERTIES: Properties<PrometheusProps> = {
  platform: platformReference,
  serviceName: SERVICE_NAME,
  hostPort: portCheck,
  scrapeInterval: duration(`${CONFIGURATION}; policy`, Duration.seconds(1)),
  scrapeTimeout: duration(CONFIGURATION),
  retention: valueObject('a Retention, such as Retention.upTo(Duration.days(15))', 'milliseconds'),
  alerts: listOf(object(ALERT_RULE_PROPERTIES)),
  dashboards: listOf(object(DASHBOARD_PROPERTIES)),
  remoteWrite: listOf(REMOTE_WRITE),
  memory: size('policy', Size.mebibytes(64)),
};

export interface PrometheusFacts extends ScrapeFacts {
  readonly retention: Retention;
  readonly alerts: readonly AlertRule[];
  readonly dashboards: readonly Dashboard[];
}

export const PROMETHEUS_PLATFORM_RULES: readonly Rule<IPlatform>[] = [
  {
    requires: 'Prometheus runs on Docker; on Kubernetes its operator does.',
    fails: ({ isKubernetes }) => isKubernetes === true,
    message: () =>
      'platform must be a DockerPlatform, because on Kubernetes the operator of Prometheus runs it, and finds what it asks by itself; leave this one out there.',
    source: 'policy',
  },
];

const namedTwice = ({ alerts }: PrometheusFacts): string[] => repeated(alerts.map(({ name }) => name));

const sameAddress = ({ dashboards }: PrometheusFacts): string[] => repeated(dashboards.map(({ id }) => id));

const tooShort = ({ alerts, scrapeInterval }: PrometheusFacts): AlertRule[] =>
  alerts.filter((each) => each.for && each.for.toMilliseconds() < scrapeInterval.toMilliseconds());

export const PROMETHEUS_RULES: readonly Rule<PrometheusFacts>[] = [
  {
    requires: 'scrapeTimeout is at most scrapeInterval.',
    fails: ({ scrapeInterval, scrapeTimeout }) =>
      scrapeTimeout.toMilliseconds() > scrapeInterval.toMilliseconds(),
    message: ({ scrapeInterval, scrapeTimeout }) =>
      `scrapeTimeout must be at most scrapeInterval (${scrapeInterval.toString()}), got ${scrapeTimeout.toString()}; lower it.`,
    source: CONFIGURATION,
  },
  {
    requires: 'retention is up to an age or a size.',
    fails: ({ retention: { age, sizePerPartition } }) => age === undefined && sizePerPartition === undefined,
    message: () =>
      'retention must be up to an age or a size, because Prometheus keeps nothing for ever; got Retention.forever(), give one, and remoteWrite for what has to stay.',
    source: STORAGE,
  },
  {
    requires: 'alerts have different names.',
    fails: (facts) => namedTwice(facts).length > 0,
    message: (facts) =>
      `alerts must have different names, by which people know them; got more than one ${namedTwice(facts).map(formatValue).join(', ')}, rename one.`,
    source: 'policy',
  },
  {
    requires: 'dashboards have different ids.',
    fails: (facts) => sameAddress(facts).length > 0,
    message: (facts) =>
      `dashboards must have different ids, because these are their addresses; got more than one ${sameAddress(facts).map(formatValue).join(', ')}, change one.`,
    source: 'policy',
  },
  {
    requires: 'alerts hold for scrapeInterval or longer, where they have to hold.',
    severity: 'warning',
    fails: (facts) => tooShort(facts).length > 0,
    message: (facts) =>
      `alerts: ${tooShort(facts)
        .map((each) => each.name)
        .join(
          ', ',
        )} must hold for less than scrapeInterval (${facts.scrapeInterval.toString()}), and nothing is looked at in between; give it a longer for, or none.`,
    source: 'https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/',
  },
];
