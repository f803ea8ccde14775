import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { Duration } from '../../../../constructs/core/duration';
import { Size } from '../../../../constructs/core/size';
import { Acl } from '../../../../constructs/kafka/acl';
import { SecretFile } from '../../../../constructs/core/secret-file';
import { ClusterSecurity } from '../../../../constructs/kafka/cluster-security';
import type { ExternalKafkaClusterProps } from '../../../../constructs/kafka/external-kafka-cluster';
import { KafkaCluster } from '../../../../constructs/kafka/kafka-cluster';
import type { IKafkaCluster } from '../../../../constructs/kafka/interfaces';
import { KafkaTopic } from '../../../../constructs/kafka/kafka-topic';
import type { KafkaTopicOptions } from '../../../../constructs/kafka/kafka-topic-options';
import { KafkaUser } from '../../../../constructs/kafka/kafka-user';
import { UserAuthentication } from '../../../../constructs/kafka/user-authentication';
import { Retention } from '../../../../constructs/kafka/retention';
import { accepted, newStack, resources, synth } from '../../../support/synth';

function cluster(props: Partial<ExternalKafkaClusterProps> = {}, stack = newStack()): IKafkaCluster {
  const bootstrapServers = ['broker.example.com:9092'];
  return accepted(KafkaCluster.fromBootstrapServers(stack, 'managed', { bootstrapServers, ...props }));
}

const password = (stack: TerraformStack): TerraformVariable =>
  new TerraformVariable(stack, 'kafka-password', { type: 'string', sensitive: true });

test('renders nothing but the topics that are made in it, in the same stack', () => {
  const stack = newStack();
  const managed = cluster({}, stack);
  managed.addTopic('orders', { partitions: 6, retention: Retention.upTo(Duration.days(7)) });
  expect(resources(stack, 'kafka_topic')).toMatchObject([
    {
      name: 'orders',
      partitions: 6,
      replication_factor: 3,
      config: { 'retention.ms': '604800000', 'min.insync.replicas': '2' },
    },
  ]);
  expect(synth(stack).provider).toEqual({
    kafka: [{ bootstrap_servers: ['broker.example.com:9092'], tls_enabled: false }],
  });
});

test('its topics wait for nothing, least of all for themselves, but for the first of them', () => {
  const stack = newStack();
  const managed = cluster({}, stack);
  managed.addTopic('orders');
  managed.addTopic('payments');
  managed.addTopic('returns');
  const first = [expect.stringMatching(/^kafka_topic\.managed_orders_/)];
  expect(resources(stack, 'kafka_topic').map((topic) => topic.depends_on)).toEqual([undefined, first, first]);
});

test.each<[string, (secret: TerraformVariable) => ClusterSecurity, object]>([
  ['TLS', () => ClusterSecurity.tls({ caCertificate: 'PEM' }), { tls_enabled: true, ca_cert: 'PEM' }],
  ['TLS with the authorities of the machine', () => ClusterSecurity.tls(), { tls_enabled: true }],
  [
    'mutual TLS',
    (key) => ClusterSecurity.mutualTls({ certificate: 'PEM', key }),
    { tls_enabled: true, client_cert: 'PEM', client_key: '${var.kafka-password}' },
  ],
  ...(
    [
      ['plain', (options) => ClusterSecurity.saslPlain(options)],
      ['scram-sha256', (options) => ClusterSecurity.saslScramSha256(options)],
      ['scram-sha512', (options) => ClusterSecurity.saslScramSha512(options)],
    ] as [string, typeof ClusterSecurity.saslPlain][]
  ).map(([mechanism, make]): [string, (secret: TerraformVariable) => ClusterSecurity, object] => [
    `SASL ${mechanism}`,
    (secret) => make({ username: 'me', password: secret }),
    {
      tls_enabled: true,
      sasl_mechanism: mechanism,
      sasl_username: 'me',
      sasl_password: '${var.kafka-password}',
    },
  ]),
])('speaks %s to it, with secrets from variables', (_, security, expected) => {
  const stack = newStack();
  cluster({ security: security(password(stack)) }, stack).addTopic('orders');
  expect(synth(stack).provider?.kafka).toEqual([
    { bootstrap_servers: ['broker.example.com:9092'], ...expected },
  ]);
});

