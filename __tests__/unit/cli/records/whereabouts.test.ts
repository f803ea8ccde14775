import { LABEL, ENDPOINT_LABEL, BROKER_ENDPOINT, ROLE } from '../../../../constructs/core/labels';
import type { KafkaProvider, Resource, Stack } from '../../../../cli/engine/synthesis';
import { brokersOf, registryOf } from '../../../../cli/records/whereabouts';

function container(name: string, labels: Readonly<Record<string, string>>): Resource {
  const all = { [LABEL.platform]: 'shop', ...labels };
  return {
    address: `docker_container.${name}`,
    attributes: { name, labels: Object.entries(all).map(([label, value]) => ({ label, value })) },
  };
}
const broker = (name: string, cluster: string, address: string): Resource =>
  container(name, {
    ...{ [LABEL.role]: ROLE.broker, [LABEL.nodeId]: '1', [LABEL.cluster]: cluster },
    [ENDPOINT_LABEL + BROKER_ENDPOINT]: address,
  });
const registry = (name: string, address: string): Resource =>
  container(name, { [LABEL.role]: ROLE.schemaRegistry, [`${ENDPOINT_LABEL}Schema Registry`]: address });

function stack(
  containers: readonly Resource[],
  topics: Readonly<Record<string, readonly string[]>> = {},
  registries: Stack['registries'] = [],
): Stack {
  const kafkaProviders = Object.keys(topics).map((server, index): KafkaProvider => ({
    name: `kafka.${index}`,
    servers: [server],
    isOpen: true,
  }));
  const made = Object.values(topics).flatMap((names, index) =>
    names.map((name) => ({ address: name, attributes: { name, provider: `kafka.${index}` } })),
  );
  const resources = (type: string): readonly Resource[] =>
    ({ docker_container: containers, kafka_topic: made })[type] ?? [];
  return { name: 'one', resources, kafkaProviders, registries } as unknown as Stack;
}

test('the only cluster is asked for every topic, at all of its brokers', () => {
  const one = stack([broker('kafka1', 'a', 'localhost:9092'), broker('kafka2', 'a', 'localhost:9093')]);
  expect(brokersOf('anything', [one])).toEqual(['localhost:9092', 'localhost:9093']);
});

test('of several, that in which the topic is made', () => {
  const two = stack([], { 'a:9092': ['orders'], 'b:9092': ['people'] });
  expect(brokersOf('people', [two])).toEqual(['b:9092']);
  expect(() => brokersOf('others', [two])).toThrow(
    /several clusters \(a:9092 and b:9092\), and does not say in which others is: .*--bootstrap-servers/,
  );
});

test('where no brokers are known, they are to be given', () => {
  expect(() => brokersOf('orders', [stack([])])).toThrow(
    /--bootstrap-servers <host:port,…>.*--command-config/,
  );
});

test('the registry is what is deployed, or what subjects are made in', () => {
  const url = 'http://localhost:8081';
  expect(registryOf([stack([])])).toBeUndefined();
  expect(registryOf([stack([registry('schema-registry', url)])])).toBe(url);
  expect(registryOf([stack([registry('r', url)], {}, [{ name: 'restful', url }])])).toBe(url);
  expect(registryOf([stack([], {}, [{ name: 'restful', url: '${var.registry}' }])])).toBeUndefined();
  const two = stack([registry('r', url)], {}, [{ name: 'restful', url: 'https://registry.example.com' }]);
  expect(() => registryOf([two])).toThrow(/several schema registries .*--schema-registry/);
});
