import { Lazy, TerraformVariable } from 'cdktf';
import * as library from '../../../constructs';
import { KafkaCluster, Size } from '../../../constructs';
import type { IConstruct } from 'constructs';
import { SCHEMA } from '../../support/makers';
import { refusal, type Junk, type World } from '../../support/world';

const connectorClass = 'com.example.KnownConnector';
const POLICY = 'connector.client.config.override.policy';

/** A sink of workers with a policy, or, by its larger records, a source. */
function overriding(policy: string | undefined, config: Junk, maxMessageSize?: Size): string {
  return refusal((world) => {
    const topic = world.topic('people', { maxMessageSize });
    const topics = maxMessageSize ? { writes: [topic] } : { reads: [topic] };
    const workers = world.connect({ settings: policy === undefined ? {} : { [POLICY]: policy } });
    workers.addConnector('copy', { connectorClass, config: config as Record<string, string>, ...topics });
  });
}

test('a connector overrides what the policy of its workers lets it', () => {
  const poll = { 'consumer.override.max.poll.records': 10 };
  expect(overriding(undefined, poll)).toBe('');
  expect(overriding('com.example.Policy', poll)).toBe('');
  expect(overriding('Principal', { 'consumer.override.security.protocol': 'PLAINTEXT' })).toBe('');
  for (const policy of ['None', 'Principal', 'NoneConnectorClientConfigOverridePolicy'])
    expect(overriding(policy, poll)).toMatch(
      /consumer\.override\.max\.poll\.records must not be set of workers whose connector\.client\.config\.override\.policy is (None|Principal); leave that out of the settings of services\/connect, or set consumer\.max\.poll\.records there/,
    );
  expect(overriding('None', {}, Size.mebibytes(2))).toMatch(
    /producer\.override\.max\.request\.size must not be set, as writes would have it, of workers/,
  );
});

test('a mirror makes no topic of more copies than its target has brokers', () => {
  const mirror = (copies: number): string =>
    refusal((world) =>
      world.connect().addConnector('mirror', {
        connectorClass: 'org.apache.kafka.connect.mirror.MirrorSourceConnector',
        config: {
          'source.cluster.alias': 'old',
          'source.cluster.bootstrap.servers': 'old.example.com:9092',
          'target.cluster.bootstrap.servers': 'kafka1:19092',
          'replication.factor': copies,
        },
      }),
    );
  expect(mirror(3)).not.toMatch(/replication/);
  expect(mirror(4)).toMatch(/config: replication\.factor must be at most 3, the number of brokers, got 4/);
});

test('a reference to a provider that nobody declared is refused, whatever the setting is called', () => {
  expect(overriding(undefined, { table: '${vault:shop:table}' })).toMatch(
    /config refers to \$\{vault:shop:table\}, which the workers of services\/connect do not resolve/,
  );
  expect(overriding(undefined, { 'file.name': '${topic}-${date:yyyy}' })).toBe('');
});

test('nobody else reads in the consumer group of a sink', () => {
  const app = (consumerGroup: string): string =>
    refusal((world) => {
      const people = world.topic('people');
      world.connect().addConnector('copy', { connectorClass, reads: [people] });
      world.containerApp('app', { reads: [people], consumerGroup });
    });
  expect(app('copy')).toBe('');
  expect(app('connect-copy')).toMatch(
    /connectors\/copy cannot be made:\n.*its consumer group 'connect-copy' must not be shared, .*streaming\/app is in it/,
  );
});

test('a volume is of the platform that runs its service', () => {
  const other = { platformName: 'other', containerPrefix: 'other-' };
  expect(
    refusal((world) => {
      const volume = world.dockerPlatform(other, 'elsewhere').volume('data');
      world.service('web', { volumes: [{ volume, path: '/data' }] });
    }),
  ).toMatch(/volumes must be of platform\/docker, which runs it; got 'other-data' of elsewhere\/docker/);
});

test('what a method is called of cannot be given to it', () => {
  const foreign = (world: World): unknown =>
    KafkaCluster.fromBootstrapServers(world.stack('topics'), 'x', { bootstrapServers: ['a.example.com:1'] });
  const said = /cannot be made:\n.*there is no option '(cluster|connect|registry)', which is what the method/;
  const junk = (options: Junk): never => options as never;
  expect(refusal((w) => w.cluster.addTopic('t', junk({ cluster: foreign(w) })))).toMatch(said);
  expect(refusal((w) => w.connect().addConnector('c', junk({ connectorClass, connect: null })))).toMatch(
    said,
  );
  expect(refusal((w) => w.registry().addSubject('s', junk({ schema: SCHEMA, registry: 'x' })))).toMatch(said);
  expect(refusal((w) => w.cluster.addTopic('t', junk({ cluster: w.cluster })))).toBe('');
});

test.each<[string, (world: World, made: never) => unknown]>([
  ['Retention', (world, retention) => world.topic('t', { retention })],
  ['Metadata', (world, metadata) => world.kafkaCluster({ metadata })],
  ['HealthCheck', (world, healthCheck) => world.service('web', { healthCheck })],
  ['ContainerImage', (world, image) => world.service('web', { image })],
  ['Converter', (world, keyConverter) => world.connect({ keyConverter })],
  ['Schema', (world, schema) => world.registry().addSubject('a-value', { schema })],
  ['SecretFile', (world, file) => world.service('web', { secretFiles: { '/run/secrets/a': file } })],
  ['ConnectPlugin', (world, plugin) => world.connect().addPlugin(plugin)],
  ['Duration', (world, startTimeout) => world.service('web', { startTimeout })],
  ['Size', (world, memory) => world.service('web', { memory })],
])('new %s(), which the compiler keeps private, is refused', (name, use) => {
  const Made = (library as unknown as Record<string, new () => never>)[name] as new () => never;
  expect(refusal((world) => use(world, new Made()))).toMatch(/(must|is|plugin) /);
  expect(refusal((world) => use(world, new Made()))).not.toMatch(/undefineds/);
});

const later = (scope: IConstruct, type: 'string' | 'number'): TerraformVariable =>
  new TerraformVariable(scope, `later-${type}`, { type });

test('what is only rendered may be what Terraform alone knows', () => {
  const service = (props: (scope: IConstruct, world: World) => Junk): string =>
    refusal((world) => world.service('web', props(world.stack('services'), world)));
  expect(service((scope) => ({ user: later(scope, 'string').stringValue }))).toBe('');
  expect(service((scope) => ({ cpus: later(scope, 'number').numberValue }))).toBe('');
  const mounted = (scope: IConstruct, world: World): Junk => ({
    volumes: [{ volume: world.platform.volume('data'), path: `/${later(scope, 'string').stringValue}` }],
  });
  expect(service(mounted)).toBe('');
});

test('a value that produces itself is refused before cdktf follows it', () => {
  const endless: string = Lazy.stringValue({ produce: () => `a${endless}` });
  const said = /must be a value that can be worked out; got a Lazy that produces itself/;
  expect(refusal((world) => world.topic('t', { settings: { 'segment.ms': endless } }))).toMatch(said);
  expect(refusal((world) => world.service('web', { environment: { A: endless } }))).toMatch(said);
  const known = Lazy.stringValue({ produce: () => Lazy.stringValue({ produce: () => '1' }) });
  expect(refusal((world) => world.service('web', { environment: { A: known } }))).toBe('');
});
