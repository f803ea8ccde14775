import { Fn, TerraformVariable, Token } from 'cdktf';
import { AveragesApp } from '../../../../apps/averages/averages-app';
import type { AveragesAppProps } from '../../../../apps/averages/averages-props';
import { Size } from '../../../../constructs/core/size';
import { Duration } from '../../../../constructs/core/duration';
import { QuantityError } from '../../../../constructs/core/quantity-error';
import { KafkaCluster } from '../../../../constructs/kafka/kafka-cluster';
import { KafkaTopic } from '../../../../constructs/kafka/kafka-topic';
import type { KafkaTopicOptions } from '../../../../constructs/kafka/kafka-topic-options';
import { Retention } from '../../../../constructs/kafka/retention';
import { SparkCluster } from '../../../../constructs/spark/spark-cluster';
import { OutputMode, StartingOffsets, Trigger } from '../../../../constructs/spark/streaming-options';
import { newCluster } from '../../../support/cluster';
import { accepted, container, healthQuestion, newPlatform, newStack, warnings } from '../../../support/synth';

function app(
  props: Partial<AveragesAppProps> = {},
  stack = newStack(),
  source: KafkaTopicOptions = {},
  given: AveragesAppProps[] = [],
  patience = 1,
): AveragesApp {
  const platform = newPlatform(stack, { patience });
  const kafka = newCluster(platform, { brokers: 1 });
  given.push({
    cluster: new SparkCluster(stack, 'spark', { platform }),
    kafka,
    source: new KafkaTopic(stack, 'user_events', { cluster: kafka, ...source }),
    sink: new KafkaTopic(stack, 'aggregated_data', { cluster: kafka }),
    deadLetters: new KafkaTopic(stack, 'user_events_dead_letter', { cluster: kafka }),
    ...props,
  });
  return accepted(new AveragesApp(stack, 'app', given[0]!));
}

function options(
  props: Partial<AveragesAppProps> = {},
  source: KafkaTopicOptions = {},
): Record<string, string> {
  const stack = newStack();
  app(props, stack, source);
  const words = container(stack, 'kafka-spark-app').command ?? [];
  const own = words.slice(words.indexOf('/opt/app/kafka_spark_app.py') + 1);
  return Object.fromEntries(own.flatMap((word, i) => (i % 2 === 0 ? [[word, own[i + 1]]] : []))) as Record<
    string,
    string
  >;
}