const host = (name: string): SecretFile => SecretFile.fromHost(`/etc/streaming/${name}`);
const LINE = (key: string): string =>
  `\${one(regex("(?m)^${key}=(.+?)[[:cntrl:]]*$", sensitive(file("/etc/streaming/login.properties"))))}`;

test.each<[string, ClusterSecurity, object]>([
  [
    'TLS',
    ClusterSecurity.tls({ caCertificate: host('ca.crt') }),
    { tls_enabled: true, ca_cert: '/etc/streaming/ca.crt' },
  ],
  [
    'mutual TLS',
    ClusterSecurity.mutualTls({ keyStore: host('client.pem') }),
    {
      tls_enabled: true,
      client_cert: '/etc/streaming/client.pem',
      client_key: '/etc/streaming/client.pem',
    },
  ],
  [
    'SASL',
    ClusterSecurity.saslPlain({ username: 'me', password: host('login.properties') }),
    { tls_enabled: true, sasl_mechanism: 'plain', sasl_username: 'me', sasl_password: LINE('password') },
  ],
  [
    'OAUTHBEARER',
    ClusterSecurity.saslOAuthBearer({
      tokenEndpoint: 'https://id.example.com/token',
      clientId: 'me',
      clientSecret: host('login.properties'),
      scopes: ['kafka'],
    }),
    {
      tls_enabled: true,
      sasl_mechanism: 'oauthbearer',
      sasl_token_url: 'https://id.example.com/token',
      sasl_username: 'me',
      sasl_password: LINE('clientSecret'),
      sasl_oauth_scopes: ['kafka'],
    },
  ],
  [
    'AWS IAM',
    ClusterSecurity.awsIam({
      region: 'eu-central-1',
      roleArn: 'arn:aws:iam::123456789012:role/topics',
      profile: 'me',
    }),
    {
      tls_enabled: true,
      sasl_mechanism: 'aws-iam',
      sasl_aws_region: 'eu-central-1',
      sasl_aws_role_arn: 'arn:aws:iam::123456789012:role/topics',
      sasl_aws_profile: 'me',
    },
  ],
])(
  'speaks %s to it, with secrets from files that the deploy reads, once for all topics',
  (_, security, expected) => {
    const stack = newStack();
    const managed = cluster({ security }, stack);
    managed.addTopic('orders');
    managed.addTopic('bills');
    expect(synth(stack).provider?.kafka).toEqual([
      { bootstrap_servers: ['broker.example.com:9092'], ...expected },
    ]);
  },
);

test('refuses topics where its files are in a volume, which the deploy cannot read, once for all', () => {
  const stack = newStack();
  const security = ClusterSecurity.tls({ caCertificate: SecretFile.fromVolume('my-secrets') });
  const managed = cluster({ security }, stack);
  managed.addTopic('orders');
  const sentence = `test/managed cannot be made:
  - security: caCertificate must be on the machine that deploys, which makes topics of the cluster; got a file in a volume: give SecretFile.fromHost, or make the topics of another reference to the cluster, with variables. [policy]`;
  expect(() => accepted(managed.addTopic('bills'))).toThrow(new Error(sentence));
});

const OAUTH = { tokenEndpoint: 'https://id.example.com/token', clientId: 'me', clientSecret: host('a') };

