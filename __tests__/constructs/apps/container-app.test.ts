import { ContainerApp, type ContainerAppProps } from '../../../constructs/apps/container-app';
import { ContainerImage } from '../../../constructs/core/container-image';
import { HealthCheck } from '../../../constructs/core/health-check';
import { Size } from '../../../constructs/core/size';
import { KafkaCluster } from '../../../constructs/kafka/kafka-cluster';
import { KafkaTopic, type IKafkaTopic } from '../../../constructs/kafka/kafka-topic';
import { Metadata } from '../../../constructs/kafka/metadata';
import { ZooKeeperEnsemble } from '../../../constructs/zookeeper/zookeeper-ensemble';
import { container, environment, newPlatform, newStack } from '../../support/synth';

const topic = (name: string): IKafkaTopic => KafkaTopic.fromTopicName(newStack(), name, name);

/** An application, and a cluster and topics that it may be given. */
function app(props: (kafka: KafkaCluster) => Partial<ContainerAppProps> = () => ({}), stack = newStack()) {
  const platform = newPlatform(stack);
  const metadata = Metadata.zooKeeper(new ZooKeeperEnsemble(stack, 'zookeeper', { platform }));
  const kafka = new KafkaCluster(stack, 'brokers', { platform, metadata });
  return new ContainerApp(stack, 'billing', {
    platform,
    image: ContainerImage.of('example/billing:1', { readOnlyRoot: true }),
    user: 'billing',
    healthCheck: HealthCheck.http(80, '/health'),
    memory: Size.mebibytes(64),
    ...props(kafka),
  });
}

test('is a service named as its construct, hardened like every other', () => {
  const stack = newStack();
  app(() => ({ ports: [{ name: 'page', port: 80, hostPort: 8000 }], environment: { A: '1' } }), stack);
  expect(container(stack, 'billing')).toMatchObject({
    user: 'billing',
    read_only: true,
    capabilities: { drop: ['ALL'] },
    security_opts: ['no-new-privileges:true'],
    ports: [{ internal: 80, external: 8000, ip: '127.0.0.1' }],
    env: ['A=1'],
  });
});

test('has addresses inside and on the host', () => {
  const made = app(() => ({ serviceName: 'bills', ports: [{ name: 'page', port: 80, hostPort: 8000 }] }));
  expect(made.serviceName).toBe('bills');
  expect(made.internalAddress('page').toString()).toBe('bills:80');
  expect(made.hostAddress('page').toString()).toBe('localhost:8000');
});

test.each([
  ['KAFKA_BOOTSTRAP_SERVERS', undefined],
  ['BROKERS', 'BROKERS'],
])('is told the addresses of the brokers by %s', (variable, bootstrapVariable) => {
  const stack = newStack();
  app((kafka) => ({ kafka, bootstrapVariable, environment: { A: '1' } }), stack);
  expect(environment(stack, 'billing')).toEqual({
    A: '1',
    [variable]: 'kafka1:19092,kafka2:19093,kafka3:19094',
  });
});

test('comes after the brokers, the topics that it reads and writes, and what else it is told', () => {
  const stack = newStack();
  app((kafka) => {
    const [orders, bills, other] = ['orders', 'bills', 'other'].map(
      (name) => new KafkaTopic(stack, name, { cluster: kafka }),
    );
    return { kafka, reads: [orders!], writes: [bills!], dependsOn: [other!] };
  }, stack);
  const before = container(stack, 'billing').depends_on?.join();
  for (const each of [
    'docker_container.brokers_kafka3',
    'kafka_topic.orders',
    'kafka_topic.bills',
    'kafka_topic.other',
  ])
    expect(before).toContain(each);
});

test('comes after the stack of its topics', () => {
  const [first, second] = [newStack('first'), newStack('second')];
  app((kafka) => ({ kafka, reads: [KafkaTopic.fromTopicName(first, 'orders', 'orders')] }), second);
  expect(second.dependencies).toContain(first);
});

test('says of which consumer group it is a member, and on which brokers', () => {
  const made = app((kafka) => ({ kafka, consumerGroup: 'billing' }));
  expect(made).toMatchObject({ consumerGroup: 'billing' });
  expect(made.kafka?.bootstrapServers[0]).toBe('kafka1:19092');
  expect(app().consumerGroup).toBeUndefined();
});

test.each<[string, Partial<ContainerAppProps>, string]>([
  ['reads', { reads: [topic('orders')] }, "'orders'"],
  ['writes', { writes: [topic('bills')] }, "'bills'"],
  ['a group', { consumerGroup: 'billing' }, 'the group'],
])('refuses %s without the brokers on which they are', (_, props, named) => {
  expect(() => app(() => props)).toThrow(
    `kafka must be given with reads, writes or a consumerGroup: the brokers on which they are; got none for ${named}.`,
  );
});

test('refuses the addresses of the brokers from two sides', () => {
  const given = { KAFKA_BOOTSTRAP_SERVERS: 'elsewhere:9092' };
  expect(() => app((kafka) => ({ kafka, environment: given }))).toThrow(
    "environment must leave KAFKA_BOOTSTRAP_SERVERS to kafka, got 'elsewhere:9092'",
  );
  expect(() => app((kafka) => ({ kafka, environment: given, bootstrapVariable: 'BROKERS' }))).not.toThrow();
  expect(() => app(() => ({ environment: given }))).not.toThrow();
});

test('refuses a group without a name', () => {
  expect(() => app((kafka) => ({ kafka, consumerGroup: '' }))).toThrow('consumerGroup must not be empty');
});
