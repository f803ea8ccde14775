export { Address } from './core/address';
export { ContainerImage, type ContainerImageOptions } from './core/container-image';
export { DockerPlatform, type DockerPlatformProps } from './core/docker-platform';
export type { Resolvable } from './core/config-provider';
export { Duration } from './core/duration';
export { HealthCheck, type HealthCheckOptions } from './core/health-check';
export type { ImageBuild } from './core/image-build';
export { Images, SPARK_KAFKA_PACKAGE, type ImageCatalogue } from './core/image-catalogue';
export type { IPlatform, IVolume } from './core/platform';
export { QuantityError } from './core/quantity-error';
export type { RunnableDescription, VolumeMount } from './core/runnable';
export type { Secret } from './core/secret';
export { SecretFile, type SecretFiles } from './core/secret-file';
export {
  Service,
  type IService,
  type ServiceDescription,
  type ServicePort,
  type ServiceProps,
} from './core/service';
export { Size } from './core/size';
export { Task, type TaskDescription, type TaskProps } from './core/task';
export { validate, type Rule } from './core/validation';
export { ValidationError, type Problem } from './core/validation-error';

export {
  ZooKeeperEnsemble,
  type IZooKeeperEnsemble,
  type ZooKeeperEnsembleProps,
} from './zookeeper/zookeeper-ensemble';

export {
  ContainerApp,
  type ContainerAppProps,
  type IConsumerGroupMember,
} from './container-app/container-app';

export type { Listener } from './kafka/broker-environment';
export {
  ClusterSecurity,
  type MutualTlsOptions,
  type SaslOptions,
  type TlsOptions,
} from './kafka/cluster-security';
export {
  ControllerQuorum,
  type ControllerQuorumProps,
  type IControllerQuorum,
} from './kafka/controller-quorum';
export { type ExternalKafkaClusterProps } from './kafka/external-kafka-cluster';
export { KafkaCluster, type IKafkaCluster, type KafkaClusterProps } from './kafka/kafka-cluster';
export {
  KafkaTopic,
  type IKafkaTopic,
  type KafkaTopicOptions,
  type KafkaTopicProps,
} from './kafka/kafka-topic';
export { Metadata, type MetadataMember, type MetadataRole } from './kafka/metadata';
export { CleanupPolicy, Retention } from './kafka/retention';
export { TimestampType } from './kafka/timestamp-type';

export {
  ConnectPlugin,
  type ArchivePluginOptions,
  type ConnectPluginOptions,
  type MavenPluginOptions,
} from './connect/connect-plugin';
export { ConnectTopics, type ConnectTopicsProps, type IConnectTopics } from './connect/connect-topics';
export { Connector, type ConnectorOptions, type ConnectorProps } from './connect/connector';
export { Converter } from './connect/converter';
export { KafkaConnect, type IKafkaConnect, type KafkaConnectProps } from './connect/kafka-connect';

export { Compatibility } from './schema-registry/compatibility';
export { Schema, type SchemaType } from './schema-registry/schema';
export {
  SchemaRegistry,
  type ISchemaRegistry,
  type SchemaRegistryProps,
} from './schema-registry/schema-registry';
export { SchemaRegistryTopic, type SchemaRegistryTopicProps } from './schema-registry/schema-registry-topic';
export { Subject, type SubjectOptions, type SubjectProps } from './schema-registry/subject';

export { KafkaUi, type IKafkaUi, type KafkaUiCluster, type KafkaUiProps } from './kafka-ui/kafka-ui';

export {
  SparkApplication,
  type SparkApplicationOptions,
  type SparkApplicationProps,
} from './spark/spark-application';
export { SparkCode, type PythonCodeOptions } from './spark/spark-code';
export { SparkCluster, type ISparkCluster, type SparkClusterProps } from './spark/spark-cluster';
export { OutputMode, StartingOffsets, Trigger } from './spark/streaming-options';
