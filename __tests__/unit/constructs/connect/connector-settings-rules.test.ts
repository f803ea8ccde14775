import { Testing } from 'cdktf';
import { Connector } from '../../../../constructs/connect/connector';
import type { ConnectorOptions } from '../../../../constructs/connect/connector-props';
import { KafkaTopic } from '../../../../constructs/kafka/kafka-topic';
import { newConnect, newKafka } from '../../../support/connect';
import { accepted, newStack } from '../../../support/synth';

const SMT = 'org.apache.kafka.connect.transforms.';
const SINK = 'org.example.Sink';

const app = Testing.app();
const { connect } = newConnect({ pluginPath: ['/opt/plugins'] }, newKafka(app));
let stacks = 0;

function said(
  config: ConnectorOptions['config'],
  isSink = false,
  connectorClass = isSink ? SINK : 'org.example.Source',
): string {
  const stack = newStack(`mine-${stacks++}`, app);
  const name = `people-${stacks}`;
  const people = new KafkaTopic(stack, name, { cluster: connect.cluster });
  const topics = isSink ? { reads: [people] } : { writes: [people] };
  const connector = new Connector(stack, 'c', {
    connectorName: name,
    connect,
    connectorClass,
    config,
    ...topics,
  });
  const problems = connector.node.metadata.filter(({ type }) => type === 'cdktf-streaming/problem');
  return problems.map(({ data }) => (data as { reason: string }).reason).join('\n');
}

test.each<[string, string | number | boolean]>([
  ['errors.tolerance', 'all'],
  ['errors.log.enable', true],
  ['errors.retry.timeout', -1],
  ['errors.retry.delay.max.ms', 0],
  ['exactly.once.support', 'requested'],
  ['transaction.boundary', 'poll'],
  ['config.action.reload', 'none'],
])('takes %s %p', (name, value) => {
  expect(said({ [name]: value })).toBe('');
});

test.each<[string, string | number | boolean, string]>([
  ['errors.tolerance', 'some', 'none or all'],
  ['errors.log.enable', 'yes', 'true or false'],
  ['errors.retry.timeout', -2, '-1 or more'],
  ['errors.retry.delay.max.ms', '1s', '0 or more'],
  ['exactly.once.support', 'always', 'requested or required'],
  ['transaction.boundary', 'batch', 'poll, interval or connector'],
  ['config.action.reload', 'stop', 'none or restart'],
  ['value.converter.schemas.enable', 'yes', 'true or false'],
  ['offset.storage.topic', 'mine', 'left to settings of KafkaConnect'],
])('refuses %s %p', (name, value, allowed) => {
  expect(said({ [name]: value })).toContain(
    `config: ${name} must be ${allowed === 'none or all' ? allowed : ''}`,
  );
  expect(said({ [name]: value })).toContain(allowed);
});

const cast = { 'transforms.a.type': `${SMT}Cast$Value`, 'transforms.a.spec': 'int32' };

test.each<[string, NonNullable<ConnectorOptions['config']>]>([
  ['with what it needs', { transforms: 'a', ...cast }],
  ['by its short name', { transforms: 'a', 'transforms.a.type': 'DropHeaders', 'transforms.a.headers': 'h' }],
  ['of somebody else', { transforms: 'a', 'transforms.a.type': 'org.example.Any' }],
  [
    'with a predicate',
    {
      transforms: 'a',
      'transforms.a.type': `${SMT}Filter`,
      'transforms.a.predicate': 'p',
      predicates: 'p',
      'predicates.p.type': `${SMT}predicates.RecordIsTombstone`,
    },
  ],
])('takes a transform %s', (_, config) => {
  expect(said(config)).toBe('');
});

