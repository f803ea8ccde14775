import {
  aclsOf,
  clientFiles,
  clientProperties,
  clientSettings,
  ClusterSecurity,
  ConnectPlugin,
  ContainerApp,
  ControllerQuorum,
  Duration,
  HealthCheck,
  importExisting,
  KafkaCluster,
  KafkaConnect,
  KafkaUser,
  KubernetesPlatform,
  springEnvironment,
} from '../../../constructs';
import { warnings } from '../../support/synth';
import { refusal, World } from '../../support/world';

type Case = readonly [what: string, says: string, make: (world: World) => unknown];

const tls = ClusterSecurity.tls();
const none = undefined as never;
const user = (world: World): KafkaUser => world.make(KafkaUser, 'billing');

const WRONG: readonly Case[] = [
  ['aclsOf nothing', 'construct must be a construct; got undefined', () => aclsOf(none)],
  ['aclsOf text', "construct must be a construct; got 'connect'", () => aclsOf('connect' as never)],
  ['importExisting of nothing', 'scope must be an App', () => importExisting(none)],
  ['importExisting of text', 'scope must be an App', () => importExisting('topics' as never)],
  ['clientSettings of text', 'security must be a ClusterSecurity', () => clientSettings('TLS' as never)],
  [
    'clientSettings with a misspelt option',
    "there is no property 'folders'",
    () => clientSettings(tls, { folders: '/x' } as never),
  ],
  ['clientProperties of nothing', 'security must be a ClusterSecurity', () => clientProperties(none)],
  [
    'clientProperties with text for a function',
    'reference must be a function',
    () => clientProperties(tls, { reference: 'x' as never }),
  ],
  ['clientFiles in a relative folder', 'folder must be an absolute path', () => clientFiles(tls, 'kafka')],
  ['springEnvironment without a prefix', 'prefix must be', () => springEnvironment(none, tls)],
  [
    'springEnvironment of text',
    'security must be a ClusterSecurity',
    () => springEnvironment('SPRING', 'TLS' as never),
  ],
  ['ClusterSecurity.as nobody', 'user must be the common name', () => tls.as(none)],
  ['allow nothing', 'what it is allowed must be an AclRule', (world) => user(world).allow(none)],
  [
    'SparkCluster.addSecretFiles of text',
    'secretFiles must be',
    (world) => world.spark.addSecretFiles('/x' as never),
  ],
  [
    'ControllerQuorum.addSettings of text',
    'settings must be an object',
    (world) => world.make(ControllerQuorum, 'quorum').addSettings('num.io.threads=1' as never),
  ],
  [
    'a Duration plus nothing',
    'What is added must be a Duration; got undefined',
    () => Duration.days(1).plus(none),
  ],
];

test.each(WRONG)('%s is refused in a sentence, without a trace', (_, says, make) => {
  const said = refusal(make);
  expect(said).toContain(says);
});

test('a quantity that cannot be says in which line it was used, and no trace', () => {
  expect(() => Duration.days(1).times(none)).toThrow(
    expect.objectContaining({
      stack: 'QuantityError: A factor must be a number; got undefined. (at __tests__/main.ts:1)',
    }) as Error,
  );
});

test('what is right passes through the same doors', () => {
  const world = new World();
  expect(
    refusal(() => world.make(ControllerQuorum, 'quorum').addSettings({ 'num.io.threads': 3 }), world),
  ).toBe('');
  expect(refusal(() => user(world).allow(...aclsOf(world.connect())), world)).toBe('');
  expect(clientSettings(tls, { folder: '/x' })).toEqual({ 'security.protocol': 'SSL' });
});

test('a refused plugin is one mistake, though its connectors are unknown', () => {
  const said = refusal((world) => {
    const connect = world.connect();
    connect.addPlugin(ConnectPlugin.image('example/plugin:1'));
    connect.addConnector('copy', { connectorClass: 'com.example.Copy', writes: [world.topic('people')] });
  });
  expect(said.match(/^ {2}- /gm)).toHaveLength(1);
});

const kubernetes = (world: World): KubernetesPlatform =>
  new KubernetesPlatform(world.stack('cluster'), 'kubernetes');

test('an Engine and Kubernetes are two networks, though they have one name', () => {
  const said = refusal((world) => {
    const cluster = new KafkaCluster(world.stack('brokers'), 'kafka', { platform: kubernetes(world) });
    new KafkaConnect(world.stack('services'), 'connect', { cluster, platform: world.platform });
  });
  expect(said).toContain('no container reaches into the network of another platform');
});

test('clusters of brokers in one namespace have different prefixes', () => {
  const two = (namePrefix: string) => (world: World) => {
    const platform = kubernetes(world);
    new KafkaCluster(world.stack('brokers'), 'one', { platform });
    new KafkaCluster(world.stack('brokers'), 'two', { platform, namePrefix });
  };
  expect(refusal(two(''))).toContain("the cluster of brokers 'streaming' is already that of brokers/one");
  expect(refusal(two('two-'))).toBe('');
});

const app = (props: object) => (world: World) =>
  world.containerApp('app', { kafka: undefined, platform: kubernetes(world), user: '1000', ...props });

test('on Kubernetes a Service begins with a letter', () => {
  const ports = [{ name: 'web', port: 80 }];
  expect(refusal(app({ serviceName: '1web', ports }))).toContain('serviceName must begin with a letter');
  expect(refusal(app({ serviceName: '1web' }))).toBe('');
  expect(refusal(app({ serviceName: 'web1', ports }))).toBe('');
});

test('on Kubernetes the check of an image is warned of, because nobody makes it', () => {
  const world = new World();
  const made = app({ healthCheck: HealthCheck.ofImage() })(world);
  expect(made).toBeInstanceOf(ContainerApp);
  expect(made.node.findAll().flatMap(warnings)).toEqual([
    expect.stringContaining('Kubernetes makes no check that an image declares'),
  ]);
});
