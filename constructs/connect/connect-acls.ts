import { inGroup, inTransactions, onTopic, type AclRule } from '../kafka/acl-rule';
import { valueOf } from '../core/setting-rules';
import type { ConnectorFacts } from './connector-props';
import { listed, targetsOf, wholeTopic } from './connector-targets';
import { createsTopics, DEAD_LETTERS, isMirror, isSink, type ConnectorConfig } from './connector-topics';
import type { ConnectFacts } from './kafka-connect-props';

/** How a topic is kept to, whose settings a worker looks at first: it works with none that Kafka would empty. */
const keptIn = (topicName: string): AclRule[] =>
  (['Read', 'Write', 'DescribeConfigs'] as const).map((each) => onTopic(topicName, each));

/**
 * What workers do beside their connectors' work. Their topics are there before they are, so they make none.
 * @see https://kafka.apache.org/documentation/#connect_acls
 */
export function aclsOfWorkers({
  topics,
  groupId,
  exactlyOnceSource,
  settings,
}: ConnectFacts): readonly AclRule[] {
  const { configs, offsets, statuses } = topics;
  const support = valueOf('worker', settings, 'exactly.once.source.support') ?? '';
  const isTransactional = exactlyOnceSource || /^(preparing|enabled)$/i.test(support);
  return [
    ...[configs, offsets, statuses].flatMap(({ topicName }) => keptIn(topicName)),
    inGroup(groupId),
    ...(isTransactional ? [inTransactions(`connect-cluster-${groupId}`)] : []),
  ];
}

/**
 * What Connect does for a connector with its own clients. What a connector does with further ones, such as Debezium's with its
 * history, it must be told a login for, and is no part of this.
 * @param declared the names of all topics of the program
 */
export function aclsOfConnector(
  { connect, connectorClass, connectorName, reads, writes }: ConnectorFacts,
  config: ConnectorConfig,
  consumerGroup: string | undefined,
  declared: () => readonly string[],
): readonly AclRule[] {
  if (isMirror(connectorClass)) return [];
  const named = (topics: ConnectorFacts['reads']): string[] => topics.map(({ topicName }) => topicName);
  if (isSink(connectorClass, config)) {
    const pattern = 'topics.regex' in config ? wholeTopic(String(config['topics.regex'])) : undefined;
    const matched = pattern ? declared().filter((name) => pattern.test(name)) : [];
    return [
      ...[...named(reads), ...listed(config.topics), ...matched].map((name) => onTopic(name, 'Read')),
      ...(consumerGroup === undefined ? [] : [inGroup(consumerGroup)]),
      ...listed(config[DEAD_LETTERS]).map((name) => onTopic(name, 'Write')),
    ];
  }
  const targets = [...named(writes), ...targetsOf(connectorClass, config).topics];
  const ownOffsets = listed(config['offsets.storage.topic']);
  return [
    ...targets.map((name) => onTopic(name, 'Write')),
    ...(createsTopics(config) ? targets.map((name) => onTopic(name, 'Create')) : []),
    ...ownOffsets.flatMap(keptIn),
    ...(connect.exactlyOnceSource
      ? [inTransactions(`${connect.groupId}-${connectorName}-`, 'Prefixed')]
      : []),
  ];
}
