import { resolvedReferences } from '../core/config-provider';
import { FILE_LOGIN, type BasicLogin } from '../core/basic-login';
import { oneOf } from '../core/checks';
import type { UniqueName } from '../core/unique-name';
import type { ContainerImage } from '../core/container-image';
import { nameOf } from '../core/image-reference';
import { ONE_AGENT } from '../core/jmx-exporter';
import { heapBelowMemory, JVM_PROPERTIES, type Jvm, type JvmOptions } from '../core/jvm';
import { isSame } from '../core/identity';
import { METRICS_OPTIONS, type MetricsOptions } from '../core/metrics-endpoint';
import type { IPlatform } from '../core/platform';
import type { Properties } from '../core/properties';
import { SERVICE_NAME } from '../core/container-description';
import { platformReferenceIfAny, portCheck } from '../core/service';
import { SECRET_FILES, type SecretFiles } from '../core/secret-file';
import { formatValue } from '../core/format-value';
import type { Rule } from '../core/validation';
import {
  clientsClusterReference,
  topicReferenceIfAny,
  type IKafkaCluster,
  type IKafkaTopic,
} from '../kafka/interfaces';
import { CleanupPolicy } from '../kafka/retention';
import { Compatibility } from './compatibility';
import { CONFIGS, REGISTRY_SETTINGS } from './registry-settings';

export interface SchemaRegistryProps extends JvmOptions, MetricsOptions {
  /** What runs it. @default - what runs the cluster */
  readonly platform?: IPlatform;
  /** The brokers on which it keeps its schemas. */
  readonly cluster: IKafkaCluster;
  /**
   * Where it keeps its schemas; of this registry alone, one partition, only compacted.
   * @default - a {@link SchemaRegistryTopic} in the stack `topics` beside the brokers' own; in the registry's, if that is the brokers'
   */
  readonly topic?: IKafkaTopic;
  /** The DNS name in the platform's network, and the group of this registry alone. @default 'schema-registry' */
  readonly serviceName?: string;
  /** Port on the host, before the platform's port offset. 1 to 65535. @default 8081 */
  readonly hostPort?: number;
  /** What new versions must have in common with those before, where a subject doesn't say. @default Compatibility.BACKWARD */
  readonly compatibility?: Compatibility;
  /** The user whom it takes, alone: Terraform, pages, workers of Connect and health checks log in. It stays in plaintext, and on this machine. @default - whoever reaches it */
  readonly login?: BasicLogin;
  /** Secrets that it reads, which `settings` name as `${file:/run/secrets/my.properties:key}`, by their absolute path in the container. @default - none */
  readonly secretFiles?: SecretFiles;
  /**
   * Further settings by their name in Schema Registry. Only values that its documentation names are checked, because no
   * package registry has the classes that define them. The local image heeds
   * `kafkastore.security.`, `.ssl.`, `.sasl.` and `.config.providers` alone.
   * @default - none
   * @see https://docs.confluent.io/platform/7.9/schema-registry/installation/config.html
   */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
}

export interface RegistryFacts extends Jvm {
  readonly metrics: boolean;
  readonly image: ContainerImage;
  readonly cluster: IKafkaCluster;
  readonly topic: IKafkaTopic;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  readonly secretFiles?: SecretFiles;
}

/** Whether the image may be of a line that could still elect its primary by ZooKeeper. */
const knowsZooKeeper = ({ image }: RegistryFacts): boolean =>
  image.version === undefined ||
  (nameOf(image.reference) === 'cp-schema-registry' && parseInt(image.version, 10) < 7);

const STORE_SOURCE = 'io.confluent.kafka.schemaregistry.storage.KafkaStore#verifySchemaTopic';

export const SCHEMA_REGISTRY_PROPERTIES: Properties<SchemaRegistryProps> = {
  platform: platformReferenceIfAny,
  cluster: clientsClusterReference,
  topic: topicReferenceIfAny,
  serviceName: SERVICE_NAME,
  hostPort: portCheck,
  compatibility: oneOf(`${CONFIGS}#schema-compatibility-level`, Compatibility),
  ...JVM_PROPERTIES,
  ...METRICS_OPTIONS,
  login: FILE_LOGIN,
  secretFiles: SECRET_FILES,
  settings: REGISTRY_SETTINGS,
};

export const SCHEMA_REGISTRY_RULES: readonly Rule<RegistryFacts>[] = [
  {
    requires: 'topic has 1 partition, as far as it is declared here.',
    fails: ({ topic: { partitions } }) => partitions !== undefined && partitions !== 1,
    message: ({ topic }) =>
      `topic must have 1 partition, because only the order of all changes tells which schema is in force; ${formatValue(topic.topicName)} has ${topic.partitions}.`,
    source: STORE_SOURCE,
  },
  {
    requires: 'topic is only compacted, as far as it is declared here.',
    // A topic whose partitions are known is declared, so that a missing clean-up policy is the brokers' own.
    fails: ({ topic: { partitions, cleanupPolicy } }) =>
      partitions !== undefined && cleanupPolicy !== CleanupPolicy.COMPACT,
    message: ({ topic }) =>
      `topic must only be compacted, or schemas are lost by their age: give ${formatValue(topic.topicName)} cleanupPolicy: CleanupPolicy.COMPACT, or take a SchemaRegistryTopic.`,
    source: STORE_SOURCE,
  },
  {
    requires: 'topic is of the same cluster, as far as it is declared here.',
    fails: ({ topic, cluster }) => topic.cluster !== undefined && !isSame(topic.cluster, cluster),
    message: ({ topic, cluster }) =>
      `topic must be of ${cluster.node.path}, the cluster of the registry; got ${formatValue(topic.topicName)} of ${topic.cluster?.node.path}, declare it there.`,
    source: STORE_SOURCE,
  },
  heapBelowMemory('the registry'),
  ONE_AGENT,
  {
    requires: 'settings name a ZooKeeper only with images of a line before 7.0.',
    fails: (facts) => 'kafkastore.connection.url' in facts.settings && !knowsZooKeeper(facts),
    message: ({ image, settings }) =>
      `settings must not have a ZooKeeper's 'kafkastore.connection.url' with ${image.reference}, whose line has no use for ZooKeeper since 7.0; got ${formatValue(settings['kafkastore.connection.url'])}: leave it out.`,
    source: 'https://docs.confluent.io/platform/7.0/release-notes/index.html',
  },
  resolvedReferences('registry'),
];

export const REGISTRY_TOPIC_CLAIM: UniqueName = {
  kind: 'topic of a schema registry',
  requires: 'Each registry has a topic of its own.',
  source: STORE_SOURCE,
  cure: 'give one of them a SchemaRegistryTopic with another topicName',
};
export const REGISTRY_GROUP_CLAIM: UniqueName = {
  kind: 'group of a schema registry',
  requires: 'Registries of one Kafka cluster have different names, or they elect one primary for all.',
  source: `${CONFIGS}#schema-registry-group-id`,
  cure: 'give one of them another serviceName',
};
export const SCHEMA_REGISTRY_TREE_RULES: readonly UniqueName[] = [REGISTRY_TOPIC_CLAIM, REGISTRY_GROUP_CLAIM];
