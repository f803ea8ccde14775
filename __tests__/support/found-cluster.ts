import type { Description, FoundAcl } from '../../cli/from-cluster/description';

const acl = (principal: string, more: Partial<FoundAcl>): FoundAcl => ({
  principal,
  permission: 'Allow',
  operation: 'Read',
  resourceType: 'Topic',
  patternType: 'Literal',
  name: 'orders',
  host: '*',
  ...more,
});

/** A cluster that has one of each kind. */
export const FOUND: Description = {
  bootstrapServers: ['kafka1.example.com:9092', 'kafka2.example.com:9092'],
  topics: [
    {
      name: '__consumer_offsets',
      partitions: 50,
      replicationFactor: 3,
      config: { 'cleanup.policy': 'compact' },
    },
    { name: 'plain', partitions: 1, replicationFactor: 1, config: {} },
    {
      name: 'orders',
      partitions: 12,
      replicationFactor: 3,
      config: {
        'retention.ms': '604800000',
        'min.insync.replicas': '2',
        'confluent.value.schema.validation': 'true',
        'segment.bytes': '104857600',
        'max.message.bytes': '2097152',
      },
    },
    {
      name: 'last-orders',
      partitions: 6,
      replicationFactor: 3,
      config: { 'cleanup.policy': 'compact', 'retention.ms': '1000', 'min.cleanable.dirty.ratio': '0.1' },
    },
    { name: 'log', partitions: 1, replicationFactor: 1, config: { 'retention.ms': '-1' } },
    {
      name: 'audit',
      partitions: 1,
      replicationFactor: 1,
      // With one copy nobody could write: the library has no word for it.
      config: { 'retention.bytes': '-1', 'retention.ms': '-1', 'min.insync.replicas': '2' },
    },
  ],
  acls: [
    acl('User:billing', {}),
    acl('User:billing', { resourceType: 'Group', name: 'billing-', patternType: 'Prefixed' }),
    acl('User:billing', { resourceType: 'TransactionalId', operation: 'Write', name: "it's" }),
    acl('User:billing', { permission: 'Deny', name: 'bills', host: '10.0.0.7' }),
    acl('User:*', { operation: 'Describe' }),
    // Nobody may say this, but somebody did: who has it keeps all that it has.
    acl('User:odd', { name: 'a-*' }),
    acl('User:odd', {}),
  ],
  quotas: [
    {
      of: 'user=billing',
      user: 'billing',
      limits: { producer_byte_rate: 1_048_576, request_percentage: 12.5 },
    },
    { of: 'client-id=web', user: undefined, limits: { consumer_byte_rate: 1000 } },
  ],
  users: ['shop', 'billing'],
  connect: {
    url: 'http://localhost:8083',
    connectors: [
      {
        name: 'orders-database',
        config: {
          name: 'orders-database',
          'connector.class': 'io.debezium.connector.jdbc.JdbcSinkConnector',
          'tasks.max': '2',
          topics: 'orders,plain',
          'connection.url':
            'jdbc:postgresql://database.internal.example.com:5432/orders?ApplicationName=orders-database-connector',
          'connection.password': 'hunter2',
          'connection.username': '${file:/run/secrets/database.properties:username}',
        },
        topics: ['orders', 'plain'],
        isSource: false,
      },
      {
        name: 'changes',
        config: {
          name: 'changes',
          'connector.class': 'io.debezium.connector.postgresql.PostgresConnector',
          'topic.prefix': 'shop',
          'database.password': '${file:/run/secrets/database.properties:password}',
        },
        topics: ['shop.public.orders'],
        isSource: true,
      },
      {
        name: 'elsewhere',
        config: {
          name: 'elsewhere',
          'connector.class': 'FileStreamSink',
          'tasks.max': '1',
          topics: 'gone',
          file: '/tmp/out',
        },
        topics: ['gone'],
        isSource: false,
      },
    ],
  },
  registry: {
    url: 'http://localhost:8081',
    subjects: [
      {
        name: 'orders-value',
        schemaType: 'AVRO',
        schema: '{"type":"record","name":"Order","fields":[{"name":"id","type":"string"}]}',
        hasReferences: false,
        compatibility: 'FULL_TRANSITIVE',
      },
      { name: 'orders-key', schemaType: 'JSON', schema: '{"type":"string"}', hasReferences: false },
      { name: 'proto', schemaType: 'PROTOBUF', schema: 'syntax = "proto3";', hasReferences: false },
      { name: 'nested', schemaType: 'AVRO', schema: '"Other"', hasReferences: true },
    ],
  },
  unknown: [],
};
