import { TerraformStack, Testing } from 'cdktf';
import type { IConstruct } from 'constructs';
import { KafkaConnect } from '../../../../constructs/connect/kafka-connect';
import type { ConnectorOptions } from '../../../../constructs/connect/connector-props';
import { Acl } from '../../../../constructs/kafka/acl';
import { aclsOf } from '../../../../constructs/kafka/acls-of';
import { KafkaCluster } from '../../../../constructs/kafka/kafka-cluster';
import { KafkaTopic } from '../../../../constructs/kafka/kafka-topic';
import { KafkaUser } from '../../../../constructs/kafka/kafka-user';
import { UserAuthentication } from '../../../../constructs/kafka/user-authentication';
import { SparkApplication } from '../../../../constructs/spark/spark-application';
import { addStacks, type Stacks } from '../../../../stacks';
import { readSettings } from '../../../../stacks/settings';
import { newConnect, newKafka } from '../../../support/connect';
import { FOLDERS } from '../../../support/program';
import { accepted } from '../../../support/synth';

/** In few words, as `kafka-acls` takes them; a beginning of names ends with a star. */
const acls = (construct: IConstruct): string[] =>
  aclsOf(construct).map(
    ({ operation, resourceType, name, patternType }) =>
      `${operation} ${resourceType} ${name}${patternType === 'Prefixed' ? '*' : ''}`,
  );

function platform(environment: Record<string, string> = {}): Stacks {
  const app = Testing.app();
  return addStacks(app, readSettings(environment, app.node, FOLDERS));
}

const EVERYTHING = [
  'Describe Cluster kafka-cluster',
  'DescribeConfigs Cluster kafka-cluster',
  'Read Topic *',
  'DescribeConfigs Topic *',
  'Describe Group *',
];

test.each<[string, (stacks: Stacks) => IConstruct, readonly string[]]>([
  [
    'Kafka Connect',
    ({ services }) => services.connect,
    [
      'Read Topic compose-connect-configs',
      'Write Topic compose-connect-configs',
      'DescribeConfigs Topic compose-connect-configs',
      'Read Topic compose-connect-offsets',
      'Write Topic compose-connect-offsets',
      'DescribeConfigs Topic compose-connect-offsets',
      'Read Topic compose-connect-status',
      'Write Topic compose-connect-status',
      'DescribeConfigs Topic compose-connect-status',
      'Read Group compose-connect-group',
    ],
  ],
  [
    'Schema Registry',
    ({ services }) => services.registry,
    [
      'Read Topic _schemas',
      'Write Topic _schemas',
      'DescribeConfigs Topic _schemas',
      'Read Group schema-registry',
    ],
  ],
  ['Kafka UI', ({ services }) => services.node.findChild('kafka-ui'), EVERYTHING],
  [
    'the application on Spark',
    ({ applications }) => applications.node.findChild('kafka-spark-app'),
    ['Read Topic user_events', 'Write Topic aggregated_data', 'Write Topic user_events_dead_letter'],
  ],
  [
    'the listener',
    ({ applications }) => applications.node.findChild('listener'),
    ['Read Group my-group', 'Read Topic aggregated_data', 'Write Topic aggregated_data_dead_letter'],
  ],
  ['the brokers, who are super users', ({ kafka }) => kafka, []],
  ['topics, which do nothing', ({ topics }) => topics, []],
  ['the Spark cluster, which does nothing by itself', ({ streaming }) => streaming, []],
])('of the standard platform, %s needs exactly this', (_, find, expected) => {
  expect(acls(find(platform()))).toEqual(expected);
});

test('an image whose program joins another group at each start needs all of these', () => {
  const groups = acls(platform({ PLATFORM_IMAGES: 'local' }).services.registry).slice(3);
  expect(groups).toEqual(['Read Group schema-registry-*']);
});

test('of the standard platform nothing else needs anything', () => {
  const { services, applications } = platform();
  const all = acls(services.node.root);
  expect(all.sort()).toEqual([...new Set([...acls(services), ...acls(applications)])].sort());
});

