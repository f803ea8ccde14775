import { SETTINGS_OF_BROKERS } from '../../../../constructs/kafka/broker-settings';
import { BROKER_SETTINGS_TOGETHER } from '../../../../constructs/kafka/broker-setting-rules';

const { settings: BROKER_SETTINGS, foreignSettings: FOREIGN_BROKER_SETTINGS } = SETTINGS_OF_BROKERS['3.9'];

const problem = (name: string, value: unknown): string | undefined =>
  BROKER_SETTINGS.problem({ [name]: value });

test.each<[string, unknown, unknown, string]>([
  ['num.io.threads', 1, 0, 'must be a whole number from 1 to 10000; got 0'],
  ['num.io.threads', ' +8 ', 'many', "got 'many'"],
  ['num.partitions', 2_147_483_647, 2_147_483_648, 'from 1 to 2147483647'],
  ['compression.type', 'zstd', 'zip', 'must be one of uncompressed, zstd, lz4, snappy, gzip, producer'],
  ['delete.topic.enable', 'TRUE', 'yes', 'must be true or false'],
  ['log.segment.bytes', 14, 1, 'from 14 to 2147483647'],
  ['log.flush.interval.messages', '9223372036854775807', '9223372036854775808', '1 or more, at most'],
  ['log.roll.hours', 1, 0.5, 'must be a whole number from 1'],
  ['log.cleaner.min.cleanable.ratio', '1.0', 1.01, 'must be a number from 0 to 1'],
  ['inter.broker.protocol.version', '3.9.1', '5.0', "must be one of Kafka's versions"],
  ['compression.gzip.level', -1, 0, 'must be one of -1, 1'],
  ['max.connections.per.ip.overrides', 'h:1', undefined, 'must be text, a number'],
  ['max.connections.per.ip.overrides', '10.0.0.1:999999999, ::1:1', '10.0.0.1:9999999999', 'address:number'],
  ['max.connections', 1, 0, 'from 1 to'],
  ['max.connections.per.ip.overrides', '::1:1', ':1', 'address:number'],
  ['max.connections.per.ip.overrides', 'a-b.c:1', 'a b:1', 'address:number'],
  ['principal.builder.class', 'a.b.C$D', 'a b', 'must be the full name of a class'],
  ['authorizer.class.name', 'a.b.C', 'StandardAuthorizer', 'full names of classes'],
  ['metric.reporters', 'a.b.C,d.E', 'Reporter', 'full names of classes'],
  ['socket.send.buffer.bytes', -1, 0, 'must be a whole number'],
  ['socket.receive.buffer.bytes', 1, -2, 'must be a whole number'],
  ['metadata.log.segment.bytes', 8_388_608, 8_388_607, 'from 8388608 to'],
  ['controller.quorum.election.timeout.ms', 0, -1, 'from 0 to 1073741823'],
  ['controller.quorum.election.timeout.ms', 2 ** 30 - 1, 2 ** 30, 'from 0 to 1073741823'],
  ['num.io.threads', 10_000, 10_001, 'from 1 to 10000'],
  ['num.recovery.threads.per.data.dir', 10_000, 10_001, 'from 1 to 10000'],
  ['metrics.recording.level', 'info', 'verbose', 'must be one of INFO, DEBUG, TRACE'],
  ['listener.name.internal.max.connections', 1, 'x', 'must be a whole number'],
])('%s takes %p, and is refused as %p', (name, good, bad, reason) => {
  expect(problem(name, good)).toBeUndefined();
  expect(problem(name, bad)).toContain(reason);
});

test.each(['log.retention.check.interval.ms', 'unclean.leader.election.enable', 'sasl.enabled.mechanisms'])(
  '%s may be set, for no property says it',
  (name) => {
    expect(problem(name, name.endsWith('ms') ? 1 : name.startsWith('sasl') ? 'PLAIN' : true)).toBeUndefined();
  },
);

test.each([
  'listener.name.external.plain.sasl.jaas.config',
  'listener.name.internal.scram-sha-256.sasl.server.callback.handler.class',
  'config.providers.file.class',
  'super.users',
  'rsm.config.bucket',
])('%s is known, though no table lists it', (name) => {
  expect(problem(name, '${file:/run/secrets/x:y}')).toBeUndefined();
});

