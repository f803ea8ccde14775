import { callerLine } from '../../../../constructs/core/caller';
import { ContainerImage, KafkaCluster, KafkaTopic, Metadata } from '../../../../constructs';
import { accepted, newPlatform, newStack, warnings } from '../../../support/synth';

jest.unmock('../../../../constructs/core/caller');

test('is the line outside of the library, in its source, relative to where the program runs', () => {
  expect(callerLine()).toBe('__tests__/unit/constructs/core/caller.test.ts:8');
});

test('ends each refusal, however deep in the library it was noticed', () => {
  const refused = (): unknown => new KafkaTopic(newStack(), 'a', { cluster: 'kafka' as never });
  expect(refused).toThrow(/ \(at __tests__\/unit\/constructs\/core\/caller\.test\.ts:12\)$/);
});

test('ends also what is only noticed at synth, with the line that made the construct', () => {
  const stack = newStack();
  const cluster = KafkaCluster.fromBootstrapServers(stack, 'kafka', { bootstrapServers: ['a:9092'] });
  for (const id of ['one', 'two']) new KafkaTopic(stack, id, { cluster, topicName: 'orders' });
  expect(() => accepted(stack)).toThrow(
    /two cannot.* \(at __tests__\/unit\/constructs\/core\/caller\.test\.ts:19\)$/s,
  );
});

test('ends warnings, too', () => {
  const stack = newStack();
  const platform = newPlatform(stack);
  const cluster = new KafkaCluster(stack, 'kafka', { platform, metadata: Metadata.kraft(), brokers: 1 });
  expect(warnings(cluster)).toEqual([expect.stringMatching(/ \(at \S+caller\.test\.ts:28\)$/)]);
});

test('leaves the depth of other stack traces as it was', () => {
  const { stackTraceLimit } = Error;
  callerLine();
  expect(Error.stackTraceLimit).toBe(stackTraceLimit);
  expect(ContainerImage.of('a:1').problem).toBeUndefined();
});
