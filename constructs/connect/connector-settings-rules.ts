import { Token } from 'cdktf';
import { formatValue } from '../core/format-value';
import type { Rule } from '../core/validation';
import type { ConnectorFacts } from './connector-props';
import { listed, wholeTopic } from './connector-targets';
import { isMirror, isSink } from './connector-topics';
import { valueProblems } from './connector-value-rules';
import { isFound, KAFKA_PREDICATES, KAFKA_TRANSFORMS, NEEDED_SETTINGS, simpleName } from './kafka-plugins';

type Config = ConnectorFacts['config'];
const CONNECT = 'org.apache.kafka.connect.runtime';
const SINK = `${CONNECT}.SinkConnectorConfig`;
const DEAD_LETTERS = 'errors.deadletterqueue.topic.name';

/** A rule of which every way to break it is a sentence that begins with the setting's name. */
function settingsRule(
  requires: string,
  source: string,
  problems: (facts: ConnectorFacts) => readonly string[],
): Rule<ConnectorFacts> {
  return {
    requires,
    source,
    fails: (facts) => problems(facts).length > 0,
    message: (facts) => `config: ${problems(facts).join('; ')}.`,
  };
}

const known = (config: Config, name: string): boolean => name in config && !Token.isUnresolved(config[name]);

const values = (facts: ConnectorFacts, name: RegExp, allowed: string, accepts: RegExp): string[] =>
  Object.entries(facts.config)
    .filter(([each, value]) => name.test(each) && !Token.isUnresolved(value) && !accepts.test(String(value)))
    .map(([each, value]) => `${each} must be ${allowed}, got ${formatValue(value)}`);

const SWITCH =
  /^(errors\.log\.(enable|include\.messages)|errors\.deadletterqueue\.context\.headers\.enable|transforms\.[^.]+\.negate|(key|value|header)\.converter\.schemas\.enable)$/;
const CREATION = 'topic.creation.';

function wrongValues(facts: ConnectorFacts): string[] {
  return [
    ...values(facts, /^errors\.tolerance$/, 'none or all', /^(none|all)$/),
    ...values(facts, SWITCH, 'true or false', /^(true|false)$/i),
    ...values(facts, /^errors\.retry\.timeout$/, 'a whole number of milliseconds, -1 or more', /^(-1|\d+)$/),
    ...values(facts, /^errors\.retry\.delay\.max\.ms$/, 'a whole number of milliseconds, 0 or more', /^\d+$/),
    ...values(facts, /^config\.action\.reload$/, 'none or restart', /^(none|restart)$/i),
    ...values(facts, /^exactly\.once\.support$/, 'requested or required', /^(requested|required)$/i),
    ...values(
      facts,
      /^transaction\.boundary$/,
      'poll, interval or connector',
      /^(poll|interval|connector)$/i,
    ),
    ...values(
      facts,
      /^(topic\.creation\.[^.]+|errors\.deadletterqueue\.topic)\.(partitions|replication\.factor)$/,
      "a whole number, 1 or more, or -1 for the brokers' default",
      /^(-1|0*[1-9]\d*)$/,
    ),
  ];
}

const OF_MADE = /^(topic\.creation|errors\.deadletterqueue)\..*replication\.factor$/;
/** Of the topics that a mirror makes in its target, to which its workers write. */
const OF_MIRRORED = /^((checkpoints|heartbeats)\.topic\.)?replication\.factor$/;

/** More copies than there are brokers. */
function tooManyCopies({ connectorClass, config, connect }: ConnectorFacts): string[] {
  const { brokerCount } = connect.cluster;
  if (brokerCount === undefined) return [];
  const copies = isMirror(connectorClass) ? OF_MIRRORED : OF_MADE;
  return Object.entries(config)
    .filter(([name, value]) => copies.test(name) && Number(value) > brokerCount)
    .map(
      ([name, value]) =>
        `${name} must be at most ${brokerCount}, the number of brokers, got ${formatValue(value)}`,
    );
}

