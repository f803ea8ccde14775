import { dirname, join } from 'node:path';
import { TerraformVariable } from 'cdktf';
import * as library from '../../../constructs';
import {
  Authorization,
  Certificates,
  ClusterSecurity,
  ConnectPlugin,
  ContainerImage,
  Converter,
  Duration,
  HealthCheck,
  HostPath,
  Images,
  ListenerAuthentication,
  ListenerReach,
  Metadata,
  QuantityError,
  Retention,
  SecretFile,
  Schema,
  Size,
  SparkApplication,
  SparkCode,
  StartingOffsets,
  Trigger,
  UserAuthentication,
  ValidationError,
} from '../../../constructs';
import { newStack } from '../../support/synth';
import { KINDS, UNREADABLE } from './kinds';

type Factory = readonly [
  call: string,
  make: (value: never) => unknown,
  /** Kinds of values that it takes. */
  takes?: readonly string[],
];

const PINNED = 'example/kafka:3.9.1';
const variable = new TerraformVariable(newStack(), 'secret', { type: 'string', sensitive: true });
const LISTENER = join(__dirname, '../../../apps/listener');
const COUNTER = join(__dirname, '../../../examples/counter.py');
const ARCHIVE = 'https://example.com/sink-1.0.zip';
const MAVEN = 'group:artifact:1.0';
const SHA256 = 'a'.repeat(64);

