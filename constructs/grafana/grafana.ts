import { Construct, type IConstruct } from 'constructs';
import { size } from '../core/checks';
import { SERVICE_NAME } from '../core/container-description';
import { escapeTemplate } from '../core/escape-template';
import { HealthCheck } from '../core/health-check';
import { placed } from '../core/placed';
import type { IPlatform } from '../core/platform';
import { required, validateProps, type Properties } from '../core/properties';
import { platformReference, portCheck, Service } from '../core/service';
import { Size } from '../core/size';
import { holds, throwReported, validate, type Rule } from '../core/validation';
import { prometheusReference, reachPrometheus, type IPrometheus } from '../prometheus/interfaces';
import { DATA_SOURCE, grafanaDashboard } from './grafana-dashboard';

/** What draws the history of services, defined here or elsewhere. */
export interface IGrafana extends IConstruct {
  /** `http://host:port` on the host. */
  readonly hostUrl: string;
}

export interface GrafanaProps {
  /** What runs it; its images have a Grafana, as the public ones do. */
  readonly platform: IPlatform;
  /** What it asks, and whose dashboards it shows. */
  readonly prometheus: IPrometheus;
  /** The DNS name in the platform's network. @default 'grafana' */
  readonly serviceName?: string;
  /** Port on the host, before the platform's port offset. 1 to 65535. @default 3000 */
  readonly hostPort?: number;
  /** Memory limit. 128 MiB or more. @default Size.mebibytes(384) */
  readonly memory?: Size;
}

const PORT = 3000;
const UI = 'Grafana';
const DASHBOARDS = '/etc/grafana/dashboards';
const PROVISIONING = '/etc/grafana/provisioning';

/**
 * Everybody who reaches it is a viewer, and nobody more: there is no user, and no way to log in. It asks nobody but
 * Prometheus, and has nothing that a restart could lose.
 * @see https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/
 */
const ENVIRONMENT: Readonly<Record<string, string>> = {
  GF_AUTH_ANONYMOUS_ENABLED: 'true',
  GF_AUTH_ANONYMOUS_ORG_ROLE: 'Viewer',
  GF_AUTH_BASIC_ENABLED: 'false',
  GF_AUTH_DISABLE_LOGIN_FORM: 'true',
  GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION: 'true',
  GF_SECURITY_DISABLE_GRAVATAR: 'true',
  GF_ANALYTICS_REPORTING_ENABLED: 'false',
  GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
  GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
  GF_NEWS_NEWS_FEED_ENABLED: 'false',
  GF_PLUGINS_PREINSTALL_DISABLED: 'true',
  GF_PLUGINS_PLUGIN_ADMIN_ENABLED: 'false',
  GF_SNAPSHOTS_EXTERNAL_ENABLED: 'false',
  // Prometheus looks for what should not be.
  GF_UNIFIED_ALERTING_ENABLED: 'false',
};

/**
 * The dashboards of a Prometheus, drawn by Grafana: on the host at localhost:3000, without a login and read-only. It stays on
 * this machine.
 * @see https://grafana.com/docs/grafana/latest/administration/provisioning/
 */
export class Grafana extends Construct implements IGrafana {
  public readonly hostUrl: string;

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: GrafanaProps) {
    super(...placed(scope, id));
    const valid = validateProps(this, props, GRAFANA_PROPERTIES);
    const { platform, prometheus, serviceName = 'grafana', hostPort = PORT, memory } = valid;
    validate(this, platform, GRAFANA_RULES);
    const { grafana: image } = platform.images;
    if (!image || !holds(platform, GRAFANA_RULES)) throwReported(this);
    reachPrometheus(this, platform, prometheus);

    const [home] = prometheus.dashboards;
    const service = new Service(this, serviceName, {
      platform,
      serviceName,
      image,
      environment: {
        ...ENVIRONMENT,
        ...(home && { GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH: fileOf(home) }),
      },
      files: filesOf(prometheus),
      ports: [{ name: UI, port: PORT, hostPort, scheme: 'http' }],
      healthCheck: HealthCheck.http(PORT, '/api/health'),
      memory: memory ?? Size.mebibytes(384),
    });
    this.hostUrl = `http://${service.hostAddress(UI).toString()}`;
  }
}

const fileOf = ({ id }: { readonly id: string }): string => `${DASHBOARDS}/${id}.json`;

/** JSON is YAML, too. */
function filesOf({ url, dashboards }: IPrometheus): Readonly<Record<string, string>> {
  const source = {
    ...{ name: UI_OF_SOURCE, ...DATA_SOURCE, url, access: 'proxy', isDefault: true, editable: false },
    jsonData: { httpMethod: 'POST' },
  };
  const provider = {
    ...{ name: 'cdktf-streaming', type: 'file', disableDeletion: true, allowUiUpdates: false },
    options: { path: DASHBOARDS },
  };
  const json = (value: object): string => escapeTemplate(`${JSON.stringify(value, null, 1)}\n`);
  return {
    [`${PROVISIONING}/datasources/prometheus.yaml`]: json({ apiVersion: 1, datasources: [source] }),
    [`${PROVISIONING}/dashboards/prometheus.yaml`]: json({ apiVersion: 1, providers: [provider] }),
    ...Object.fromEntries(dashboards.map((each) => [fileOf(each), json(grafanaDashboard(each))])),
  };
}

const UI_OF_SOURCE = 'Prometheus';

export const GRAFANA_PROPERTIES: Properties<GrafanaProps> = {
  platform: platformReference,
  prometheus: required(prometheusReference),
  serviceName: SERVICE_NAME,
  hostPort: portCheck,
  memory: size('policy', Size.mebibytes(128)),
};

export const GRAFANA_RULES: readonly Rule<IPlatform>[] = [
  {
    requires: 'Grafana runs on Docker.',
    fails: ({ isKubernetes }) => isKubernetes === true,
    message: () =>
      'platform must be a DockerPlatform, because on Kubernetes its operator runs Grafana; leave this one out there.',
    source: 'policy',
  },
  {
    requires: 'The images of the platform have a Grafana.',
    fails: ({ isKubernetes, images }) => isKubernetes !== true && images.grafana === undefined,
    message: () =>
      "platform must have images with a grafana, which the local family has not; take Images.public(), add one as { ...localFamily(), grafana: ContainerImage.of('grafana/grafana:…') }, or leave Grafana out: KafkaUi with prometheus draws the same panels.",
    source: 'policy',
  },
];
