import { checkCluster, PAUSED, settled, STOPPED } from '../../../../cli/kubernetes/settling';
import { brokersOnKubernetes, FakeKubernetes, notReady, ready } from '../../../support/fake-kubernetes';

const stacks = brokersOnKubernetes();
const HURRY = { firstWord: 30, unchanged: 60, pause: 5 };

let cluster: FakeKubernetes;
let said: string[];
beforeEach(() => {
  cluster = new FakeKubernetes();
  said = [];
});
const settle = (): Promise<void> => settled(cluster.namespace(stacks), (step) => said.push(step), HURRY);

test('what is ready is not waited for', async () => {
  cluster.has('Kafka', 'streaming', ready);
  cluster.has('KafkaTopic', 'user-events', ready);
  await settle();
  expect([said, cluster.asked]).toEqual([[], []]);
});

test('what is not ready is said, with what its operator says of it', async () => {
  cluster.has('Kafka', 'streaming', notReady('Kafka cluster is being deployed'));
  cluster.has('KafkaTopic', 'user-events', ready);
  const ends = settle();
  setTimeout(() => cluster.has('Kafka', 'streaming', ready), 20);
  await ends;
  expect(said).toEqual(['waiting for kafka/streaming is not ready: Kafka cluster is being deployed']);
});

test('where nothing says how anything is, the wait ends, and says who would', async () => {
  cluster.has('Kafka', 'streaming');
  cluster.has('KafkaTopic', 'user-events');
  await expect(settle()).rejects.toThrow(
    /^Nothing says how (kafka\/streaming, kafkatopic\/user-events|kafkatopic\/user-events, kafka\/streaming) are, for \d+ s: see that Strimzi's operator runs, and watches the namespace streaming\.$/,
  );
});

test('where nothing changes any more, the wait ends with all that is not ready', async () => {
  cluster.has('Kafka', 'streaming', ready);
  cluster.has('KafkaTopic', 'user-events', notReady('Number of partitions cannot be decreased'));
  await expect(settle()).rejects.toThrow(
    'Not everything is ready, and nothing changes any more:\nkafkatopic/user-events is not ready: Number of partitions cannot be decreased',
  );
});

test('what is not there is said', async () => {
  cluster.has('Kafka', 'streaming', ready);
  await expect(settle()).rejects.toThrow('kafkatopic/user-events is not there');
});

test('brokers that were stopped go on, and those that somebody paused stay so', async () => {
  cluster.has('KafkaTopic', 'user-events', ready);
  const paused = { observedGeneration: 1, conditions: [{ type: 'ReconciliationPaused', status: 'True' }] };
  cluster.has('Kafka', 'streaming', paused, { [PAUSED]: 'true' });
  await expect(settle()).rejects.toThrow('kafka/streaming is paused: its operator leaves it alone');
  expect(cluster.asked).toEqual([]);
  cluster.has('Kafka', 'streaming', ready, { [PAUSED]: 'true', [STOPPED]: 'true' });
  await settle();
  expect(cluster.asked).toEqual([
    `annotate kafka.kafka.strimzi.io/streaming --namespace=streaming ${PAUSED}- ${STOPPED}-`,
  ]);
});

test('a cluster that lacks an operator is refused before anything is planned', async () => {
  cluster.answers['api-versions'] = 'v1\napps/v1\n';
  await expect(checkCluster(cluster.namespace(stacks))).rejects.toThrow(
    /^The cluster does not know kafka\.strimzi\.io\/v1: install Strimzi 1\.x .*, watching the namespace streaming\.$/,
  );
  cluster.answers['api-versions'] = 'v1\napps/v1\nkafka.strimzi.io/v1\n';
  cluster.answers['config current-context'] = 'mine\n';
  expect(await checkCluster(cluster.namespace(stacks))).toBe('mine');
});
