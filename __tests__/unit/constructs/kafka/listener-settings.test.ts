import { clientFiles } from '../../../../constructs/kafka/client-settings';
import type { TerraformStack } from 'cdktf';
import { LABEL } from '../../../../constructs/core/labels';
import {
  Authorization,
  Certificates,
  ControllerQuorum,
  KafkaCluster,
  ListenerAuthentication,
  ListenerReach,
  Metadata,
  Plaintext,
  SecretFile,
  type KafkaClusterProps,
  type KafkaListenerSpec,
} from '../../../../constructs';
import { accepted, container, environment, newPlatform, newStack, synth } from '../../../support/synth';

const authentication = ListenerAuthentication.mutualTls();
const certificates = Certificates.folder('/nowhere');
const INTERNAL: KafkaListenerSpec = { name: 'INTERNAL', reach: ListenerReach.inside(), authentication };
const EXTERNAL: KafkaListenerSpec = { name: 'EXTERNAL', reach: ListenerReach.host(), authentication };
const USERS: KafkaListenerSpec = {
  name: 'USERS',
  reach: ListenerReach.at('kafka.example.com'),
  port: 9192,
  authentication: ListenerAuthentication.scramSha512(),
};
const PARTNERS: KafkaListenerSpec = {
  name: 'PARTNERS',
  reach: ListenerReach.at('10.0.0.1'),
  port: 9292,
  authentication: ListenerAuthentication.plain({
    users: ['bob'],
    passwords: '/run/secrets/users.properties',
  }),
};

const TOKENS: KafkaListenerSpec = {
  name: 'TOKENS',
  reach: ListenerReach.at('10.0.0.1'),
  port: 9392,
  authentication: ListenerAuthentication.oauthBearer({
    jwksEndpoint: 'https://id.example.com/jwks',
    issuer: 'https://id.example.com',
    audience: 'kafka',
    principalClaim: 'client_id',
    caCertificate: '/run/secrets/users.properties',
  }),
};

interface World {
  readonly stack: TerraformStack;
  readonly kafka: KafkaCluster;
}

function world(props: Partial<KafkaClusterProps> = {}, withQuorum = false): World {
  const stack = newStack();
  const platform = newPlatform(stack, { portOffset: 1000 });
  const quorum = withQuorum && new ControllerQuorum(stack, 'controllers', { platform, certificates });
  const kafka = new KafkaCluster(stack, 'kafka', {
    platform,
    ...(quorum && { metadata: Metadata.kraft(quorum) }),
    certificates,
    listeners: [INTERNAL, EXTERNAL, USERS, PARTNERS],
    authorization: Authorization.acls({ superUsers: ['root', 'admin'] }),
    secretFiles: { '/run/secrets/users.properties': SecretFile.fromHost('/nowhere/users.properties') },
    ...props,
  });
  return { stack, kafka: accepted(kafka) };
}

const broker = (name = 'kafka2', ...given: Parameters<typeof world>): Record<string, string> =>
  environment(world(...given).stack, name);

test('every listener has its protocol, its ports and where clients find it', () => {
  const { stack } = world();
  expect(environment(stack, 'kafka2')).toMatchObject({
    KAFKA_LISTENERS:
      'INTERNAL://0.0.0.0:19093,EXTERNAL://0.0.0.0:9093,USERS://0.0.0.0:9193,PARTNERS://0.0.0.0:9293,CONTROLLERTLS://0.0.0.0:29094',
    KAFKA_ADVERTISED_LISTENERS:
      'INTERNAL://kafka2:19093,EXTERNAL://localhost:10093,USERS://kafka.example.com:10193,PARTNERS://10.0.0.1:10293',
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP:
      'INTERNAL:SSL,EXTERNAL:SSL,USERS:SASL_SSL,PARTNERS:SASL_SSL,CONTROLLERTLS:SSL',
  });
  expect(container(stack, 'kafka2').ports).toEqual([
    { internal: 9093, external: 10_093, ip: '127.0.0.1' },
    { internal: 9193, external: 10_193, ip: '0.0.0.0' },
    { internal: 9293, external: 10_293, ip: '10.0.0.1' },
  ]);
});

