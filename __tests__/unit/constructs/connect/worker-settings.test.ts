import { SETTINGS_OF_WORKERS } from '../../../../constructs/connect/worker-settings';
import { SECURITY_OF_BROKERS } from '../../../../constructs/connect/worker-security';
import { WORKER_SETTINGS_TOGETHER } from '../../../../constructs/connect/worker-setting-rules';
import { newKafka } from '../../../support/connect';

const { settings: WORKER_SETTINGS, foreignSettings: FOREIGN_WORKER_SETTINGS } = SETTINGS_OF_WORKERS['3.9'];

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
  ['connector.client.config.override.policy', 'Principal', 'Everything'],
  ['connector.client.config.override.policy', 'org.example.Policy', 'all'],
  ['consumer.interceptor.classes', 'org.example.Interceptor', 'Interceptor'],
  ['connector.client.config.override.policy', 'All', ''],
  ['inter.worker.signature.algorithm', 'HmacSHA512', 'Hmac'],
  ['rest.extension.classes', 'org.example.Extension', 'Extension'],
  ['heartbeat.interval.ms', 0, -1],
  ['rebalance.timeout.ms', 0, -1],
  ['request.timeout.ms', 1000, 999],
  ['send.buffer.bytes', -1, 0],
  ['consumer.receive.buffer.bytes', 1, 0],
  ['consumer.bootstrap.servers', 'a:1, [::1]:2', 'a'],
  ['admin.bootstrap.servers', 'a:1', ''],
  ['consumer.group.instance.id', 'a'.repeat(249), 'a'.repeat(250)],
  ['response.http.headers.config', 'ADD X: 1, "set Y: 2, 3"', 'put X: 1'],
  ['response.http.headers.config', '', 'set X 1'],
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

const BYTES = 'org.apache.kafka.common.serialization.ByteArray';
const STRING = 'org.apache.kafka.common.serialization.String';

test.each<[string, string | boolean, string | boolean]>([
  ['producer.key.serializer', `${BYTES}Serializer`, `${STRING}Serializer`],
  ['consumer.value.deserializer', `${BYTES}Deserializer`, `${STRING}Deserializer`],
  ['consumer.enable.auto.commit', false, true],
])('%s is what tasks count on: %p, not %p', (name, right, wrong) => {
  expect(problem(name, right)).toBeUndefined();
  expect(problem(name, wrong)).toContain(`${name} must be one of ${right}; got`);
});

test('sinks share no group', () => {
  expect(problem('consumer.group.id', 'mine')).toContain('consumer.group.id must be left out');
});

const { cluster } = newKafka();
const broken = (settings: Record<string, string | number | boolean>): string[] =>
  [...WORKER_SETTINGS_TOGETHER, SECURITY_OF_BROKERS]
    .filter(({ fails }) => fails({ settings, cluster }))
    .map(({ message }) => message({ settings, cluster }));

const once = { 'producer.enable.idempotence': true };

test.each<[string, Record<string, string | number | boolean>, Record<string, string | number | boolean>]>([
  [
    'heartbeat.interval.ms must be less than session.timeout.ms (3000)',
    { 'session.timeout.ms': 3000 },
    { 'session.timeout.ms': 3001 },
  ],
  ...(
    [
      ['HmacSHA256', 39, 40],
      ['HmacSHA1', 0, 1],
      ['AES', 64, 128],
      ['DES', 57, 56],
      ['DESede', 128, 112],
      ['Blowfish', 456, 448],
      ['Blowfish', 33, 32],
      ['RC2', 1025, 1024],
      ['ChaCha20', 128, 256],
    ] as const
  ).map(
    ([algorithm, bad, good]): [string, Record<string, string | number>, Record<string, string | number>] => [
      `for ${algorithm}, got ${bad}; leave it out`,
      { 'inter.worker.key.generation.algorithm': algorithm, 'inter.worker.key.size': bad },
      { 'inter.worker.key.generation.algorithm': algorithm, 'inter.worker.key.size': good },
    ],
  ),
  [
    "must make keys by itself, got 'SunTlsPrf'",
    { 'inter.worker.key.generation.algorithm': 'SunTlsPrf' },
    { 'inter.worker.key.generation.algorithm': 'AES' },
  ],
  [
    'security.protocol, producer.security.protocol must be PLAINTEXT',
    { 'security.protocol': 'SSL', 'producer.security.protocol': 'sasl_ssl' },
    {
      'security.protocol': 'plaintext',
      'consumer.security.protocol': 'SSL',
      'consumer.bootstrap.servers': 'elsewhere:9093',
    },
  ],
  [
    'admin.request.timeout.ms (60001) must be at most admin.default.api.timeout.ms (60000)',
    { 'admin.request.timeout.ms': 60_001 },
    { 'admin.request.timeout.ms': 60_000 },
  ],
  [
    'consumer.group.remote.assignor must be left out',
    { 'consumer.group.remote.assignor': 'uniform' },
    { 'consumer.group.remote.assignor': 'uniform', 'consumer.group.protocol': 'consumer' },
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
  [
    'producer.delivery.timeout.ms must be at least',
    { 'producer.delivery.timeout.ms': 2 ** 31 - 2, 'producer.linger.ms': 2 ** 31 },
    { 'producer.delivery.timeout.ms': 2 ** 31 - 1, 'producer.linger.ms': 2 ** 31 },
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
