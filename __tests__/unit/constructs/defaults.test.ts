import { Testing, TerraformStack, type App } from 'cdktf';
import {
  ContainerApp,
  ContainerImage,
  DockerPlatform,
  HealthCheck,
  KafkaCluster,
  KafkaConnect,
  KafkaTopic,
  KafkaUi,
  SchemaRegistry,
  Size,
} from '../../../constructs';
import {
  accepted,
  container,
  environment,
  newPlatform,
  newStack,
  resources,
  synth,
} from '../../support/synth';

const WEB = {
  image: ContainerImage.of('example/web:1'),
  user: 'web',
  healthCheck: HealthCheck.http(80, '/'),
  memory: Size.mebibytes(64),
};

describe('three lines', () => {
  const stack = newStack('kafka');
  const platform = new DockerPlatform(stack, 'platform');
  const kafka = new KafkaCluster(stack, 'kafka', { platform });

  test('give three brokers that keep their metadata themselves, by the names that users know', () => {
    expect(resources(stack, 'docker_container').map(({ name }) => name)).toEqual([
      'kafka1',
      'kafka2',
      'kafka3',
    ]);
    expect(environment(stack, 'kafka1')).toMatchObject({
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_DEFAULT_REPLICATION_FACTOR: '3',
    });
    expect(kafka.hostBootstrapServers).toEqual(['localhost:9092', 'localhost:9093', 'localhost:9094']);
  });

  test('run the public images', () => {
    expect(resources(stack, 'docker_image')).toMatchObject([{ name: 'confluentinc/cp-kafka:7.9.6' }]);
  });
});

test.each([
  ['streaming', undefined, 'kafka1'],
  ['blue', undefined, 'blue-kafka1'],
  ['blue', '', 'kafka1'],
  ['streaming', 'x-', 'x-kafka1'],
])(
  'on the platform %p with the prefix %p, the container of a broker is %p',
  (platformName, containerPrefix, name) => {
    const stack = newStack();
    const platform = newPlatform(stack, { platformName, containerPrefix });
    new KafkaCluster(stack, 'kafka', { platform, brokers: 1 });
    expect(container(stack, name).name).toBe(name);
  },
);

/** A broker in a stack of its own, and what works with it in `stack`. */
function program(stackId = 'services'): { app: App; kafka: KafkaCluster; stack: TerraformStack } {
  const app = Testing.app();
  const brokers = newStack('kafka', app);
  const kafka = new KafkaCluster(brokers, 'brokers', { platform: newPlatform(brokers), brokers: 1 });
  return { app, kafka, stack: stackId === 'kafka' ? brokers : newStack(stackId, app) };
}

describe('what works with a cluster', () => {
  test('runs on the platform of the cluster', () => {
    const { kafka, stack } = program();
    const { platform } = kafka;
    const registry = new SchemaRegistry(stack, 'registry', { cluster: kafka });
    const connect = new KafkaConnect(stack, 'connect', { cluster: kafka });
    new KafkaUi(stack, 'page', { clusters: [{ name: 'local', cluster: kafka }] });
    new ContainerApp(stack, 'of-brokers', { ...WEB, kafka });
    new ContainerApp(stack, 'of-a-topic', { ...WEB, reads: [kafka.addTopic('orders')] });
    expect([registry.platform, connect.platform]).toEqual([platform, platform]);
    const names = resources(stack, 'docker_container').map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['kafka-connect', 'kafka-ui', 'of-brokers', 'of-a-topic']));
  });

  test('on another one is refused once, with both', () => {
    const { app, kafka, stack } = program();
    const platform = newPlatform(stack, { platformName: 'far', portOffset: 100 });
    new KafkaUi(stack, 'page', { platform, clusters: [{ name: 'local', cluster: kafka }] });
    expect(() => accepted(app)).toThrow(
      /^services\/page cannot be made:\n {2}- it runs on services\/platform and works with kafka\/brokers on kafka\/platform: .*$/,
    );
  });

  test.each<[string, (stack: TerraformStack, kafka: ReturnType<typeof external>) => unknown]>([
    ['Connect', (stack, cluster) => new KafkaConnect(stack, 'it', { cluster })],
    ['a registry', (stack, cluster) => new SchemaRegistry(stack, 'it', { cluster })],
    ['a page', (stack, cluster) => new KafkaUi(stack, 'it', { clusters: [{ name: 'local', cluster }] })],
    ['an application', (stack, kafka) => new ContainerApp(stack, 'it', { ...WEB, kafka })],
  ])('%s needs a platform where others run the cluster', (_, make) => {
    const stack = newStack();
    expect(() => make(stack, external(stack))).toThrow(
      /it cannot be made:\n {2}- platform must be a DockerPlatform or a KubernetesPlatform, because nothing here runs test\/kafka; got undefined, give one\. \[policy\] \(at .*\)$/,
    );
  });

  test('an application that works with no cluster needs one too, and one that is wrong is refused once', () => {
    const it = (platform?: never) => () => new ContainerApp(newStack(), 'it', { ...WEB, platform });
    expect(it()).toThrow(
      /^test\/it cannot be made:\n {2}- platform must be a DockerPlatform or a KubernetesPlatform; got undefined, give one\. .*$/,
    );
    expect(it('docker' as never)).toThrow(
      /^test\/it cannot be made:\n {2}- platform must be a DockerPlatform or a KubernetesPlatform; got 'docker'\. .*$/,
    );
  });
});