test('has one-minute windows and watermark, from user_events to aggregated_data, for ever', () => {
  expect(options()).toEqual({
    '--bootstrap-servers': 'kafka1:19092',
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
    options(
      {
        applicationName: 'Averages',
        window: Duration.minutes(5),
        watermark: Duration.seconds(90),
        outputMode: OutputMode.UPDATE,
        trigger: Trigger.processingTime(Duration.seconds(1)),
        startingOffsets: StartingOffsets.at({ user_events: { 0: 23, 1: -2 } }),
        maxOffsetsPerTrigger: 1000,
      },
      { partitions: 2 },
    ),
  ).toMatchObject({
    '--checkpoint-location': '/opt/spark/work-dir/checkpoints/Averages',
    '--window': '5 minutes',
    '--watermark': '90 seconds',
    '--output-mode': 'update',
    '--trigger-interval': '1 second',
    '--starting-offsets': '{"user_events":{"0":23,"1":-2}}',
    '--max-offsets-per-trigger': '1000',
  });
  expect(options({ startingOffsets: StartingOffsets.latest() })).toMatchObject({
    '--starting-offsets': 'latest',
  });
});

test('passes further options on to the source', () => {
  const stack = newStack();
  app({ sourceOptions: { minPartitions: 6, 'kafka.fetch.min.bytes': 100_000 } }, stack);
  expect(container(stack, 'kafka-spark-app').command?.slice(-4)).toEqual([
    '--source-option',
    'minPartitions=6',
    '--source-option',
    'kafka.fetch.min.bytes=100000',
  ]);
});

test('brings the entry and all modules beside it', () => {
  const stack = newStack();
  app({}, stack);
  const files = container(stack, 'kafka-spark-app').upload?.map(({ file }) => file);
  expect(files).toEqual(
    ['kafka_spark_app', 'command_line', 'kafka_query', 'source_identity', 'supervision', 'user_events'].map(
      (module) => `/opt/app/${module}.py`,
    ),
  );
});

test('comes after its topics', () => {
  const stack = newStack();
  app({}, stack);
  expect(container(stack, 'kafka-spark-app').depends_on?.join()).toMatch(
    /kafka_topic\.user_events_.*kafka_topic\.aggregated_data_.*kafka_topic\.user_events_dead_letter_/,
  );
});

test('is healthy while its queries make progress, by a measure that allows for slow triggers', () => {
  const test = (interval: Duration): string | undefined => {
    const stack = newStack();
    app({ trigger: Trigger.processingTime(interval) }, stack);
    return healthQuestion(stack, 'kafka-spark-app').at(-1);
  };
  expect(test(Duration.seconds(0))).toContain("'-90 seconds'");
  expect(test(Duration.seconds(30))).toContain("'-90 seconds'");
  expect(test(Duration.seconds(31))).toContain("'-93 seconds'");
});

test('passes what it is given for its driver and executors on', () => {
  const stack = newStack();
  app(
    {
      serviceName: 'averages',
      hostPort: 4050,
      driverMemory: Size.gibibytes(1),
      shufflePartitions: 7,
      settings: { 'spark.speculation': true },
    },
    stack,
  );
  const { command, ports } = container(stack, 'averages');
  expect(command?.join(' ')).toContain('--driver-memory 1g');
  expect(command).toEqual(
    expect.arrayContaining(['spark.sql.shuffle.partitions=7', 'spark.speculation=true']),
  );
  expect(ports).toMatchObject([{ external: 4050 }]);
});

test('two of them need names, ports and checkpoints of their own', () => {
  const two = (props: Partial<AveragesAppProps>) => {
    const stack = newStack();
    const given: AveragesAppProps[] = [];
    app({}, stack, {}, given);
    return accepted(new AveragesApp(stack, 'second', { ...given[0]!, ...props }));
  };
  const own = { serviceName: 'second', hostPort: 4041 };
  expect(() => two(own)).toThrow(
    "test/second/application cannot be made:\n  - the checkpoint location '/opt/spark/work-dir/checkpoints/KafkaSparkApp' is already that of test/app/application; give one of them another applicationName",
  );
  expect(() => two({ ...own, applicationName: 'Second' })).not.toThrow();
});

/** What a refusal says, between the path and the source. */
const refused = (props: object, source: KafkaTopicOptions = {}, stack = newStack()): string => {
  try {
    app(props, stack, source);
  } catch (error) {
    const [, reason] =
      /^test\/app cannot be made:\n {2}- ([^\n]*) \[[^\n]*\] \(at \S+\)$/.exec((error as Error).message) ??
      [];
    if (reason !== undefined) return reason;
    throw error;
  }
  throw new Error('it was accepted');
};

test('refuses to read what it writes', () => {
  const same = () => {
    const stack = newStack();
    return { stack, topic: KafkaTopic.fromTopicName(stack, 'same', 'same') };
  };
  const one = same();
  expect(refused({ source: one.topic, sink: one.topic }, {}, one.stack)).toBe(
    "sink must be another topic than source, or it feeds itself; got 'same' for both.",
  );
  for (const other of ['source', 'sink']) {
    const { stack, topic } = same();
    expect(refused({ [other]: topic, deadLetters: topic }, {}, stack)).toBe(
      "deadLetters must be another topic than source and sink, got 'same'; give one of its own.",
    );
  }
});

test('refuses a topic of other brokers', () => {
  const stack = newStack();
  const other = KafkaCluster.fromBootstrapServers(stack, 'other', { bootstrapServers: ['other:9092'] });
  expect(() => app({ sink: other.addTopic('bills') }, stack)).toThrow(
    "test/app/application cannot be made:\n  - it writes the topic 'bills' of test/other, but its brokers are test/brokers",
  );
});

test.each(['window', 'watermark'] as const)('refuses a %s of nothing', (property) => {
  expect(refused({ [property]: Duration.seconds(0) })).toBe(
    `${property} must be longer than 0 and at most 36500 days; got 0 seconds.`,
  );
  expect(() => app({ [property]: Duration.milliseconds(1) })).not.toThrow();
});

test.each(['window', 'watermark'] as const)('refuses a %s that its program refuses', (property) => {
  expect(refused({ [property]: Duration.days(36_501) })).toContain('at most 36500 days; got 36501 days');
  expect(() => app({ [property]: Duration.days(36_500) })).not.toThrow();
});

test('refuses a property that it has not', () => {
  expect(() => app({ checkpointLocation: '' } as object)).toThrow(
    "there is no property 'checkpointLocation'",
  );
});

test('refuses an unknown output mode', () => {
  expect(refused({ outputMode: 'overwrite' })).toContain("got 'overwrite'");
});

test.each([0, 1.5, -1])('refuses limits and partitions of %p', (amount) => {
  expect(refused({ maxOffsetsPerTrigger: amount })).toBe(
    `maxOffsetsPerTrigger must be a whole number, 1 or more; got ${amount}.`,
  );
  expect(() => app({ shufflePartitions: amount })).toThrow(
    'spark.sql.shuffle.partitions must be a whole number from 1',
  );
});

test('takes limits and partitions of 1', () => {
  expect(() => app({ maxOffsetsPerTrigger: 1, shufflePartitions: 1 })).not.toThrow();
});

test('takes limits that Terraform alone knows, and hands them on', () => {
  const stack = newStack();
  const limit = new TerraformVariable(stack, 'limit', { type: 'number' }).numberValue;
  app(
    { maxOffsetsPerTrigger: limit, sourceOptions: { minOffsetsPerTrigger: 5, minPartitions: limit } },
    stack,
  );
  const words = container(stack, 'kafka-spark-app').command ?? [];
  expect(words[words.indexOf('--max-offsets-per-trigger') + 1]).toBe('${var.limit}');
  expect(words).toContain('minPartitions=${var.limit}');
});

test('refuses starting offsets that cannot be', () => {
  expect(refused({ startingOffsets: StartingOffsets.at({}) })).toContain('startingOffsets must be offsets');
});

test('refuses what is of another kind, all of it at once', () => {
  const props = { window: '1 minute', trigger: 5, startingOffsets: 'earliest', sink: 'averages' };
  expect(() => app(props as never)).toThrow(
    [
      'test/app cannot be made:',
      '  - sink must be a KafkaTopic; give one.',
      '  - window must be made by Duration, such as Duration.minutes(1).',
      '  - trigger must be made by Trigger, such as Trigger.processingTime(Duration.seconds(5)).',
      '  - startingOffsets must be made by StartingOffsets, such as StartingOffsets.earliest().',
    ].join('\n'),
  );
});

test('refuses a trigger that cannot be', () => {
  expect(() => app({ trigger: Trigger.processingTime(Duration.seconds(-1)) })).toThrow(QuantityError);
});

describe('starting offsets', () => {
  const at = (offsets: Record<string, Record<number, number>>) => ({
    startingOffsets: StartingOffsets.at(offsets),
  });
  const twoPartitions = { partitions: 2 };

  test('are one for each partition of the source', () => {
    expect(() => app(at({ user_events: { 0: 1, 1: -2 } }), newStack(), twoPartitions)).not.toThrow();
  });

  test.each([
    ['one too few', { user_events: { 0: 1 } }],
    ['one too many', { user_events: { 0: 1, 1: 1, 2: 1 } }],
    ['one of a partition that is not there', { user_events: { 0: 1, 2: 1 } }],
    ['those of another topic, too', { user_events: { 0: 1, 1: 1 }, others: { 0: 1 } }],
    ['those of another topic only', { others: { 0: 1, 1: 1 } }],
  ])('are refused with %s', (_, offsets) => {
    expect(refused(at(offsets), twoPartitions)).toBe(
      `startingOffsets must have an offset for each of the 2 partitions of 'user_events' and nothing else, got ${JSON.stringify(offsets)}; -2 is the earliest, -1 the latest.`,
    );
  });

  test('are taken as they are where nobody knows how many partitions there are', () => {
    const stack = newStack();
    const source = KafkaTopic.fromTopicName(stack, 'theirs', 'theirs');
    expect(() => app({ source, ...at({ theirs: { 0: 1, 5: 1 } }) }, stack)).not.toThrow();
  });
});

test('refuses a least batch above the largest', () => {
  const sourceOptions = { MinOffsetsPerTrigger: 11 };
  expect(refused({ sourceOptions, maxOffsetsPerTrigger: 10 })).toBe(
    'sourceOptions: minOffsetsPerTrigger must be at most maxOffsetsPerTrigger (10), got 11; lower it.',
  );
  expect(() => app({ sourceOptions, maxOffsetsPerTrigger: 11 })).not.toThrow();
  expect(() => app({ sourceOptions })).not.toThrow();
  expect(() => app({ maxOffsetsPerTrigger: 1 })).not.toThrow();
});

test('refuses the partitions of the state from two sides', () => {
  expect(refused({ settings: { 'spark.sql.shuffle.partitions': 3 } })).toBe(
    'settings must leave spark.sql.shuffle.partitions to the property shufflePartitions, got 3; set that.',
  );
});

test('refuses options of the source that it sets itself, all of them at once', () => {
  expect(refused({ sourceOptions: { subscribePattern: '.*', minPartitions: 0, typo: 1 } })).toBe(
    "sourceOptions: subscribePattern must be set by the property source; got '.*', and " +
      "minPartitions must be a whole number, 1 or more; got '0', and 'typo' is not an option of the source; there are " +
      'fetchOffset.numRetries, fetchOffset.retryIntervalMs, groupIdPrefix, kafkaConsumer.pollTimeoutMs, ' +
      "minOffsetsPerTrigger, minPartitions, and those of a consumer with 'kafka.' before them.",
  );
});

test('takes brokers whose addresses Terraform alone knows', () => {
  const stack = newStack();
  const bootstrapServers = Token.asList(Fn.split(',', 'a:9092,b:9092'));
  const kafka = KafkaCluster.fromBootstrapServers(stack, 'managed', { bootstrapServers });
  const topic = (name: string) => KafkaTopic.fromTopicName(stack, name, name);
  const topics = { source: topic('a'), sink: topic('b'), deadLetters: topic('c') };
  app({ kafka, ...topics }, stack);
  expect(container(stack, 'kafka-spark-app').command?.join(' ')).toContain('--bootstrap-servers ${join(');
});

test('warns when the source forgets records before they can count', () => {
  const warned = (retention: Retention): string[] => warnings(app({}, newStack(), { retention }));
  expect(warned(Retention.upTo(Duration.seconds(119)))).toEqual([
    'the retention of user_events (119 seconds) is shorter than window + watermark (2 minutes): after a pause, records are gone before they count; keep them longer. [policy]',
  ]);
  expect(warned(Retention.upTo(Duration.minutes(2)))).toEqual([]);
  expect(warned(Retention.forever())).toEqual([]);
});

test.each([
  [1, '-90 seconds'],
  [3, '-270 seconds'],
])('with patience %p, it works as long as it has made progress since %s', (patience, since) => {
  const stack = newStack();
  app({}, stack, {}, [], patience);
  expect(healthQuestion(stack, 'kafka-spark-app').at(-1)).toContain(`-newermt '${since}'`);
});