test('a broker shows its own certificate everywhere, and asks for one where that is the authentication', () => {
  const kafka2 = broker();
  expect(kafka2).toMatchObject({
    KAFKA_SSL_KEYSTORE_TYPE: 'PEM',
    KAFKA_SSL_KEYSTORE_LOCATION: '/run/secrets/kafka-tls/kafka2.pem',
    KAFKA_SSL_TRUSTSTORE_TYPE: 'PEM',
    KAFKA_SSL_TRUSTSTORE_LOCATION: '/run/secrets/kafka-tls/ca.crt',
    KAFKA_SSL_PRINCIPAL_MAPPING_RULES: 'RULE:^CN=([^,=]+)$/$1/,DEFAULT',
  });
  const asked = Object.keys(kafka2).filter((name) => name.endsWith('CLIENT_AUTH'));
  expect(asked.map((name) => /NAME_(.*)_SSL/.exec(name)?.[1])).toEqual([
    'CONTROLLERTLS',
    'EXTERNAL',
    'INTERNAL',
  ]);
});

test('users log in by SCRAM, or by passwords of a file that only the broker reads', () => {
  expect(broker()).toMatchObject({
    KAFKA_LISTENER_NAME_USERS_SASL_ENABLED_MECHANISMS: 'SCRAM-SHA-512',
    KAFKA_LISTENER_NAME_USERS_SCRAM___SHA___512_SASL_JAAS_CONFIG:
      'org.apache.kafka.common.security.scram.ScramLoginModule required;',
    KAFKA_LISTENER_NAME_PARTNERS_SASL_ENABLED_MECHANISMS: 'PLAIN',
    KAFKA_LISTENER_NAME_PARTNERS_PLAIN_SASL_JAAS_CONFIG:
      'org.apache.kafka.common.security.plain.PlainLoginModule required user_bob="$${file:/run/secrets/users.properties:bob}";',
    KAFKA_CONFIG_PROVIDERS: 'file',
  });
});

test('users log in by tokens of an issuer, whom brokers ask for its keys and nobody else', () => {
  const kafka1 = broker('kafka1', { listeners: [INTERNAL, EXTERNAL, TOKENS] });
  expect(kafka1).toMatchObject({
    KAFKA_LISTENER_NAME_TOKENS_SASL_ENABLED_MECHANISMS: 'OAUTHBEARER',
    KAFKA_LISTENER_NAME_TOKENS_OAUTHBEARER_SASL_JAAS_CONFIG:
      'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub="nobody" ssl.truststore.type="PEM" ssl.truststore.location="/run/secrets/users.properties";',
    KAFKA_LISTENER_NAME_TOKENS_OAUTHBEARER_SASL_SERVER_CALLBACK_HANDLER_CLASS:
      'org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler',
    KAFKA_LISTENER_NAME_TOKENS_SASL_OAUTHBEARER_JWKS_ENDPOINT_URL: 'https://id.example.com/jwks',
    KAFKA_LISTENER_NAME_TOKENS_SASL_OAUTHBEARER_EXPECTED_ISSUER: 'https://id.example.com',
    KAFKA_LISTENER_NAME_TOKENS_SASL_OAUTHBEARER_EXPECTED_AUDIENCE: 'kafka',
    KAFKA_LISTENER_NAME_TOKENS_SASL_OAUTHBEARER_SUB_CLAIM_NAME: 'client_id',
    JAVA_TOOL_OPTIONS: '-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=https://id.example.com/jwks',
  });
  expect(broker('kafka1')).not.toHaveProperty('JAVA_TOOL_OPTIONS');
});

test.each([
  ['brokers', 'kafka1', false],
  ['brokers beside controllers of their own', 'kafka1', true],
  ['controllers', 'kafka-controller1', true],
])(
  '%s ask who may do what, say who was refused it, and may do everything themselves',
  (_, name, withQuorum) => {
    const controllers = withQuorum ? [1, 2, 3].map((index) => `User:kafka-controller${index};`).join('') : '';
    const { stack } = world({}, withQuorum);
    const authorizer = 'org.apache.kafka.metadata.authorizer.StandardAuthorizer';
    expect(container(stack, name).labels).toContainEqual({ label: LABEL.authorizer, value: authorizer });
    expect(environment(stack, name)).toMatchObject({
      KAFKA_AUTHORIZER_CLASS_NAME: authorizer,
      KAFKA_SUPER_USERS: `User:kafka1;User:kafka2;User:kafka3;${controllers}User:admin;User:root`,
      KAFKA_LOG4J_LOGGERS: 'kafka.authorizer.logger=INFO',
    });
  },
);