test.each<[string, ClusterSecurity, string | undefined]>([
  [
    'a quote in a user',
    ClusterSecurity.saslPlain({ username: 'm"e', password: host('a') }),
    'without " and \\',
  ],
  [
    'a backslash in a user',
    ClusterSecurity.saslPlain({ username: 'm\\e', password: host('a') }),
    'without " and \\',
  ],
  ["a user with '", ClusterSecurity.saslPlain({ username: "m'e", password: host('a') }), undefined],
  [
    'a path that is none',
    ClusterSecurity.saslPlain({ username: 'me', password: SecretFile.fromHost('login.properties') }),
    'password is a SecretFile whose path must be the absolute path of a file',
  ],
  [
    'a key store by its path',
    ClusterSecurity.mutualTls({ keyStore: '/etc/client.pem' } as never),
    'keyStore must be a SecretFile',
  ],
  [
    'a token endpoint without TLS',
    ClusterSecurity.saslOAuthBearer({ ...OAUTH, tokenEndpoint: 'http://id.example.com/token' }),
    'tokenEndpoint must be an address that begins with https://',
  ],
  ['a token endpoint', ClusterSecurity.saslOAuthBearer(OAUTH), undefined],
  [
    'a scope with a blank',
    ClusterSecurity.saslOAuthBearer({ ...OAUTH, scopes: ['a b'] }),
    'scopes is a list in which [0] must be a scope',
  ],
  ['a scope', ClusterSecurity.saslOAuthBearer({ ...OAUTH, scopes: ['a:b'] }), undefined],
  ['no region', ClusterSecurity.awsIam({ region: 'Frankfurt' }), 'region must be a region of AWS'],
  ['a region', ClusterSecurity.awsIam({ region: 'us-gov-west-1' }), undefined],
  [
    'a role by its name',
    ClusterSecurity.awsIam({ region: 'eu-central-1', roleArn: 'topics' }),
    "roleArn must be a role's ARN",
  ],
  [
    'a profile with a blank',
    ClusterSecurity.awsIam({ region: 'eu-central-1', profile: 'a b' }),
    'profile must be the name of a profile',
  ],
])('its security with %s: %p', (_, security, problem) => {
  const made = expect(() => cluster({ security }));
  if (problem === undefined) made.not.toThrow();
  else made.toThrow(problem);
});

test('takes the text of a variable, too', () => {
  const stack = newStack();
  const secret = password(stack).stringValue;
  const security = ClusterSecurity.saslPlain({ username: 'me', password: secret });
  expect(() => cluster({ security }, stack)).not.toThrow();
});

test('refuses a secret that everybody could read, and does not repeat it', () => {
  const readable = ClusterSecurity.saslPlain({ username: 'me', password: 'hunter2' });
  expect(() => cluster({ security: readable })).toThrow(
    'test/managed cannot be made:\n  - security is a ClusterSecurity in which password must not be a secret that everybody can read: give a sensitive variable',
  );
  expect(() => cluster({ security: readable })).not.toThrow(/hunter2/);
  const stack = newStack();
  const key = new TerraformVariable(stack, 'key', { type: 'string' });
  const visible = ClusterSecurity.mutualTls({ certificate: 'PEM', key });
  expect(() => cluster({ security: visible }, stack)).toThrow(
    'key must not be a secret that everybody can read: give a sensitive variable',
  );
});

test.each<[string, (stack: TerraformStack) => string]>([
  [
    'the text of a variable that is shown',
    (stack: TerraformStack): string => new TerraformVariable(stack, 'v', {}).stringValue,
  ],
  ['a text beside a token', (stack: TerraformStack): string => `hunter2${password(stack).stringValue}`],
])('refuses %s as a secret', (_, secret) => {
  const stack = newStack();
  const security = ClusterSecurity.saslPlain({ username: 'me', password: secret(stack) });
  expect(() => cluster({ security }, stack)).toThrow(
    /password must not be a secret that everybody can read: give a sensitive variable(?!.*hunter2)/s,
  );
});

test('refuses a key where a certificate belongs', () => {
  const stack = newStack();
  const certificate = '-----BEGIN PRIVATE KEY-----\nhunter2';
  const security = ClusterSecurity.mutualTls({ certificate, key: password(stack) });
  expect(() => cluster({ security }, stack)).toThrow(
    /certificate has a secret .*give a sensitive variable(?!.*hunter2)/s,
  );
});

