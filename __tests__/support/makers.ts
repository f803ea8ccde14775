import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Construct } from 'constructs';
import {
  Acl,
  ConnectTopics,
  Connector,
  ContainerApp,
  ContainerImage,
  ControllerQuorum,
  DockerPlatform,
  HealthCheck,
  KafkaCluster,
  KafkaConnect,
  KafkaTopic,
  KafkaUi,
  KafkaUser,
  KubernetesPlatform,
  Metadata,
  Grafana,
  Prometheus,
  Schema,
  SchemaRegistry,
  SchemaRegistryTopic,
  Service,
  Size,
  SparkApplication,
  SparkCluster,
  SparkCode,
  Subject,
  Task,
  UserAuthentication,
  ZooKeeperEnsemble,
  type IKafkaCluster,
  type IPlatform,
  type ISparkCluster,
} from '../../constructs';
import { CONTAINER_APP_PROPERTIES } from '../../constructs/container-app/container-app';
import { CONNECT_TOPICS_PROPERTIES } from '../../constructs/connect/connect-topics';
import { CONNECTOR_PROPERTIES } from '../../constructs/connect/connector-props';
import { KAFKA_CONNECT_PROPERTIES } from '../../constructs/connect/kafka-connect-props';
import { DOCKER_PLATFORM_PROPERTIES } from '../../constructs/core/docker-platform-props';
import type { Check, RequiredCheck } from '../../constructs/core/properties';
import { SERVICE_PROPERTIES } from '../../constructs/core/service';
import { TASK_PROPERTIES } from '../../constructs/core/task';
import { KAFKA_UI_PROPERTIES } from '../../constructs/kafka-ui/kafka-ui';
import { ACL_PROPERTIES } from '../../constructs/kafka/acl-props';
import { CONTROLLER_QUORUM_PROPERTIES } from '../../constructs/kafka/controller-quorum';
import { EXTERNAL_KAFKA_CLUSTER_PROPERTIES } from '../../constructs/kafka/external-kafka-cluster';
import { KAFKA_CLUSTER_PROPERTIES } from '../../constructs/kafka/kafka-cluster-props';
import { KAFKA_TOPIC_PROPERTIES } from '../../constructs/kafka/kafka-topic-props';
import { KAFKA_USER_PROPERTIES } from '../../constructs/kafka/kafka-user-props';
import { KUBERNETES_PLATFORM_PROPERTIES } from '../../constructs/kubernetes/kubernetes-platform-props';
import { GRAFANA_PROPERTIES } from '../../constructs/grafana/grafana';
import { PROMETHEUS_PROPERTIES } from '../../constructs/prometheus/prometheus-props';
import { SCHEMA_REGISTRY_PROPERTIES } from '../../constructs/schema-registry/schema-registry-props';
import { SCHEMA_REGISTRY_TOPIC_PROPERTIES } from '../../constructs/schema-registry/schema-registry-topic';
import { SUBJECT_PROPERTIES } from '../../constructs/schema-registry/subject';
import { SPARK_APPLICATION_PROPERTIES } from '../../constructs/spark/spark-application-props';
import { SPARK_CLUSTER_PROPERTIES } from '../../constructs/spark/spark-cluster';
import { ZOOKEEPER_ENSEMBLE_PROPERTIES } from '../../constructs/zookeeper/zookeeper-ensemble';
import { IMAGES } from './synth';

/** Properties as a program without a compiler passes them. */
export type Junk = Readonly<Record<string, unknown>>;

/** Parts of one platform, each made when it is first asked for. */
export interface Parts {
  readonly platform: IPlatform;
  readonly ensemble: ZooKeeperEnsemble;
  readonly cluster: IKafkaCluster;
  /** Run by others. */
  readonly foreignCluster: IKafkaCluster;
  readonly internalTopics: ConnectTopics;
  readonly workers: KafkaConnect;
  readonly schemas: SchemaRegistryTopic;
  readonly schemaRegistry: SchemaRegistry;
  readonly prometheus: Prometheus;
  readonly spark: ISparkCluster;
  topic(id: string): KafkaTopic;
  /** One that nothing has. */
  id(): string;
}

/** One kind of construct, as a test makes it that is not about it, or a sweep over all of them. */
export interface Maker {
  readonly name: string;
  readonly kind: Kind<unknown>;
  readonly properties: Readonly<Record<string, Check | RequiredCheck>>;
  /** Where it belongs. */
  readonly stack: string;
  /** What it cannot do without. */
  readonly needs: Readonly<Record<string, (parts: Parts) => unknown>>;
  /** With which it is one container, where it would be several. */
  readonly single?: Junk;
  readonly make: (scope: Construct, id: string, props: never) => unknown;
}

export type Kind<Made> = new (scope: Construct, id: string, props: never) => Made;

/** These properties, and what else it needs; a part is made only where nothing else is given. */
export function withNeeds({ needs }: Pick<Maker, 'needs'>, parts: Parts, props: Junk = {}): never {
  const missing = Object.entries(needs).filter(([name]) => !(name in props));
  const made = Object.fromEntries(missing.map(([name, need]) => [name, need(parts)]));
  return { ...made, ...props } as never;
}

