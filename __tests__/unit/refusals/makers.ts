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
  Metadata,
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
} from '../../../constructs';
import { CONTAINER_APP_PROPERTIES } from '../../../constructs/container-app/container-app';
import { CONNECT_TOPICS_PROPERTIES } from '../../../constructs/connect/connect-topics';
import { CONNECTOR_PROPERTIES } from '../../../constructs/connect/connector-props';
import { KAFKA_CONNECT_PROPERTIES } from '../../../constructs/connect/kafka-connect-props';
import { DOCKER_PLATFORM_PROPERTIES } from '../../../constructs/core/docker-platform-props';
import type { Check, RequiredCheck } from '../../../constructs/core/properties';
import { SERVICE_PROPERTIES } from '../../../constructs/core/service';
import { TASK_PROPERTIES } from '../../../constructs/core/task';
import { KAFKA_UI_PROPERTIES } from '../../../constructs/kafka-ui/kafka-ui';
import { ACL_PROPERTIES } from '../../../constructs/kafka/acl-props';
import { CONTROLLER_QUORUM_PROPERTIES } from '../../../constructs/kafka/controller-quorum';
import { EXTERNAL_KAFKA_CLUSTER_PROPERTIES } from '../../../constructs/kafka/external-kafka-cluster';
import { KAFKA_CLUSTER_PROPERTIES } from '../../../constructs/kafka/kafka-cluster-props';
import { KAFKA_TOPIC_PROPERTIES } from '../../../constructs/kafka/kafka-topic-props';
import { KAFKA_USER_PROPERTIES } from '../../../constructs/kafka/kafka-user-props';
import { SCHEMA_REGISTRY_PROPERTIES } from '../../../constructs/schema-registry/schema-registry-props';
import { SCHEMA_REGISTRY_TOPIC_PROPERTIES } from '../../../constructs/schema-registry/schema-registry-topic';
import { SUBJECT_PROPERTIES } from '../../../constructs/schema-registry/subject';
import { SPARK_APPLICATION_PROPERTIES } from '../../../constructs/spark/spark-application-props';
import { SPARK_CLUSTER_PROPERTIES } from '../../../constructs/spark/spark-cluster';
import { ZOOKEEPER_ENSEMBLE_PROPERTIES } from '../../../constructs/zookeeper/zookeeper-ensemble';
import { IMAGES } from '../../support/synth';
import { pythonFolder, type Junk, type World } from './world';

/** One kind of construct, as a sweep over all of them makes it. */
export interface Maker {
  readonly name: string;
  readonly properties: Readonly<Record<string, Check | RequiredCheck>>;
  /** Where it belongs. */
  readonly stack: string;
  /** What it cannot do without. */
  readonly valid: (world: World) => Junk;
  readonly make: (scope: Construct, id: string, props: never) => unknown;
}

type Class = new (scope: Construct, id: string, props: never) => unknown;

const maker = (
  kind: Class,
  properties: Maker['properties'],
  stack: string,
  valid: Maker['valid'],
  name = kind.name,
): Maker => ({ name, properties, stack, valid, make: (scope, id, props) => new kind(scope, id, props) });

const image = ContainerImage.of('example/web:1');
const runnable = (world: World): Junk => ({
  platform: world.platform,
  serviceName: 'web',
  image,
  user: 'web',
  memory: Size.mebibytes(64),
});
const service = (world: World): Junk => ({ ...runnable(world), healthCheck: HealthCheck.http(80, '/') });
const platform = (world: World): Junk => ({ platform: world.platform });
const cluster = (world: World): Junk => ({ cluster: world.cluster });

/** Every construct that somebody can make. */
export const MAKERS: readonly Maker[] = [
  maker(DockerPlatform, DOCKER_PLATFORM_PROPERTIES, 'platform', () => ({ images: IMAGES })),
  maker(ZooKeeperEnsemble, ZOOKEEPER_ENSEMBLE_PROPERTIES, 'kafka', platform),
  maker(ControllerQuorum, CONTROLLER_QUORUM_PROPERTIES, 'kafka', platform),
  maker(KafkaCluster, KAFKA_CLUSTER_PROPERTIES, 'kafka', (world) => ({
    ...platform(world),
    metadata: Metadata.kraft(),
  })),
  {
    ...maker(KafkaCluster, EXTERNAL_KAFKA_CLUSTER_PROPERTIES, 'kafka', () => ({
      bootstrapServers: ['broker.example.com:9092'],
    })),
    name: 'KafkaCluster.fromBootstrapServers',
    make: (scope, id, props) => KafkaCluster.fromBootstrapServers(scope, id, props),
  },
  maker(KafkaTopic, KAFKA_TOPIC_PROPERTIES, 'topics', cluster),
  maker(KafkaUser, KAFKA_USER_PROPERTIES, 'users', (world) => ({
    cluster: world.once('cluster of others', () => world.externalCluster()),
    authentication: UserAuthentication.mutualTls(),
  })),
  maker(Acl, ACL_PROPERTIES, 'users', (world) => ({
    cluster: world.once('cluster of others', () => world.externalCluster()),
    principal: 'User:billing',
    resourceType: 'Topic',
    name: world.id(),
    operation: 'Read',
  })),
  maker(ConnectTopics, CONNECT_TOPICS_PROPERTIES, 'topics', cluster),
  maker(SchemaRegistryTopic, SCHEMA_REGISTRY_TOPIC_PROPERTIES, 'topics', cluster),
  maker(KafkaConnect, KAFKA_CONNECT_PROPERTIES, 'services', (world) => ({
    ...platform(world),
    ...cluster(world),
    topics: world.once('internal topics', () => world.connectTopics()),
  })),
  maker(Connector, CONNECTOR_PROPERTIES, 'connectors', (world) => ({
    connect: world.once('workers', () => world.connect()),
    connectorClass: 'com.example.KnownConnector',
  })),
  maker(SchemaRegistry, SCHEMA_REGISTRY_PROPERTIES, 'services', (world) => ({
    ...platform(world),
    ...cluster(world),
    topic: KafkaTopic.fromTopicName(world.stack('topics'), world.id(), 'schemas'),
  })),
  maker(Subject, SUBJECT_PROPERTIES, 'subjects', (world) => ({
    registry: world.once('registry', () => world.registry()),
    schema: Schema.jsonSchema({}),
  })),
  maker(KafkaUi, KAFKA_UI_PROPERTIES, 'services', (world) => ({
    ...platform(world),
    clusters: [{ name: 'local', ...cluster(world) }],
  })),
  maker(Service, SERVICE_PROPERTIES, 'services', service),
  maker(Task, TASK_PROPERTIES, 'services', runnable),
  maker(ContainerApp, CONTAINER_APP_PROPERTIES, 'streaming', service),
  maker(SparkCluster, SPARK_CLUSTER_PROPERTIES, 'streaming', platform),
  maker(SparkApplication, SPARK_APPLICATION_PROPERTIES, 'streaming', (world) => ({
    cluster: world.spark,
    code: SparkCode.python(join(pythonFolder(), 'job.py')),
  })),
];
