import { join } from 'node:path';
import { Duration } from '../../../constructs/core/duration';
import { KafkaCluster } from '../../../constructs/kafka/kafka-cluster';
import { KafkaTopic } from '../../../constructs/kafka/kafka-topic';
import { Metadata } from '../../../constructs/kafka/metadata';
import { Retention } from '../../../constructs/kafka/retention';
import { KafkaSparkApp, type KafkaSparkAppProps } from '../../../constructs/spark/kafka-spark-app';
import { SparkCluster } from '../../../constructs/spark/spark-cluster';
import { OutputMode, StartingOffsets, Trigger } from '../../../constructs/spark/streaming-options';
import { ZooKeeperEnsemble } from '../../../constructs/zookeeper/zookeeper-ensemble';
import { container, newPlatform, newStack } from '../../support/synth';

const sourceFolder = join(__dirname, '..', '..', '..', 'apps', 'kafka_spark_app');

function app(
  props: Partial<KafkaSparkAppProps> = {},
  stack = newStack(),
  sourceRetention?: Retention,
): KafkaSparkApp {
  const platform = newPlatform(stack);
  const metadata = Metadata.zooKeeper(new ZooKeeperEnsemble(stack, 'zookeeper', { platform }));
  const kafka = new KafkaCluster(stack, 'brokers', { platform, metadata });
  return new KafkaSparkApp(stack, 'app', {
    cluster: new SparkCluster(stack, 'spark', { platform }),
    kafka,
    sourceFolder,
    source: new KafkaTopic(stack, 'user_events', { cluster: kafka, retention: sourceRetention }),
    sink: new KafkaTopic(stack, 'aggregated_data', { cluster: kafka }),
    deadLetters: new KafkaTopic(stack, 'user_events_dead_letter', { cluster: kafka }),
    ...props,
  });
}

function options(props: Partial<KafkaSparkAppProps> = {}): Record<string, string> {
  const stack = newStack();
  app(props, stack);
  const words = container(stack, 'kafka-spark-app').command ?? [];
  const own = words.slice(words.indexOf('/opt/app/kafka_spark_app.py') + 1);
  return Object.fromEntries(own.flatMap((word, i) => (i % 2 === 0 ? [[word, own[i + 1]]] : []))) as Record<
    string,
    string
  >;
}

test('is KafkaSparkApp: one-minute windows and watermark, from user_events to aggregated_data, for ever', () => {
  expect(options()).toEqual({
    '--bootstrap-servers': 'kafka1:19092,kafka2:19093,kafka3:19094',
    '--source-topic': 'user_events',
    '--sink-topic': 'aggregated_data',
    '--dead-letter-topic': 'user_events_dead_letter',
    '--checkpoint-location': '/opt/spark/work-dir/checkpoints/KafkaSparkApp',
    '--window': '1 minute',
    '--watermark': '1 minute',
    '--max-clock-skew': '1 minute',
    '--output-mode': 'append',
    '--trigger-interval': '5 seconds',
    '--starting-offsets': 'earliest',
    '--alive-file': '/tmp/kafka_spark_app.alive',
  });
});

test('everything about the query can be chosen', () => {
  expect(
    options({
      window: Duration.minutes(5),
      watermark: Duration.seconds(90),
      maxClockSkew: Duration.seconds(10),
      outputMode: OutputMode.UPDATE,
      trigger: Trigger.processingTime(Duration.seconds(1)),
      startingOffsets: StartingOffsets.at({ user_events: { 0: 23, 1: -2 } }),
      maxOffsetsPerTrigger: 1000,
    }),
  ).toMatchObject({
    '--window': '5 minutes',
    '--watermark': '90 seconds',
    '--max-clock-skew': '10 seconds',
    '--output-mode': 'update',
    '--trigger-interval': '1 second',
    '--starting-offsets': '{"user_events":{"0":23,"1":-2}}',
    '--max-offsets-per-trigger': '1000',
  });
  expect(options({ startingOffsets: StartingOffsets.latest() })).toMatchObject({
    '--starting-offsets': 'latest',
  });
});

test('comes after its topics', () => {
  const stack = newStack();
  app({}, stack);
  expect(container(stack, 'kafka-spark-app').depends_on?.join()).toMatch(
    /kafka_topic\.user_events_.*kafka_topic\.aggregated_data_/,
  );
});

test('is healthy while its queries make progress, by a measure that allows for slow triggers', () => {
  const test = (interval: Duration): string | undefined => {
    const stack = newStack();
    app({ trigger: Trigger.processingTime(interval) }, stack);
    return container(stack, 'kafka-spark-app').healthcheck?.test[3];
  };
  expect(test(Duration.seconds(5))).toContain("'-90 seconds'");
  expect(test(Duration.minutes(1))).toContain("'-180 seconds'");
});

test('refuses to read what it writes', () => {
  const topic = KafkaTopic.fromTopicName(newStack(), 'same', 'same');
  expect(() => app({ source: topic, sink: topic })).toThrow(
    "sink must be another topic than source, or it feeds itself; got 'same'",
  );
  expect(() => app({ sink: topic, deadLetters: topic })).toThrow(
    "deadLetters must be another topic than source and sink, got 'same'",
  );
});

test.each(['window', 'watermark'] as const)('refuses a %s of nothing', (property) => {
  expect(() => app({ [property]: Duration.seconds(0) })).toThrow(`${property} must be longer than 0`);
  expect(() => app({ [property]: Duration.milliseconds(1) })).not.toThrow();
});

test('refuses an unknown output mode', () => {
  expect(() => app({ outputMode: 'overwrite' as unknown as OutputMode })).toThrow("got 'overwrite'");
});

test.each([0, 1.5, -1])('refuses limits and partitions of %p', (amount) => {
  expect(() => app({ maxOffsetsPerTrigger: amount })).toThrow('maxOffsetsPerTrigger must be a whole number');
  expect(() => app({ shufflePartitions: amount })).toThrow('shufflePartitions must be a whole number');
});

test('warns when the source forgets records before they can count', () => {
  const warnings = (retention: Duration): number =>
    app({}, newStack(), Retention.upTo(retention)).node.metadata.length;
  expect(warnings(Duration.seconds(119))).toBe(1);
  expect(warnings(Duration.minutes(2))).toBe(0);
});
