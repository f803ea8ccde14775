import { LABEL } from '../../../../../constructs/core/labels';
import { olderKafka } from '../../../../../cli/engine/plan-gate/kafka-version';
import { change, container, plan } from '../../../../support/plans';

const kafka = (name: string, version?: string) =>
  container(name, version === undefined ? {} : { [LABEL.kafkaVersion]: version });

const edit = (before?: string, after?: string) =>
  plan(change('docker_container', kafka('kafka1', before), kafka('kafka1', after), true));

test.each([
  ['4.3', '3.9'],
  ['4.3', '4.2'],
  ['4.10', '4.9'],
])('a broker of Kafka %s that would be of %s is stopped', (before, after) => {
  expect(olderKafka([edit(before, after)])).toEqual([
    {
      rule: 'kafka',
      name: 'older',
      sentence: expect.stringContaining(`kafka1 would go from Kafka ${before} back to ${after}`) as string,
    },
  ]);
});

test.each([
  ['3.9', '4.3'],
  ['4.2', '4.3'],
  ['4.9', '4.10'],
  ['4.3', '4.3'],
  [undefined, '3.9'],
  ['4.3', undefined],
  [undefined, undefined],
])('a broker of Kafka %s may become one of %s', (before, after) => {
  expect(olderKafka([edit(before, after)])).toEqual([]);
});

test('all of them are told together; one that comes or goes is none', () => {
  const back = change(
    'docker_container',
    kafka('kafka-controller1', '4.3'),
    kafka('kafka-controller1', '3.9'),
  );
  const gone = change('docker_container', kafka('kafka4', '4.3'), null);
  const made = change('docker_container', null, kafka('kafka5', '3.9'));
  expect(olderKafka([edit('4.3', '3.9'), plan(back, gone, made)])).toMatchObject([
    { sentence: expect.stringContaining('kafka1, kafka-controller1 would go') as string },
  ]);
});
