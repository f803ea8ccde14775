import {
  App,
  Fn,
  Lazy,
  LocalBackend,
  S3Backend,
  TerraformLocal,
  TerraformResource,
  TerraformStack,
  TerraformVariable,
  Testing,
} from 'cdktf';
import { Construct } from 'constructs';
import { ConnectTopics } from '../../../../constructs/connect/connect-topics';
import { ConnectPlugin } from '../../../../constructs/connect/connect-plugin';
import { Connector } from '../../../../constructs/connect/connector';
import type { ConnectorOptions } from '../../../../constructs/connect/connector-props';
import { Converter } from '../../../../constructs/connect/converter';
import type { ExternalKafkaConnectProps } from '../../../../constructs/connect/external-kafka-connect';
import { KafkaConnect } from '../../../../constructs/connect/kafka-connect';
import type { IKafkaConnect } from '../../../../constructs/connect/interfaces';
import { SecretFile, type SecretFiles } from '../../../../constructs/core/secret-file';
import { KafkaCluster } from '../../../../constructs/kafka/kafka-cluster';
import { KafkaTopic } from '../../../../constructs/kafka/kafka-topic';
import type { IKafkaTopic } from '../../../../constructs/kafka/interfaces';
import { newCluster } from '../../../support/cluster';
import { accepted, newPlatform, newStack, resources, synth } from '../../../support/synth';

const CLASS = 'com.example.KnownConnector';

let app: App;
let cluster: KafkaCluster;
let connect: KafkaConnect;
let stack: TerraformStack;
let people: IKafkaTopic;

beforeEach(() => {
  app = Testing.app();
  const platform = newPlatform(newStack('kafka', app));
  cluster = newCluster(platform, { brokers: 1 });
  const topics = newStack('topics', app);
  people = new KafkaTopic(topics, 'people', { cluster });
  connect = new KafkaConnect(newStack('services', app), 'connect', {
    platform,
    cluster,
    topics: new ConnectTopics(topics, 'connect', { cluster }),
  });
  stack = newStack('mine', app);
});

function connector(options: Partial<ConnectorOptions> = {}, id = 'people-file'): Connector {
  return accepted(new Connector(stack, id, { connect, connectorClass: CLASS, ...options }));
}

function withSecrets(secretFiles: SecretFiles, settings = {}): KafkaConnect {
  const { platform } = cluster;
  const topics = new ConnectTopics(newStack('other-topics', app), 'other', { cluster, prefix: 'other' });
  const names = { serviceName: 'other-connect', hostPort: 8183, groupId: 'other' };
  const props = { platform, cluster, topics, ...names, secretFiles, settings };
  return new KafkaConnect(newStack('other-services', app), 'connect', props);
}

function config(options: Partial<ConnectorOptions>): unknown {
  connector(options);
  return resources(stack, 'kafka-connect_connector')[0]?.config;
}

test('has its name, its class and one task, and leaves the rest to the workers', () => {
  connector();
  const [resource] = resources(stack, 'kafka-connect_connector');
  expect(resource).toMatchObject({ name: 'people-file' });
  expect(resource?.config).toEqual({ name: 'people-file', 'connector.class': CLASS, 'tasks.max': '1' });
  expect(resource).not.toHaveProperty('config_sensitive');
});

test('is made through the REST interface of its workers on the host', () => {
  connector();
  expect(synth(stack).provider?.['kafka-connect']).toEqual([{ url: 'http://localhost:8083' }]);
});

