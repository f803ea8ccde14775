import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import {
  ConnectTopics,
  Connector,
  ContainerApp,
  ContainerImage,
  ControllerQuorum,
  Converter,
  HealthCheck,
  KafkaCluster,
  KafkaConnect,
  KafkaUi,
  Metadata,
  SchemaRegistry,
  SchemaRegistryTopic,
  Size,
  SparkApplication,
  SparkCluster,
  SparkCode,
  ZooKeeperEnsemble,
  type DockerPlatform,
  type IKafkaCluster,
} from '../../../../constructs';
import { isLoopback } from '../../../../constructs/core/reach';
import { accepted, environment, newPlatform } from '../../../support/synth';

const IMAGE = ContainerImage.of('example/app:1');

/** A program with two platforms. */
class World {
  public readonly stack = new TerraformStack(new App(), 'one');
  public readonly other = new TerraformStack(this.stack.node.root, 'two');
  public readonly platform: DockerPlatform = newPlatform(this.stack);
  public readonly far: DockerPlatform;

  public constructor(props: object = {}) {
    const names = { platformName: 'far', containerPrefix: 'far-', portOffset: 10_000 };
    this.far = newPlatform(this.other, { ...names, ...props });
  }

  public cluster(platform = this.far, metadata = Metadata.kraft()): KafkaCluster {
    return new KafkaCluster(TerraformStack.of(platform), 'brokers', { platform, metadata, brokers: 1 });
  }

  public registry(platform: DockerPlatform, cluster: IKafkaCluster): SchemaRegistry {
    const stack = TerraformStack.of(platform);
    const topic = new SchemaRegistryTopic(stack, 'schemas', { cluster });
    return new SchemaRegistry(stack, 'registry', { platform, cluster, topic });
  }

  public connect(platform: DockerPlatform, cluster: IKafkaCluster, props = {}): KafkaConnect {
    const stack = TerraformStack.of(platform);
    const topics = new ConnectTopics(stack, 'connect-topics', { cluster });
    return new KafkaConnect(stack, 'connect', { platform, cluster, topics, ...props });
  }

  public app(props: object = {}): ContainerApp {
    const { platform, stack } = this;
    const described = { image: IMAGE, user: 'app', healthCheck: HealthCheck.bash('true') };
    return new ContainerApp(stack, 'app', { platform, ...described, memory: Size.mebibytes(64), ...props });
  }

  public page(cluster: IKafkaCluster, props: object = {}): KafkaUi {
    const clusters = [{ name: 'shown', cluster, ...props }];
    return new KafkaUi(this.stack, 'page', { platform: this.platform, clusters });
  }

  public spark(): SparkCluster {
    return new SparkCluster(this.stack, 'spark', { platform: this.platform });
  }

  public sparkApplication(props: object): SparkApplication {
    const code = SparkCode.python(join(__dirname, '../../../../apps/averages/kafka_spark_app.py'));
    return new SparkApplication(this.stack, 'job', { cluster: this.spark(), code, ...props });
  }
}

type Case = [what: string, make: (world: World, kafka: IKafkaCluster) => unknown];

/** Each takes brokers, of another platform or at localhost. */
const TAKE_BROKERS: Case[] = [
  ['Connect', (w, kafka) => w.connect(w.platform, kafka)],
  ['a registry', (w, kafka) => w.registry(w.platform, kafka)],
  ['a page', (w, kafka) => w.page(kafka)],
  ['an application', (w, kafka) => w.app({ kafka })],
  ['an application, by a topic', (w, kafka) => w.app({ reads: [kafka.addTopic('t')] })],
  ['a Spark application', (w, kafka) => w.sparkApplication({ kafka })],
  ['a Spark application, by a topic', (w, kafka) => w.sparkApplication({}).writes(kafka.addTopic('t'))],
];

