import { TerraformVariable, Testing, type App, type TerraformStack } from 'cdktf';
import { ConnectPlugin } from '../../../../constructs/connect/connect-plugin';
import { Connector } from '../../../../constructs/connect/connector';
import type { ConnectorOptions } from '../../../../constructs/connect/connector-props';
import { Converter } from '../../../../constructs/connect/converter';
import type { KafkaConnect } from '../../../../constructs/connect/kafka-connect';
import type { KafkaConnectProps } from '../../../../constructs/connect/kafka-connect-props';
import { Size } from '../../../../constructs/core/size';
import { KafkaTopic } from '../../../../constructs/kafka/kafka-topic';
import type { KafkaTopicOptions } from '../../../../constructs/kafka/kafka-topic-options';
import { newConnect, newKafka } from '../../../support/connect';
import { accepted, newStack, resources } from '../../../support/synth';

const FILE_SOURCE = 'org.apache.kafka.connect.file.FileStreamSourceConnector';
const FILE_SINK = 'org.apache.kafka.connect.file.FileStreamSinkConnector';
const POSTGRES = 'io.debezium.connector.postgresql.PostgresConnector';
const MIRROR = 'org.apache.kafka.connect.mirror.MirrorSourceConnector';
const CREATION = { 'topic.creation.default.partitions': 1, 'topic.creation.default.replication.factor': 3 };

let app: App;
let connect: KafkaConnect;
let stack: TerraformStack;
const workers = (props: Partial<KafkaConnectProps> = {}, plugin = true): void => {
  app = Testing.app();
  ({ connect } = newConnect(props, newKafka(app)));
  if (plugin) connect.addPlugin(ConnectPlugin.folder(__dirname));
  stack = newStack('mine', app);
};
beforeEach(() => workers());

const topic = (name: string, options: KafkaTopicOptions = {}): KafkaTopic =>
  new KafkaTopic(stack, name, { cluster: connect.cluster, ...options });

