import { TerraformVariable } from 'cdktf';
import { sourceOptionProblems, type SourceOptions } from '../../../../apps/averages/source-options';
import { newStack } from '../../../support/synth';

const problem = (name: string, value: unknown): string | undefined =>
  sourceOptionProblems({ [name]: value } as SourceOptions)[0];

test.each([
  ['minPartitions', 1],
  ['minPartitions', '6'],
  ['MINPARTITIONS', 6],
  ['minOffsetsPerTrigger', 1],
  ['groupIdPrefix', 'averages'],
  ['kafkaConsumer.pollTimeoutMs', 1],
  ['fetchOffset.numRetries', 0],
  ['fetchOffset.retryIntervalMs', 0],
  ['kafka.fetch.min.bytes', 100_000],
  ['kafka.client.id', 'averages'],
])('takes %s=%p', (name, value) => {
  expect(problem(name, value)).toBeUndefined();
});

test.each([
  ['minPartitions', 0, 'a whole number, 1 or more'],
  ['minPartitions', '1.5', 'a whole number, 1 or more'],
  ['minOffsetsPerTrigger', -1, 'a whole number, 1 or more'],
  ['kafkaConsumer.pollTimeoutMs', 'x1', 'a whole number, 1 or more'],
  ['fetchOffset.numRetries', -1, 'a whole number, 0 or more'],
  ['fetchOffset.numRetries', '0.', 'a whole number, 0 or more'],
  ['fetchOffset.retryIntervalMs', '', 'a whole number, 0 or more'],
])('refuses %s=%p: it is to be %s', (name, value, allowed) => {
  expect(problem(name, value)?.startsWith(`${name} must be ${allowed}; got `)).toBe(true);
});

test.each([
  ['assign', 'source'],
  ['subscribe', 'source'],
  ['subscribePattern', 'source'],
  ['SubscribePattern', 'source'],
  ['startingOffsets', 'startingOffsets'],
  ['startingOffsetsByTimestamp', 'startingOffsets'],
  ['startingTimestamp', 'startingOffsets'],
  ['maxOffsetsPerTrigger', 'maxOffsetsPerTrigger'],
  ['maxTriggerDelay', 'trigger'],
  ['kafka.bootstrap.servers', 'kafka'],
])('leaves %s to the property %s', (name, property) => {
  expect(problem(name, 'x')).toBe(`${name} must be set by the property ${property}; got 'x'`);
});

test.each([
  ['endingOffsets', 'a stream has no end'],
  ['endingOffsetsByTimestamp', 'a stream has no end'],
  ['endingTimestamp', 'a stream has no end'],
  ['failOnDataLoss', 'averages without the records that are gone would be wrong'],
  ['kafka.isolation.level', 'what a producer took back must not count'],
  ['kafka.auto.offset.reset', 'the checkpoint says where a query goes on; use the property startingOffsets'],
  ['kafka.enable.auto.commit', 'the checkpoint says where a query goes on'],
  ['kafka.group.id', 'queries that share a group take its records from each other; use groupIdPrefix'],
  ['kafka.interceptor.classes', 'it is not safe to change what a query reads'],
  ['kafka.key.deserializer', 'records are read as bytes'],
  ['kafka.value.deserializer', 'records are read as bytes'],
  ['kafka.key.serializer', 'records are read as bytes'],
  ['kafka.value.serializer', 'records are read as bytes'],
  ['KAFKA.Value.Deserializer', 'records are read as bytes'],
])('refuses %s, because %s', (name, why) => {
  const sentence = problem(name, 'x');
  expect(sentence?.startsWith(`${name} must be left out, because ${why}`)).toBe(true);
});

test.each(['minPartition', 'kafka', 'kafka.', 'kafka.1', 'a.kafka.client.id', 'constructor'])(
  'refuses %p, which Spark would pass over',
  (name) => {
    expect(problem(name, 1)).toBe(
      `'${name}' is not an option of the source; there are fetchOffset.numRetries, fetchOffset.retryIntervalMs, groupIdPrefix, kafkaConsumer.pollTimeoutMs, minOffsetsPerTrigger, minPartitions, and those of a consumer with 'kafka.' before them`,
    );
  },
);

test('a value may be known to Terraform alone, unless the application sets it', () => {
  const { stringValue } = new TerraformVariable(newStack(), 'partitions', { type: 'string' });
  expect(problem('minPartitions', stringValue)).toBeUndefined();
  expect(problem('subscribe', stringValue)).toContain('must be set by the property source');
});
