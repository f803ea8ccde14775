import { Construct, type IConstruct } from 'constructs';
import { connectReference, reachConnect, type IKafkaConnect } from '../connect/interfaces';
import { listOf, object, text, TRUE_OR_FALSE } from '../core/checks';
import { FILE_LOGIN, type BasicLogin } from '../core/basic-login';
import { HealthCheck } from '../core/health-check';
import {
  ASKS_FOR_ADDRESSES,
  heapBelowMemory,
  jvm,
  JVM_PROPERTIES,
  type Jvm,
  type JvmOptions,
} from '../core/jvm';
import { isSame } from '../core/identity';
import { joined } from '../core/resolved';
import { LABEL, ROLE } from '../core/labels';
import type { Series } from '../core/metrics-endpoint';
import type { IPlatform } from '../core/platform';
import { validateProps, required, type Properties } from '../core/properties';
import { platformOf } from '../core/reach';
import { repeated } from '../core/repeated';
import { SERVICE_NAME } from '../core/container-description';
import { platformReferenceIfAny, portCheck, Service } from '../core/service';
import { SECRET_FILES, type SecretFiles } from '../core/secret-file';
import { formatValue } from '../core/format-value';
import { Size } from '../core/size';
import { validate, type Rule } from '../core/validation';
import { placed } from '../core/placed';
import { needsAcls } from '../kafka/acls-of';
import { clientLabels, securityOf } from '../kafka/client-identity';
import { allowedToClients } from '../kafka/allowed-urls';
import { springEnvironment, withClientFiles } from '../kafka/client-settings';
import { clientsClusterReference, reachBrokers, type IKafkaCluster } from '../kafka/interfaces';
import { prometheusReference, reachPrometheus, type IPrometheus } from '../prometheus/interfaces';
import { reachRegistry, registryReference, type ISchemaRegistry } from '../schema-registry/interfaces';
import { aclsOfPage } from './page-acls';
import { environmentOfLogins, filesOfLogins, USERS_OF_FILES } from './page-logins';

/** A web page for Kafka, defined here or elsewhere. */
export interface IKafkaUi extends IConstruct {
  /** `http://host:port` on the host. */
  readonly hostUrl: string;
}

/** A cluster on the page, and what belongs to it. */
export interface KafkaUiCluster {
  /** As the page shows it and as its addresses have it: 1 to 63 of `[a-zA-Z0-9._-]`. */
  readonly name: string;
  /** Its brokers. */
  readonly cluster: IKafkaCluster;
  /** Where the page reads schemas. @default - the page shows none, and decodes no Avro */
  readonly registry?: ISchemaRegistry;
  /** Each appears by its group id. @default - the page shows no connectors */
  readonly connects?: readonly IKafkaConnect[];
  /**
   * Whether visitors may produce records, restart connectors, and set the offsets of groups that are stopped; with the public
   * image also whatever else kafbat's page offers, such as deleting topics. @default false
   */
  readonly manages?: boolean;
  /**
   * Whose dashboards the page of the local family draws; that of the public one draws none, and its family has `Grafana`.
   * @default - the page draws no history
   */
  readonly prometheus?: IPrometheus;
}

export interface KafkaUiProps extends JvmOptions {
  /** What runs it. @default - what runs the first of the clusters that this code runs */
  readonly platform?: IPlatform;
  /** What the page shows: 1 or more, each with a name of its own. */
  readonly clusters: readonly KafkaUiCluster[];
  /** The DNS name in the platform's network. @default 'kafka-ui' */
  readonly serviceName?: string;
  /** Port on the host, before the platform's port offset. 1 to 65535. @default 8080 */
  readonly hostPort?: number;
  /** The user whom it shows anything, alone. It stays in plaintext, and on this machine. @default - whoever reaches it */
  readonly login?: BasicLogin;
  /** Secrets that it reads, by their absolute path in the container. @default - none */
  readonly secretFiles?: SecretFiles;
}

const HTTP_PORT = 8080;

