import { Testing } from 'cdktf';
import { Construct } from 'constructs';
import { ContainerApp, type ContainerAppProps } from '../../../../constructs/container-app/container-app';
import { ContainerImage } from '../../../../constructs/core/container-image';
import { HealthCheck } from '../../../../constructs/core/health-check';
import { Size } from '../../../../constructs/core/size';
import { clientProperties } from '../../../../constructs/kafka/client-settings';
import { SecretFile } from '../../../../constructs/core/secret-file';
import { ClusterSecurity } from '../../../../constructs/kafka/cluster-security';
import type { KafkaCluster } from '../../../../constructs/kafka/kafka-cluster';
import { KafkaTopic } from '../../../../constructs/kafka/kafka-topic';
import type { ISchemaRegistry } from '../../../../constructs/schema-registry/interfaces';
import { newCluster } from '../../../support/cluster';
import { scram, secured, SCRAM_MOUNTS } from '../../../support/secured';
import { accepted, container, environment, newPlatform, newStack, warnings } from '../../../support/synth';

/** An application, and a cluster that it may be given. */
function app(
  props: (kafka: KafkaCluster) => Partial<ContainerAppProps> = () => ({}),
  stack = newStack(),
  tell: (app: ContainerApp, kafka: KafkaCluster) => void = () => undefined,
): ContainerApp {
  const platform = newPlatform(stack);
  const kafka = newCluster(platform, { brokers: 1 });
  const made = new ContainerApp(stack, 'billing', {
    platform,
    image: ContainerImage.of('example/billing:1', { readOnlyRoot: true }),
    user: 'billing',
    healthCheck: HealthCheck.http(80, '/health'),
    memory: Size.mebibytes(64),
    ...props(kafka),
  });
  tell(made, kafka);
  return accepted(made);
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

test.each([
  ['SPRING_KAFKA_BOOTSTRAP_SERVERS', 'localhost:9092,localhost:9093', 1],
  ['BOOTSTRAP_SERVER', '127.0.0.1:9092', 1],
  ['KAFKA_BOOTSTRAP_SERVERS', 'kafka1:19092', 0],
  ['ADDRESS', 'localhost:9092', 0],
])('with %s=%s it warns %p times of brokers in the container itself', (name, value, times) => {
  const warned = warnings(app(() => ({ environment: { [name]: value } })));
  expect(warned.filter((each) => each.includes(`environment: ${name} names localhost`))).toHaveLength(times);
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
    [variable]: 'kafka1:19092',
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
    'docker_container.brokers_kafka1',
    'kafka_topic.orders',
    'kafka_topic.bills',
    'kafka_topic.other',
  ])
    expect(before).toContain(each);
});

test('comes after the stack of its topics', () => {
  const stacks = Testing.app();
  const [first, second] = [newStack('first', stacks), newStack('second', stacks)];
  app((kafka) => ({ kafka, reads: [KafkaTopic.fromTopicName(first, 'orders', 'orders')] }), second);
  expect(second.dependencies).toContain(first);
});

test('says of which consumer group it is a member, and on which brokers', () => {
  const made = app((kafka) => ({ kafka, consumerGroup: 'billing' }));
  expect(made).toMatchObject({ consumerGroup: 'billing' });
  expect(made.kafka?.bootstrapServers[0]).toBe('kafka1:19092');
  expect(app().consumerGroup).toBeUndefined();
});

describe('told of a topic', () => {
  const told = (verb: 'reads' | 'writes', variable?: string) => {
    const stack = newStack();
    app(
      () => ({}),
      stack,
      (made, kafka) =>
        made[verb](new KafkaTopic(stack, 'user-events', { cluster: kafka, topicName: 'people' }), variable),
    );
    return stack;
  };

  test.each(['reads', 'writes'] as const)(
    'it %s, it knows the topic and its brokers, and comes after both',
    (verb) => {
      const stack = told(verb);
      expect(environment(stack, 'billing')).toEqual({
        KAFKA_BOOTSTRAP_SERVERS: 'kafka1:19092',
        KAFKA_TOPIC_USER_EVENTS: 'people',
      });
      const before = container(stack, 'billing').depends_on?.join();
      expect(before).toContain('kafka_topic.user-events');
      expect(before).toContain('docker_container.brokers_kafka1');
    },
  );

  test.each(['reads', 'writes'] as const)('it %s, the variable can be chosen', (verb) => {
    expect(environment(told(verb, 'SOURCE'), 'billing')).toMatchObject({ SOURCE: 'people' });
  });

  test('twice, it waits once', () => {
    const stack = newStack();
    app(
      (kafka) => ({ kafka }),
      stack,
      (made, kafka) => {
        const topic = kafkaTopic(kafka, stack);
        made.reads(topic);
        made.writes(topic);
      },
    );
    const before = container(stack, 'billing').depends_on ?? [];
    expect(new Set(before).size).toBe(before.length);
  });

  test('by its properties, it is told the same', () => {
    const stack = newStack();
    app((kafka) => {
      const [orders, bills] = ['orders', 'bills'].map((id) => new KafkaTopic(stack, id, { cluster: kafka }));
      return { reads: [orders!], writes: [bills!] };
    }, stack);
    expect(environment(stack, 'billing')).toMatchObject({
      KAFKA_TOPIC_ORDERS: 'orders',
      KAFKA_TOPIC_BILLS: 'bills',
    });
  });
});