/** Each parameter of each static factory, and its options as a whole. */
const FACTORIES: readonly Factory[] = [
  ...(['milliseconds', 'seconds', 'minutes', 'hours', 'days'] as const).map((unit): Factory => [
    `Duration.${unit}`,
    (value) => Duration[unit](value),
  ]),
  ...(['bytes', 'kibibytes', 'mebibytes', 'gibibytes'] as const).map((unit): Factory => [
    `Size.${unit}`,
    (value) => Size[unit](value),
  ]),
  ['Retention.upTo', (age) => Retention.upTo(age)],
  ['Retention.upTo with a size', (size) => Retention.upTo(Duration.hours(1), size), ['nothing']],
  ['Retention.upToSize', (size) => Retention.upToSize(size)],
  ['Trigger.processingTime', (interval) => Trigger.processingTime(interval)],
  ['StartingOffsets.at', (offsets) => StartingOffsets.at(offsets)],
  ['HealthCheck.bash', (script) => HealthCheck.bash(script), ['a text that Terraform alone knows']],
  ['HealthCheck.bash with options', (options) => HealthCheck.bash('true', options), ['nothing']],
  ['HealthCheck.bash with an interval', (interval) => HealthCheck.bash('true', { interval }), ['nothing']],
  [
    'HealthCheck.http at a port',
    (port) => HealthCheck.http(port, '/'),
    ['a number that Terraform alone knows'],
  ],
  ['HealthCheck.http at a path', (path) => HealthCheck.http(80, path), ['a text that Terraform alone knows']],
  ['HealthCheck.http with options', (options) => HealthCheck.http(80, '/', options), ['nothing']],
  ['HealthCheck.command', (words) => HealthCheck.command(words)],
  ['HealthCheck.command with options', (options) => HealthCheck.command(['true'], options), ['nothing']],
  ['HealthCheck.shell', (script) => HealthCheck.shell(script), ['a text that Terraform alone knows']],
  ['HealthCheck.shell with options', (options) => HealthCheck.shell('true', options), ['nothing']],
  ['HostPath.of', (path) => HostPath.of(path), ['a text that Terraform alone knows']],
  ['ContainerImage.folder', (path) => ContainerImage.folder(path)],
  ['ContainerImage.folder with options', (options) => ContainerImage.folder(LISTENER, options), ['nothing']],
  ...(['dockerfile', 'target', 'arguments'] as const).map((name): Factory => [
    `ContainerImage.folder with ${name}`,
    (value) => ContainerImage.folder(LISTENER, { [name]: value }),
    ['nothing'],
  ]),
  ['ContainerImage.of', (reference) => ContainerImage.of(reference), ['a text that Terraform alone knows']],
  ['ContainerImage.of with options', (options) => ContainerImage.of(PINNED, options), ['nothing']],
  ...(
    ['readOnlyRoot', 'dangerouslyUnpinned', 'bundledPackages', 'pluginClasses', 'fetcher', 'version'] as const
  ).map((name): Factory => [
    `ContainerImage.of with ${name}`,
    (value) => ContainerImage.of(PINNED, { [name]: value }),
    ['nothing'],
  ]),
  ['SecretFile.fromHost', (path) => SecretFile.fromHost(path), ['a text that Terraform alone knows']],
  ['SecretFile.fromVolume', (name) => SecretFile.fromVolume(name)],
  ['SecretFile.fromSecret', (name) => SecretFile.fromSecret(name)],
  ['SecretFile.fromSecret of a key', (key) => SecretFile.fromSecret('secret', key), ['nothing']],
  ['Certificates.folder', (path) => Certificates.folder(path), ['a text that Terraform alone knows']],
  ['Authorization.acls', (options) => Authorization.acls(options), ['nothing']],
  [
    'Authorization.acls with users',
    (superUsers) => Authorization.acls({ superUsers }),
    ['nothing', 'an empty list'],
  ],
  ['ListenerReach.at', (address) => ListenerReach.at(address)],
  ['ListenerReach.at with options', (options) => ListenerReach.at('kafka', options), ['nothing']],
  ['ListenerReach.at with an address to bind', (bind) => ListenerReach.at('kafka', { bind }), ['nothing']],
  ['ListenerAuthentication.plain', (options) => ListenerAuthentication.plain(options)],
  [
    'ListenerAuthentication.plain with users',
    (users) => ListenerAuthentication.plain({ users, passwords: '/run/secrets/users.properties' }),
  ],
  [
    'ListenerAuthentication.plain with passwords',
    (passwords) => ListenerAuthentication.plain({ users: ['bob'], passwords }),
  ],
  ['ListenerAuthentication.oauthBearer', (options) => ListenerAuthentication.oauthBearer(options)],
  [
    'ListenerAuthentication.oauthBearer with keys',
    (jwksEndpoint) => ListenerAuthentication.oauthBearer({ jwksEndpoint, issuer: 'https://id.example.com' }),
  ],
  [
    'ListenerAuthentication.oauthBearer with an issuer',
    (issuer) => ListenerAuthentication.oauthBearer({ jwksEndpoint: 'https://id.example.com/jwks', issuer }),
  ],
  ['ClusterSecurity.tls', (options) => ClusterSecurity.tls(options), ['nothing']],
  [
    'ClusterSecurity.tls with a certificate',
    (caCertificate) => ClusterSecurity.tls({ caCertificate }),
    ['nothing', 'a text that Terraform alone knows'],
  ],
  ['ClusterSecurity.mutualTls', (options) => ClusterSecurity.mutualTls(options)],
  ['ClusterSecurity.mutualTls of one file', (keyStore) => ClusterSecurity.mutualTls({ keyStore })],
  ['ClusterSecurity.saslOAuthBearer', (options) => ClusterSecurity.saslOAuthBearer(options)],
  ['ClusterSecurity.awsIam', (options) => ClusterSecurity.awsIam(options)],
  ...(['saslPlain', 'saslScramSha256', 'saslScramSha512'] as const).flatMap((kind): Factory[] => [
    [`ClusterSecurity.${kind}`, (options) => ClusterSecurity[kind](options)],
    [
      `ClusterSecurity.${kind} with a user`,
      (username) => ClusterSecurity[kind]({ username, password: variable }),
      ['a text that Terraform alone knows'],
    ],
    [
      `ClusterSecurity.${kind} with a password`,
      (password) => ClusterSecurity[kind]({ username: 'me', password }),
      ['a text that Terraform alone knows'],
    ],
  ]),
  ['UserAuthentication.scramSha512', (options) => UserAuthentication.scramSha512(options)],
  [
    'UserAuthentication.scramSha512 with a password',
    (password) => UserAuthentication.scramSha512({ password }),
    ['a text that Terraform alone knows'],
  ],
  [
    'UserAuthentication.scramSha512 with a version',
    (version) => UserAuthentication.scramSha512({ password: variable, version }),
    ['nothing'],
  ],
  ['Converter.json', (options) => Converter.json(options), ['nothing']],
  ['Converter.json with schemas', (schemas) => Converter.json({ schemas }), ['nothing']],
  ['Converter.avro', (registry) => Converter.avro(registry), ['nothing']],
  ['Converter.of', (className) => Converter.of(className)],
  ['Converter.of with settings', (settings) => Converter.of('a.B', settings), ['nothing']],
  ['ConnectPlugin.maven', (coordinates) => ConnectPlugin.maven(coordinates, { sha256: SHA256 })],
  ['ConnectPlugin.maven with options', (options) => ConnectPlugin.maven(MAVEN, options)],
  ...(['classifier', 'extension', 'repository', 'connectorClasses'] as const).map((name): Factory => [
    `ConnectPlugin.maven with ${name}`,
    (value) => ConnectPlugin.maven(MAVEN, { sha256: SHA256, [name]: value }),
    ['nothing'],
  ]),
  ['ConnectPlugin.archive', (url) => ConnectPlugin.archive(url, { sha256: SHA256 })],
  ['ConnectPlugin.archive with options', (options) => ConnectPlugin.archive(ARCHIVE, options)],
  ['ConnectPlugin.image', (reference) => ConnectPlugin.image(reference)],
  ['ConnectPlugin.image with options', (options) => ConnectPlugin.image(PINNED, options), ['nothing']],
  ['ConnectPlugin.folder', (path) => ConnectPlugin.folder(path)],
  ['ConnectPlugin.folder with options', (options) => ConnectPlugin.folder(__dirname, options), ['nothing']],
  ['Schema.avro', (definition) => Schema.avro(definition)],
  ['Schema.avroFile', (path) => Schema.avroFile(path)],
  [
    'Schema.jsonSchema',
    (definition) => Schema.jsonSchema(definition),
    ['an object without a prototype', 'a frozen object'],
  ],
  ['Schema.jsonSchemaFile', (path) => Schema.jsonSchemaFile(path)],
  ['Metadata.zooKeeper', (ensemble) => Metadata.zooKeeper(ensemble)],
  ['Metadata.migrating', (ensemble) => Metadata.migrating(ensemble, ensemble)],
  ['Metadata.kraft', (quorum) => Metadata.kraft(quorum), ['nothing']],
  ['Images.public', (registry) => Images.public(registry), ['nothing']],
  ['Images.public of a line', (line) => Images.public(undefined, undefined, line), ['nothing']],
  [
    'Images.public of a line of Spark',
    (line) => Images.public(undefined, undefined, undefined, line),
    ['nothing'],
  ],
  ['SparkCode.python', (file) => SparkCode.python(file)],
  ['SparkCode.python with options', (options) => SparkCode.python(COUNTER, options), ['nothing']],
  ['SparkCode.folder', (path) => SparkCode.folder(path)],
  ['SparkCode.folder with options', (options) => SparkCode.folder(dirname(COUNTER), options)],
  ['SparkCode.inImage', (path) => SparkCode.inImage(path)],
  ['SparkCode.inImage of a jar', (name) => SparkCode.inImage('/app.jar', name), ['nothing']],
  ['SparkCode.jar', (path) => SparkCode.jar(path, 'Main')],
  ['SparkApplication.checkpointLocation', (cluster) => SparkApplication.checkpointLocation(cluster, 'a')],
];

