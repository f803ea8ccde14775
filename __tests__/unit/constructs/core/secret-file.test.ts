import { CLASS_OF_PROVIDER } from '../../../../constructs/core/config-provider';
import { DockerProvider } from '@cdktf/provider-docker/lib/provider';
import { TerraformVariable, Testing, type TerraformStack } from 'cdktf';
import { ContainerImage } from '../../../../constructs/core/container-image';
import { HealthCheck } from '../../../../constructs/core/health-check';
import { ContainerApp } from '../../../../constructs/container-app/container-app';
import { SecretFile } from '../../../../constructs/core/secret-file';
import { Service, type ServiceProps } from '../../../../constructs/core/service';
import { Size } from '../../../../constructs/core/size';
import { Task } from '../../../../constructs/core/task';
import { ConnectTopics } from '../../../../constructs/connect/connect-topics';
import { KafkaConnect } from '../../../../constructs/connect/kafka-connect';
import { KafkaUi } from '../../../../constructs/kafka-ui/kafka-ui';
import { ControllerQuorum } from '../../../../constructs/kafka/controller-quorum';
import { KafkaCluster } from '../../../../constructs/kafka/kafka-cluster';
import { Metadata } from '../../../../constructs/kafka/metadata';
import { SchemaRegistry } from '../../../../constructs/schema-registry/schema-registry';
import { SchemaRegistryTopic } from '../../../../constructs/schema-registry/schema-registry-topic';
import { SparkCluster } from '../../../../constructs/spark/spark-cluster';
import { ZooKeeperEnsemble } from '../../../../constructs/zookeeper/zookeeper-ensemble';
import { accepted, container, environment, newPlatform, newStack, resources } from '../../../support/synth';

const PATH = '/run/secrets/my.properties';
const FILE = SecretFile.fromHost('/etc/streaming/my.properties');
const secretFiles = { [PATH]: FILE };
const MOUNT = { type: 'bind', source: '/etc/streaming/my.properties', target: PATH, read_only: true };
const READ = {
  CONFIG_PROVIDERS: 'file',
  CONFIG_PROVIDERS_FILE_CLASS: 'org.apache.kafka.common.config.provider.FileConfigProvider',
  CONFIG_PROVIDERS_FILE_PARAM_ALLOWED_PATHS: PATH,
};
const prefixed = (prefix: string): Record<string, string> =>
  Object.fromEntries(Object.entries(READ).map(([name, value]) => [`${prefix}_${name}`, value]));

let stack: TerraformStack;
beforeEach(() => {
  stack = newStack('test', Testing.app());
});

const WEB = {
  serviceName: 'web',
  image: ContainerImage.of('example/web:1.0', { readOnlyRoot: true }),
  user: 'web',
  memory: Size.mebibytes(64),
};

function service(props: Partial<ServiceProps>): unknown {
  const healthCheck = HealthCheck.http(80, '/');
  const platform = newPlatform(stack);
  return accepted(new Service(stack, 'web', { ...WEB, platform, healthCheck, ...props }));
}

test('a file of the host is mounted read-only, and asked for before the container is made', () => {
  service({ secretFiles });
  expect(container(stack, 'web')).toMatchObject({
    read_only: true,
    mounts: [MOUNT],
    lifecycle: {
      precondition: [
        {
          condition: '${((length(path.root) >= 1) && fileexists("/etc/streaming/my.properties"))}',
          error_message: expect.stringMatching(
            /no file .*my\.properties.*readable for the container's user/,
          ) as string,
        },
      ],
    },
  });
});

test('the path on the host may be one that differs from machine to machine', () => {
  const path = new TerraformVariable(stack, 'path', { type: 'string' });
  service({ secretFiles: { [PATH]: SecretFile.fromHost(path.stringValue) } });
  expect(container(stack, 'web')).toMatchObject({ mounts: [{ ...MOUNT, source: '${var.path}' }] });
});

