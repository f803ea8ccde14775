import { Construct, type IConstruct } from 'constructs';
import type { IKafkaConnect } from '../connect/kafka-connect';
import { HealthCheck } from '../core/health-check';
import { heapBelowMemory } from '../core/heap';
import type { IPlatform } from '../core/platform';
import { Service } from '../core/service';
import { Size } from '../core/size';
import { show, validate, type ValidationRule } from '../core/validation';
import type { IKafkaCluster } from '../kafka/kafka-cluster';
import type { ISchemaRegistry } from '../schema-registry/schema-registry';

/** A web page for Kafka, defined here or elsewhere. */
export interface IKafkaUi extends IConstruct {
  /** `http://host:port` on the host. */
  readonly hostUrl: string;
}

/** A cluster on the page, and what belongs to it. */
export interface KafkaUiCluster {
  /** As the page shows it and as its addresses have it: 1 to 63 of `[a-zA-Z0-9._-]`. */
  readonly name: string;
  readonly cluster: IKafkaCluster;
  /** Where the page reads schemas. @default - the page shows none, and decodes no Avro */
  readonly registry?: ISchemaRegistry;
  /** Each appears by its group id. @default - the page shows no connectors */
  readonly connects?: readonly IKafkaConnect[];
}

export interface KafkaUiProps {
  readonly platform: IPlatform;
  /** 1 or more. */
  readonly clusters: readonly KafkaUiCluster[];
  /** JVM heap, where the image is one of Java; the local family's is not. @default Size.mebibytes(384) */
  readonly heap?: Size;
  /** Memory limit; more than the heap. @default - twice the heap */
  readonly memory?: Size;
  /** Further options of the JVM, where the image is one of Java. @default - none */
  readonly jvmOptions?: string;
}

const PORT = 8080;

/**
 * A page about clusters, their registries and Connects, on the host at localhost:8080. It only reads.
 *
 * It starts without waiting for any of them: what is away is shown as away, and is there again once it is back.
 * @see https://ui.docs.kafbat.io/configuration/misc-configuration-properties
 */
export class KafkaUi extends Construct implements IKafkaUi {
  public readonly hostUrl: string;

  /** @throws ValidationError naming every broken rule, not only the first */
  public constructor(scope: Construct, id: string, props: KafkaUiProps) {
    super(scope, id);
    const { platform, clusters, jvmOptions } = props;
    const heap = props.heap ?? Size.mebibytes(384);
    const memory = props.memory ?? heap.times(2);
    validate(this, { clusters, heap, memory }, RULES);

    const service = new Service(this, 'kafka-ui', {
      platform,
      serviceName: 'kafka-ui',
      image: platform.images.kafkaUi,
      user: 'kafkaui',
      environment: {
        JAVA_OPTS: [`-Xmx${heap.toJvmString()}`, ...(jvmOptions === undefined ? [] : [jvmOptions])].join(' '),
        ...Object.fromEntries(clusters.flatMap(environment)),
      },
      ports: [{ name: 'Kafka UI', port: PORT, hostPort: PORT, scheme: 'http' }],
      healthCheck: HealthCheck.http(PORT, '/actuator/health'),
      memory,
    });
    this.hostUrl = `http://${service.hostAddress('Kafka UI').toString()}`;
  }
}

function environment(
  { name, cluster, registry, connects = [] }: KafkaUiCluster,
  index: number,
): [name: string, value: string][] {
  const prefix = `KAFKA_CLUSTERS_${index}`;
  return [
    [`${prefix}_NAME`, name],
    [`${prefix}_BOOTSTRAPSERVERS`, cluster.bootstrapServers.join(',')],
    // Whoever opens the page needs no password, and what is defined as code is changed there.
    [`${prefix}_READONLY`, 'true'],
    ...(registry ? [[`${prefix}_SCHEMAREGISTRY`, registry.url] as [string, string]] : []),
    ...connects.flatMap(({ groupId, restUrl }, number): [string, string][] => [
      [`${prefix}_KAFKACONNECT_${number}_NAME`, groupId],
      [`${prefix}_KAFKACONNECT_${number}_ADDRESS`, restUrl],
    ]),
  ];
}

interface Facts {
  readonly clusters: readonly KafkaUiCluster[];
  readonly heap: Size;
  readonly memory: Size;
}

const misnamed = ({ clusters }: Facts): string[] =>
  clusters.map(({ name }) => name).filter((name) => !/^[a-zA-Z0-9._-]{1,63}$/.test(name));

const twice = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
];
const namedTwice = ({ clusters }: Facts): string[] => twice(clusters.map(({ name }) => name));
const connectedTwice = ({ clusters }: Facts): string[] =>
  clusters.flatMap(({ connects = [] }) => twice(connects.map(({ groupId }) => groupId)));

const RULES: readonly ValidationRule<Facts>[] = [
  {
    fails: ({ clusters }) => clusters.length === 0,
    message: () => 'clusters must name at least one cluster to show, got none.',
    source: 'policy',
  },
  {
    fails: (facts) => misnamed(facts).length > 0,
    message: (facts) =>
      `a cluster's name must be 1 to 63 of a-z, A-Z, 0-9, '.', '_' and '-', because it is part of addresses; got ${misnamed(facts).map(show).join(', ')}.`,
    source: 'policy',
  },
  {
    fails: (facts) => namedTwice(facts).length > 0,
    message: (facts) =>
      `clusters must have different names, which tell them apart on the page; got twice: ${namedTwice(facts).map(show).join(', ')}.`,
    source: 'io.kafbat.ui.config.ClustersProperties#validateClusterNames',
  },
  {
    fails: (facts) => connectedTwice(facts).length > 0,
    message: (facts) =>
      `the connects of a cluster must be of different groups, because the page shows them by group id; got twice: ${connectedTwice(facts).map(show).join(', ')}.`,
    source: 'policy',
  },
  heapBelowMemory('the page'),
];
