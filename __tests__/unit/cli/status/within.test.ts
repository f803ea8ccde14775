import { Interruption } from '../../../../cli/engine/run';
import { CommandError } from '../../../../cli/program';
import { within } from '../../../../cli/status/within';

test('an answer in time is the answer', async () => {
  await expect(within('It', Promise.resolve(1))).resolves.toEqual({ value: 1 });
});

test.each<[string, Error, string]>([
  [
    'what fetch met',
    Object.assign(new Error('fetch failed'), { cause: new Error('connect ECONNREFUSED') }),
    'It could not be asked: connect ECONNREFUSED.',
  ],
  [
    'the code, of an address by IPv4 and IPv6',
    Object.assign(new Error('fetch failed'), {
      cause: Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }),
    }),
    'It could not be asked: ECONNREFUSED.',
  ],
  [
    'a problem with the first of its details',
    new CommandError('It failed', 'Error: no\nmore'),
    'It failed: Error: no.',
  ],
])('a failure is a sentence: %s', async (_, error, why) => {
  await expect(within('It', Promise.reject(error))).resolves.toEqual({ why });
});

test('who does not answer in time is not waited for', async () => {
  const never = new Promise(() => undefined);
  await expect(within('It', never, 10)).resolves.toEqual({ why: 'It did not answer within 0.01 s.' });
});

test('an interruption is no answer', async () => {
  await expect(within('It', Promise.reject(new Interruption('stop')))).rejects.toThrow('stop');
});
