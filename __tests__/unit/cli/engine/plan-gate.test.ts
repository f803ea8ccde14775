import { join } from 'node:path';
import { Command } from 'commander';
import { allowOption, dataLosses, refusal, allowKey } from '../../../../cli/engine/plan-gate';
import { readPlan } from '../../../../cli/engine/plan';
import { change, plan, topic } from '../../../support/plans';

const two = dataLosses([
  plan(
    change('kafka_topic', topic(), null),
    change(
      'kafka_topic',
      topic({ name: 'sales', config: { 'retention.ms': String(7 * 24 * 3_600_000) } }),
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
  expect(dataLosses([plan(), { format_version: '1.2' }])).toEqual([]);
});

test('--allow may be given again', () => {
  const command = new Command()
    .addOption(allowOption())
    .parse(['--allow', 'a', '--allow', 'b'], { from: 'user' });
  expect(command.opts()).toEqual({ allow: ['a', 'b'] });
});

describe('what Terraform and the providers make of an edit', () => {
  // Of the stacks, with two brokers instead of three, a shorter retention, fewer partitions, another replication factor
  // and another prefix of Connect's topics; attributes that nobody here reads are left out.
  const plans = ['platform', 'kafka', 'topics'].map((stack) =>
    readPlan(join(__dirname, 'plan-gate', 'plans', `${stack}.json`)),
  );

  test('is told as one list', () => {
    expect(dataLosses(plans).map(allowKey)).toEqual([
      'topic:compose-connect-configs',
      'topic:compose-connect-offsets',
      'topic:compose-connect-status',
      'topic:user_events',
      'replication:aggregated_data',
      'retention:brokers',
      'retention:aggregated_data',
      'broker:gate-kafka3',
      'brokers:at-once',
    ]);
  });

  test('is told of each stack alone as well as it can be', () => {
    expect(plans.map((each) => dataLosses([each]).map(allowKey))).toMatchObject([
      ['volume:gate-kafka3-data', 'volume:gate-kafka3-secrets'],
      ['retention:brokers', 'broker:gate-kafka3', 'brokers:at-once'],
      expect.arrayContaining(['topic:user_events', 'topic:compose-connect-offsets']) as string[],
    ]);
  });
});