test.each<[string, NonNullable<ConnectorOptions['config']>, string]>([
  ['without a class', { transforms: 'a' }, 'transforms.a.type must be a class, got none'],
  ['that is not named', cast, "transforms must name 'a', or nothing heeds its settings transforms.a.…"],
  ['twice', { transforms: 'a,a', ...cast }, "transforms must name 'a' once"],
  [
    'without its part',
    { transforms: 'a', ...cast, 'transforms.a.type': `${SMT}Cast` },
    `transforms.a.type must be ${SMT}Cast$Key or ${SMT}Cast$Value, got '${SMT}Cast'`,
  ],
  [
    'misspelt',
    { transforms: 'a', 'transforms.a.type': `${SMT}RegexRuoter` },
    `transforms.a.type must be one of ${SMT}Cast$Key`,
  ],
  [
    'without what it needs',
    { transforms: 'a', 'transforms.a.type': `${SMT}RegexRouter`, 'transforms.a.regex': '.*' },
    `transforms.a.replacement must be set for '${SMT}RegexRouter'`,
  ],
  [
    'that drops everything',
    { transforms: 'a', 'transforms.a.type': `${SMT}Filter` },
    `transforms.a.predicate must be set for '${SMT}Filter'`,
  ],
  [
    'with a predicate that is not there',
    { transforms: 'a', ...cast, 'transforms.a.predicate': 'p' },
    "transforms.a.predicate must be one of predicates (there are none), got 'p'",
  ],
  [
    'with a negation that is none',
    { transforms: 'a', ...cast, 'transforms.a.negate': 'no' },
    "transforms.a.negate must be true or false, got 'no'",
  ],
])('refuses a transform %s', (_, config, sentence) => {
  expect(said(config)).toContain(sentence);
});

test('refuses a predicate without what it needs', () => {
  const config = { predicates: 'p', 'predicates.p.type': `${SMT}predicates.TopicNameMatches` };
  expect(said(config)).toContain('predicates.p.pattern must be set');
});

const smt = (type: string, settings: Record<string, string>): Record<string, string> => ({
  transforms: 'a',
  'transforms.a.type': SMT + type,
  ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [`transforms.a.${name}`, value])),
});
const mirror = {
  'source.cluster.alias': 'a',
  'source.cluster.bootstrap.servers': 'other:9092',
  'target.cluster.bootstrap.servers': 'kafka1:19092',
};

test.each<[NonNullable<ConnectorOptions['config']>]>([
  [{ 'producer.override.acks': 'all', 'consumer.override.an.interceptors.own': 1 }],
  [{ 'producer.override.sasl.jaas.config': '${file:/run/secrets/x:y}' }],
  [
    {
      'value.converter': 'org.apache.kafka.connect.json.JsonConverter',
      'value.converter.schemas.enable': false,
    },
  ],
  [{ 'value.converter': 'org.example.AnyConverter', 'value.converter.anything': 'x' }],
  [smt('Cast$Value', { spec: 'a:int8, b:string' })],
  [smt('HeaderFrom$Key', { fields: 'a,b', headers: 'c,d', operation: 'move' })],
  [smt('TimestampConverter$Value', { 'target.type': 'unix', 'unix.precision': 'seconds' })],
  [smt('ReplaceField$Value', { blacklist: 'a', renames: 'b:c' })],
  [smt('InsertField$Value', { 'static.field': 'a', 'static.value': 'b' })],
  [smt('RegexRouter', { regex: '(?i)a++(.*)', replacement: '$1' })],
])('takes %p', (config) => {
  expect(said(config).replace(/config refers to .*|config: producer.override.sasl.*/g, '')).not.toContain(
    'config: ',
  );
});

