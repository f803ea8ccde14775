import type { TreeRule } from '../core/validation';
import { Size } from '../core/size';
import { formatValue } from '../core/format-value';
import type { IKafkaTopic } from '../kafka/interfaces';
import type { ConnectorFacts } from './connector-props';
import { listed, targetsOf, wholeTopic } from './connector-targets';
import { simpleName } from './kafka-plugins';

/** What a connector is told, its properties included. */
export type ConnectorConfig = Readonly<Record<string, string | number | boolean>>;

const DECLARED_TOPICS: TreeRule = {
  requires:
    'A topic that config names, or from which it makes the name of one, is declared somewhere in the application.',
  source: 'policy',
};
const KNOWN_TARGETS: TreeRule = {
  requires:
    'Of a source that makes the names of its topics itself, writes says which they are, or topic.creation has Connect make them.',
  source: 'org.apache.kafka.connect.runtime.SourceConnectorConfig; policy',
};
const RECORD_SIZE: TreeRule = {
  requires:
    'A source that writes a topic with a larger maxMessageSize names it in writes, so that it may send such records.',
  source: 'https://kafka.apache.org/39/documentation.html#producerconfigs_max.request.size; policy',
};
export const CONNECTOR_TOPIC_TREE_RULES: readonly TreeRule[] = [DECLARED_TOPICS, KNOWN_TARGETS, RECORD_SIZE];

export const DEAD_LETTERS = 'errors.deadletterqueue.topic.name';
/** Of sources: the topics beside those of their records, in Debezium's connectors. */
const FURTHER_TOPICS = [
  'schema.history.internal.kafka.topic',
  'database.history.kafka.topic',
  'signal.kafka.topic',
  'notification.sink.topic.name',
];

/** Mirrors make their topics themselves, and what they call topics are patterns of another cluster's. */
export const isMirror = (className: string): boolean =>
  /^Mirror(Source|Checkpoint|Heartbeat)/.test(simpleName(className));

export const isSink = (className: string, config: ConnectorConfig): boolean =>
  !isMirror(className) && ('topics' in config || 'topics.regex' in config);

/** Whether Connect makes the topics of a source that are not there. */
export const createsTopics = (config: ConnectorConfig): boolean =>
  ['partitions', 'replication.factor'].every((name) => `topic.creation.default.${name}` in config);

type Broken = readonly [TreeRule, string];

/** What is wrong with the topics of a connector. @param declared all of the application, by their name */
export function topicProblems(
  facts: ConnectorFacts,
  config: ConnectorConfig,
  declared: ReadonlyMap<string, IKafkaTopic>,
): Broken[] {
  if (isMirror(facts.connectorClass)) return [];
  return isSink(facts.connectorClass, config)
    ? [...undeclared(config, ['topics', DEAD_LETTERS], declared), ...matchingNone(config, declared)]
    : [
        ...undeclared(config, [...FURTHER_TOPICS, DEAD_LETTERS], declared),
        ...ofSource(facts, config, declared),
      ];
}

function undeclared(
  config: ConnectorConfig,
  settings: readonly string[],
  declared: ReadonlyMap<string, unknown>,
): Broken[] {
  return settings.flatMap((setting) =>
    listed(config[setting])
      .filter((topicName) => !declared.has(topicName))
      .map((topicName): Broken => {
        const sentence =
          `config: ${setting} names the topic ${formatValue(topicName)}, which is not declared; declare it as a KafkaTopic, ` +
          `or refer to one made elsewhere with KafkaTopic.fromTopicName.`;
        return [DECLARED_TOPICS, sentence];
      }),
  );
}

function matchingNone(config: ConnectorConfig, declared: ReadonlyMap<string, unknown>): Broken[] {
  const given = config['topics.regex'];
  const pattern = listed(given).length > 0 ? wholeTopic(String(given)) : undefined;
  if (!pattern || [...declared.keys()].some((topicName) => pattern.test(topicName))) return [];
  const sentence =
    `config: topics.regex must match a topic that is declared, got ${formatValue(given)}, which matches none; correct it, declare one ` +
    `as a KafkaTopic, or refer to one made elsewhere with KafkaTopic.fromTopicName.`;
  return [[DECLARED_TOPICS, sentence]];
}