const TAKE_OTHERS: Case[] = [
  [
    'ZooKeeper',
    (w) =>
      w.cluster(w.platform, Metadata.zooKeeper(new ZooKeeperEnsemble(w.other, 'z', { platform: w.far }))),
  ],
  [
    'controllers',
    (w) => w.cluster(w.platform, Metadata.kraft(new ControllerQuorum(w.other, 'q', { platform: w.far }))),
  ],
  [
    'an ensemble that controllers take over',
    (w) => {
      const migratesFrom = new ZooKeeperEnsemble(w.other, 'z', { platform: w.far });
      return new ControllerQuorum(w.stack, 'q', { platform: w.platform, migratesFrom });
    },
  ],
  [
    'a registry, by Connect',
    (w, kafka) => w.connect(w.platform, w.cluster(w.platform)).uses(w.registry(w.far, kafka)),
  ],
  [
    'a registry, by a converter',
    (w, kafka) =>
      w.connect(w.platform, w.cluster(w.platform), {
        valueConverter: Converter.avro(w.registry(w.far, kafka)),
      }),
  ],
  [
    "a registry, by a connector's converter",
    (w, kafka) => {
      const connect = w.connect(w.platform, w.cluster(w.platform));
      const stack = new TerraformStack(w.stack.node.root, 'own');
      const valueConverter = Converter.avro(w.registry(w.far, kafka));
      return new Connector(stack, 'c', { connect, connectorClass: 'KnownConnector', valueConverter });
    },
  ],
  ['a registry, by an application', (w, kafka) => w.app().uses(w.registry(w.far, kafka))],
  [
    'a registry, by a page',
    (w, kafka) => w.page(w.cluster(w.platform), { registry: w.registry(w.far, kafka) }),
  ],
];

test.each([...TAKE_BROKERS.map(([what, make]): Case => [`brokers, by ${what}`, make]), ...TAKE_OTHERS])(
  'refuses %s on another platform, once, with both',
  (_, make) => {
    const world = new World();
    make(world, world.cluster());
    expect(() => accepted(world.stack)).toThrow(
      /^\S+ cannot be made:\n {2}- it runs on one\/platform and works with two\/\S+ on two\/platform: no container reaches .* give both the same one\. \[[^\]]+\]( \(at \S+\))?$/,
    );
  },
);

test.each(TAKE_BROKERS)('refuses %s brokers at localhost, which is the container itself', (_, make) => {
  const world = new World();
  const bootstrapServers = ['localhost:9092', '127.0.0.1:9093', 'kafka.example.com:9094'];
  make(world, KafkaCluster.fromBootstrapServers(world.stack, 'kafka', { bootstrapServers, brokers: 3 }));
  expect(() => accepted(world.stack)).toThrow(
    /^\S+ cannot be made:\n {2}- it works with one\/kafka at localhost:9092, 127\.0\.0\.1:9093, and that is, inside a container, the container itself; give that cluster internalBootstrapServers, .*\]( \(at \S+\))?$/,
  );
});

test.each(TAKE_BROKERS)('lets %s have them by their addresses inside', (_, make) => {
  const world = new World({ existingNetwork: 'mine_default' });
  const internalBootstrapServers = ['kafka:29092'];
  const bootstrapServers = ['localhost:9092'];
  const addresses = { bootstrapServers, internalBootstrapServers };
  make(world, KafkaCluster.fromBootstrapServers(world.stack, 'kafka', addresses));
  expect(() => accepted(world.stack)).not.toThrow();
});

test('containers are told the addresses inside, and the provider those outside', () => {
  const world = new World();
  const kafka = KafkaCluster.fromBootstrapServers(world.stack, 'kafka', {
    bootstrapServers: ['localhost:9092'],
    internalBootstrapServers: ['kafka:29092'],
  });
  world.app({ kafka });
  expect(environment(world.stack, 'app')).toMatchObject({ KAFKA_BOOTSTRAP_SERVERS: 'kafka:29092' });
  expect(kafka.hostBootstrapServers).toEqual(['localhost:9092']);
});

test('platforms that join one network work together', () => {
  const world = new World({ existingNetwork: 'shared' });
  const near = newPlatform(new TerraformStack(world.stack.node.root, 'near'), {
    platformName: 'near',
    containerPrefix: 'near-',
    existingNetwork: 'shared',
  });
  world.connect(near, world.cluster());
  expect(() => accepted(world.stack)).not.toThrow();
});

test.each([
  ...[
    'localhost:9092',
    'LOCALHOST:1',
    'localhost.:1',
    'kafka.localhost:1',
    '127.0.0.1:1',
    '127.1:1',
    '127.9.8.7:1',
  ],
  ...['0.0.0.0:1', '[::1]:1', '[::]:1', '[0:0:0:0:0:0:0:1]:1', '[::ffff:127.0.0.1]:1'],
  ...['http://localhost:8081', 'http://[::1]:8081/x', 'SASL_PLAINTEXT://127.0.0.1:1'],
])('%s is whoever asks', (address) => {
  expect(isLoopback(address)).toBe(true);
});

test.each([
  ...[
    'kafka:29092',
    'localhost.example.com:1',
    'my-localhost:1',
    '128.0.0.1:1',
    '10.127.0.1:1',
    '[2001:db8::1]:1',
  ],
  ...['host.docker.internal:9092', 'http://registry:8081', '${TfToken[TOKEN.1]}:9092', '127.example.com:1'],
])('%s is somebody else', (address) => {
  expect(isLoopback(address)).toBe(false);
});