function withConnector(
  options: ConnectorOptions,
  props: object = {},
): { connect: KafkaConnect; needs: string[] } {
  const { connect } = newConnect(props);
  const before = acls(connect);
  const topics = new TerraformStack(connect.node.root, 'my-topics');
  for (const name of ['people', 'people-dead', 'pets', 'db.a'])
    new KafkaTopic(topics, name, { cluster: connect.cluster });
  const connector = connect.addConnector('copy', options);
  const needs = acls(connect).filter((each) => !before.includes(each));
  expect(acls(connector)).toEqual(needs);
  return { connect, needs };
}

const SINK = 'com.example.KnownConnector';
const named = (...names: string[]): KafkaTopic[] =>
  names.map(
    (name) => KafkaTopic.fromTopicName(new TerraformStack(Testing.app(), 't'), name, name) as KafkaTopic,
  );

test.each<[string, ConnectorOptions, readonly string[]]>([
  [
    'a sink',
    {
      connectorClass: SINK,
      reads: named('people'),
      config: { 'errors.deadletterqueue.topic.name': 'people-dead' },
    },
    ['Read Topic people', 'Read Group connect-copy', 'Write Topic people-dead'],
  ],
  [
    'a sink of a pattern, among topics that are declared',
    { connectorClass: SINK, config: { 'topics.regex': 'pe(ople|ts)', 'consumer.override.group.id': 'mine' } },
    ['Read Topic people', 'Read Topic pets', 'Read Group mine'],
  ],
  ['a source', { connectorClass: SINK, writes: named('people') }, ['Write Topic people']],
  [
    'a source that makes the names of its topics, and has Connect make them',
    {
      connectorClass: 'JdbcSource',
      config: {
        'topic.prefix': 'db.',
        'table.include.list': 'a',
        'topic.creation.default.partitions': 1,
        'topic.creation.default.replication.factor': 1,
        'offsets.storage.topic': 'own-offsets',
      },
    },
    [
      'Write Topic db.a',
      'Create Topic db.a',
      'Read Topic own-offsets',
      'Write Topic own-offsets',
      'DescribeConfigs Topic own-offsets',
    ],
  ],
  ['a mirror, whose topics are patterns of another cluster', { connectorClass: 'MirrorSource' }, []],
])('Connect needs more for %s', (_, options, expected) => {
  expect(withConnector(options).needs).toEqual(expected);
});

test('Connect writes in transactions where a source does so exactly once', () => {
  const options = { connectorClass: SINK, writes: named('people') };
  const { connect, needs } = withConnector(options, { exactlyOnceSource: true });
  expect(needs).toEqual(['Write Topic people', 'Write TransactionalId kafka-connect-copy-*']);
  expect(acls(connect)).toContain('Write TransactionalId connect-cluster-kafka-connect');
  const prepared = newConnect({ settings: { 'exactly.once.source.support': 'preparing' } });
  expect(acls(prepared.connect)).toContain('Write TransactionalId connect-cluster-kafka-connect');
});

test('Spark is in groups only where its driver asks as a consumer', () => {
  const { streaming, applications } = platform();
  const [application] = applications.node.findAll().filter((each) => each instanceof SparkApplication);
  const { code } = (application as unknown as { facts: { code: never } }).facts;
  const old = new SparkApplication(applications, 'old', {
    cluster: streaming.spark,
    code,
    settings: { 'spark.sql.streaming.kafka.useDeprecatedOffsetFetching': true },
  });
  expect(acls(old)).toEqual(['Read Group spark-kafka-source-*']);
});

test('a user is allowed all that a service needs', () => {
  const { connect } = newConnect({}, newKafka());
  const stack = new TerraformStack(connect.node.root, 'users');
  const cluster = KafkaCluster.fromBootstrapServers(stack, 'kafka', { bootstrapServers: ['broker:9092'] });
  const user = new KafkaUser(stack, 'connect', { cluster, authentication: UserAuthentication.mutualTls() });
  user.allow(...aclsOf(connect));
  expect(accepted(user).node.children.filter((each) => each instanceof Acl)).toHaveLength(10);
});
