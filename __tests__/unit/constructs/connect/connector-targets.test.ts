import { targetsOf } from '../../../../constructs/connect/connector-targets';

type Config = Readonly<Record<string, string | number | boolean>>;

const topics = (className: string, config: Config): readonly string[] => targetsOf(className, config).topics;
const complete = (className: string, config: Config): boolean => targetsOf(className, config).complete;

const MYSQL = 'io.debezium.connector.mysql.MySqlConnector';
const POSTGRES = 'io.debezium.connector.postgresql.PostgresConnector';
const JDBC = 'io.confluent.connect.jdbc.JdbcSourceConnector';

test.each<[string, string, Config, string[]]>([
  ['the file source', 'FileStreamSource', { topic: 'lines' }, ['lines']],
  ['a source of kafka.topic', 'org.example.Source', { 'kafka.topic': 'lines' }, ['lines']],
  [
    'JDBC by tables',
    JDBC,
    { 'topic.prefix': 'db-', 'table.whitelist': 'orders, "s"."bills"' },
    ['db-orders', 'db-bills'],
  ],
  ['JDBC by a query', JDBC, { 'topic.prefix': 'db-orders', query: 'select 1' }, ['db-orders']],
  [
    'MongoDB',
    'com.mongodb.kafka.connect.MongoSourceConnector',
    { 'topic.prefix': 'm', database: 'shop', collection: 'orders' },
    ['m.shop.orders'],
  ],
  [
    'Debezium of PostgreSQL',
    POSTGRES,
    { 'topic.prefix': 'pg', 'table.include.list': 'public.orders,public\\.bills' },
    ['pg.public.orders', 'pg.public.bills'],
  ],
  [
    'Debezium of MySQL, with changes of tables',
    MYSQL,
    { 'topic.prefix': 'shop', 'table.include.list': 'shop.orders' },
    ['shop.shop.orders', 'shop'],
  ],
  [
    'Debezium of MySQL, without changes of tables',
    MYSQL,
    { 'topic.prefix': 'shop', 'table.include.list': 'shop.orders', 'include.schema.changes': false },
    ['shop.shop.orders'],
  ],
  [
    'Debezium of SQL Server, of each database',
    'io.debezium.connector.sqlserver.SqlServerConnector',
    {
      'topic.prefix': 'ms',
      'database.names': 'a,b',
      'table.include.list': 'dbo.t',
      'include.schema.changes': 'false',
    },
    ['ms.a.dbo.t', 'ms.b.dbo.t'],
  ],
  [
    'Debezium with heartbeats and transactions',
    POSTGRES,
    {
      'topic.prefix': 'pg',
      'table.include.list': 'public.t',
      'heartbeat.interval.ms': 1000,
      'provide.transaction.metadata': true,
    },
    ['pg.public.t', '__debezium-heartbeat.pg', 'pg.transaction'],
  ],
])('knows the topics of %s', (_, className, config, expected) => {
  expect(targetsOf(className, config)).toMatchObject({ topics: expected, complete: true });
});

test.each<[string, string, Config]>([
  ['JDBC of all tables', JDBC, { 'topic.prefix': 'db-' }],
  ['Debezium of all tables', POSTGRES, { 'topic.prefix': 'pg' }],
  ['Debezium of tables by a pattern', POSTGRES, { 'topic.prefix': 'pg', 'table.include.list': 'public.*' }],
  ['a source with a prefix that nobody knows', 'org.example.Source', { 'topic.prefix': 'x' }],
  ['a source that nobody knows', 'org.example.Source', {}],
])('does not know all topics of %s', (_, className, config) => {
  expect(complete(className, config)).toBe(false);
});

describe('through transforms', () => {
  const through = (settings: Config, topic = 'orders'): readonly string[] | undefined => {
    const targets = targetsOf('FileStreamSource', { topic, transforms: 't', ...settings });
    return targets.complete ? targets.topics : undefined;
  };
  const route = (regex: string, replacement: string, more: Config = {}): Config => ({
    'transforms.t.type': 'org.apache.kafka.connect.transforms.RegexRouter',
    'transforms.t.regex': regex,
    'transforms.t.replacement': replacement,
    ...more,
  });

  test.each<[string, string, string]>([
    ['(.*)', '$1-v2', 'orders-v2'],
    ['(or)(?<rest>.*)', '${rest}.$1', 'ders.or'],
    ['ord', 'x', 'orders'],
    ['orders', 'a\\$1', 'a$1'],
    ['o(x)?rders', 'a$1', 'a'],
  ])('a router from %s to %s makes it %s', (regex, replacement, expected) => {
    expect(through(route(regex, replacement))).toEqual([expected]);
  });

  test('one after another', () => {
    const second = {
      'transforms.u.type': 'RegexRouter',
      'transforms.u.regex': 'a-.*',
      'transforms.u.replacement': 'b',
    };
    expect(through({ ...route('(.*)', 'a-$1'), ...second, transforms: 't, u' })).toEqual(['b']);
  });

  test.each<[string, string | undefined, string[]]>([
    ['orders', undefined, ['x']],
    ['bills', undefined, ['orders']],
    ['bills', 'true', ['x']],
  ])('where the topic is %s, negated: %p', (pattern, negate, expected) => {
    const predicate = {
      'transforms.t.predicate': 'p',
      ...(negate !== undefined && { 'transforms.t.negate': negate }),
      'predicates.p.type': 'org.apache.kafka.connect.transforms.predicates.TopicNameMatches',
      'predicates.p.pattern': pattern,
    };
    expect(through(route('.*', 'x', predicate))).toEqual(expected);
  });

  test.each<[string, Config]>([
    ['a pattern of Java alone', route('(?i)ORDERS', 'x')],
    ['one that goes by time', { 'transforms.t.type': 'org.apache.kafka.connect.transforms.TimestampRouter' }],
    ['one of somebody else', { 'transforms.t.type': 'org.example.Route' }],
    [
      'a predicate that is not about topics',
      route('.*', 'x', { 'transforms.t.predicate': 'p', 'predicates.p.type': 'RecordIsTombstone' }),
    ],
  ])('nobody knows after %s', (_, settings) => {
    expect(through(settings)).toBeUndefined();
  });

  test('others leave it as it is', () => {
    expect(through({ 'transforms.t.type': 'org.apache.kafka.connect.transforms.InsertField$Value' })).toEqual(
      ['orders'],
    );
    expect(
      topics(POSTGRES, {
        'topic.prefix': 'pg',
        'table.include.list': 'public.t',
        transforms: 't',
        'transforms.t.type': 'io.debezium.transforms.ExtractNewRecordState',
      }),
    ).toEqual(['pg.public.t']);
  });
});