test.each([
  ['nun.io.threads', "did you mean 'num.io.threads'?"],
  ['num_io_threads', "did you mean 'num.io.threads'?"],
  ['Num.IO.Threads', "did you mean 'num.io.threads'?"],
  ['io.threads', "did you mean 'num.io.threads'?"],
  ['retention.hours', "did you mean 'log.retention.hours'?"],
  ['auto.create.topic.enable', "did you mean 'auto.create.topics.enable'?"],
  ['listener.name.intrenal.sasl.jaas.config', "did you mean 'listener.name.internal.sasl.jaas.config'?"],
  ['confluent.balancer.enable', 'give it in foreignSettings'],
  ['constructor', 'give it in foreignSettings'],
  ['', 'is not a broker setting'],
  ['zookeeper.clientCnxnSocket', 'is not a broker setting'],
])('%p is refused: %s', (name, cure) => {
  expect(problem(name, 'x')).toContain(cure);
});

test.each([
  ['retention', 'log.retention.ms', 'log.retention.hours'],
  ['metadata', 'process.roles', 'controller.listener.names'],
  ['cleanupPolicy', 'log.cleanup.policy'],
  ['defaultReplicationFactor', 'default.replication.factor', 'offsets.topic.replication.factor'],
  ['minInsyncReplicas', 'min.insync.replicas'],
  ['racks', 'broker.rack'],
  ['listeners', 'listeners', 'security.inter.broker.protocol'],
])('the property %s sets %s', (property, ...names) => {
  for (const name of names)
    expect(problem(name, 1)).toContain(`${name} must be set by the property ${property};`);
});

test.each(['broker.id', 'log.dirs', 'sasl.mechanism.controller.protocol'])(
  '%s is left to the cluster',
  (name) => {
    expect(problem(name, 'PLAINTEXT')).toContain(`${name} must be left out`);
    expect(FOREIGN_BROKER_SETTINGS.problem({ [name]: 'x' })).toContain(`${name} must be left out`);
  },
);

test.each(['jvm.performance.opts', 'heap.opts', 'opts', 'log4j.root.loglevel', 'jmx.port', 'cub.zk.timeout'])(
  '%s is a variable of the image, also among foreign settings',
  (name) => {
    expect(problem(name, '-Xmx9g')).toContain('is not a setting but a variable of the image');
    expect(FOREIGN_BROKER_SETTINGS.problem({ [name]: '-Xmx9g' })).toContain('a variable of the image');
  },
);

test.each(['Num.io', 'KAFKA_X', '', 'a b', 'a..b'])('refuses %p, which is no name of a setting', (name) => {
  expect(problem(name, 1)).toContain(`'${name}' is not a broker setting`);
  expect(FOREIGN_BROKER_SETTINGS.problem({ [name]: 1 })).toContain(
    `'${name}' is not a valid name: names are written as 'num.io.threads'`,
  );
});

test('foreign settings are those that Kafka does not know', () => {
  expect(FOREIGN_BROKER_SETTINGS.problem({ 'confluent.balancer.enable': true, 'a.b': 1 })).toBeUndefined();
  expect(FOREIGN_BROKER_SETTINGS.problem({ 'num.io.threads': 0 })).toContain('must be one of settings');
  expect(FOREIGN_BROKER_SETTINGS.problem({ 'a.b': {} })).toContain('must be text');
});

test('a number that JavaScript cannot hold is to be given as text', () => {
  expect(problem('log.flush.interval.ms', 2 ** 63)).toContain('must be given as text');
  expect(problem('log.flush.interval.ms', Number.MAX_SAFE_INTEGER)).toBeUndefined();
});

test.each([new Map([['num.io.threads', 0]]), null, 'x', ['a']])('%p is no object of settings', (value) => {
  expect(BROKER_SETTINGS.problem(value)).toContain('must be an object of settings by their name in Kafka');
});

const broken = (
  settings: Record<string, string | number | boolean>,
  kind: 'ZooKeeper' | 'KRaft' = 'ZooKeeper',
): string[] => {
  const facts = { settings, metadata: { kind } };
  return BROKER_SETTINGS_TOGETHER.filter(({ fails }) => fails(facts)).map(({ message }) => message(facts));
};