/** What is wrong with a list of names, and with the settings of each. */
function parts(config: Config, list: 'transforms' | 'predicates', classes: readonly string[]): string[] {
  if (list in config && !known(config, list)) return [];
  const names = listed(config[list]);
  const of = new RegExp(`^${list}\\.([^.]+)\\.`);
  const set = new Set(Object.keys(config).flatMap((name) => of.exec(name)?.[1] ?? []));
  return [
    ...names
      .filter((name, index) => names.indexOf(name) < index)
      .map((name) => `${list} must name ${formatValue(name)} once`),
    ...[...set]
      .filter((name) => !names.includes(name))
      .map(
        (name) => `${list} must name ${formatValue(name)}, or nothing heeds its settings ${list}.${name}.…`,
      ),
    ...[...new Set(names)].flatMap((name) => ofPart(config, `${list}.${name}`, classes)),
  ];
}

function ofPart(config: Config, part: string, classes: readonly string[]): string[] {
  const type = config[`${part}.type`];
  if (type === undefined) return [`${part}.type must be a class, got none`];
  if (Token.isUnresolved(type)) return [];
  const text = String(type);
  const kafkas = text.startsWith('org.apache.kafka.connect.') || isFound(text, classes);
  if (!kafkas) return text.trim() === '' ? [`${part}.type must be a class, got ${formatValue(text)}`] : [];
  if (!isFound(text, classes))
    return [`${part}.type must be ${likely(text, classes)}, got ${formatValue(text)}`];
  return (NEEDED_SETTINGS[simpleName(text)] ?? [])
    .filter((name) => !(`${part}.${name}` in config))
    .map((name) => `${part}.${name} must be set for ${formatValue(text)}`);
}

/** The two of a field where a class lacks its part, else all. */
function likely(type: string, classes: readonly string[]): string {
  const twins = classes.filter((each) => each.startsWith(`${type.replace(/\$.*$/, '')}$`));
  return twins.length > 0 ? twins.join(' or ') : `one of ${classes.join(', ')}`;
}

/** A transform that waits for a predicate which is not there. */
function withoutPredicate({ config }: ConnectorFacts): string[] {
  const predicates = listed(config.predicates);
  return listed(config.transforms)
    .map((name) => `transforms.${name}.predicate`)
    .filter((name) => known(config, name) && !predicates.includes(String(config[name])))
    .map(
      (name) =>
        `${name} must be one of predicates (${predicates.join(', ') || 'there are none'}), got ${formatValue(config[name])}`,
    );
}

function creation({ config }: ConnectorFacts): string[] {
  const names = Object.keys(config).filter(
    (name) => name.startsWith(CREATION) && name !== `${CREATION}enable`,
  );
  if (names.length === 0) return [];
  const groups = ['default', ...listed(config[`${CREATION}groups`])];
  const needed = [
    `${CREATION}default.partitions`,
    `${CREATION}default.replication.factor`,
    ...groups.slice(1).map((group) => `${CREATION}${group}.include`),
  ];
  return [
    ...needed
      .filter((name) => !(name in config))
      .map((name) => `${name} must be set, or Connect makes no topic`),
    ...names
      .filter(
        (name) =>
          name !== `${CREATION}groups` && !groups.includes(name.slice(CREATION.length).split('.')[0] ?? ''),
      )
      .map((name) => `${name} must be of a group that ${CREATION}groups names (${groups.join(', ')})`),
  ];
}

function deadLetters({ connectorClass, reads, config }: ConnectorFacts): string[] {
  if (isMirror(connectorClass) || !known(config, DEAD_LETTERS)) return [];
  const letters = String(config[DEAD_LETTERS]);
  if (
    reads.length === 0 &&
    !isSink(connectorClass, config) &&
    /Source(Connector)?$/.test(simpleName(connectorClass))
  )
    return [`${DEAD_LETTERS} is for sinks alone, leave it out`];
  const own = [...reads.map(({ topicName }) => topicName), ...listed(config.topics)];
  const pattern = known(config, 'topics.regex') ? wholeTopic(String(config['topics.regex'])) : undefined;
  return own.includes(letters) || pattern?.test(letters)
    ? [`${DEAD_LETTERS} must be another topic than those that it reads, got ${formatValue(letters)}`]
    : [];
}

