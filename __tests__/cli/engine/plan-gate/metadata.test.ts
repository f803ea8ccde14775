import { lostMetadata } from '../../../../cli/engine/plan-gate/metadata';
import { change, container, plan } from '../../../support/plans';

const ZOOKEEPER = { KAFKA_BROKER_ID: '1', KAFKA_ZOOKEEPER_CONNECT: 'zoo1:2181' };
const MIGRATING = { ...ZOOKEEPER, KAFKA_CONTROLLER_QUORUM_VOTERS: '1001@kafka-controller1:29093' };
const KRAFT = {
  KAFKA_NODE_ID: '1',
  KAFKA_PROCESS_ROLES: 'broker',
  CLUSTER_ID: 'one',
  KAFKA_CONTROLLER_QUORUM_VOTERS: '1001@kafka-controller1:29093',
};
const OTHER_VOTERS = { ...KRAFT, KAFKA_CONTROLLER_QUORUM_VOTERS: '1@kafka1:29093' };
const OTHER_CLUSTER = { ...KRAFT, CLUSTER_ID: 'another' };

type Environment = Record<string, string>;
const edit = (before: Environment, after: Environment) =>
  plan(change('docker_container', container('kafka1', before), container('kafka1', after), true));

test.each<[string, Environment, Environment]>([
  ['from ZooKeeper to KRaft at once', ZOOKEEPER, KRAFT],
  ['from KRaft to ZooKeeper', KRAFT, ZOOKEEPER],
  ['to other controllers', KRAFT, OTHER_VOTERS],
  ['to another cluster', KRAFT, OTHER_CLUSTER],
])('brokers that go %s leave their metadata behind', (_, before, after) => {
  expect(lostMetadata([edit(before, after)])).toEqual([
    { rule: 'metadata', name: 'left-behind', sentence: expect.stringContaining('kafka1') as string },
  ]);
});

test.each<[string, Environment, Environment]>([
  ['stay in ZooKeeper', ZOOKEEPER, { ...ZOOKEEPER, KAFKA_NUM_IO_THREADS: '9' }],
  ['stay in KRaft', KRAFT, { ...KRAFT, KAFKA_NUM_IO_THREADS: '9' }],
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
