import { assertValid } from '../../../../constructs/core/validation';
import { CleanupPolicy, Duration, KafkaCluster, Retention } from '../../../../constructs';
import { refusal, World, type Junk } from '../../../support/world';

const TIERED = { 'remote.storage.enable': 'TRUE' };
const BROKERS = {
  'remote.log.storage.system.enable': true,
  'remote.log.storage.manager.class.name': 'com.example.Manager',
};

const refused = (brokers: Junk, topic: Junk): string =>
  refusal((world) => world.topic('orders', topic), new World({ brokers: { settings: brokers } }));

test('a topic of brokers with tiered storage may have it', () => {
  expect(refused(BROKERS, { settings: TIERED })).toBe('');
  expect(refused({}, { settings: { 'remote.storage.enable': false } })).toBe('');
});

test('a topic of brokers without it may not, unless nobody knows', () => {
  expect(refused({}, { settings: TIERED })).toMatch(
    /orders cannot be made:\n.*settings: remote\.storage\.enable must be false, because its brokers have no tiered storage; .*'remote\.log\.storage\.system\.enable': true/,
  );
  const world = new World();
  const servers = { bootstrapServers: ['broker.example.com:9092'] };
  const managed = KafkaCluster.fromBootstrapServers(world.stack('topics'), 'managed', servers);
  managed.addTopic('orders', { settings: TIERED });
  expect(() => assertValid(world.app)).not.toThrow();
});

test('brokers have it only with the class that keeps the segments', () => {
  expect(refused({ 'remote.log.storage.system.enable': true }, {})).toMatch(
    /must be false without remote\.log\.storage\.manager\.class\.name/,
  );
});

test('a compacted topic has none', () => {
  const topic = { settings: TIERED, cleanupPolicy: CleanupPolicy.COMPACT_AND_DELETE };
  expect(refused(BROKERS, topic)).toMatch(/must be false of a topic that is compacted, got 'compact,delete'/);
});

test.each([
  [3_600_000, ''],
  [3_600_001, 'local.retention.ms must be at most retention.ms (3600000), got 3600001'],
  [-1, 'local.retention.ms must be at most retention.ms (3600000), got -1'],
  [-2, ''],
])('of an hour brokers may keep %p ms themselves: %p', (local, problem) => {
  const retention = Retention.upTo(Duration.hours(1));
  const said = refused(BROKERS, { retention, settings: { ...TIERED, 'local.retention.ms': local } });
  expect(said.includes('local.retention')).toBe(problem !== '');
  expect(said).toContain(problem);
});
