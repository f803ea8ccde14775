import {
  Aspects,
  LocalBackend,
  TerraformLocal,
  TerraformOutput,
  Testing,
  type App,
  type TerraformStack,
} from 'cdktf';
import {
  ContainerImage,
  HealthCheck,
  KafkaCluster,
  Service,
  Size,
  Task,
  ValidationError,
  type ServiceProps,
} from '../../../../constructs';
import { synthesize } from '../../../../constructs/testing';
import { newPlatform, newStack } from '../../../support/synth';

const WHAT_RUNS = {
  serviceName: 'exporter',
  image: ContainerImage.of('example/exporter:1.9.0'),
  user: 'nobody',
  memory: Size.mebibytes(64),
};

function newService(props: Partial<ServiceProps> = {}, stack = newStack()): TerraformStack {
  const platform = props.platform ?? newPlatform(stack);
  const healthCheck = HealthCheck.http(9308, '/metrics');
  new Service(stack, 'exporter', { platform, ...WHAT_RUNS, healthCheck, ...props });
  return stack;
}

function external(stack: TerraformStack): ReturnType<typeof KafkaCluster.fromBootstrapServers> {
  return KafkaCluster.fromBootstrapServers(stack, 'kafka', {
    bootstrapServers: ['broker.example.com:9092'],
    brokers: 3,
  });
}

describe('a service', () => {
  test('is read back from what Terraform gets', () => {
    const stack = newStack();
    const platform = newPlatform(stack, { containerPrefix: 'blue-', portOffset: 1000 });
    newService(
      {
        platform,
        command: ['--verbose'],
        environment: { GREETING: 'a=b ${c}', EMPTY: '' },
        ports: [
          { name: 'metrics', port: 9308, hostPort: 9308 },
          { name: 'inside', port: 9309 },
        ],
        volumes: [{ volume: platform.volume('exporter'), path: '/data' }],
      },
      stack,
    );
    expect(synthesize(stack).services).toEqual([
      {
        name: 'exporter',
        containerName: 'blue-exporter',
        image: 'example/exporter:1.9.0',
        user: 'nobody',
        command: ['--verbose'],
        environment: { GREETING: 'a=b ${c}', EMPTY: '' },
        memory: Size.mebibytes(64),
        hostPorts: [10308],
        volumes: { '/data': 'streaming-exporter' },
      },
    ]);
    expect(synthesize(stack).volumes).toEqual(['streaming-exporter']);
  });

  test('without command, environment, ports and volumes has none', () => {
    expect(synthesize(newService()).service('exporter')).toMatchObject({
      command: [],
      environment: {},
      hostPorts: [],
      volumes: {},
    });
  });

  test('is no task, which ends', () => {
    const stack = newStack();
    new Task(stack, 'task', { platform: newPlatform(stack), ...WHAT_RUNS });
    expect(synthesize(stack).services).toEqual([]);
    expect(synthesize(stack).resources('docker_container')).toHaveLength(1);
  });

  test('that is not there is answered with those that are', () => {
    expect(() => synthesize(newService()).service('importer')).toThrow(
      "There is no service 'importer'. There are: exporter.",
    );
    expect(() => synthesize(newStack()).service('importer')).toThrow('There are: none.');
  });

  test('of a name that two platforms have is found by its container', () => {
    const app = Testing.app();
    for (const containerPrefix of ['', 'blue-']) {
      const each = newStack(`stack${containerPrefix}`, app);
      const platform = newPlatform(each, { containerPrefix, platformName: `${containerPrefix}platform` });
      newService({ platform }, each);
    }
    expect(synthesize(app).service('blue-exporter').containerName).toBe('blue-exporter');
    expect(synthesize(app).service('exporter').containerName).toBe('exporter');
  });

  test('of a name that two platforms have, and no container, is not guessed', () => {
    const app = Testing.app();
    for (const containerPrefix of ['green-', 'blue-']) {
      const each = newStack(`stack-${containerPrefix}`, app);
      newService(
        { platform: newPlatform(each, { containerPrefix, platformName: `${containerPrefix}p` }) },
        each,
      );
    }
    expect(() => synthesize(app).service('exporter')).toThrow(
      "There is more than one service 'exporter'. Say which by its container's name: green-exporter, blue-exporter.",
    );
  });
});

test('a topic is read back from what Terraform gets', () => {
  const stack = newStack();
  external(stack).addTopic('orders', { partitions: 3, settings: { 'segment.ms': 60_000 } });
  expect(synthesize(stack).topics).toEqual([
    {
      name: 'orders',
      partitions: 3,
      replicationFactor: 3,
      settings: { 'min.insync.replicas': '2', 'segment.ms': '60000' },
    },
  ]);
});

describe('a synthesis', () => {
  test('is of every stack of a program, by its id', () => {
    const app = Testing.app();
    for (const id of ['b', 'a']) external(newStack(id, app)).addTopic(`of-${id}`);
    const { stacks, topics } = synthesize(app);
    expect(Object.keys(stacks)).toEqual(['b', 'a']);
    expect(topics.map(({ name }) => name)).toEqual(['of-b', 'of-a']);
  });

  test('refuses what a deploy would refuse, everything at once', () => {
    const stack = newStack();
    external(stack).addTopic('orders', { replicationFactor: 4 });
    external(newStack('other', stack.node.root as App)).addTopic('payments', { partitions: 0 });
    expect(() => synthesize(stack)).toThrow(ValidationError);
    expect(() => synthesize(stack)).toThrow(
      /other\/kafka\/payments .*\n.*partitions.*\ntest\/kafka\/orders .*\n.*replicationFactor/,
    );
  });

  test('refuses what a rule of the user refuses', () => {
    const stack = newService();
    stack.node.addValidation({ validate: () => ['no exporters on Fridays'] });
    expect(() => synthesize(stack)).toThrow(/no exporters on Fridays/);
  });

  test('gives one stack what another asks of it', () => {
    const app = Testing.app();
    const owner = new TerraformLocal(newStack('a', app), 'owner', 'me');
    new TerraformOutput(newStack('b', app), 'owner', { value: owner.asString });
    expect(Object.values(synthesize(app).stacks.a?.output ?? {})).toEqual([
      { sensitive: true, value: '${local.owner}' },
    ]);
  });

  test('has what aspects and overrides make of a stack', () => {
    const stack = newService();
    Aspects.of(stack).add({
      visit: (node) => {
        if (node === stack) stack.addOverride('locals.owner', 'me');
      },
    });
    expect(synthesize(stack).stacks.test).toMatchObject({ locals: { owner: 'me' } });
  });

  test('holds no path of this machine', () => {
    const stack = newService();
    expect(synthesize(stack).stacks.test?.terraform).not.toHaveProperty('backend');
    expect(synthesize(stack).stacks.test?.terraform).toHaveProperty('required_providers');
  });

  test('holds the path that a stack names for its state', () => {
    const stack = newService();
    new LocalBackend(stack, { path: 'my.tfstate' });
    expect(synthesize(stack).stacks.test?.terraform).toHaveProperty('backend.local.path', 'my.tfstate');
  });

  test('can be made again, with the same result', () => {
    const stack = newService();
    expect(synthesize(stack)).toEqual(synthesize(stack));
  });
});