const TABLE = FACTORIES.map(([call, make, takes = []]): [string, Factory[1], readonly string[]] => [
  call,
  make,
  takes,
]);

/** What it says of a value; undefined if it takes it. */
function problem(make: Factory[1], value: unknown): string | undefined {
  try {
    return (make(value as never) as { problem?: string }).problem;
  } catch (error) {
    if (error instanceof ValidationError || error instanceof QuantityError) return error.message;
    throw error;
  }
}

const { stringValue, numberValue, listValue } = variable;
const VALUES: Readonly<Record<string, unknown>> = {
  ...KINDS,
  nothing: undefined,
  'a text that Terraform alone knows': stringValue,
  'a number that Terraform alone knows': numberValue,
  'a list that Terraform alone knows': listValue,
  'a value known only to Terraform': variable.value as unknown,
};

test.each(TABLE)('%s takes nothing of another kind', (_, make, takes) => {
  for (const [kind, each] of Object.entries(VALUES)) {
    const said = problem(make, each);
    const expected = takes.includes(kind) ? undefined : (expect.any(String) as unknown);
    expect([kind, said]).toEqual([kind, expected]);
    expect(said ?? '').not.toMatch(UNREADABLE);
  }
});

test.each<[string, () => unknown, RegExp]>([
  [
    'a login of a user',
    () => ClusterSecurity.saslPlain({ user: 'me', password: variable } as never),
    /no property 'user'; there are caCertificate, password, username/,
  ],
  ['an authority', () => ClusterSecurity.tls({ ca: 'PEM' } as never), /no property 'ca'/],
  ['a root', () => ContainerImage.of(PINNED, { readonlyRoot: true } as never), /no property 'readonlyRoot'/],
  [
    'a number of root',
    () => ContainerImage.of(PINNED, { uid: 0 }),
    /uid must be a whole number from 1 to 2147483647; got 0/,
  ],
  ['a port 0', () => HealthCheck.http(0, '/'), /port must be a whole number from 1 to 65535; got 0/],
  ['a port 65536', () => HealthCheck.http(65_536, '/'), /port must be .*; got 65536/],
  [
    'a path without /',
    () => HealthCheck.http(8080, 'health'),
    /path must be a path of a URL, beginning with '\/'/,
  ],
  [
    'a port beside the port',
    () => HealthCheck.http(80, '/', { port: 90 } as never),
    /no option 'port', which has a parameter of its own; there are interval, retries, startPeriod, timeout/,
  ],
  ['no script', () => HealthCheck.bash(''), /script must be a script of Bash; got ''/],
  [
    'times in numbers',
    () => HealthCheck.bash('true', { interval: 3 as never }),
    /interval must be a Duration/,
  ],
  ['an age of nothing', () => Retention.upTo(undefined as never), /age must be a Duration.*; got undefined/],
  ['a size of nothing', () => Retention.upToSize(undefined as never), /sizePerPartition must be a Size/],
  [
    'days of Terraform',
    () => Duration.days(numberValue),
    /got a value known only to Terraform, give a number that is known at synth/,
  ],
])('says what is wrong with %s', (_, make, says) => {
  expect(problem(make, undefined)).toMatch(says);
});