/** Of nothing in particular. In Avro, because the first of JSON Schema takes a third of a second. */
export const SCHEMA = Schema.avro({ type: 'string' });

/** A Spark application that nobody runs. */
export const JOB = join(mkdtempSync(join(tmpdir(), 'python-')), 'job.py');
writeFileSync(JOB, '');

const maker = (
  kind: Kind<unknown>,
  properties: Maker['properties'],
  stack: string,
  needs: Maker['needs'],
  single?: Junk,
): Maker => ({
  name: kind.name,
  kind,
  properties,
  stack,
  needs,
  single,
  make: (scope, id, props) => new kind(scope, id, props),
});

const platform: Maker['needs'] = { platform: (parts) => parts.platform };
const cluster: Maker['needs'] = { cluster: (parts) => parts.cluster };
const foreignCluster: Maker['needs'] = { cluster: (parts) => parts.foreignCluster };
const runnable: Maker['needs'] = {
  ...platform,
  serviceName: () => 'web',
  image: () => ContainerImage.of('example/web:1'),
  user: () => 'web',
  memory: () => Size.mebibytes(64),
};
const service: Maker['needs'] = { ...runnable, healthCheck: () => HealthCheck.http(80, '/') };

/** Every construct that somebody can make. */
export const MAKERS: readonly Maker[] = [
  maker(DockerPlatform, DOCKER_PLATFORM_PROPERTIES, 'platform', { images: () => IMAGES }),
  maker(KubernetesPlatform, KUBERNETES_PLATFORM_PROPERTIES, 'platform', {}),
  maker(ZooKeeperEnsemble, ZOOKEEPER_ENSEMBLE_PROPERTIES, 'kafka', platform),
  maker(ControllerQuorum, CONTROLLER_QUORUM_PROPERTIES, 'kafka', platform, { controllers: 1 }),
  maker(
    KafkaCluster,
    KAFKA_CLUSTER_PROPERTIES,
    'kafka',
    {
      ...platform,
      metadata: ({ ensemble }) => Metadata.zooKeeper(ensemble),
    },
    { brokers: 1 },
  ),
  {
    ...maker(KafkaCluster, EXTERNAL_KAFKA_CLUSTER_PROPERTIES, 'kafka', {
      bootstrapServers: () => ['broker.example.com:9092'],
    }),
    name: 'KafkaCluster.fromBootstrapServers',
    make: (scope, id, props) => KafkaCluster.fromBootstrapServers(scope, id, props),
  },
  maker(KafkaTopic, KAFKA_TOPIC_PROPERTIES, 'topics', cluster),
  maker(KafkaUser, KAFKA_USER_PROPERTIES, 'users', {
    ...foreignCluster,
    authentication: () => UserAuthentication.mutualTls(),
  }),
  maker(Acl, ACL_PROPERTIES, 'users', {
    ...foreignCluster,
    principal: () => 'User:billing',
    resourceType: () => 'Topic',
    name: (parts) => parts.id(),
    operation: () => 'Read',
  }),
  maker(ConnectTopics, CONNECT_TOPICS_PROPERTIES, 'topics', cluster),
  maker(SchemaRegistryTopic, SCHEMA_REGISTRY_TOPIC_PROPERTIES, 'topics', cluster),
  maker(KafkaConnect, KAFKA_CONNECT_PROPERTIES, 'services', {
    ...platform,
    ...cluster,
    topics: ({ internalTopics }) => internalTopics,
  }),
  maker(Connector, CONNECTOR_PROPERTIES, 'connectors', {
    connect: ({ workers }) => workers,
    connectorClass: () => 'com.example.KnownConnector',
  }),
  maker(SchemaRegistry, SCHEMA_REGISTRY_PROPERTIES, 'services', {
    ...platform,
    ...cluster,
    topic: ({ schemas }) => schemas,
  }),
  maker(Subject, SUBJECT_PROPERTIES, 'subjects', {
    registry: ({ schemaRegistry }) => schemaRegistry,
    schema: () => SCHEMA,
  }),
  maker(KafkaUi, KAFKA_UI_PROPERTIES, 'services', {
    ...platform,
    clusters: (parts) => [{ name: 'local', cluster: parts.cluster }],
  }),
  maker(Prometheus, PROMETHEUS_PROPERTIES, 'observability', platform),
  maker(Grafana, GRAFANA_PROPERTIES, 'observability', {
    ...platform,
    prometheus: ({ prometheus }) => prometheus,
  }),
  maker(Service, SERVICE_PROPERTIES, 'services', service),
  maker(Task, TASK_PROPERTIES, 'services', runnable),
  maker(ContainerApp, CONTAINER_APP_PROPERTIES, 'streaming', service),
  maker(SparkCluster, SPARK_CLUSTER_PROPERTIES, 'streaming', platform, { workers: 1 }),
  maker(SparkApplication, SPARK_APPLICATION_PROPERTIES, 'streaming', {
    cluster: ({ spark }) => spark,
    code: () => SparkCode.python(JOB),
  }),
];