test('files of a volume are in its folder, which is mounted once', () => {
  const file = SecretFile.fromVolume('my-secrets');
  service({ secretFiles: { '/run/secrets/a': file, '/run/secrets/b': SecretFile.fromVolume('my-secrets') } });
  const { mounts, lifecycle } = container(stack, 'web') as { mounts?: unknown; lifecycle?: unknown };
  expect(mounts).toEqual([{ type: 'volume', source: 'my-secrets', target: '/run/secrets', read_only: true }]);
  expect(lifecycle).toBeUndefined();
});

test('a task has them, too, and its exit code still counts', () => {
  accepted(new Task(stack, 'web', { ...WEB, platform: newPlatform(stack), secretFiles }));
  expect(container(stack, 'web')).toMatchObject({
    mounts: [MOUNT],
    lifecycle: { precondition: [{}], postcondition: [{}] },
  });
});

test.each([
  'my.properties',
  './my.properties',
  '~/x',
  '/',
  '/etc/../x',
  '/etc/',
  '',
  42,
  undefined,
  '/a/${x}',
])('refuses the path %p on the host', (path) => {
  const file = SecretFile.fromHost(path as never);
  expect(() => service({ secretFiles: { [PATH]: file } })).toThrow(
    'is a SecretFile whose path must be the absolute path of a file',
  );
});

test.each(['', 'a', '/folder', './folder', 'with space', undefined])('refuses the volume %p', (name) => {
  const file = SecretFile.fromVolume(name as never);
  expect(() => service({ secretFiles: { [PATH]: file } })).toThrow('whose volumeName must be the name of a');
});

test.each(['relative', '/', '/top', '/run/secrets/', '/proc/self/x', '/run/a:b', 'C:/x'])(
  'refuses the path %p in the container',
  (path) => {
    expect(() => service({ secretFiles: { [path]: FILE } })).toThrow(
      'is not a valid name: names are absolute paths',
    );
  },
);

test.each(['hunter2', { [PATH]: 'hunter2' }, { [PATH]: ['hunter2'] }])(
  'refuses a file as %j, and does not repeat it',
  (given) => {
    expect(() => service({ secretFiles: given as never })).toThrow(
      /a SecretFile, such as SecretFile.fromHost(?!.*hunter2)/s,
    );
  },
);

test.each<[string, Partial<ServiceProps>]>([
  [
    'a volume at a file',
    { secretFiles: { '/run/secrets/a': SecretFile.fromVolume('one'), '/run/secrets/b': FILE } },
  ],
  [
    'two volumes at one folder',
    { secretFiles: { '/x/a': SecretFile.fromVolume('one'), '/x/b': SecretFile.fromVolume('two') } },
  ],
  ['a writable path', { secretFiles: { '/x/a': SecretFile.fromVolume('one') }, writablePaths: ['/x'] }],
  ['an uploaded file', { secretFiles: { '/x/a': FILE }, files: { '/x/a': 'text' } }],
])('refuses a secret file in the way of %s', (_, props) => {
  expect(() => service(props)).toThrow('secretFiles must be where nothing else is');
});

test.each([
  ['ssh://me@engine.example.com', 'engine.example.com'],
  ['tcp://10.0.0.5:2376', '10.0.0.5'],
])('refuses a file of this machine for the Engine at %s', (host, name) => {
  new DockerProvider(stack, 'docker', { host });
  expect(() => service({ secretFiles })).toThrow(
    `secretFiles: ${PATH} must not be of this machine, for the Engine is at ${name}; give the DockerPlatform copiesSecretFiles: true, and cdktf-streaming up copies it there.`,
  );
});

test.each(['unix:///var/run/docker.sock', 'tcp://localhost:2375', 'npipe:////./pipe/docker_engine'])(
  'the Engine at %s is on this machine',
  (host) => {
    new DockerProvider(stack, 'docker', { host });
    expect(() => service({ secretFiles })).not.toThrow();
  },
);