test('connectors of two Connect clusters in one stack each go to their own', () => {
  const other: IKafkaConnect = Object.assign(new Construct(newStack('elsewhere', app), 'other'), {
    cluster,
    groupId: 'other',
    restUrl: 'http://other:8083',
    hostRestUrl: 'http://localhost:9999',
  });
  connector();
  new Connector(stack, 'second', { connect: other, connectorClass: 'any' });
  new Connector(stack, 'third', { connect: other, connectorClass: 'any' });
  expect(synth(stack).provider?.['kafka-connect']).toEqual([
    { url: 'http://localhost:8083' },
    { url: 'http://localhost:9999', alias: 'kafka-connect-2' },
  ]);
  expect(resources(stack, 'kafka-connect_connector').map(({ provider }) => provider)).toEqual([
    'kafka-connect',
    'kafka-connect.kafka-connect-2',
    'kafka-connect.kafka-connect-2',
  ]);
});

test('comes after the stacks of its workers and its topics', () => {
  connector({ writes: [people] });
  expect(stack.dependencies.map(({ node }) => node.id)).toEqual(['services', 'topics']);
});

test('a sink reads topics', () => {
  const ages = KafkaTopic.fromTopicName(stack, 'ages', 'ages');
  expect(config({ reads: [people, ages] })).toMatchObject({ topics: 'people,ages' });
});

test('a source writes to a topic', () => {
  expect(config({ writes: [people] })).toMatchObject({ topic: 'people' });
});

test.each([
  ['several topics', [1, 2], {}],
  ['topics that a prefix names', [1], { 'topic.prefix': 'peo' }],
])('a source that writes to %s says itself how it names them', (_, names, settings) => {
  const writes = names.map((name) => KafkaTopic.fromTopicName(stack, `t${name}`, `t${name}`));
  expect(config({ writes, config: settings })).not.toHaveProperty('topic');
});

test('settings are text, and what looks like a reference of Terraform reaches the connector as it is', () => {
  expect(
    config({ tasksMax: 2, config: { 'batch.size': 100, 'auto.evolve': true, format: 'kafka_${topic}%{x}' } }),
  ).toMatchObject({
    'tasks.max': '2',
    'batch.size': '100',
    'auto.evolve': 'true',
    format: 'kafka_$${topic}%%{x}',
  });
});

test('a reference of cdktf stays one', () => {
  const directory = new TerraformVariable(stack, 'directory', { type: 'string' });
  expect(config({ config: { file: `${directory.stringValue}/people.txt` } })).toMatchObject({
    file: '${var.directory}/people.txt',
  });
});