function external(stack: TerraformStack) {
  return KafkaCluster.fromBootstrapServers(stack, 'kafka', { bootstrapServers: ['broker.example.com:9092'] });
}

describe('topics that nobody makes for a service', () => {
  const names = (stack: TerraformStack): unknown[] =>
    resources(stack, 'kafka_topic')
      .map(({ name }) => name)
      .sort();

  test('are made in the stack `topics` beside the brokers, before the service', () => {
    const { app, kafka, stack } = program();
    new KafkaConnect(stack, 'connect', { cluster: kafka });
    new SchemaRegistry(stack, 'registry', { cluster: kafka });
    const topics = app.node.findChild('topics') as TerraformStack;
    expect(names(topics)).toEqual([
      '_schemas',
      ...['configs', 'offsets', 'status'].map((each) => `kafka-connect-${each}`),
    ]);
    expect(topics.dependencies).toEqual([app.node.findChild('kafka')]);
    expect(stack.dependencies).toContain(topics);
    expect(environment(stack, 'kafka-connect').CONNECT_CONFIG_STORAGE_TOPIC).toBe('kafka-connect-configs');
    expect(() => accepted(app)).not.toThrow();
  });

  test('are in the stack of the brokers where the service is, and it waits for them', () => {
    const { app, kafka, stack } = program('kafka');
    new KafkaConnect(stack, 'connect', { cluster: kafka });
    new SchemaRegistry(stack, 'registry', { cluster: kafka });
    expect(app.node.tryFindChild('topics')).toBeUndefined();
    expect(names(stack)).toHaveLength(4);
    const waitsFor = new Set(container(stack, 'kafka-connect').depends_on);
    expect([...waitsFor].filter((each) => each.startsWith('kafka_topic'))).toHaveLength(3);
  });

  test('are of the service with brokers of others', () => {
    const app = Testing.app();
    const stack = newStack('services', app);
    const platform = newPlatform(stack);
    new SchemaRegistry(stack, 'registry', { platform, cluster: external(newStack('elsewhere', app)) });
    expect(names(stack)).toEqual(['_schemas']);
  });

  test('are beside those of one name in a stack `topics` of the program', () => {
    const { app, kafka, stack } = program('topics');
    new KafkaTopic(stack, 'topics', { cluster: kafka });
    new KafkaConnect(stack, 'connect', { cluster: kafka });
    expect(() => accepted(app)).not.toThrow();
    expect(names(stack)).toContain('kafka-connect-offsets');
  });

  test('two Connect clusters have their own, by their names', () => {
    const { app, kafka, stack } = program();
    new KafkaConnect(stack, 'one', { cluster: kafka });
    new KafkaConnect(stack, 'two', {
      cluster: kafka,
      ...{ serviceName: 'copies', hostPort: 8183, groupId: 'copies' },
    });
    expect(names(app.node.findChild('topics') as TerraformStack)).toContain('copies-configs');
    expect(() => accepted(app)).not.toThrow();
    expect(synth(stack).provider).not.toHaveProperty('kafka');
  });
});