test('without authorization nobody is refused anything, and logs are as the image has them', () => {
  const { stack } = world({ authorization: undefined });
  expect(environment(stack, 'kafka1')).not.toHaveProperty('KAFKA_LOG4J_LOGGERS');
  expect(container(stack, 'kafka1').labels.map(({ label }) => label)).not.toContain(LABEL.authorizer);
});

test('controllers of their own show certificates to each other and to brokers', () => {
  const { stack } = world({}, true);
  expect(environment(stack, 'kafka-controller2')).toMatchObject({
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLERTLS:SSL',
    KAFKA_LISTENER_NAME_CONTROLLERTLS_SSL_CLIENT_AUTH: 'required',
    KAFKA_SSL_KEYSTORE_LOCATION: '/run/secrets/kafka-tls/kafka-controller2.pem',
  });
  expect(environment(stack, 'kafka1').KAFKA_LISTENER_SECURITY_PROTOCOL_MAP).toMatch(/,CONTROLLERTLS:SSL$/);
});

test.each([
  ['kafka1', 19_092],
  ['kafka-controller1', 29_094],
])('%s is asked for its health through TLS, with its own certificate', (name, port) => {
  const check = container(world({}, true).stack, name).healthcheck?.test.join(' ');
  expect(check).toContain(`-connect 127.0.0.1:${port} -CAfile /run/secrets/kafka-tls/ca.crt`);
  expect(check).toContain(`-cert /run/secrets/kafka-tls/${name}.pem -key /run/secrets/kafka-tls/${name}.pem`);
  expect(check).not.toMatch(/\/dev\/tcp\S+ && printf '\\+0/);
});

test('a broker reads its own key and no other, and the program has only the paths', () => {
  const { stack } = world({ brokers: 1 });
  expect(container(stack, 'kafka1')).toMatchObject({
    mounts: ['users.properties', 'kafka1.pem', 'ca.crt'].map((file) => ({
      type: 'bind',
      source: `/nowhere/${file}`,
      read_only: true,
    })),
  });
});

test('topics are made as admin, at the first listener outside, by files of the machine', () => {
  const { stack, kafka } = world({ brokers: 1 });
  kafka.addTopic('orders');
  const topics = stack.node.root.node.findAll().find(({ node }) => node.id === 'topics');
  expect(synth(topics as TerraformStack).provider?.kafka).toEqual([
    {
      bootstrap_servers: ['localhost:10092'],
      tls_enabled: true,
      ca_cert: '/nowhere/ca.crt',
      client_cert: '/nowhere/admin.pem',
      client_key: '/nowhere/admin.pem',
    },
  ]);
});

test('topics are made in plaintext where the first listener outside has no TLS', () => {
  const { kafka } = world({
    listeners: [INTERNAL, { ...EXTERNAL, tls: false, authentication: undefined }],
    authorization: undefined,
  });
  expect(kafka.hostSecurity).toEqual({ provider: { tlsEnabled: false } });
  expect(kafka.security).toBeDefined();
});

test('services that work with the brokers in plaintext go on where that is how it is inside', () => {
  const open = { ...INTERNAL, authentication: ListenerAuthentication.none(), tls: false };
  const { kafka } = world({ listeners: [open, EXTERNAL, USERS], authorization: undefined });
  expect(kafka.security).toBeUndefined();
  expect(kafka.authentications).toEqual(['mutual TLS', 'SCRAM-SHA-512']);
});

test('services trust the authority, and show nothing where brokers do not ask for it', () => {
  const silent = { ...INTERNAL, authentication: ListenerAuthentication.none() };
  const { kafka } = world({ listeners: [silent, EXTERNAL], authorization: undefined });
  expect(Object.keys(clientFiles(kafka.security))).toEqual(['/run/secrets/kafka/ca.crt']);
  expect(kafka.security?.asksForCertificate).toBe(false);
});

test('says nothing of security where there is none', () => {
  const { kafka } = world({ certificates: undefined, listeners: undefined, authorization: undefined });
  expect(kafka.security).toBeUndefined();
  expect(kafka.hostSecurity).toBeUndefined();
  expect(kafka.authentications).toBeUndefined();
});

test.each([
  {
    plaintext: Plaintext.USED,
    inside: 'INTERNAL',
    names: 'CONTROLLER,CONTROLLERTLS',
    port: 29_093,
    servers: 'kafka1:19092',
    brokers: 'INTERNAL:PLAINTEXT,EXTERNAL:PLAINTEXT,BROKERS:SSL,ADMIN:SSL',
    topics: { bootstrap_servers: ['localhost:10092'], tls_enabled: false },
  },
  {
    plaintext: Plaintext.ACCEPTED,
    inside: 'BROKERS',
    names: 'CONTROLLERTLS,CONTROLLER',
    port: 29_094,
    servers: 'kafka1:19192',
    brokers: 'BROKERS:SSL,ADMIN:SSL,INTERNAL:PLAINTEXT,EXTERNAL:PLAINTEXT',
    topics: { bootstrap_servers: ['localhost:10192'], client_cert: '/nowhere/admin.pem' },
  },
])('on the way from plaintext, while it is $plaintext, all speak it or TLS, and understand both', (step) => {
  for (const withQuorum of [false, true]) {
    const stack = newStack();
    const platform = newPlatform(stack, { portOffset: 1000 });
    const moving = Certificates.folder('/nowhere', { plaintext: step.plaintext });
    const quorum = new ControllerQuorum(stack, 'controllers', {
      platform,
      certificates: moving,
      controllers: 1,
    });
    const kafka = accepted(
      new KafkaCluster(stack, 'kafka', {
        platform,
        brokers: 1,
        ...(withQuorum && { metadata: Metadata.kraft(quorum) }),
        certificates: moving,
        listeners: [
          { ...INTERNAL, tls: false, authentication: undefined },
          { ...EXTERNAL, tls: false, authentication: undefined },
          { ...INTERNAL, name: 'BROKERS', port: 19_192 },
          { ...EXTERNAL, name: 'ADMIN', port: 9192 },
        ],
      }),
    );
    kafka.addTopic('orders');
    const controller = withQuorum ? 'kafka-controller1' : 'kafka1';
    const [first] = step.names.split(',');
    expect(environment(stack, 'kafka1')).toMatchObject({
      KAFKA_INTER_BROKER_LISTENER_NAME: step.inside,
      KAFKA_CONTROLLER_LISTENER_NAMES: withQuorum ? first : step.names,
    });
    expect(environment(stack, controller)).toMatchObject({
      KAFKA_CONTROLLER_LISTENER_NAMES: step.names,
      KAFKA_LISTENERS: expect.stringMatching(/CONTROLLER:\/\/0.0.0.0:29093/) as string,
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: expect.stringMatching(
        /CONTROLLER:PLAINTEXT.*CONTROLLERTLS:SSL|CONTROLLERTLS:SSL.*CONTROLLER:PLAINTEXT/,
      ) as string,
      KAFKA_LISTENER_NAME_CONTROLLERTLS_SSL_CLIENT_AUTH: 'required',
    });
    const { labels } = container(stack, 'kafka1');
    for (const name of ['kafka1', controller])
      expect(environment(stack, name).KAFKA_CONTROLLER_QUORUM_VOTERS).toMatch(`${controller}:${step.port}`);
    expect(labels).toContainEqual({ label: 'cdktf-streaming.broker-listeners', value: step.brokers });
    expect(kafka.bootstrapServers).toEqual([step.servers]);
    const topics = stack.node.root.node.findAll().find(({ node }) => node.id === 'topics');
    expect(synth(topics as TerraformStack).provider?.kafka).toEqual([expect.objectContaining(step.topics)]);
  }
});

test('who is in plaintext alone says nothing of listeners', () => {
  const stack = newStack();
  const platform = newPlatform(stack);
  new KafkaCluster(stack, 'kafka', {
    platform,
    metadata: Metadata.kraft(new ControllerQuorum(stack, 'c', { platform })),
  });
  for (const name of ['kafka1', 'kafka-controller1'])
    expect(container(stack, name).labels.filter(({ label }) => label.endsWith('listeners'))).toEqual([]);
});