describe('a secret', () => {
  const variable = (options = {}, where = stack): TerraformVariable =>
    new TerraformVariable(where, 'password', { type: 'string', sensitive: true, ...options });

  test.each([
    ['variable', (v: TerraformVariable) => v],
    ['value of one', (v: TerraformVariable) => v.stringValue],
  ])('is a sensitive %s, and no other part of the stack holds it', (_, secret) => {
    connector({ secrets: { 'connection.password': secret(variable()) } });
    expect(resources(stack, 'kafka-connect_connector')[0]).toMatchObject({
      config: { name: 'people-file' },
      config_sensitive: { 'connection.password': '${var.password}' },
    });
  });

  test.each<[string, () => unknown]>([
    ['a literal', () => 'hunter2'],
    ['empty', () => ''],
    ['a number', () => 42],
    ['a number that Terraform alone knows', () => variable().numberValue],
    ['a variable that is shown', () => variable({ sensitive: false })],
    ['a variable that does not say', () => variable({ sensitive: undefined })],
    ['the text of a variable that is shown', () => variable({ sensitive: false }).stringValue],
    ['a variable whose default everybody reads', () => variable({ default: 'hunter2' })],
    ['a text beside a variable', () => `hunter2${variable().stringValue}`],
    ['a value that the program computes', () => Lazy.stringValue({ produce: () => 'hunter2' })],
    ['a text that a function wraps', () => Fn.base64decode('aHVudGVyMg==')],
    ['a local value', () => new TerraformLocal(stack, 'local', 'hunter2').asString],
  ])('must not be %s', (_, secret) => {
    expect(() => connector({ secrets: { 'connection.password': secret() as never } })).toThrow(
      'secrets is an object in which connection.password must be a sensitive variable',
    );
  });

  test.each(['hunter2', ['hunter2'], null])('is not shown in the message that refuses %p', (secrets) => {
    expect(() => connector({ secrets: secrets as never })).toThrow(
      /mine\/people-file.*secrets (must|is)(?!.*hunter2)/s,
    );
    expect(() => connector({ secrets: { password: 'hunter2' } }, 'other')).toThrow(/^(?!.*hunter2)/s);
  });

  test('may be what Terraform reads elsewhere by itself', () => {
    const password = new TerraformResource(stack, 'random', { terraformResourceType: 'random_password' });
    connector({ secrets: { 'connection.password': password.getStringAttribute('result') } });
    expect(resources(stack, 'kafka-connect_connector')[0]).toMatchObject({
      config_sensitive: { 'connection.password': '${random_password.random.result}' },
    });
  });

  test.each([
    ['variable', (v: TerraformVariable) => v],
    ['text of one', (v: TerraformVariable) => v.stringValue],
  ])('must not come through the state of another stack as a %s', (_, secret) => {
    const password = secret(variable({}, newStack('other', app)));
    expect(() => connector({ secrets: { 'connection.password': password } })).toThrow(
      "secrets: connection.password must be a variable of the connector's own stack, or its value goes through the state of another; make it in 'mine'",
    );
  });

  test.each([
    'password',
    'connection.password',
    'database.password',
    'ssl.keystore.password',
    'aws.secret.access.key',
    'sasl.jaas.config',
    'basic.auth.user.info',
    'producer.override.sasl.jaas.config',
    'api_key',
    'auth.token',
    'client.secret',
    'ssl.key.passphrase',
    'gcp.credentials',
  ])('%s is none of the settings in plain sight', (name) => {
    expect(() => connector({ config: { [name]: 'hunter2' } })).toThrow(`config: ${name} looks like a secret`);
  });

  test.each<[string, () => string]>([
    ['a sensitive variable', () => variable().stringValue],
    ['a sensitive variable in a function', () => Fn.upper(variable().stringValue)],
    ['a sensitive variable in an address', () => `jdbc:postgresql://db/x?user=${variable().stringValue}`],
  ])('config shows also %s', (_, value) => {
    expect(() => connector({ config: { 'connection.url': value() } })).toThrow(
      'config: connection.url looks like a secret',
    );
  });

  test('may be a reference that the workers resolve', () => {
    connect = withSecrets({ '/run/secrets/db': SecretFile.fromHost('/etc/streaming/db.properties') });
    const password = '${file:/run/secrets/db:password}';
    expect(config({ config: { 'connection.url': `jdbc:x://me:${password}@db` } })).toMatchObject({
      'connection.url': 'jdbc:x://me:$${file:/run/secrets/db:password}@db',
    });
  });

  test.each(['${file:/run/secrets/db:password}', '${env:PASSWORD}', '${PASSWORD}', '${vault:db:password}'])(
    'is not hidden by %s, which the workers do not resolve',
    (reference) => {
      expect(() => connector({ config: { 'connection.password': reference } })).toThrow(
        `config refers to ${reference}, which the workers of services/connect do not resolve, so that the connector gets the reference itself; give the KafkaConnect secretFiles: { '/run/secrets/`,
      );
    },
  );

  test('stands nowhere as a reference that nobody resolves', () => {
    const url = (reference: string): object => ({
      'connection.url': `jdbc:x://db?user=me&password=${reference}`,
    });
    expect(() => connector({ config: { ...url('${PASSWORD}') } })).toThrow('config refers to ${PASSWORD}');
    expect(() => connector({ config: { 'file.name': '${topic}-${timestamp:unit}' } }, 'b')).not.toThrow(
      /file.name/,
    );
  });

  test('is in a file of the workers, by its own path', () => {
    connect = withSecrets({ '/run/secrets/db': SecretFile.fromHost('/etc/streaming/db.properties') });
    expect(() => connector({ config: { 'some.url': '${file:/run/secrets/other:url}' } })).toThrow(
      "secretFiles: { '/run/secrets/other': SecretFile.fromHost(",
    );
  });

  test('may be where a provider of the user finds it', () => {
    connect = withSecrets(
      {},
      {
        'config.providers': 'vault,file',
        'config.providers.file.class': 'com.example.Files',
        'config.providers.vault.class': 'com.example.Vault',
      },
    );
    const references = { 'a.password': '${vault:db:password}', 'b.password': '${file:/baked/in:password}' };
    expect(() => connector({ config: references })).not.toThrow();
  });
});

