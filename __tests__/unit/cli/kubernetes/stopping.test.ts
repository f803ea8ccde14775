import { LABEL } from '../../../../constructs/core/labels';
import { fields } from '../../../../cli/kubernetes/drift';
import { PAUSED, STOPPED } from '../../../../cli/kubernetes/settling';
import { letTopicsGo, mustBeOurs, stop } from '../../../../cli/kubernetes/stopping';
import { brokersOnKubernetes, FakeKubernetes, ready } from '../../../support/fake-kubernetes';

const stacks = brokersOnKubernetes();
let cluster: FakeKubernetes;
beforeEach(() => {
  cluster = new FakeKubernetes();
});

test('brokers are left alone by their operator, and only their pods go', async () => {
  cluster.answers['get kafka.'] = 'kafka.kafka.strimzi.io/streaming\n';
  expect(await stop(cluster.namespace(stacks))).toEqual(['streaming']);
  expect(cluster.asked.slice(1)).toEqual([
    `annotate kafka.kafka.strimzi.io/streaming --namespace=streaming --overwrite ${PAUSED}=true ${STOPPED}=true`,
    'delete strimzipodsets.core.strimzi.io,deployments.apps --namespace=streaming -l strimzi.io/cluster=streaming --ignore-not-found',
  ]);
});

test('topics of stopped brokers are let go, those of others wait for their operator', async () => {
  cluster.has('KafkaTopic', 'user-events', ready);
  cluster.has('Kafka', 'streaming', ready);
  await letTopicsGo(cluster.namespace(stacks));
  expect(cluster.asked).toEqual([]);
  cluster.has('Kafka', 'streaming', ready, { [STOPPED]: 'true' });
  await letTopicsGo(cluster.namespace(stacks));
  expect(cluster.asked).toEqual([
    'patch kafkatopic.kafka.strimzi.io/user-events --namespace=streaming --type=merge -p {"metadata":{"finalizers":null}}',
  ]);
});

test('a namespace that is none of ours is left alone', async () => {
  cluster.has('Namespace', 'streaming');
  await expect(mustBeOurs(cluster.namespace(stacks))).rejects.toThrow('is not one that this program made');
  cluster.has('Namespace', 'streaming', undefined, { [LABEL.platform]: 'streaming' });
  await mustBeOurs(cluster.namespace(stacks));
});

test('what differs is said by field, at whatever depth', () => {
  const now = { spec: { partitions: 6, config: { a: '1' } } };
  expect(fields(now, { spec: { partitions: 3, config: { a: '1', b: '2' } } })).toEqual([
    'spec.partitions: 6 → 3',
    'spec.config.b: nothing → "2"',
  ]);
  expect(fields(now, now)).toEqual([]);
});
