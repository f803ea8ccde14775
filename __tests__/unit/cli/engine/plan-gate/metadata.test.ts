import { LABEL, METADATA } from '../../../../../constructs/core/labels';
import { lostMetadata } from '../../../../../cli/engine/plan-gate/metadata';
import { change, container, plan } from '../../../../support/plans';

const VOTERS = '1001@kafka-controller1:29093';
const ZOOKEEPER = { [LABEL.metadata]: METADATA.zooKeeper };
const MIGRATING = { ...ZOOKEEPER, [LABEL.controllers]: VOTERS };
const KRAFT = { [LABEL.metadata]: METADATA.kraft, [LABEL.cluster]: 'one', [LABEL.controllers]: VOTERS };
const OTHER_VOTERS = { ...KRAFT, [LABEL.controllers]: '1@kafka1:29093' };
const OTHER_CLUSTER = { ...KRAFT, [LABEL.cluster]: 'another' };

type Labels = Record<string, string>;
const edit = (before: Labels, after: Labels) =>
  plan(change('docker_container', container('kafka1', before), container('kafka1', after), true));

test.each<[string, Labels, Labels]>([
  ['from ZooKeeper to KRaft at once', ZOOKEEPER, KRAFT],
  ['from KRaft to ZooKeeper', KRAFT, ZOOKEEPER],
  ['to other controllers', KRAFT, OTHER_VOTERS],
  ['to another cluster', KRAFT, OTHER_CLUSTER],
])('brokers that go %s leave their metadata behind', (_, before, after) => {
  expect(lostMetadata([edit(before, after)])).toEqual([
    { rule: 'metadata', name: 'left-behind', sentence: expect.stringContaining('kafka1') as string },
  ]);
});

test.each<[string, Labels, Labels]>([
  ['stay in ZooKeeper', ZOOKEEPER, { ...ZOOKEEPER, edited: '9' }],
  ['stay in KRaft', KRAFT, { ...KRAFT, edited: '9' }],
  ['begin to move', ZOOKEEPER, MIGRATING],
  ['give the move up', MIGRATING, ZOOKEEPER],
  ['have moved', MIGRATING, KRAFT],
  ['go back as long as ZooKeeper is kept up to date', KRAFT, MIGRATING],
])('brokers that %s leave nothing behind', (_, before, after) => {
  expect(lostMetadata([edit(before, after)])).toEqual([]);
});

test('all that would lose theirs are said together', () => {
  const found = lostMetadata([edit(KRAFT, ZOOKEEPER), edit(KRAFT, OTHER_VOTERS)]);
  expect(found).toMatchObject([{ sentence: expect.stringContaining('kafka1, kafka1') as string }]);
});

test('containers that come, go, or have none lose none', () => {
  const [made, gone, other] = [
    change('docker_container', null, container('kafka1', KRAFT)),
    change('docker_container', container('kafka1', KRAFT), null),
    change('docker_container', container('ui'), container('ui', { A: 'b' }), true),
  ];
  expect(lostMetadata([plan(made, gone, other)])).toEqual([]);
});