test.each(['tokenizer', 's3.credentials.provider.class', 'gcs.credentials.path', 'transforms.pass.type'])(
  'the setting %s is no secret',
  (name) => {
    expect(() =>
      connector({
        config: name.startsWith('transforms.')
          ? { transforms: 'pass', [name]: 'org.apache.kafka.connect.transforms.Flatten$Value' }
          : { [name]: 'x' },
      }),
    ).not.toThrow();
  },
);

test('writes keys and values as it is told, with the class that the workers carry, and after the registry', () => {
  const services = newStack('registry', app);
  const registry = Object.assign(new Construct(services, 'registry'), {
    url: 'http://schema-registry:8081',
    hostUrl: 'http://localhost:8081',
  });
  expect(
    config({ keyConverter: Converter.string(), valueConverter: Converter.avro(registry) }),
  ).toMatchObject({
    'key.converter': 'org.apache.kafka.connect.storage.StringConverter',
    'value.converter': 'io.confluent.connect.avro.AvroConverter',
    'value.converter.schema.registry.url': 'http://schema-registry:8081',
  });
  expect(stack.dependencies).toContain(services);
});

test.each(['key', 'value'])('refuses a %s converter that is said twice', (part) => {
  const said = { [`${part}Converter`]: Converter.string(), config: { [`${part}.converter`]: 'x' } };
  expect(() => connector(said)).toThrow(`config: ${part}.converter is already said`);
});

test.each(['keyConverter', 'valueConverter'])('%s names a registry unless the workers use one', (name) => {
  const avro = { [name]: Converter.avro() };
  expect(() => connector(avro)).toThrow(
    `${name} must name a registry, because services/connect uses none yet; call its uses(registry) before`,
  );
  const urls = { url: 'http://schema-registry:8081', hostUrl: 'http://localhost:8081' };
  connect.uses(Object.assign(new Construct(newStack('registry', app), 'registry'), urls));
  const later = new Connector(newStack('later', app), 'later', { connect, connectorClass: CLASS, ...avro });
  expect(() => accepted(later)).toThrow(/^(?!.*later\/later cannot)/s);
});

test('refuses what is said twice', () => {
  const password = new TerraformVariable(stack, 'password', { type: 'string', sensitive: true });
  const said = { 'connection.user': 'x', topics: 'people', topic: 'people' };
  expect(() =>
    connector({ reads: [people], writes: [people], config: said, secrets: { 'connection.user': password } }),
  ).toThrow(
    'config: connection.user, topics, topic is already said by reads, writes, a converter or secrets',
  );
});

test('refuses topics by name and by pattern at once', () => {
  expect(() => connector({ config: { topics: 'people', 'topics.regex': 'p.*' } })).toThrow(
    'topics and topics.regex exclude each other',
  );
});

test('refuses the stack of its workers, where a plan could meet none of them', () => {
  const inStackOfWorkers = (): Connector =>
    accepted(new Connector(TerraformStack.of(connect), 'people-file', { connect, connectorClass: CLASS }));
  expect(inStackOfWorkers).toThrow("must be in a stack after the workers' own");
});

test('refuses once, with the path and every broken rule', () => {
  expect(() =>
    connector({
      connectorName: '',
      tasksMax: 0,
      config: { 'a b': 1, password: 'x' },
      reads: ['people'] as never,
    }),
  ).toThrow(
    /mine\/people-file.*connectorName.*tasksMax.*reads is a list in which \[0\].*config is an object/s,
  );
});