test.each<[string, Record<string, string | number>, Record<string, string | number>]>([
  [
    'socket.request.max.bytes (100) must be at most queued.max.request.bytes (99)',
    { 'queued.max.request.bytes': 99, 'socket.request.max.bytes': 100 },
    { 'queued.max.request.bytes': 100, 'socket.request.max.bytes': 100 },
  ],
  [
    'group.min.session.timeout.ms (60000) must be at most group.max.session.timeout.ms (59999)',
    { 'group.min.session.timeout.ms': 60_000, 'group.max.session.timeout.ms': 59_999 },
    { 'group.min.session.timeout.ms': 45_000, 'group.max.session.timeout.ms': 45_000 },
  ],
  [
    'log.roll.ms and log.roll.hours exclude each other',
    { 'log.roll.ms': 1000, 'log.roll.hours': 1 },
    { 'log.roll.ms': 1000 },
  ],
  [
    'message.max.bytes (2001) must be at most log.segment.bytes (2000)',
    { 'message.max.bytes': 2001, 'log.segment.bytes': 2000 },
    { 'message.max.bytes': 2000, 'log.segment.bytes': 2000 },
  ],
  [
    "must be one of sasl.enabled.mechanisms (GSSAPI), got 'PLAIN'",
    { 'sasl.mechanism.inter.broker.protocol': 'PLAIN' },
    { 'sasl.mechanism.inter.broker.protocol': 'PLAIN', 'sasl.enabled.mechanisms': 'SCRAM-SHA-256, PLAIN' },
  ],
  [
    'replica.fetch.wait.max.ms (30001) must be at most replica.socket.timeout.ms (30000)',
    { 'replica.fetch.wait.max.ms': 30_001, 'replica.lag.time.max.ms': 60_000 },
    { 'replica.fetch.wait.max.ms': 30_000 },
  ],
  [
    'replica.fetch.wait.max.ms (500) must be at most replica.lag.time.max.ms (499)',
    { 'replica.lag.time.max.ms': 499 },
    { 'replica.lag.time.max.ms': 500 },
  ],
  [
    'connection.failed.authentication.delay.ms (100) must be less than connections.max.idle.ms (100)',
    { 'connections.max.idle.ms': 100 },
    { 'connections.max.idle.ms': 101 },
  ],
  ['log.roll.ms must be 1 or more, got 0', { 'log.roll.ms': 0 }, { 'log.roll.ms': 1 }],
  ['log.roll.jitter.ms must be 0 or more', { 'log.roll.jitter.ms': -1 }, { 'log.roll.jitter.ms': 0 }],
  [
    'metadata.log.segment.ms must be 1 or more',
    { 'metadata.log.segment.ms': 0 },
    { 'metadata.log.segment.ms': 1 },
  ],
  [
    'log.flush.scheduler.interval.ms must be 0 or more',
    { 'log.flush.scheduler.interval.ms': -1 },
    { 'log.flush.scheduler.interval.ms': -1, 'log.flush.interval.ms': 0 },
  ],
  [
    'log.cleaner.min.compaction.lag.ms (2) must be at most log.cleaner.max.compaction.lag.ms (1)',
    { 'log.cleaner.min.compaction.lag.ms': 2, 'log.cleaner.max.compaction.lag.ms': 1 },
    { 'log.cleaner.min.compaction.lag.ms': 2, 'log.cleaner.max.compaction.lag.ms': 2 },
  ],
  ['log.flush.interval.ms must be 0', { 'log.flush.interval.ms': -1 }, { 'log.flush.interval.ms': 0 }],
  [
    'controller.quorum.fetch.timeout.ms must be 0 or more',
    { 'controller.quorum.fetch.timeout.ms': -1 },
    { 'controller.quorum.fetch.timeout.ms': 0 },
  ],
  ['request.timeout.ms must be 0 or more', { 'request.timeout.ms': -1 }, { 'request.timeout.ms': 0 }],
  [
    'broker.heartbeat.interval.ms must be 1 or more',
    { 'broker.heartbeat.interval.ms': 0 },
    { 'broker.heartbeat.interval.ms': 1 },
  ],
  [
    'broker.heartbeat.interval.ms (2000) must be less than broker.session.timeout.ms (2000)',
    { 'broker.session.timeout.ms': 2000 },
    { 'broker.session.timeout.ms': 2001 },
  ],
  [
    'server.max.startup.time.ms must be 10000 or more',
    { 'server.max.startup.time.ms': 9_999 },
    { 'server.max.startup.time.ms': 10_000 },
  ],
  [
    'initial.broker.registration.timeout.ms must be 10000',
    { 'initial.broker.registration.timeout.ms': 9_999 },
    { 'initial.broker.registration.timeout.ms': 10_000 },
  ],
  [
    'metadata.log.segment.min.bytes (8388609) must be at most metadata.log.segment.bytes (8388608)',
    { 'metadata.log.segment.bytes': 8_388_608, 'metadata.log.segment.min.bytes': 8_388_609 },
    { 'metadata.log.segment.bytes': 8_388_608 },
  ],
  [
    'remote.log.storage.system.enable must be left out without',
    { 'remote.log.storage.system.enable': 'true' },
    { 'remote.log.storage.system.enable': 'true', 'remote.log.storage.manager.class.name': 'a.B' },
  ],
  [
    'log.cleaner.dedupe.buffer.size must be more than 1048576',
    { 'log.cleaner.dedupe.buffer.size': 2_097_152, 'log.cleaner.threads': 2 },
    { 'log.cleaner.dedupe.buffer.size': 2_097_154, 'log.cleaner.threads': 2 },
  ],
  [
    'max.connections.per.ip must be 1 or more',
    { 'max.connections.per.ip': 0 },
    { 'max.connections.per.ip': 0, 'max.connections.per.ip.overrides': '10.0.0.1:5' },
  ],
  [
    'offsets.commit.required.acks must be from -1',
    { 'offsets.commit.required.acks': 4 },
    { 'offsets.commit.required.acks': 3 },
  ],
  [
    'group.consumer.heartbeat.interval.ms (15001) must be at most group.consumer.max.heartbeat.interval.ms (15000)',
    { 'group.consumer.heartbeat.interval.ms': 15_001 },
    { 'group.consumer.heartbeat.interval.ms': 15_000 },
  ],
  [
    'group.share.min.session.timeout.ms (45000) must be at most group.share.session.timeout.ms (44999)',
    { 'group.share.session.timeout.ms': 44_999 },
    { 'group.share.session.timeout.ms': 45_000 },
  ],
])('%s', (message, bad, good) => {
  expect(broken(bad)).toEqual([expect.stringContaining(message)]);
  expect(broken(good)).toEqual([]);
});