test('every static factory of what is exported is tried', () => {
  const classes = Object.entries(library).filter(
    ([name, each]) => typeof each === 'function' && !/Error$/.test(name),
  );
  const factories = classes.flatMap(([name, each]) =>
    Object.getOwnPropertyNames(each)
      .filter((member) => typeof (each as never)[member] === 'function')
      .filter((member) => !/^(forever|earliest|latest|string|ofImage)$/.test(member))
      .map((member) => `${name}.${member}`),
  );
  const tried = new Set(FACTORIES.map(([call]) => call.split(' ')[0]));
  const elsewhere = [
    'Acl.unasked',
    'Connector.problems',
    'DockerPlatform.joinsOwnNetworks',
    'DockerPlatform.namesNobodyHas',
    'KafkaConnect.unknownConverters',
    'KafkaConnect.withoutRegistry',
    'SparkApplication.problems',
    'ClusterSecurity.ofOwnBrokers',
    'ClusterSecurity.sasl',
    'KafkaCluster.fromBootstrapServers',
    'KafkaTopic.fromTopicName',
    'ConnectTopics.fromTopics',
    'UserAuthentication.mutualTls',
    'UserAuthentication.external',
    'UserAuthentication.oauthBearer',
    'UserAuthentication.generatedScramSha512',
    // Without a parameter.
    ...['none', 'mutualTls', 'scramSha512'].map((name) => `ListenerAuthentication.${name}`),
    ...['inside', 'host'].map((name) => `ListenerReach.${name}`),
    'KafkaConnect.fromUrl',
    'SchemaRegistry.fromUrl',
  ];
  expect(factories.filter((each) => !tried.has(each) && !elsewhere.includes(each))).toEqual([]);
});