test('leaves to Terraform what it alone knows', () => {
  const variable = (name: string, type: string) => new TerraformVariable(stack, name, { type });
  connector({
    connectorName: variable('name', 'string').stringValue,
    connectorClass: variable('class', 'string').stringValue,
    tasksMax: variable('tasks', 'number').numberValue,
    config: { topics: variable('topics', 'string').stringValue },
  });
  expect(resources(stack, 'kafka-connect_connector')[0]).toMatchObject({
    name: '${var.name}',
    config: { 'connector.class': '${var.class}', 'tasks.max': '${var.tasks}', topics: '${var.topics}' },
    lifecycle: {
      precondition: [
        {
          error_message: expect.stringContaining(
            'mine/people-file: connectorName must be 1 to 249',
          ) as string,
        },
        { error_message: expect.stringContaining('connectorClass must be') as string },
        { error_message: expect.stringContaining('tasksMax must be a whole number, 1 or more') as string },
      ],
    },
  });
});

test.each<[string, Partial<ConnectorOptions>, string | undefined]>([
  ['a source', {}, undefined],
  ['a sink by topics', { config: { topics: 'people' } }, 'connect-people-file'],
  ['a sink by a pattern', { config: { 'topics.regex': 'p.*' } }, 'connect-people-file'],
  [
    'a sink with a group of its own',
    { config: { topics: 'people', 'consumer.override.group.id': 'mine' } },
    'mine',
  ],
])('%s has the consumer group %p', (_, options, group) => {
  expect(connector(options).kafka).toBe(cluster);
  expect(connector(options, 'xy').consumerGroup).toBe(group?.replace('people-file', 'xy'));
});

test('a sink that reads topics has a consumer group', () => {
  expect(connector({ reads: [people], connectorName: 'mine' }).consumerGroup).toBe('connect-mine');
});

test('refuses the same connector twice on the same workers, also across stacks, and names both', () => {
  connector();
  connect.addConnector('people-file', { connectorClass: CLASS });
  expect(() => app.synth()).toThrow(
    "connectors/people-file cannot be made:\n  - the connector 'people-file' is already that of mine/people-file; give one of them another. [",
  );
});

test.each(['org.example.Other', 'example.KnownConnector', 'Know'])(
  'refuses %s, a class that the workers do not carry, and says which they do',
  (connectorClass) => {
    expect(() => connector({ connectorClass })).toThrow(
      `mine/people-file cannot be made:\n  - connectorClass must be one that the workers of services/connect carry, ${CLASS}; ` +
        `got '${connectorClass}', correct it, or add its plugin with addPlugin. [policy]`,
    );
  },
);

test('takes the class of a plugin that is added later', () => {
  new Connector(stack, 'later', { connect, connectorClass: 'org.example.Later' });
  expect(() => accepted(stack)).toThrow("got 'org.example.Later'");
  connect.addPlugin(
    ConnectPlugin.maven('org.example:later:1', {
      sha256: 'a'.repeat(64),
      connectorClasses: ['org.example.Later'],
    }),
  );
  expect(() => accepted(stack)).not.toThrow();
});

test('says of each connector, in one run, what only the whole tree tells', () => {
  for (const id of ['one', 'two'])
    new Connector(stack, id, { connect, connectorClass: 'org.example.Other', config: { topic: 'nobodys' } });
  expect(() => accepted(stack)).toThrow(
    /mine\/one cannot be made:.*connectorClass.*'nobodys'.*mine\/two cannot be made:.*connectorClass.*'nobodys'/s,
  );
});

