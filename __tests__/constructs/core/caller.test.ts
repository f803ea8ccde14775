import { callerLine } from '../../../constructs/core/caller';
import { ContainerImage, KafkaTopic } from '../../../constructs';
import { newStack } from '../../support/synth';

jest.unmock('../../../constructs/core/caller');

test('is the line outside of the library, in its source, relative to where the program runs', () => {
  expect(callerLine()).toBe('__tests__/constructs/core/caller.test.ts:8');
});

test('ends each refusal, however deep in the library it was noticed', () => {
  const refused = (): unknown => new KafkaTopic(newStack(), 'a', { cluster: 'kafka' as never });
  expect(refused).toThrow(/ \(at __tests__\/constructs\/core\/caller\.test\.ts:12\)$/);
});

test('leaves the depth of other stack traces as it was', () => {
  const { stackTraceLimit } = Error;
  callerLine();
  expect(Error.stackTraceLimit).toBe(stackTraceLimit);
  expect(ContainerImage.of('a:1').problem).toBeUndefined();
});
