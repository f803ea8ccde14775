import { CLASS_OF_PROVIDER, resolvedReferences } from '../core/config-provider';
import { instanceLike, listOf, object, text, TRUE_OR_FALSE, wholeNumber } from '../core/checks';
import { ONE_AGENT } from '../core/jmx-exporter';
import { heapBelowMemory, jvm, JVM_PROPERTIES, type Jvm, type JvmOptions } from '../core/jvm';
import { FILE_LOGIN, isByFile, type BasicLogin, type LoginByFile } from '../core/basic-login';
import { METRICS_OPTIONS, type MetricsOptions } from '../core/metrics-endpoint';
import type { IPlatform } from '../core/platform';
import type { Properties } from '../core/properties';
import { SERVICE_NAME } from '../core/container-description';
import { platformReferenceIfAny, portCheck } from '../core/service';
import { SECRET_FILES, type SecretFiles } from '../core/secret-file';
import { formatValue } from '../core/format-value';
import { Size } from '../core/size';
import { isSame } from '../core/identity';
import type { Rule } from '../core/validation';
import { withClientFiles } from '../kafka/client-settings';
import { clientsClusterReference, type IKafkaCluster, type IKafkaTopic } from '../kafka/interfaces';
import { CleanupPolicy } from '../kafka/retention';
import { CONNECT_TOPIC_ROLES_PROPERTIES, type IConnectTopics } from './connect-topics';
import { converterCheck, Converter } from './converter';
import { SESSION_OF_WORKERS } from './session-rules';
import { SECURITY_OF_BROKERS } from './worker-security';
import { WORKER_SETTINGS_TOGETHER } from './worker-setting-rules';
import { CONNECT_CONFIGS, SETTINGS_OF_WORKERS } from './worker-settings';

export interface KafkaConnectProps extends JvmOptions, MetricsOptions {
  /** What runs the workers. @default - what runs the cluster */
  readonly platform?: IPlatform;
  /** The brokers on which the workers keep what they share, and connectors read and write. */
  readonly cluster: IKafkaCluster;
  /** Where the workers keep what they share; of this Connect cluster alone. @default - {@link ConnectTopics} that begin with the `serviceName`, in the stack `topics` beside the brokers' own; in the workers', if that is the brokers' */
  readonly topics?: IConnectTopics;
  /** How many workers; 1 to 100. @default 1 */
  readonly workers?: number;
  /** The name of the first worker; further ones are `<name>-2` and so on. @default 'kafka-connect' */
  readonly serviceName?: string;
  /** Port of the first worker's REST interface on the host, before the platform's port offset; further ones take the next. 1 to 65535. @default 8083 */
  readonly hostPort?: number;
  /** What makes workers one cluster; must not be the id of a consumer group. @default - the name of the first worker */
  readonly groupId?: string;
  /** How records' keys are written, where a connector doesn't say. @default Converter.json() */
  readonly keyConverter?: Converter;
  /** How records' values are written, where a connector doesn't say. @default Converter.json() */
  readonly valueConverter?: Converter;
  /** Absolute folders to look for plugins in, beside those of the image and of {@link KafkaConnect.addPlugin}. @default - none */
  readonly pluginPath?: readonly string[];
  /**
   * Whether source connectors may write each record exactly once. To be turned on while no worker runs, or after a
   * deploy with `settings: { 'exactly.once.source.support': 'preparing' }`.
   * @default false
   * @see https://kafka.apache.org/39/documentation.html#connect_exactlyoncesource
   */
  readonly exactlyOnceSource?: boolean;
  /**
   * The user whom the REST interface takes, alone: Terraform, the command, pages and health checks log in, and workers to each
   * other. It stays in plaintext, and on this machine. @default - whoever reaches it
   */
  readonly login?: BasicLogin;
  /** Secrets that every worker reads; `settings` and connectors name them as `${file:/run/secrets/my.properties:key}`, by their absolute path in the container. @default - none */
  readonly secretFiles?: SecretFiles;
  /**
   * Further settings by their name in Connect, the same for every worker: those that Connect 3.9.1, or
   * 4.3.1 where the image is of Kafka 4, defines, with a value that it takes; those of its connectors' clients behind `producer.`, `consumer.` and `admin.`.
   * @default - none
   * @see https://kafka.apache.org/39/documentation.html#connectconfigs
   */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
  /** Settings that Connect itself does not know, such as those of a REST extension; rendered beside the others, unchecked. @default - none */
  readonly foreignSettings?: Readonly<Record<string, string | number | boolean>>;
}