function withoutTopics({ connectorClass, reads, config, secrets }: ConnectorFacts): boolean {
  const named = ['topics', 'topics.regex'].filter((name) => name in config);
  const empty = (name: string): boolean => known(config, name) && listed(config[name]).length === 0;
  if (named.length > 0) return !isMirror(connectorClass) && named.every(empty);
  const isNamedSink =
    !Token.isUnresolved(connectorClass) && /Sink(Connector)?$/.test(simpleName(connectorClass));
  return isNamedSink && reads.length === 0 && !('topics' in secrets || 'topics.regex' in secrets);
}

/** What each worker has for all connectors: a connector's own is not heeded. */
const OF_WORKERS =
  /^((config|offset|status)\.storage\.(topic|partitions|replication\.factor)|offset\.flush\.(interval|timeout)\.ms|plugin\.(path|discovery)|rest\.advertised\..+|connector\.client\.config\.override\.policy|exactly\.once\.source\.support)$/;

const ofWorkers = ({ config }: ConnectorFacts): string[] =>
  Object.keys(config)
    .filter((name) => OF_WORKERS.test(name))
    .map(
      (name) =>
        `${name} must be left to settings of KafkaConnect, because workers have it for all connectors`,
    );

export const CONNECTOR_SETTINGS_RULES: readonly Rule<ConnectorFacts>[] = [
  {
    requires: 'A sink reads topics.',
    fails: withoutTopics,
    message: ({ connectorClass }) =>
      `reads must name topics, because ${formatValue(connectorClass)} is to be a sink; got none.`,
    source: `${SINK}#validate`,
  },
  {
    requires: "Kafka's own file source writes a topic.",
    fails: ({ connectorClass, writes, config }) =>
      /^FileStreamSource(Connector)?$/.test(simpleName(connectorClass)) &&
      writes.length !== 1 &&
      !('topic' in config),
    message: ({ writes }) => `writes must name the one topic of the file's lines; got ${writes.length}.`,
    source: 'org.apache.kafka.connect.file.FileStreamSourceConnector',
  },
  settingsRule(
    'Settings of every connector have a value that Connect takes.',
    `${CONNECT}.ConnectorConfig`,
    wrongValues,
  ),
  settingsRule(
    "Settings of its clients, its converters, Kafka's own transforms and the topics that Connect makes are known and have a value that these take.",
    `${CONNECT}.ConnectorConfig; policy`,
    valueProblems,
  ),
  settingsRule(
    "transforms names each transform that is set, each with a class, and Kafka's own with what they need.",
    `${CONNECT}.ConnectorConfig#enrich`,
    ({ config }) => parts(config, 'transforms', KAFKA_TRANSFORMS),
  ),
  settingsRule(
    "predicates names each predicate that is set, each with a class, and Kafka's own with what they need.",
    `${CONNECT}.ConnectorConfig#enrich`,
    ({ config }) => parts(config, 'predicates', KAFKA_PREDICATES),
  ),
  settingsRule(
    "A transform's predicate is one of predicates.",
    `${CONNECT}.ConnectorConfig#enrich`,
    withoutPredicate,
  ),
  settingsRule(
    'Settings of the workers are not set for one connector.',
    `${CONNECT}.distributed.DistributedConfig`,
    ofWorkers,
  ),
  settingsRule('topic.creation is complete.', `${CONNECT}.SourceConnectorConfig`, creation),
  settingsRule(
    'Topics that Connect creates have at most as many replicas as there are brokers.',
    CONNECT,
    tooManyCopies,
  ),
  settingsRule(
    'Dead letters are of sinks, and go to another topic than those they read.',
    `${SINK}#validate`,
    deadLetters,
  ),
];
