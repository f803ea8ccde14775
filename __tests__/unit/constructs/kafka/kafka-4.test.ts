import { ContainerImage } from '../../../../constructs/core/container-image';
import { KafkaConnect } from '../../../../constructs/connect/kafka-connect';
import type { KafkaConnectProps } from '../../../../constructs/connect/kafka-connect-props';
import { LABEL } from '../../../../constructs/core/labels';
import { ControllerQuorum } from '../../../../constructs/kafka/controller-quorum';
import { KafkaCluster } from '../../../../constructs/kafka/kafka-cluster';
import type { KafkaClusterProps } from '../../../../constructs/kafka/kafka-cluster-props';
import { KafkaTopic } from '../../../../constructs/kafka/kafka-topic';
import { Metadata } from '../../../../constructs/kafka/metadata';
import { labelsIn } from '../../../../cli/engine/labelled';
import { accepted, container, environment, IMAGES, newPlatform, newStack } from '../../../support/synth';

/** On published images of a version of Confluent Platform, or on others. */
function onVersion(version: string, name = 'confluentinc/cp-kafka') {
  const stack = newStack();
  const platform = newPlatform(stack, {
    images: {
      ...IMAGES,
      kafka: ContainerImage.of(`${name}:${version}`),
      kafkaConnect: ContainerImage.of(`${name}-connect:${version}`),
    },
  });
  const cluster = (props: Partial<KafkaClusterProps> = {}) =>
    accepted(new KafkaCluster(stack, 'brokers', { platform, metadata: Metadata.kraft(), ...props }));
  return {
    stack,
    platform,
    cluster,
    topic: (settings: Record<string, string>) =>
      accepted(new KafkaTopic(newStack('topics'), 'events', { cluster: cluster(), settings })),
    connect: (settings: KafkaConnectProps['settings']) =>
      accepted(new KafkaConnect(newStack('services'), 'connect', { cluster: cluster(), settings })),
  };
}

const ASSIGNORS = 'group.consumer.assignors';

test.each<[string, unknown, string]>([
  [
    'log.message.format.version',
    '3.0',
    "'log.message.format.version' is not a broker setting that Kafka knows (4.3.1)",
  ],
  ['inter.broker.protocol.version', '3.9', "'inter.broker.protocol.version' is not a broker setting"],
  ['log.segment.bytes', 1_048_575, 'log.segment.bytes must be a whole number from 1048576'],
])('brokers of 3.9 take %s, those of 4 not', (name, value, says) => {
  const settings = { [name]: value } as KafkaClusterProps['settings'];
  expect(() => onVersion('7.9.6').cluster({ settings })).not.toThrow();
  expect(() => onVersion('8.3.2').cluster({ settings })).toThrow(says);
});

test.each<[string, unknown, string]>([
  ['group.streams.max.size', 5, "'group.streams.max.size' is not a broker setting that Kafka knows (3.9.1)"],
  ['group.share.record.lock.duration.ms', 60_001, 'must be a whole number from 1000 to 60000'],
  [ASSIGNORS, 'uniform,org.example.Mine', 'must be full names of classes'],
])('brokers of 4 take %s, those of 3.9 not', (name, value, says) => {
  const settings = {
    'group.share.max.record.lock.duration.ms': 3_600_000,
    [name]: value,
  } as KafkaClusterProps['settings'];
  expect(() => onVersion('8.3.2').cluster({ settings })).not.toThrow();
  expect(() => onVersion('7.9.6').cluster({ settings })).toThrow(says);
});

test('an image that nobody knows is taken for 3.9', () => {
  const settings = { 'log.message.format.version': '3.0' };
  expect(() => onVersion('4.3.1', 'my/kafka').cluster({ settings })).not.toThrow();
});

test('the topic of share groups is as durable as the others, where there is one', () => {
  const replicas = 'KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR';
  const inSync = 'KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR';
  const told = (version: string, brokers: number): unknown => {
    const { stack, cluster } = onVersion(version);
    cluster({ brokers });
    const { [replicas]: copies, [inSync]: least } = environment(stack, 'kafka1');
    return [copies, least];
  };
  expect(told('8.3.2', 3)).toEqual(['3', '2']);
  expect(told('8.3.2', 1)).toEqual(['1', '1']);
  expect(told('7.9.6', 3)).toEqual([undefined, undefined]);
});

test.each([
  ['confluentinc/cp-kafka', '8.3.2', '4.3'],
  ['confluentinc/cp-kafka', '7.9.6', '3.9'],
  ['apache/kafka', '4.10.0', '4.10'],
  ['my/kafka', '4.3.1', undefined],
])('brokers and controllers of %s:%s say that they are Kafka %s', (name, version, said) => {
  const { stack, cluster, platform } = onVersion(version, name);
  cluster({ metadata: Metadata.kraft(new ControllerQuorum(stack, 'controllers', { platform })) });
  for (const each of ['kafka1', 'kafka-controller1'])
    expect(labelsIn({ ...container(stack, each) })[LABEL.kafkaVersion]).toBe(said);
});

test('topics have the settings of their brokers', () => {
  const settings = { 'message.format.version': '3.0' };
  expect(() => onVersion('7.9.6').topic(settings)).not.toThrow();
  expect(() => onVersion('8.3.2').topic(settings)).toThrow('not a topic setting that Kafka knows (4.3.1)');
});

test('workers have the settings of their own image', () => {
  const settings = { 'metadata.recovery.rebootstrap.trigger.ms': 60_000 };
  expect(() => onVersion('8.3.2').connect(settings)).not.toThrow();
  expect(() => onVersion('7.9.6').connect(settings)).toThrow(
    'not a worker setting that Kafka Connect knows (3.9.1)',
  );
});
