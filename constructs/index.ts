export { Address } from './core/address';
export { ContainerImage, type ContainerImageOptions, type ImageNeeds } from './core/container-image';
export { DockerPlatform } from './core/docker-platform';
export type { DockerPlatformProps } from './core/docker-platform-props';
export type { BasicLogin, RemoteProps } from './core/basic-login';
export { importExisting } from './core/existing';
export { Duration } from './core/duration';
export { HostPath } from './core/host-path';
export { HealthCheck, type HealthCheckOptions } from './core/health-check';
export type { ImageBuild } from './core/image-build';
export { KubernetesPlatform } from './kubernetes/kubernetes-platform';
export type { KubernetesImages, KubernetesPlatformProps } from './kubernetes/kubernetes-platform-props';
export type { FolderImageOptions } from './core/own-image';
export { Images, SPARK_KAFKA_PACKAGE } from './core/image-catalogue';
export type {
  ContainerDescription,
  ImageCatalogue,
  IPlatform,
  IVolume,
  ServiceDescription,
  ServicePort,
  TaskDescription,
  VolumeMount,
} from './core/platform';
export type { JvmOptions } from './core/jvm';
export type { MetricsEndpoint, MetricsOptions, Series } from './core/metrics-endpoint';
export { QuantityError } from './core/quantity-error';
export type { Secret } from './core/secret';
export { SecretFile, type SecretFiles } from './core/secret-file';
export type { KafkaLine, SparkLine } from './core/setting-tables';
export { Service, type IService, type ServiceProps } from './core/service';
export { Size } from './core/size';
export { Task, type TaskProps } from './core/task';
export { validate, type Rule } from './core/validation';
export { ValidationError, type Problem } from './core/validation-error';

export { ZooKeeperEnsemble, type ZooKeeperEnsembleProps } from './zookeeper/zookeeper-ensemble';
export type { IZooKeeperEnsemble } from './zookeeper/interfaces';

export { ContainerApp, type ContainerAppProps } from './container-app/container-app';

export type {
  IConsumerGroupMember,
  IControllerQuorum,
  IKafkaCluster,
  IKafkaTopic,
  SessionTimeouts,
} from './kafka/interfaces';
export { Acl } from './kafka/acl';
export type { AclProps } from './kafka/acl-props';
export type { AclOperation, AclPatternType, AclResourceType, AclRule } from './kafka/acl-rule';
export { aclsOf } from './kafka/acls-of';
export { Authorization, type AclOptions } from './kafka/authorization';
export { Certificates, Plaintext, type CertificatesOptions } from './kafka/certificates';
export type { KafkaListenerSpec } from './kafka/kafka-listener-spec';
export {
  ListenerAuthentication,
  type OAuthBearerOptions,
  type PlainOptions,
} from './kafka/listener-authentication';
export { ListenerReach, type ReachOptions } from './kafka/listener-reach';
export {
  clientFiles,
  clientProperties,
  clientSettings,
  springEnvironment,
  type ClientSettingsOptions,
  type SecretReference,
} from './kafka/client-settings';
export { ClusterSecurity } from './kafka/cluster-security';
export type {
  AwsIamOptions,
  KeyStoreOptions,
  MutualTlsOptions,
  OAuthOptions,
  SaslOptions,
  TlsOptions,
} from './kafka/cluster-security-options';
export { ControllerQuorum, type ControllerQuorumProps } from './kafka/controller-quorum';
export { type ExternalKafkaClusterProps } from './kafka/external-kafka-cluster';
export { KafkaCluster } from './kafka/kafka-cluster';
export type { KafkaClusterProps } from './kafka/kafka-cluster-props';
export { KafkaTopic } from './kafka/kafka-topic';
export type { KafkaTopicOptions } from './kafka/kafka-topic-options';
export type { KafkaTopicProps } from './kafka/kafka-topic-props';
export { KafkaUser } from './kafka/kafka-user';
export type { KafkaUserProps, UserReads, UserWrites } from './kafka/kafka-user-props';
export { Metadata } from './kafka/metadata';
export { CleanupPolicy, Retention } from './kafka/retention';
export { TimestampType } from './kafka/timestamp-type';
export { UserAuthentication, type ScramOptions } from './kafka/user-authentication';
export type { UserQuota } from './kafka/user-quota';

export {
  ConnectPlugin,
  type ArchivePluginOptions,
  type ConnectPluginOptions,
  type MavenPluginOptions,
} from './connect/connect-plugin';
export { ConnectTopics, type ConnectTopicsProps, type IConnectTopics } from './connect/connect-topics';
export { Connector } from './connect/connector';
export type { ConnectorOptions, ConnectorProps } from './connect/connector-props';
export { Converter } from './connect/converter';
export { KafkaConnect } from './connect/kafka-connect';
export type { ExternalKafkaConnectProps } from './connect/external-kafka-connect';
export type { IKafkaConnect } from './connect/interfaces';
export type { KafkaConnectProps } from './connect/kafka-connect-props';

export { Compatibility } from './schema-registry/compatibility';
export { Schema, type SchemaType } from './schema-registry/schema';
export { SchemaRegistry } from './schema-registry/schema-registry';
export type { ExternalSchemaRegistryProps } from './schema-registry/external-schema-registry';
export type { ISchemaRegistry } from './schema-registry/interfaces';
export type { SchemaRegistryProps } from './schema-registry/schema-registry-props';
export { SchemaRegistryTopic, type SchemaRegistryTopicProps } from './schema-registry/schema-registry-topic';
export { Subject, type SubjectOptions, type SubjectProps } from './schema-registry/subject';

export { KafkaUi, type IKafkaUi, type KafkaUiCluster, type KafkaUiProps } from './kafka-ui/kafka-ui';

export { AlertSeverity, type AlertRule } from './prometheus/alert-rule';
export { ALERTS } from './prometheus/alerts';
export {
  PanelKind,
  PanelUnit,
  type Dashboard,
  type DashboardRow,
  type Panel,
  type PanelQuery,
} from './prometheus/dashboards/dashboard';
export { DASHBOARDS } from './prometheus/dashboards/dashboards';
export type { IPrometheus } from './prometheus/interfaces';
export { Prometheus } from './prometheus/prometheus';
export type { PrometheusProps } from './prometheus/prometheus-props';
export { QUERIES } from './prometheus/queries';
export type { RemoteLogin, RemoteWrite } from './prometheus/remote-write';

export { Grafana, type GrafanaProps, type IGrafana } from './grafana/grafana';

export { SparkApplication } from './spark/spark-application';
export type { SparkApplicationOptions } from './spark/spark-application-options';
export type { SparkApplicationProps } from './spark/spark-application-props';
export { SparkCode, type PythonCodeOptions, type PythonFolderOptions } from './spark/spark-code';
export { SparkCluster, type SparkClusterProps } from './spark/spark-cluster';
export type { ISparkCluster } from './spark/interfaces';
export { OutputMode, StartingOffsets, Trigger } from './spark/streaming-options';