export interface ConnectFacts extends Jvm {
  readonly metrics: boolean;
  readonly cluster: IKafkaCluster;
  readonly topics: IConnectTopics;
  readonly groupId: string;
  readonly workers: number;
  readonly pluginClasses: readonly string[] | undefined;
  readonly keyConverter: Converter;
  readonly valueConverter: Converter;
  readonly pluginPath: readonly string[];
  readonly exactlyOnceSource: boolean;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  readonly secretFiles?: SecretFiles;
  /** Of the workers, as clients of the brokers. */
  readonly security?: IKafkaCluster['security'];
  readonly login?: LoginByFile;
}

/** The name of the first worker. */
export const nameOfFirst = ({ serviceName }: KafkaConnectProps): string => serviceName ?? 'kafka-connect';

/** Of properties that are right each by itself. */
export function connectFacts(
  props: KafkaConnectProps & Required<Pick<KafkaConnectProps, 'platform' | 'topics'>>,
  security?: IKafkaCluster['security'],
): ConnectFacts {
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
    ...jvm(props, Size.gibibytes(1)),
    metrics: props.metrics ?? false,
    settings: { ...props.foreignSettings, ...props.settings },
    secretFiles: withClientFiles(security, props.secretFiles),
    security,
    login: isByFile(props.login) ? props.login : undefined,
  };
}

const CONNECT_DOCS = 'https://kafka.apache.org/39/documentation.html#connect_running';

/** Whether a converter of the workers works only with a registry that they use. */
export const needsRegistry = ({ keyConverter, valueConverter }: ConnectFacts): boolean =>
  keyConverter.needsRegistry || valueConverter.needsRegistry;

const TOPICS = instanceLike('ConnectTopics', 'configs', 'offsets', 'statuses', 'node');

export const KAFKA_CONNECT_PROPERTIES: Properties<KafkaConnectProps> = {
  platform: platformReferenceIfAny,
  cluster: clientsClusterReference,
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
  hostPort: portCheck,
  groupId: text(`${CONNECT_CONFIGS}_group.id`, 'text that is not blank'),
  keyConverter: converterCheck,
  valueConverter: converterCheck,
  pluginPath: listOf(
    text(`${CONNECT_CONFIGS}_plugin.path`, 'an absolute folder of the image, without a comma', /^\/[^,]+$/),
  ),
  exactlyOnceSource: TRUE_OR_FALSE,
  ...JVM_PROPERTIES,
  ...METRICS_OPTIONS,
  login: FILE_LOGIN,
  secretFiles: SECRET_FILES,
  ...SETTINGS_OF_WORKERS['3.9'],
};

const roles = ({ topics: { configs, offsets, statuses } }: ConnectFacts): readonly IKafkaTopic[] => [
  configs,
  offsets,
  statuses,
];
const named = (topics: readonly IKafkaTopic[]): string =>
  topics.map(({ topicName }) => formatValue(topicName)).join(', ');
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
    source: CONNECT_DOCS,
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
    source: CONNECT_DOCS,
  },
  {
    requires: 'topics.configs has 1 partition, as far as it is declared here.',
    fails: ({ topics: { configs } }) => configs.partitions !== undefined && configs.partitions !== 1,
    message: ({ topics: { configs } }) =>
      `topics.configs must have 1 partition, because only the order of all configurations tells which is in force; ${formatValue(configs.topicName)} has ${configs.partitions}.`,
    source: 'org.apache.kafka.connect.storage.KafkaConfigBackingStore',
  },
  heapBelowMemory('a worker'),
  ONE_AGENT,
  {
    requires: 'exactlyOnceSource is said once.',
    fails: ({ exactlyOnceSource, settings }) => exactlyOnceSource && EXACTLY_ONCE in settings,
    message: ({ settings }) =>
      `settings: ${EXACTLY_ONCE} must be left out where exactlyOnceSource is true, got ${formatValue(settings[EXACTLY_ONCE])}.`,
    source: 'policy',
  },
  ...WORKER_SETTINGS_TOGETHER,
  SESSION_OF_WORKERS,
  SECURITY_OF_BROKERS,
  CLASS_OF_PROVIDER,
  resolvedReferences('workers'),
];