test.each<[NonNullable<ConnectorOptions['config']>, string]>([
  [{ 'producer.override.acks': 2 }, 'producer.override.acks must be one of all, -1, 0, 1'],
  [
    { 'producer.override.value.serializer': 'org.apache.kafka.common.serialization.StringSerializer' },
    'producer.override.value.serializer must be one of org.apache.kafka.common.serialization.ByteArraySerializer',
  ],
  [
    { 'consumer.override.enable.auto.commit': true },
    'consumer.override.enable.auto.commit must be one of false',
  ],
  [{ 'producer.override.linger.mss': 2 }, "not a setting of a producer; did you mean 'linger.ms'?"],
  [
    { 'producer.linger.ms': 2 },
    'producer.linger.ms must be producer.override.linger.ms, or nothing heeds it',
  ],
  [
    { 'consumer.override.heartbeat.interval.ms': 9, 'consumer.override.session.timeout.ms': 9 },
    'consumer.override.heartbeat.interval.ms (9) must be less than consumer.override.session.timeout.ms (9)',
  ],
  [
    { 'producer.override.enable.idempotence': true, 'producer.override.acks': 1 },
    'producer.override.acks must be all where producer.override.enable.idempotence is true',
  ],
  [{ 'exactly.once.support': 'required' }, 'must not be required of workers without it'],
  [{ 'tasks.max.enforce': 'no' }, 'tasks.max.enforce must be true or false'],
  [
    { 'topic.creation.default.retention.ms': 'a week' },
    'topic.creation.default.retention.ms must be a whole number',
  ],
  [
    { 'topic.creation.default.cleanup.polici': 'x' },
    "not a setting of a topic; did you mean 'cleanup.policy'?",
  ],
  [
    { 'value.converter.schemas.enable': false },
    'value.converter must be set beside value.converter.schemas.enable',
  ],
  [
    { 'value.converter': 'JsonConverter', 'value.converter.schema.enable': false },
    'value.converter.schema.enable is not a setting of JsonConverter',
  ],
  [smt('Cast$Value', { spec: 'a:integer' }), 'transforms.a.spec must be field:type or type'],
  [smt('HeaderFrom$Key', { fields: 'a,b', headers: 'c', operation: 'move' }), 'a header for each field'],
  [
    smt('TimestampConverter$Value', { 'target.type': 'text' }),
    'transforms.a.target.type must be one of string',
  ],
  [smt('TimestampConverter$Value', { 'target.type': 'string' }), 'transforms.a.format must be set'],
  [
    smt('ReplaceField$Value', { whitlist: 'a' }),
    'transforms.a.whitlist is not a setting of ReplaceField, which has',
  ],
  [smt('InsertField$Value', { 'static.field': 'a' }), 'transforms.a.static.value must be set'],
  [smt('InsertField$Value', {}), 'transforms.a must name a field to insert'],
  [
    smt('RegexRouter', { regex: '(', replacement: 'x' }),
    "transforms.a.regex must be a regular expression, got '('",
  ],
  [{ 'schema.history.internal.kafka.bootstrap.servers': 'localhost:9092' }, 'which is their own container'],
])('refuses %p', (config, sentence) => {
  expect(said(config)).toContain(sentence);
});

test('a mirror knows both clusters, and a file source counts its lines', () => {
  const of = (connectorClass: string, config: ConnectorOptions['config']): string =>
    said(config, false, connectorClass);
  const MIRROR = 'org.apache.kafka.connect.mirror.MirrorSourceConnector';
  expect(of(MIRROR, mirror)).not.toContain('config');
  expect(of(MIRROR, { ...mirror, 'consumer.max.poll.records': 1 })).not.toContain('config');
  expect(of(MIRROR, {})).toContain('source.cluster.alias must be set for MirrorSourceConnector');
  expect(of('FileStreamSource', { 'batch.size': 'many' })).toContain('batch.size must be a whole number');
});

describe('topics that Connect makes', () => {
  const whole = { 'topic.creation.default.partitions': 1, 'topic.creation.default.replication.factor': -1 };
  const group = {
    'topic.creation.groups': 'g',
    'topic.creation.g.include': '.*',
    'topic.creation.g.partitions': 2,
  };

  test('have partitions and copies', () => {
    expect(said({ ...whole, ...group })).toBe('');
    expect(said({ 'topic.creation.default.partitions': 1 })).toContain(
      'topic.creation.default.replication.factor must be set, or Connect makes no topic',
    );
  });

  test.each<[string, number | string, string]>([
    ['topic.creation.default.partitions', 0, '1 or more, or -1'],
    ['topic.creation.default.replication.factor', 4, 'at most 3, the number of brokers'],
    ['topic.creation.x.partitions', 1, 'must be of a group that topic.creation.groups names (default)'],
    ['topic.creation.groups', 'g', 'topic.creation.g.include must be set'],
  ])('are refused with %s %p', (name, value, sentence) => {
    expect(said({ ...whole, [name]: value })).toContain(sentence);
  });
});

describe('dead letters', () => {
  const letters = (topic: string): Record<string, string> => ({ 'errors.deadletterqueue.topic.name': topic });

  test('are of sinks alone', () => {
    expect(said(letters('letters'), true)).toBe('');
    expect(said(letters('letters'))).toContain(
      'errors.deadletterqueue.topic.name is for sinks alone, leave it out',
    );
  });

  test('do not go where they come from', () => {
    expect(said(letters(`people-${stacks + 1}`), true)).toContain(
      'must be another topic than those that it reads',
    );
  });

  test('have at most as many copies as there are brokers', () => {
    const copies = { 'errors.deadletterqueue.topic.replication.factor': 4 };
    expect(said({ ...letters('letters'), ...copies }, true)).toContain('at most 3, the number of brokers');
  });
});

test('is part of what a synth refuses', () => {
  said({ 'errors.tolerance': 'some' });
  expect(() => accepted(connect)).toThrow('errors.tolerance must be none or all');
});
