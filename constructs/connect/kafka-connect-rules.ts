import { CLASS_OF_PROVIDER, resolvedReferences } from '../core/config-provider';
import { having, listOf, object, sound, text, TRUE_OR_FALSE, wholeNumber } from '../core/checks';
import type { ClaimRule } from '../core/claim';
import { HEAP, heapBelowMemory, JVM_OPTIONS } from '../core/heap';
import { problemOf, type Properties } from '../core/properties';
import { MEMORY, SERVICE_NAME } from '../core/runnable';
import { PLATFORM_IF_ANY, PORT } from '../core/service';
import { SECRET_FILES, type SecretFiles } from '../core/secret-file';
import { show } from '../core/show';
import { Size } from '../core/size';
import { isSame } from '../core/identity';
import type { Rule, TreeRule } from '../core/validation';
import type { IKafkaCluster } from '../kafka/kafka-cluster';
import type { IKafkaTopic } from '../kafka/kafka-topic';
import { PLAINTEXT_CLUSTER } from '../kafka/references';
import { CleanupPolicy } from '../kafka/retention';
import { REGISTRY } from '../schema-registry/references';
import type { ISchemaRegistry } from '../schema-registry/schema-registry';
import { CONSUMER_GROUPS, SINK_GROUPS } from './connect-groups';
import type { ConnectPlugin } from './connect-plugin';
import { CONNECT_TOPIC_ROLES_PROPERTIES, type IConnectTopics } from './connect-topics';
import { Converter } from './converter';
import type { KafkaConnectProps } from './kafka-connect';
import { WORKER_SETTINGS_TOGETHER } from './worker-setting-rules';
import { CONNECT_CONFIGS, FOREIGN_WORKER_SETTINGS, WORKER_SETTINGS } from './worker-settings';

export interface ConnectFacts {
  readonly cluster: IKafkaCluster;
  readonly topics: IConnectTopics;
  readonly groupId: string;
  readonly workers: number;
  readonly pluginClasses: readonly string[] | undefined;
  readonly keyConverter: Converter;
  readonly valueConverter: Converter;
  readonly pluginPath: readonly string[];
  readonly exactlyOnceSource: boolean;
  readonly heap: Size;
  readonly memory: Size;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  readonly secretFiles?: SecretFiles;
}

/** The name of the first worker. */
export const nameOfFirst = ({ serviceName }: KafkaConnectProps): string => serviceName ?? 'kafka-connect';

/** Of properties that are right each by itself. */
export function connectFacts(
  props: KafkaConnectProps & Required<Pick<KafkaConnectProps, 'platform' | 'topics'>>,
): ConnectFacts {
  const heap = props.heap ?? Size.gibibytes(1);
  return {
    cluster: props.cluster,
    topics: props.topics,
    groupId: props.groupId ?? nameOfFirst(props),
    workers: props.workers ?? 1,
    pluginClasses: props.platform.images.kafkaConnect.pluginClasses,
    keyConverter: props.keyConverter ?? Converter.json(),
    valueConverter: props.valueConverter ?? Converter.json(),
    pluginPath: props.pluginPath ?? [],
    exactlyOnceSource: props.exactlyOnceSource ?? false,
    heap,
    memory: props.memory ?? heap.times(2),
    settings: { ...props.foreignSettings, ...props.settings },
    secretFiles: props.secretFiles,
  };
}

const RUNNING = 'https://kafka.apache.org/39/documentation.html#connect_running';

/** How records are written. */
export const CONVERTER = sound('a Converter, such as Converter.json()', 'render', 'settings');

/** Whether a converter of the workers works only with a registry that they use. */
export const needsRegistry = ({ keyConverter, valueConverter }: ConnectFacts): boolean =>
  keyConverter.needsRegistry || valueConverter.needsRegistry;

const TOPICS = having('ConnectTopics', 'configs', 'offsets', 'statuses', 'node');

export const KAFKA_CONNECT_PROPERTIES: Properties<KafkaConnectProps> = {
  platform: PLATFORM_IF_ANY,
  cluster: PLAINTEXT_CLUSTER,
  topics: {
    ...TOPICS,
    problem: (value) => {
      const problem = TOPICS.problem(value);
      if (problem !== undefined) return problem;
      const { configs, offsets, statuses } = value as IConnectTopics;
      return object(CONNECT_TOPIC_ROLES_PROPERTIES).problem({ configs, offsets, statuses });
    },
  },
  workers: wholeNumber('policy', 1, 100),
  serviceName: SERVICE_NAME,
  hostPort: PORT,
  groupId: text(`${CONNECT_CONFIGS}_group.id`, 'text that is not blank'),
  keyConverter: CONVERTER,
  valueConverter: CONVERTER,
  pluginPath: listOf(
    text(`${CONNECT_CONFIGS}_plugin.path`, 'an absolute folder of the image, without a comma', /^\/[^,]+$/),
  ),
  exactlyOnceSource: TRUE_OR_FALSE,
  heap: HEAP,
  memory: MEMORY,
  jvmOptions: JVM_OPTIONS,
  secretFiles: SECRET_FILES,
  settings: WORKER_SETTINGS,
  foreignSettings: FOREIGN_WORKER_SETTINGS,
};

const roles = ({ topics: { configs, offsets, statuses } }: ConnectFacts): readonly IKafkaTopic[] => [
  configs,
  offsets,
  statuses,
];
const named = (topics: readonly IKafkaTopic[]): string =>
  topics.map(({ topicName }) => show(topicName)).join(', ');