test('refuses a secret of another stack than the topics, once for all topics', () => {
  const app = Testing.app();
  const security = ClusterSecurity.saslPlain({ username: 'me', password: password(newStack('other', app)) });
  const managed = KafkaCluster.fromBootstrapServers(newStack('mine', app), 'managed', {
    bootstrapServers: ['broker.example.com:9092'],
    security,
  });
  managed.addTopic('orders');
  const sentence = `mine/managed cannot be made:
  - security: password must be a variable of the stack 'mine', where there are topics or users of the cluster, or its value goes through the state of another; refer to the cluster there, with a variable of its own. [policy]`;
  expect(() => accepted(managed.addTopic('bills'))).toThrow(new Error(sentence));
});

test('refuses a secret of another stack than a user and an ACL', () => {
  const app = Testing.app();
  const security = ClusterSecurity.saslPlain({ username: 'me', password: password(newStack('other', app)) });
  const [users, acls] = [newStack('users', app), newStack('acls', app)];
  const managed = KafkaCluster.fromBootstrapServers(users, 'managed', {
    bootstrapServers: ['broker.example.com:9092'],
    security,
  });
  new KafkaUser(users, 'billing', { cluster: managed, authentication: UserAuthentication.mutualTls() });
  const acl = {
    principal: 'User:billing',
    resourceType: 'Topic',
    name: 'orders',
    operation: 'Read',
  } as const;
  new Acl(acls, 'orders', { cluster: managed, ...acl });
  for (const stack of ['users', 'acls'])
    expect(() => accepted(managed)).toThrow(`password must be a variable of the stack '${stack}'`);
});

test('refuses an empty user', () => {
  const stack = newStack();
  const security = ClusterSecurity.saslPlain({ username: '', password: password(stack) });
  expect(() => cluster({ security }, stack)).toThrow(
    "security is a ClusterSecurity in which username must be the name of a user; got ''",
  );
});

test.each([
  'broker.example.com',
  'broker.example.com:0',
  'broker.example.com:65536',
  'http://broker:9092',
  '0.0.0.0:9092',
  ':9092',
  '',
])('refuses the server %p', (server) => {
  expect(() => cluster({ bootstrapServers: [server] })).toThrow(
    /bootstrapServers is a list in which \[0\] must be host:port/,
  );
});

test.each(['a:1', 'b-1.example.com:65535', '10.0.0.1:9092', '[::1]:9092'])(
  'takes the server %p',
  (server) => {
    expect(() => cluster({ bootstrapServers: [server] })).not.toThrow();
  },
);

test('refuses to have no server', () => {
  expect(() => cluster({ bootstrapServers: ['a:1', 'b:1', 'a:1'] })).toThrow(
    'each broker once, got a:1 again',
  );
  expect(() => cluster({ bootstrapServers: [] })).toThrow('bootstrapServers must be a list of at least 1');
});

test('servers may be known to Terraform alone', () => {
  const stack = newStack();
  const server = new TerraformVariable(stack, 'server', { type: 'string' }).stringValue;
  cluster({ bootstrapServers: [server] }, stack).addTopic('orders');
  expect(synth(stack).provider?.kafka).toMatchObject([{ bootstrap_servers: ['${var.server}'] }]);
});

test.each([
  [{}, 3, 2],
  [{ brokers: 1 }, 1, 1],
  [{ brokers: 2 }, 2, 1],
  [{ brokers: 5 }, 3, 2],
  [{ defaultReplicationFactor: 4 }, 4, 2],
])('with %p a topic has %i copies, of which %i must have a record', (props, copies, insync) => {
  expect(cluster(props)).toMatchObject({ defaultReplicationFactor: copies, minInsyncReplicas: insync });
});

test('refuses more copies than brokers, where their number is known', () => {
  expect(() => cluster({ brokers: 2, defaultReplicationFactor: 3 })).toThrow(
    'defaultReplicationFactor must be at most 2 (one replica per broker), got 3; lower it',
  );
  expect(() => cluster({ defaultReplicationFactor: 3, minInsyncReplicas: 4 })).toThrow(
    'minInsyncReplicas must be at most 3 (the default replication factor), got 4',
  );
  const stack = newStack();
  cluster({ brokers: 3 }, stack).addTopic('orders', { replicationFactor: 4 });
  expect(() => Testing.synth(stack, true)).toThrow('from 1 to 3 (one replica per broker), got 4');
});