test('looks at the whole tree as often for twenty connectors as for two', () => {
  const visits = jest.spyOn(Object.getPrototypeOf(app.node) as { findAll(): unknown }, 'findAll');
  const times = (connectors: number): number => {
    for (let index = 0; index < connectors; index++)
      new Connector(stack, `c${connectors}-${index}`, { connect, connectorClass: CLASS });
    visits.mockClear();
    accepted(stack);
    return visits.mock.calls.length;
  };
  try {
    expect(times(20)).toBe(times(2));
  } finally {
    visits.mockRestore();
  }
});

test('takes topics that are declared in any stack, or referred to', () => {
  KafkaTopic.fromTopicName(stack, 'theirs', 'theirs');
  expect(() => connector({ config: { topics: 'people, theirs,' } })).not.toThrow();
});

describe('added to its workers', () => {
  const added = (): TerraformStack =>
    TerraformStack.of(connect.addConnector('one', { connectorClass: CLASS }));

  test('is in a stack of its own, together with all that are added', () => {
    expect(added().node.path).toBe('connectors');
    expect(TerraformStack.of(connect.addConnector('two', { connectorClass: CLASS }))).toBe(
      app.node.findChild('connectors'),
    );
  });

  test('is deployed after them', () => {
    expect(added().dependencies).toEqual([TerraformStack.of(connect)]);
  });

  test('is in the stack that the program has made for it', () => {
    const connectors = newStack('connectors', app);
    expect(added()).toBe(connectors);
  });

  test('has its state where theirs is', () => {
    new LocalBackend(TerraformStack.of(connect), { path: '../../../.state/x/services.tfstate' });
    expect(synth(added()).terraform.backend).toEqual({
      local: { path: '../../../.state/x/connectors.tfstate' },
    });
  });

  test('asks for a stack where only the program can say where its state is kept', () => {
    new S3Backend(TerraformStack.of(connect), { bucket: 'b', key: 'k' });
    expect(() => accepted(added())).toThrow(
      'connectors cannot be made:\n  - services keeps its state in a backend of its own (s3)',
    );
  });

  test('asks for another id where the stack’s is taken', () => {
    new Construct(app, 'connectors');
    expect(added).toThrow('connectors cannot be made:\n  - it is not a stack');
  });
});

test('refuses topics of other brokers than its workers have', () => {
  const other = KafkaCluster.fromBootstrapServers(stack, 'other', { bootstrapServers: ['other:9092'] });
  const elsewhere = new KafkaTopic(stack, 'elsewhere', { cluster: other });
  for (const options of [{ reads: [elsewhere] }, { writes: [people, elsewhere] }])
    expect(() => connector(options, `c${Object.keys(options).join()}`)).toThrow(
      /reads and writes must be topics of \S+\/brokers, the brokers of the workers; got 'elsewhere' of mine\/other, declare them there\./,
    );
});

describe('workers that others run', () => {
  const theirs = (of: TerraformStack, props: Partial<ExternalKafkaConnectProps> = {}): IKafkaConnect =>
    accepted(KafkaConnect.fromUrl(of, 'theirs', { url: 'https://connect.example.com', cluster, ...props }));
  const password = (of: TerraformStack) =>
    new TerraformVariable(of, 'password', { type: 'string', sensitive: true });

  test('run connectors by their login, declared in the same stack, too', () => {
    const login = { username: 'me', password: password(stack) };
    connector({ connect: theirs(stack, { login }) } as never);
    expect(synth(stack).provider?.['kafka-connect']).toEqual([
      {
        url: 'https://connect.example.com',
        basic_auth_username: 'me',
        basic_auth_password: '${var.password}',
      },
    ]);
  });

  test('refuse a password of another stack, and one that everybody on the way reads', () => {
    const login = { username: 'me', password: password(newStack('other', app)) };
    expect(() => connector({ connect: theirs(stack, { login }) } as never)).toThrow(
      "the password of its workers must be a variable of the stack 'mine'",
    );
    const url = 'http://connect.example.com';
    expect(() => theirs(newStack(), { url })).not.toThrow();
    expect(() => theirs(newStack(), { login, url })).toThrow('url must begin with https://');
  });
});