/** A topic whose partitions are known is declared, so that a missing clean-up policy is the brokers' own. */
const notCompacted = (facts: ConnectFacts): IKafkaTopic[] =>
  roles(facts).filter(
    ({ partitions, cleanupPolicy }) => partitions !== undefined && cleanupPolicy !== CleanupPolicy.COMPACT,
  );
const elsewhere = (facts: ConnectFacts): IKafkaTopic[] =>
  roles(facts).filter(({ cluster }) => cluster !== undefined && !isSame(cluster, facts.cluster));

const EXACTLY_ONCE = 'exactly.once.source.support';

export const KAFKA_CONNECT_RULES: readonly Rule<ConnectFacts>[] = [
  {
    requires: 'topics are three different ones.',
    fails: (facts) => new Set(roles(facts).map(({ topicName }) => topicName)).size < 3,
    message: (facts) =>
      `topics must be three: one for configs, one for offsets, one for statuses; got ${named(roles(facts))}, take another for each.`,
    source: RUNNING,
  },
  {
    requires: 'topics are only compacted, as far as they are declared here.',
    fails: (facts) => notCompacted(facts).length > 0,
    message: (facts) =>
      `topics must only be compacted, or the worker ends: give ${named(notCompacted(facts))} cleanupPolicy: CleanupPolicy.COMPACT.`,
    source: 'org.apache.kafka.connect.util.TopicAdmin#verifyTopicCleanupPolicyOnlyCompact',
  },
  {
    requires: 'topics are of the same cluster, as far as they are declared here.',
    fails: (facts) => elsewhere(facts).length > 0,
    message: (facts) =>
      `topics must be of ${facts.cluster.node.path}, the cluster of the workers; got ${named(elsewhere(facts))} of another, declare them there.`,
    source: RUNNING,
  },
  {
    requires: 'topics.configs has 1 partition, as far as it is declared here.',
    fails: ({ topics: { configs } }) => configs.partitions !== undefined && configs.partitions !== 1,
    message: ({ topics: { configs } }) =>
      `topics.configs must have 1 partition, because only the order of all configurations tells which is in force; ${show(configs.topicName)} has ${configs.partitions}.`,
    source: 'org.apache.kafka.connect.storage.KafkaConfigBackingStore',
  },
  heapBelowMemory('a worker'),
  {
    requires: 'exactlyOnceSource is said once.',
    fails: ({ exactlyOnceSource, settings }) => exactlyOnceSource && EXACTLY_ONCE in settings,
    message: ({ settings }) =>
      `settings: ${EXACTLY_ONCE} must be left out where exactlyOnceSource is true, got ${show(settings[EXACTLY_ONCE])}.`,
    source: 'policy',
  },
  ...WORKER_SETTINGS_TOGETHER,
  CLASS_OF_PROVIDER,
  resolvedReferences('workers'),
];

export const GROUP_CLAIM: ClaimRule = {
  kind: 'group of a Connect cluster',
  requires: 'Each Connect cluster of a Kafka cluster has a group of its own.',
  source: `${CONNECT_CONFIGS}_group.id`,
  cure: 'give one of them another groupId',
};
export const CONNECT_TOPIC_CLAIM: ClaimRule = {
  kind: 'topic of a Connect cluster',
  requires: 'Each Connect cluster has topics of its own.',
  source: RUNNING,
  cure: 'give one of them ConnectTopics with another prefix',
};
export const REGISTRY_USED: TreeRule = {
  requires: 'Workers that write Avro without naming a registry use one.',
  source: 'policy',
};
export const WITHOUT_REGISTRY =
  'its converters name no registry; call uses(registry), or take Converter.avro(registry).';
export const ONE_REGISTRY: TreeRule = {
  requires: 'What workers use is a SchemaRegistry, and the only one.',
  source: 'policy',
};
export const PLUGINS_ADDED: TreeRule = {
  requires: 'What is added to workers is a ConnectPlugin, and none of the same name was added before.',
  source: 'policy',
};

export const KAFKA_CONNECT_TREE_RULES: readonly TreeRule[] = [
  GROUP_CLAIM,
  CONNECT_TOPIC_CLAIM,
  CONSUMER_GROUPS,
  SINK_GROUPS,
  REGISTRY_USED,
  ONE_REGISTRY,
  PLUGINS_ADDED,
];

const PLUGIN = sound("a ConnectPlugin, such as ConnectPlugin.folder('plugins/mine')", 'pluginName', 'build');

/** Why a plugin cannot be added to those that are there. */
export function pluginProblem(plugin: ConnectPlugin, added: readonly ConnectPlugin[]): string | undefined {
  const wrong = problemOf(PLUGIN, plugin);
  if (wrong !== undefined || !added.some(({ pluginName }) => pluginName === plugin.pluginName)) return wrong;
  return `must be another, for ${show(plugin.pluginName)} was added before; add it once`;
}

/** Why a registry cannot be used beside the one that already is. */
export function registryProblem(
  registry: ISchemaRegistry,
  used: ISchemaRegistry | undefined,
): string | undefined {
  const wrong = problemOf(REGISTRY, registry);
  if (wrong !== undefined || used === undefined || used === registry) return wrong;
  return `must be the one that is used, ${used.node.path}; got ${registry.node.path}, name it where it is needed: Converter.avro(registry)`;
}
