import { FOREIGN_WORKER_SETTINGS, WORKER_SETTINGS } from '../../../constructs/connect/worker-settings';
import { WORKER_SETTINGS_TOGETHER } from '../../../constructs/connect/worker-setting-rules';

const problem = (name: string, value: unknown): string | undefined =>
  WORKER_SETTINGS.problem({ [name]: value });

test.each<[string, unknown, unknown]>([
  ['offset.flush.interval.ms', 1, 'often'],
  ['connect.protocol', 'sessioned', 'lazy'],
  ['offset.storage.partitions', -1, 0],
  ['config.storage.segment.bytes', 14, 13],
  ['producer.acks', 1, 5],
  ['producer.compression.type', 'lz4', 'zip'],
  ['consumer.max.poll.records', 1, 0],
  ['consumer.isolation.level', 'read_committed', 'read_all'],
  ['admin.request.timeout.ms', 0, -1],
  ['inter.worker.key.size', 40, 39],
  ['connector.client.config.override.policy', 'Principal', 'Everything'],
  ['connector.client.config.override.policy', 'org.example.Policy', 'all'],
  ['consumer.interceptor.classes', 'org.example.Interceptor', 'Interceptor'],
  ['inter.worker.signature.algorithm', 'HmacSHA512', 'Hmac'],
])('%s takes %p, and is refused as %p', (name, good, bad) => {
  expect(problem(name, good)).toBeUndefined();
  expect(problem(name, bad)).toContain(`${name} must be`);
});

test.each(['config.providers.file.class', 'header.converter.x', 'producer.metrics.context.x'])(
  '%s is handed on',
  (name) => {
    expect(problem(name, 'x')).toBeUndefined();
  },
);

test.each([
  ['ofset.flush.interval.ms', "did you mean 'offset.flush.interval.ms'?"],
  ['producer.ack', "did you mean 'producer.acks'?"],
  ['batch.size', "did you mean 'producer.batch.size'?"],
  ['confluent.monitoring.interceptor.acks', 'give it in foreignSettings'],
  ['cub.kafka.timeout', 'a variable of the image'],
])('%s is refused: %s', (name, cure) => {
  expect(problem(name, 1)).toContain(cure);
});

test.each([
  ['group.id', 'groupId'],
  ['bootstrap.servers', 'cluster'],
  ['plugin.path', 'pluginPath'],
  ['key.converter.schemas.enable', 'keyConverter'],
  ['value.converter', 'valueConverter'],
  ['status.storage.topic', 'topics'],
])('%s is set by the property %s', (name, property) => {
  expect(problem(name, 'x')).toContain(`set by the property ${property};`);
  expect(FOREIGN_WORKER_SETTINGS.problem({ [name]: 'x' })).toContain(`set by the property ${property};`);
});

test.each(['rest.port', 'listeners', 'rest.advertised.host.name', 'offset.storage.replication.factor'])(
  '%s is left to the workers',
  (name) => {
    expect(problem(name, 1)).toContain(`${name} must be left out`);
  },
);

const broken = (settings: Record<string, string | number | boolean>): string[] =>
  WORKER_SETTINGS_TOGETHER.filter(({ fails }) => fails({ settings })).map(({ message }) =>
    message({ settings }),
  );

const once = { 'producer.enable.idempotence': true };

test.each<[string, Record<string, string | number | boolean>, Record<string, string | number | boolean>]>([
  [
    'heartbeat.interval.ms must be less than session.timeout.ms (3000)',
    { 'session.timeout.ms': 3000 },
    { 'session.timeout.ms': 3001 },
  ],
  [
    'consumer.heartbeat.interval.ms (45000) must be less than',
    { 'consumer.heartbeat.interval.ms': 45_000 },
    { 'consumer.heartbeat.interval.ms': 44_999 },
  ],
  [
    'producer.delivery.timeout.ms must be at least',
    { 'producer.delivery.timeout.ms': 30_009, 'producer.linger.ms': 10 },
    { 'producer.delivery.timeout.ms': 30_010, 'producer.linger.ms': 10 },
  ],
  ['producer.acks must be all', { ...once, 'producer.acks': 1 }, { 'producer.acks': 1 }],
  [
    'producer.retries must be 1 or more',
    { ...once, 'producer.retries': 0 },
    { ...once, 'producer.retries': 1 },
  ],
  [
    'per.connection must be at most 5',
    { ...once, 'producer.max.in.flight.requests.per.connection': 6 },
    { ...once, 'producer.max.in.flight.requests.per.connection': 5 },
  ],
  ['producer.transactional.id must be left out', { 'producer.transactional.id': 'x' }, {}],
  [
    'inter.worker.signature.algorithm must be one of',
    { 'inter.worker.signature.algorithm': 'HmacSHA512' },
    {
      'inter.worker.signature.algorithm': 'HmacSHA512',
      'inter.worker.verification.algorithms': 'HmacSHA256,HmacSHA512',
    },
  ],
])('%s', (message, bad, good) => {
  expect(broken(bad)).toEqual([expect.stringContaining(message)]);
  expect(broken(good)).toEqual([]);
});