test('brings a file to everything that runs in a container, and to what Kafka reads of it', () => {
  const platform = newPlatform(stack);
  const quorum = new ControllerQuorum(stack, 'quorum', { platform, controllers: 1, secretFiles });
  const settings = { 'ssl.key.password': `\${file:${PATH}:key}` };
  const cluster = new KafkaCluster(stack, 'kafka', {
    platform,
    metadata: Metadata.kraft(quorum),
    brokers: 1,
    settings,
    secretFiles,
  });
  const topic = new SchemaRegistryTopic(stack, 'schemas', { cluster });
  new SchemaRegistry(stack, 'registry', { platform, cluster, topic, settings, secretFiles });
  const topics = new ConnectTopics(stack, 'connect-topics', { cluster });
  new KafkaConnect(stack, 'connect', { platform, cluster, topics, settings, secretFiles });
  new KafkaUi(stack, 'ui', { platform, clusters: [{ name: 'kafka', cluster }], secretFiles });
  new SparkCluster(stack, 'spark', { platform, secretFiles });
  new ZooKeeperEnsemble(stack, 'zoo', { platform, secretFiles });
  new ContainerApp(stack, 'app', { platform, ...WEB, healthCheck: HealthCheck.bash('true'), secretFiles });
  const all = resources(stack, 'docker_container');
  expect(all.length).toBe(10);
  for (const each of all) expect(each.mounts).toEqual([MOUNT]);
  expect(environment(stack, 'kafka1')).toMatchObject(prefixed('KAFKA'));
  expect(environment(stack, 'kafka-controller1')).toMatchObject(prefixed('KAFKA'));
  expect(environment(stack, 'kafka-connect')).toMatchObject(prefixed('CONNECT'));
  expect(environment(stack, 'schema-registry')).toMatchObject(prefixed('SCHEMA_REGISTRY'));
});

test('a provider without a class resolves nothing', () => {
  const broken = (settings: Record<string, string>): boolean => CLASS_OF_PROVIDER.fails({ settings });
  expect(broken({ 'config.providers': 'vault, env' })).toBe(true);
  const classes = { 'config.providers.vault.class': 'a.B', 'config.providers.env.class': 'a.C' };
  expect(broken({ 'config.providers': 'vault, env', ...classes })).toBe(false);
  expect(CLASS_OF_PROVIDER.message({ settings: { 'config.providers': 'vault' } })).toContain(
    'config.providers.vault.class must be set',
  );
});

test('beside config providers of the user there is one more', () => {
  const platform = newPlatform(stack);
  const settings = { 'config.providers': 'vault', 'config.providers.vault.class': 'com.example.Vault' };
  new KafkaCluster(stack, 'kafka', {
    platform,
    metadata: Metadata.kraft(),
    brokers: 1,
    settings,
    secretFiles,
  });
  expect(environment(stack, 'kafka1')).toMatchObject({ KAFKA_CONFIG_PROVIDERS: 'vault,file' });
});

test('refuses a setting that names a file which brokers or controllers have not', () => {
  const platform = newPlatform(stack);
  const settings = { 'ssl.key.password': `\${file:${PATH}:key}` };
  const quorum = new ControllerQuorum(stack, 'quorum', { platform, controllers: 1 });
  const make = (id: string, given: object): unknown =>
    accepted(
      new KafkaCluster(stack, id, {
        platform,
        metadata: Metadata.kraft(quorum),
        brokers: 1,
        settings,
        ...given,
      }),
    );
  expect(() => make('kafka', {})).toThrow(
    `which cannot be resolved; give the brokers secretFiles: { '${PATH}'`,
  );
  expect(() => make('other', { secretFiles })).toThrow(
    `go to the controllers too; give the ControllerQuorum secretFiles: { '${PATH}'`,
  );
});
