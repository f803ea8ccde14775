import { Command } from 'commander';
import { allowOption, dangers, refusal } from '../../scripts/lib/plan-gate';
import { change, plan, topic } from '../support/plans';

const two = dangers([
  plan(
    change('kafka_topic', topic(), null),
    change(
      'kafka_topic',
      topic({ name: 'sales' }),
      topic({ name: 'sales', config: { 'retention.ms': '1' } }),
    ),
  ),
]);

test('every danger is told at once, each in a line, with the words that say yes', () => {
  expect(refusal(two, [], 'npm start --')).toBe(
    [
      '✖ The topic orders is deleted with all its records.',
      '✖ The topic sales would keep only records of the last 1 millisecond, where it was records of the last 7 days: older ones are deleted at once.',
      '',
      'If that is what you want: npm start -- --allow topic:orders --allow retention:sales',
    ].join('\n'),
  );
});

test('what is allowed is not told, what is not allowed still is', () => {
  expect(refusal(two, ['topic:orders'], 'add')).toMatch(
    /^✖ The topic sales .*\n\nIf .*: add --allow retention:sales$/,
  );
  expect(refusal(two, ['topic:orders', 'retention:sales'], 'add')).toBeUndefined();
});

test('a yes to one topic is none to another', () => {
  expect(refusal(two, ['topic:sales', 'retention:orders'], 'add')).toContain('orders');
});

test('a plan without changes is no danger', () => {
  expect(dangers([plan(), { format_version: '1.2' }])).toEqual([]);
});

test('--allow may be given again', () => {
  const command = new Command()
    .addOption(allowOption())
    .parse(['--allow', 'a', '--allow', 'b'], { from: 'user' });
  expect(command.opts()).toEqual({ allow: ['a', 'b'] });
});