/** What the page says of clusters; it knows more, which would be a series for each partition. */
const SERIES: readonly Series[] = [
  { from: 'kafka_consumergroup_lag' },
  { from: 'group_member_count', name: 'kafka_consumergroup_members' },
  { from: 'broker_bytes_(usable|total)', name: 'kafka_broker_$1_bytes' },
  { from: 'topic_bytes_disk', name: 'kafka_topic_bytes' },
  // Of the local family's page alone.
  { from: 'kafka_certificate_end_timestamp_seconds' },
];

/**
 * A page about clusters, their registries and Connects, on the host at localhost:8080. It only reads, unless it `manages` a
 * cluster. Its JVM is that of the public image; the local family's has none.
 *
 * It starts without waiting for any of them: what is away is shown as away, and is there again once it is back.
 * @see https://ui.docs.kafbat.io/configuration/misc-configuration-properties
 */
export class KafkaUi extends Construct implements IKafkaUi {
  public readonly hostUrl: string;

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: KafkaUiProps) {
    super(...placed(scope, id));
    const valid = validateProps(this, props, KAFKA_UI_PROPERTIES);
    const { clusters, login, serviceName = 'kafka-ui', hostPort = HTTP_PORT } = valid;
    const all = clusters.map(({ cluster }) => cluster);
    const platform = platformOf(this, props, valid.platform, all);
    const { heap, memory, jvmOptions } = jvm(valid, Size.mebibytes(384));
    validate(this, { clusters, login, heap, memory }, KAFKA_UI_RULES);
    needsAcls(this, () => aclsOfPage(clusters));
    const securities = clusters.map(({ cluster }) => securityOf(this, cluster, serviceName));
    for (const { cluster, registry, connects = [], prometheus } of clusters) {
      reachBrokers(this, platform, cluster);
      if (registry) reachRegistry(this, platform, registry, true);
      for (const connect of connects) reachConnect(this, platform, connect);
      if (prometheus) reachPrometheus(this, platform, prometheus);
    }

    const shown = Object.fromEntries(clusters.flatMap(environment));
    const service = new Service(this, serviceName, {
      platform,
      serviceName,
      labels: Object.assign({ [LABEL.role]: ROLE.kafkaUi }, ...securities.map(clientLabels)) as Record<
        string,
        string
      >,
      image: platform.images.kafkaUi,
      environment: {
        JAVA_OPTS: [`-Xmx${heap.toJvmString()}`, ASKS_FOR_ADDRESSES, jvmOptions].filter(Boolean).join(' '),
        ...allowedToClients(...all.map(({ security }) => security)),
        ...shown,
        ...environmentOfLogins({ clusters, login }, shown.SPRING_CONFIG_IMPORT),
      },
      secretFiles: securities.reduce<SecretFiles | undefined>(
        (files, security, index) => withClientFiles(security, files, folderOf(index)),
        { ...filesOfLogins({ clusters, login }), ...valid.secretFiles },
      ),
      ports: [{ name: 'Kafka UI', port: HTTP_PORT, hostPort, scheme: 'http' }],
      // Lag of groups and room on disks, which no broker tells by itself. Prometheus has no login.
      ...(!login && { metrics: [{ job: 'kafka-ui', port: HTTP_PORT, series: SERIES }] }),
      healthCheck: HealthCheck.http(HTTP_PORT, '/actuator/health'),
      memory,
    });
    this.hostUrl = `http://${service.hostAddress('Kafka UI').toString()}`;
  }
}

/** Where the files of a cluster's security are. */
const folderOf = (index: number): string => `/run/secrets/kafka-${index}`;

function environment(
  { name, cluster, registry, connects = [], prometheus, manages = false }: KafkaUiCluster,
  index: number,
): [name: string, value: string][] {
  const prefix = `KAFKA_CLUSTERS_${index}`;
  return [
    [`${prefix}_NAME`, name],
    [`${prefix}_BOOTSTRAPSERVERS`, joined(',', cluster.bootstrapServers)],
    // By default whoever opens the page needs no password, and what is defined as code is changed there.
    [`${prefix}_READONLY`, String(!manages)],
    ...Object.entries(springEnvironment(`${prefix}_PROPERTIES`, cluster.security, folderOf(index))),
    ...(registry ? [[`${prefix}_SCHEMAREGISTRY`, registry.url] as [string, string]] : []),
    ...(prometheus ? [[`${prefix}_PROMETHEUS`, prometheus.url] as [string, string]] : []),
    ...connects.flatMap(({ groupId, restUrl }, number): [string, string][] => [
      [`${prefix}_KAFKACONNECT_${number}_NAME`, groupId],
      [`${prefix}_KAFKACONNECT_${number}_ADDRESS`, restUrl],
    ]),
  ];
}