test('topics of two clusters in one stack go each to its own', () => {
  const stack = newStack();
  const [one, other] = ['one', 'other'].map((name) =>
    KafkaCluster.fromBootstrapServers(stack, name, { bootstrapServers: [`${name}.example.com:9092`] }),
  );
  new KafkaTopic(stack, 'first', { cluster: one!, topicName: 'orders' });
  new KafkaTopic(stack, 'second', { cluster: other!, topicName: 'orders' });
  expect(resources(stack, 'kafka_topic').map(({ provider }) => provider)).toEqual(['kafka', 'kafka.kafka-2']);
  expect(synth(stack).provider?.kafka).toMatchObject([
    { bootstrap_servers: ['one.example.com:9092'] },
    { bootstrap_servers: ['other.example.com:9092'], alias: 'kafka-2' },
  ]);
});

describe('a provider is taken again', () => {
  const providers = (first: Props, second: Props): unknown => {
    const stack = newStack();
    for (const [index, props] of [first, second].entries()) {
      const kafka = KafkaCluster.fromBootstrapServers(stack, `kafka-${index}`, {
        bootstrapServers: ['a:1', 'b:1'],
        ...props(password(new Construct(stack, `login-${index}`) as TerraformStack)),
      });
      new KafkaTopic(stack, `topic-${index}`, { cluster: kafka });
    }
    return synth(stack).provider?.kafka;
  };
  type Props = (secret: TerraformVariable) => Partial<ExternalKafkaClusterProps>;
  const plain: Props = () => ({});

  test('for the same servers in another order', () => {
    expect(providers(plain, () => ({ bootstrapServers: ['b:1', 'a:1'] }))).toHaveLength(1);
  });

  test.each<[string, Props]>([
    ['TLS', () => ({ security: ClusterSecurity.tls() })],
    ['a login', (secret) => ({ security: ClusterSecurity.saslPlain({ username: 'u', password: secret }) })],
  ])('but not without TLS where the second reference has %s', (_, secured) => {
    expect(providers(plain, secured)).toEqual([
      { bootstrap_servers: ['a:1', 'b:1'], tls_enabled: false },
      expect.objectContaining({ alias: 'kafka-2', tls_enabled: true }),
    ]);
    expect(providers(secured, plain)).toHaveLength(2);
  });
});

test.each<[string, KafkaTopicOptions, object]>([
  ['nothing', {}, {}],
  ['an age', { retention: Retention.upTo(Duration.hours(1)) }, { 'retention.ms': '3600000' }],
  [
    'a size',
    { retention: Retention.upToSize(Size.mebibytes(1)) },
    { 'retention.ms': '-1', 'retention.bytes': '1048576' },
  ],
  ['for ever', { retention: Retention.forever() }, { 'retention.ms': '-1', 'retention.bytes': '-1' }],
  [
    'settings that have a property',
    { settings: { 'retention.ms': -1, 'min.insync.replicas': 2 } },
    { 'retention.ms': '-1', 'min.insync.replicas': '2' },
  ],
])('with only given settings, a topic that is given %s has nothing else', (_, options, config) => {
  const stack = newStack();
  accepted(cluster({ onlyGivenSettings: true }, stack).addTopic('orders', options));
  expect(resources(stack, 'kafka_topic').map((each) => each.config ?? {})).toEqual([config]);
});

test('with only given settings, one that a property says is not in settings as well', () => {
  const both = { retention: Retention.forever(), settings: { 'retention.bytes': -1 } };
  const topic = cluster({ onlyGivenSettings: true }).addTopic('orders', both);
  expect(() => accepted(topic)).toThrow(
    'settings must leave to properties what these say, got retention.bytes',
  );
});
