import { connectClusters, kafkaClusters } from '../../../../cli/status/declared';
import { ENDPOINT_LABEL, KEEPS_LABEL, KEPT, LABEL, ROLE } from '../../../../constructs/core/labels';
import { container, topic } from '../../../support/plans';
import { synthesized } from '../../../support/synthesized';

const broker = (name: string, port: number, labels: Record<string, string> = {}) =>
  container(name, {
    [LABEL.role]: ROLE.broker,
    [`${ENDPOINT_LABEL}Kafka broker`]: `localhost:${port}`,
    [`${ENDPOINT_LABEL}metrics`]: 'http://localhost:9404',
    ...labels,
  });

const worker = (name: string, port: number, configs: string) =>
  container(name, {
    [LABEL.role]: ROLE.connect,
    [`${ENDPOINT_LABEL}REST`]: `http://localhost:${port}`,
    [KEEPS_LABEL + KEPT.configs]: configs,
  });

test('brokers are one cluster, with the topics that another stack has on some of them', () => {
  const kafka = synthesized('kafka', { docker_container: [broker('kafka1', 9092), broker('kafka2', 9093)] });
  const topics = synthesized(
    'topics',
    { kafka_topic: [topic()] },
    { kafkaProviders: [{ name: 'kafka', servers: ['localhost:9092'], isOpen: true }] },
  );
  expect(kafkaClusters([kafka, topics])).toEqual([
    { addresses: ['localhost:9092', 'localhost:9093'], names: ['orders'], isOwn: true },
  ]);
});

test('two clusters of a stack stay two, and so do those of two platforms', () => {
  const other = { [LABEL.platform]: 'other' };
  const brokers = [broker('kafka1', 9092), broker('archive-kafka1', 9192), broker('kafka1', 9292, other)];
  const addresses = kafkaClusters([synthesized('all', { docker_container: brokers })]);
  expect(addresses.map((each) => each.addresses)).toEqual([
    ['localhost:9092'],
    ['localhost:9192'],
    ['localhost:9292'],
  ]);
});

test.each([
  ['ensemble of ZooKeeper', LABEL.ensemble],
  ['cluster in KRaft', LABEL.cluster],
])('brokers of one %s are one cluster, whatever their names are', (_, label) => {
  const of = (value: string): Record<string, string> => ({ [label]: value });
  const brokers = [
    broker('first', 9092, of('a')),
    broker('second', 9093, of('a')),
    broker('kafka1', 9094, of('b')),
    broker('kafka2', 9095, of('c')),
  ];
  const found = kafkaClusters([synthesized('all', { docker_container: brokers })]);
  expect(found.map(({ addresses }) => addresses)).toEqual([
    ['localhost:9092', 'localhost:9093'],
    ['localhost:9094'],
    ['localhost:9095'],
  ]);
});

test('brokers that others run are asked, too; those that only Terraform can ask are not', () => {
  const theirs = synthesized(
    'a',
    { kafka_topic: [topic()] },
    { kafkaProviders: [{ name: 'kafka', servers: ['kafka.example:9092'], isOpen: true }] },
  );
  expect(kafkaClusters([theirs, synthesized('b', { kafka_topic: [topic()] })])).toEqual([
    { addresses: ['kafka.example:9092'], names: ['orders'], isOwn: false },
  ]);
});

test('workers that keep their connectors in one topic are one cluster', () => {
  const workers = [worker('a1', 8083, 'a'), worker('a2', 8084, 'a'), worker('b', 8085, 'b')];
  const services = synthesized('services', { docker_container: workers });
  const connectors = synthesized(
    'connectors',
    { 'kafka-connect_connector': [{ name: 'people' }] },
    { connectUrl: 'http://localhost:8084' },
  );
  expect(connectClusters([services, connectors])).toEqual([
    { addresses: ['http://localhost:8085'], names: [], isOwn: true },
    { addresses: ['http://localhost:8083', 'http://localhost:8084'], names: ['people'], isOwn: true },
  ]);
});

test('an address that only Terraform knows cannot be asked', () => {
  const stack = synthesized('connectors', {}, { connectUrl: 'http://${data.host.it.name}:8083' });
  expect(connectClusters([stack])).toEqual([]);
});