const CREATION =
  'let Connect make them: config with topic.creation.default.partitions and topic.creation.default.replication.factor';

function ofSource(
  { connectorClass, writes }: ConnectorFacts,
  config: ConnectorConfig,
  declared: ReadonlyMap<string, IKafkaTopic>,
): Broken[] {
  const { topics, complete, derived } = targetsOf(connectorClass, config);
  const names = [...new Set(topics)];
  const missing = createsTopics(config) ? [] : names.filter((name) => !declared.has(name));
  if (!derived) {
    const setting = 'topic' in config ? 'topic' : 'kafka.topic';
    return [
      ...undeclared({ [setting]: missing.join(',') }, [setting], declared),
      ...tooSmall(names, writes, config, declared),
    ];
  }
  const further = FURTHER_TOPICS.flatMap((setting) => listed(config[setting]));
  const others = writes
    .map(({ topicName }) => topicName)
    .filter((name) => ![...names, ...further].includes(name));
  if (missing.length > 0) {
    const sentence =
      `its records go to ${missing.map(formatValue).join(', ')}, as its config makes the names, and ${missing.length > 1 ? 'these are' : 'this is'} not declared; ` +
      `declare each as a KafkaTopic and name it in writes, or ${CREATION}.`;
    return [[DECLARED_TOPICS, sentence]];
  }
  if (complete && others.length > 0) {
    const sentence =
      `writes must name the topics to which its records go, ${names.map(formatValue).join(', ')}, as its config makes the names; ` +
      `got ${others.map(formatValue).join(', ')}, correct one or the other.`;
    return [[KNOWN_TARGETS, sentence]];
  }
  if (!complete && writes.length === 0 && !createsTopics(config)) {
    const sentence =
      `it makes the names of its topics itself, and not all are known before the deploy; it does nothing while one is not there. ` +
      `Declare them as KafkaTopics and name them in writes, or ${CREATION}.`;
    return [[KNOWN_TARGETS, sentence]];
  }
  return tooSmall(names, writes, config, declared);
}

/** What a producer sends at most, unless told otherwise. */
const REQUEST_SIZE = Size.mebibytes(1);
const MAX_REQUEST = 'producer.override.max.request.size';

function tooSmall(
  names: readonly string[],
  writes: readonly IKafkaTopic[],
  config: ConnectorConfig,
  declared: ReadonlyMap<string, IKafkaTopic>,
): Broken[] {
  const written = new Set(writes.map(({ topicName }) => topicName));
  return names.flatMap((name): Broken[] => {
    const size = declared.get(name)?.maxMessageSize;
    if (!size || written.has(name) || MAX_REQUEST in config || size.toBytes() <= REQUEST_SIZE.toBytes())
      return [];
    const sentence =
      `the topic ${formatValue(name)} takes records of ${size.toString()}, but its producer sends none above ${REQUEST_SIZE.toString()}; ` +
      `name the topic in writes, or set config: ${MAX_REQUEST}.`;
    return [[RECORD_SIZE, sentence]];
  });
}

/** The producer's settings, where a topic takes larger records than a producer sends by itself. */
export function producerSettings({
  writes,
  config,
  secrets,
}: Pick<ConnectorFacts, 'writes' | 'config' | 'secrets'>): Record<string, number> {
  const sizes = writes.flatMap(({ maxMessageSize }) => maxMessageSize?.toBytes() ?? []);
  const largest = Math.max(0, ...sizes);
  const BUFFER = 'producer.override.buffer.memory';
  return Object.fromEntries(
    Object.entries({
      ...(largest > REQUEST_SIZE.toBytes() && { [MAX_REQUEST]: largest }),
      ...(largest > Size.mebibytes(32).toBytes() && { [BUFFER]: largest }),
    }).filter(([name]) => !(name in config || name in secrets)),
  );
}