/** What a synth says of a connector; nothing where it is taken. */
function said(connectorClass: string, options: Partial<ConnectorOptions> = {}): string {
  const connector = new Connector(stack, 'c', { connect, connectorClass, ...options });
  try {
    accepted(connector);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('a source whose topics have derived names', () => {
  const route = {
    transforms: 'route',
    'transforms.route.type': 'org.apache.kafka.connect.transforms.RegexRouter',
    'transforms.route.regex': '(.*)',
    'transforms.route.replacement': '$1-v2',
  };

  test('is refused while one of them is not declared', () => {
    topic('lines');
    expect(said(FILE_SOURCE, { config: { topic: 'lines', ...route } })).toContain(
      "its records go to 'lines-v2', as its config makes the names, and this is not declared; declare each as a KafkaTopic and name it in writes, or let Connect make them",
    );
  });

  test('is taken where they are declared, where that which it is made of is not', () => {
    const target = topic('lines-v2');
    expect(said(FILE_SOURCE, { writes: [target], config: { topic: 'lines', ...route } })).toBe('');
    expect(resources(stack, 'kafka-connect_connector')[0]).toMatchObject({ config: { topic: 'lines' } });
  });

  test('is taken where Connect makes them', () => {
    expect(said(FILE_SOURCE, { config: { topic: 'lines', ...route, ...CREATION } })).toBe('');
    workers();
    expect(said(POSTGRES, { config: { 'topic.prefix': 'pg', ...CREATION } })).toBe('');
  });

  test('is refused where writes names another', () => {
    topic('lines-v2');
    const writes = [topic('lines')];
    expect(said(FILE_SOURCE, { writes, config: route })).toContain(
      "writes must name the topics to which its records go, 'lines-v2', as its config makes the names; got 'lines', correct one or the other",
    );
  });

  test('is refused where nobody knows them and none is named', () => {
    expect(said(POSTGRES, { config: { 'topic.prefix': 'pg' } })).toContain(
      'it makes the names of its topics itself, and not all are known before the deploy',
    );
  });

  test('is taken where nobody knows them and writes names some', () => {
    const writes = [topic('pg.public.t')];
    expect(said(POSTGRES, { writes, config: { 'topic.prefix': 'pg' } })).toBe('');
  });

  test('may name the topic of its history in writes, too, which must be declared', () => {
    const config = {
      'topic.prefix': 'pg',
      'table.include.list': 'public.t',
      'schema.history.internal.kafka.topic': 'history',
    };
    const t = topic('pg.public.t');
    expect(said(POSTGRES, { writes: [t], config })).toContain(
      "config: schema.history.internal.kafka.topic names the topic 'history', which is not declared",
    );
    workers();
    expect(said(POSTGRES, { writes: [topic('pg.public.t'), topic('history')], config })).toBe('');
  });

  test('is left alone where Terraform alone knows them', () => {
    const prefix = new TerraformVariable(stack, 'prefix', { type: 'string' }).stringValue;
    expect(said(POSTGRES, { config: { 'topic.prefix': prefix } })).toBe('');
  });
});

test('a mirror names topics of another cluster, and makes its own', () => {
  const ends = {
    'source.cluster.alias': 'other',
    'source.cluster.bootstrap.servers': 'other:9092',
    'target.cluster.bootstrap.servers': 'kafka1:19092',
  };
  expect(said(MIRROR, { config: { topics: 'orders.*', ...ends } })).toBe('');
  expect((stack.node.findChild('c') as Connector).consumerGroup).toBeUndefined();
});

test.each([
  ['p.*', ''],
  ['x.*', "config: topics.regex must match a topic that is declared, got 'x.*', which matches none"],
])('a sink by the pattern %s', (pattern, expected) => {
  topic('people');
  expect(said(FILE_SINK, { config: { 'topics.regex': pattern } })).toContain(expected);
});

test('a sink without topics is refused', () => {
  expect(said(FILE_SINK)).toContain(
    `reads must name topics, because '${FILE_SINK}' is to be a sink; got none`,
  );
  workers();
  expect(said('any', { config: { topics: ' , ' } })).toContain("reads must name topics, because 'any'");
});

test('a file source without its topic is refused', () => {
  expect(said('FileStreamSource')).toContain("writes must name the one topic of the file's lines; got 0");
});

describe('large records', () => {
  const large = (mebibytes: number) => [topic('large', { maxMessageSize: Size.mebibytes(mebibytes) })];
  const config = (): unknown => resources(stack, 'kafka-connect_connector')[0]?.config;
  const SIZE = 'producer.override.max.request.size';

  test('may be sent to the topics that take them', () => {
    expect(said(FILE_SOURCE, { writes: large(5) })).toBe('');
    expect(config()).toMatchObject({ [SIZE]: '5242880' });
    expect(config()).not.toHaveProperty(['producer.override.buffer.memory']);
  });

  test('have room in the producer', () => {
    expect(said(FILE_SOURCE, { writes: large(33) })).toBe('');
    expect(config()).toMatchObject({ 'producer.override.buffer.memory': String(33 * 1024 ** 2) });
  });

  test('are not sent where no topic takes them, or it is told otherwise', () => {
    expect(said(FILE_SOURCE, { writes: large(1) })).toBe('');
    expect(config()).not.toHaveProperty([SIZE]);
    workers();
    expect(said(FILE_SOURCE, { writes: large(5), config: { [SIZE]: 2_000_000 } })).toBe('');
    expect(config()).toMatchObject({ [SIZE]: '2000000' });
  });

  test('are refused where the topic is named in config alone', () => {
    large(5);
    expect(said(FILE_SOURCE, { config: { topic: 'large' } })).toContain(
      "the topic 'large' takes records of 5 MiB, but its producer sends none above 1 MiB; name the topic in writes, or set config: producer.override.max.request.size",
    );
  });
});

describe('classes', () => {
  test.each([
    ['a misspelt one of Kafka', 'org.apache.kafka.connect.json.JsonConvertor', true],
    ['one that the image does not carry', 'io.confluent.connect.avro.AvroConvertor', false],
  ])('%s is no converter, of a connector and of workers', (_, name, plugin) => {
    workers({}, plugin);
    const writes = [topic('t')];
    expect(said('com.example.KnownConnector', { writes, valueConverter: Converter.of(name) })).toContain(
      `value.converter must be one that the workers of services/connect carry, org.apache.kafka.connect.json.JsonConverter`,
    );
    workers({ keyConverter: Converter.of(name) }, plugin);
    expect(() => accepted(connect)).toThrow(`key.converter must be one that the workers`);
  });

  test.each([
    'io.confluent.connect.avro.AvroConverter',
    'JsonConverter',
    'org.apache.kafka.connect.converters.LongConverter',
  ])('%s is a converter', (name) => {
    workers({ keyConverter: Converter.of(name) }, false);
    expect(
      said('com.example.KnownConnector', { writes: [topic('t')], config: { 'header.converter': name } }),
    ).toBe('');
  });

  test('any may be in a plugin', () => {
    expect(said('any', { valueConverter: Converter.of('org.example.AnyConverter') })).toBe('');
  });

  test.each([
    ['RegexRuoter', false, 'transforms.t.type must be one of'],
    ['RegexRuoter', true, ''],
    ['InsertHeader', false, 'transforms.t.header must be set'],
  ])('a transform named %s, with a plugin: %p', (type, plugin, expected) => {
    workers({}, plugin);
    const config = { transforms: 't', 'transforms.t.type': type };
    expect(said('com.example.KnownConnector', { writes: [topic('t')], config })).toContain(expected);
  });
});