const kafkaTopic = (cluster: KafkaCluster, stack = newStack()): KafkaTopic =>
  new KafkaTopic(stack, 'orders', { cluster });

test.each([
  ['SCHEMA_REGISTRY_URL', undefined],
  ['REGISTRY', 'REGISTRY'],
])('told of a registry, it knows its address by %s, and comes after it', (variable, chosen) => {
  const stacks = Testing.app();
  const [stack, services] = [newStack('test', stacks), newStack('services', stacks)];
  app(
    () => ({}),
    stack,
    (made) => made.uses(registry(services), chosen),
  );
  expect(environment(stack, 'billing')).toEqual({ [variable]: 'http://registry:8081' });
  expect(stack.dependencies).toContain(services);
});

const registry = (stack = newStack()): ISchemaRegistry =>
  Object.assign(new Construct(stack, 'registry'), {
    url: 'http://registry:8081',
    hostUrl: 'http://localhost:8081',
  });

test('refuses to use what is no registry', () => {
  const url = 'http://registry:8081' as unknown as ISchemaRegistry;
  expect(() =>
    app(
      () => ({}),
      newStack(),
      (made) => made.uses(url),
    ),
  ).toThrow("what it uses must be a SchemaRegistry; got 'http://registry:8081'");
});

test('refuses what another program declares', () => {
  expect(() =>
    app(
      () => ({}),
      newStack(),
      (made) => made.uses(registry()),
    ),
  ).toThrow("it uses the registry 'registry' (test/registry), which is not declared in this program");
});

test('refuses the addresses of the brokers from two sides', () => {
  const given = { KAFKA_BOOTSTRAP_SERVERS: 'elsewhere:9092' };
  expect(() => app((kafka) => ({ kafka, environment: given }))).toThrow(
    "environment has KAFKA_BOOTSTRAP_SERVERS already, as 'elsewhere:9092'",
  );
  expect(() => app((kafka) => ({ kafka, environment: given, bootstrapVariable: 'BROKERS' }))).not.toThrow();
  expect(() => app(() => ({ environment: given }))).not.toThrow();
});

test('cannot be made without a user, unless its image names one', () => {
  const image = ContainerImage.of('example/billing:1', { user: 'billing' });
  expect(() => app(() => ({ user: undefined }))).toThrow(
    'test/billing/service cannot be made:\n  - user must be given',
  );
  expect(() => app(() => ({ user: undefined, image }))).not.toThrow();
});

describe('brokers that want TLS and a login', () => {
  test('are told in the settings of a client, with the files that these name', () => {
    const stack = newStack();
    app(() => ({ kafka: secured(scram(), stack) }), stack);
    expect(environment(stack, 'billing')).toEqual({
      KAFKA_BOOTSTRAP_SERVERS: 'broker.example.com:9093',
      KAFKA_CLIENT_PROPERTIES: clientProperties(scram()).replace('${file', '$$$${file'),
    });
    expect(container(stack, 'billing')).toMatchObject({ mounts: SCRAM_MOUNTS, read_only: true });
  });

  test('are those of its first topic, also if that is said once it is made', () => {
    const stack = newStack();
    app(() => ({}), stack).reads(secured(scram(), stack).addTopic('orders'));
    const made = container(stack, 'billing');
    expect(made).toMatchObject({ mounts: SCRAM_MOUNTS, read_only: true });
    // Terraform asks for them before it makes the container.
    expect(JSON.stringify(made.lifecycle)).toMatch(/ca.crt.*login.properties/);
  });

  test('leave the files that it has at these paths', () => {
    const stack = newStack();
    const mine = { '/run/secrets/kafka/ca.crt': SecretFile.fromHost('/mine/ca.crt') };
    app(() => ({ kafka: secured(scram(), stack), secretFiles: mine }), stack);
    expect(container(stack, 'billing')).toMatchObject({
      mounts: [{ source: '/mine/ca.crt' }, { source: '/etc/streaming/login.properties' }],
    });
  });

  test('are not mounted where something else is', () => {
    const writablePaths = ['/run/secrets/kafka/ca.crt'];
    expect(() => app(() => ({ kafka: secured(), writablePaths }))).toThrow(
      "secretFiles must be where nothing else is, in volumes, files, writablePaths or a secret file of another volume; got '/run/secrets/kafka/ca.crt'",
    );
  });

  test('are only named where no file has their secret: the application has its own way', () => {
    const stack = newStack();
    app(() => ({ kafka: secured(ClusterSecurity.awsIam({ region: 'eu-central-1' }), stack) }), stack);
    expect(Object.keys(environment(stack, 'billing'))).toEqual(['KAFKA_BOOTSTRAP_SERVERS']);
  });
});
