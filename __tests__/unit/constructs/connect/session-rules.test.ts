import { Testing } from 'cdktf';
import { KafkaConnect } from '../../../../constructs/connect/kafka-connect';
import type { KafkaConnectProps } from '../../../../constructs/connect/kafka-connect-props';
import { KafkaTopic } from '../../../../constructs/kafka/kafka-topic';
import { newCluster } from '../../../support/cluster';
import { accepted, newPlatform, newStack } from '../../../support/synth';

type Settings = NonNullable<KafkaConnectProps['settings']>;

/** Workers and a sink on brokers with these settings. */
function newSink(brokers: Settings, settings: Settings, config: Settings = {}) {
  const app = Testing.app();
  const platform = newPlatform(newStack('b', app));
  const cluster = newCluster(platform, { settings: brokers });
  const connect = new KafkaConnect(newStack('services', app), 'connect', { platform, cluster, settings });
  const people = new KafkaTopic(newStack('people', app), 'people', { cluster });
  return connect.addConnector('copy', {
    connectorClass: 'com.example.KnownConnector',
    reads: [people],
    config,
  });
}

const LIMITS = { 'group.min.session.timeout.ms': 7000, 'group.max.session.timeout.ms': 50_000 };
const session = (prefix: string, value: number): Settings => ({
  [`${prefix}session.timeout.ms`]: value,
  [`${prefix}heartbeat.interval.ms`]: 2000,
});

describe.each(['', 'consumer.', 'consumer.override.'])('%ssession.timeout.ms', (prefix) => {
  const make = (brokers: Settings, value: number, more: Settings = {}) => {
    const said = { ...session(prefix, value), ...more };
    return () =>
      accepted(prefix === 'consumer.override.' ? newSink(brokers, {}, said) : newSink(brokers, said));
  };

  test.each<[Settings, number, number, string]>([
    [{}, 6000, 5999, 'at least group.min.session.timeout.ms (6000) of b/brokers'],
    [{}, 1_800_000, 1_800_001, 'at most group.max.session.timeout.ms (1800000) of b/brokers'],
    [LIMITS, 7000, 6999, 'at least group.min.session.timeout.ms (7000) of b/brokers'],
    [LIMITS, 50_000, 50_001, 'at most group.max.session.timeout.ms (50000) of b/brokers'],
  ])('is what brokers with %p take: %p, and not %p', (brokers, right, wrong, limit) => {
    expect(make(brokers, right)).not.toThrow();
    expect(make(brokers, wrong)).toThrow(`${prefix}session.timeout.ms (${wrong}) must be ${limit}`);
  });
});

test("brokers that do not take the workers' own are told so", () => {
  expect(() => accepted(newSink({ 'group.min.session.timeout.ms': 10_001 }, {}))).toThrow(
    ' session.timeout.ms (10000) must be at least',
  );
});

test('consumers of other brokers, or of the other protocol, are not asked', () => {
  const settings = session('consumer.', 5999);
  expect(() => accepted(newSink({}, { ...settings, 'consumer.group.protocol': 'consumer' }))).not.toThrow();
  expect(() => accepted(newSink({}, { ...settings, 'consumer.bootstrap.servers': 'b:1' }))).not.toThrow();
});