test.each([
  ['2.8', true, false],
  ['3.0-IV0', true, false],
  ['3.0-IV1', true, true],
  ['3.0', true, true],
  ['0.10.2', false, false],
  ['0.11.0', true, false],
  ['3.9', true, true],
  ['4.0-IV0', true, false],
])('inter.broker.protocol.version %s: %p in ZooKeeper, %p in KRaft', (version, inZooKeeper, inKraft) => {
  const settings = { 'inter.broker.protocol.version': version };
  expect([broken(settings), broken(settings, 'KRaft')].map(({ length }) => length === 0)).toEqual([
    inZooKeeper,
    inKraft,
  ]);
});

test('old brokers may have old records', () => {
  const settings = { 'inter.broker.protocol.version': '0.10.2', 'log.message.format.version': '0.10.0' };
  expect(broken(settings)).toEqual([]);
});

test('only KRaft has the rebalance protocol of consumers', () => {
  const settings = { 'group.coordinator.rebalance.protocols': 'classic, consumer' };
  expect(broken(settings)).toEqual([expect.stringContaining("must not have 'consumer'")]);
  expect(broken(settings, 'KRaft')).toEqual([]);
});

test('warns of topics that make themselves', () => {
  expect(broken({ 'auto.create.topics.enable': 'True' })).toEqual([
    expect.stringContaining('a misspelt topic'),
  ]);
  expect(broken({ 'auto.create.topics.enable': false })).toEqual([]);
});

test.each([
  ['min', 45_000, 45_001],
  ['max', 45_000, 44_999],
])('warns of a group.%s.session.timeout.ms that locks out usual consumers', (end, right, wrong) => {
  const name = `group.${end}.session.timeout.ms`;
  expect(broken({ [name]: wrong })).toEqual([expect.stringContaining(`${name} leave out 45000`)]);
  expect(broken({ [name]: right })).toEqual([]);
});