export const KAFKA_UI_CLUSTER_PROPERTIES: Properties<KafkaUiCluster> = {
  name: required(
    text(
      'policy',
      "1 to 63 of a-z, A-Z, 0-9, '.', '_' and '-', because it is part of addresses",
      /^[a-zA-Z0-9._-]{1,63}$/,
    ),
  ),
  cluster: clientsClusterReference,
  registry: registryReference,
  connects: listOf(connectReference),
  manages: TRUE_OR_FALSE,
  prometheus: prometheusReference,
};

export const KAFKA_UI_PROPERTIES: Properties<KafkaUiProps> = {
  platform: platformReferenceIfAny,
  clusters: required(listOf(object(KAFKA_UI_CLUSTER_PROPERTIES), 1)),
  serviceName: SERVICE_NAME,
  hostPort: portCheck,
  ...JVM_PROPERTIES,
  login: FILE_LOGIN,
  secretFiles: SECRET_FILES,
};

interface Facts extends Jvm {
  readonly clusters: readonly KafkaUiCluster[];
  readonly login?: BasicLogin;
}

const namedTwice = ({ clusters }: Facts): string[] => repeated(clusters.map(({ name }) => name));
const connectedTwice = ({ clusters }: Facts): string[] =>
  clusters.flatMap(({ connects = [] }) => repeated(connects.map(({ groupId }) => groupId)));

const connectedElsewhere = ({ clusters }: Facts): IKafkaConnect[] =>
  clusters.flatMap(({ cluster, connects = [] }) => connects.filter((each) => !isSame(each.cluster, cluster)));

const withLogin = ({ clusters }: Facts): readonly KafkaUiCluster[] =>
  clusters.filter(({ cluster }) => cluster.security?.login !== undefined);
const namesOf = (clusters: readonly KafkaUiCluster[]): string =>
  clusters.map(({ name }) => formatValue(name)).join(', ');

export const KAFKA_UI_RULES: readonly Rule<Facts>[] = [
  {
    requires: 'clusters have different names.',
    fails: (facts) => namedTwice(facts).length > 0,
    message: (facts) =>
      `clusters must have different names, which tell them apart on the page; got twice: ${namedTwice(facts).map(formatValue).join(', ')}, rename one.`,
    source: 'io.kafbat.ui.config.ClustersProperties#validateClusterNames',
  },
  {
    requires: 'The connects of a cluster are of different groups.',
    fails: (facts) => connectedTwice(facts).length > 0,
    message: (facts) =>
      `the connects of a cluster must be of different groups, because the page shows them by group id; got twice: ${connectedTwice(facts).map(formatValue).join(', ')}, leave one out.`,
    source: 'policy',
  },
  {
    requires: 'The connects of a cluster work with its brokers.',
    fails: (facts) => connectedElsewhere(facts).length > 0,
    message: (facts) =>
      `the connects of a cluster must work with its brokers; got ${connectedElsewhere(facts)
        .map(({ node }) => node.path)
        .join(', ')} of another, show them beside theirs.`,
    source: 'policy',
  },
  {
    requires: 'At most one cluster of the page wants a password or another secret.',
    fails: (facts) => withLogin(facts).length > 1,
    message: (facts) =>
      `at most one of clusters may want a login, because the page reads one file of such secrets; got ${namesOf(withLogin(facts))}: make another KafkaUi for each further one, or use ClusterSecurity.mutualTls there.`,
    source: 'https://docs.spring.io/spring-boot/reference/features/external-config.html',
  },
  USERS_OF_FILES,
  heapBelowMemory('the page'),
];
