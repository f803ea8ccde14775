import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Testing } from 'cdktf';
import { Converter } from '../../../../constructs/connect/converter';
import { KafkaConnect } from '../../../../constructs/connect/kafka-connect';
import { SecretFile } from '../../../../constructs/core/secret-file';
import { KafkaUi } from '../../../../constructs/kafka-ui/kafka-ui';
import { Schema } from '../../../../constructs/schema-registry/schema';
import { SchemaRegistry } from '../../../../constructs/schema-registry/schema-registry';
import { newConnect, newKafka } from '../../../support/connect';
import { accepted, container, environment, newStack, synth } from '../../../support/synth';

const SOURCE = '/etc/streaming/login.properties';
const OWN = '/run/secrets/login/login.properties';
const login = { username: 'admin', password: SecretFile.fromHost(SOURCE) };
const READ_BY_TERRAFORM = `\${one(regex("(?m)^admin=(.+?)[[:cntrl:]]*$", sensitive(file("${SOURCE}"))))}`;
const mount = (target: string) => ({ type: 'bind', source: SOURCE, target, read_only: true });

/** Connect, registry and page of one program, each of which asks for the same login. */
function platform() {
  const kafka = newKafka(Testing.app());
  const { cluster } = kafka;
  const stack = newStack('apps', kafka.app);
  const registry = new SchemaRegistry(stack, 'registry', { cluster, login });
  const valueConverter = Converter.avro();
  const connect = new KafkaConnect(stack, 'connect', {
    cluster,
    topics: kafka.topics,
    login,
    valueConverter,
  });
  connect.uses(registry);
  const page = { name: 'all', cluster, registry, connects: [connect] };
  new KafkaUi(stack, 'page', { clusters: [page], login });
  return { kafka, stack, registry, connect };
}

test('a worker asks for a login, and its image is started once its JVM knows by which file', () => {
  const { stack } = newConnect({ login, settings: { 'rest.extension.classes': 'com.example.Audit' } });
  expect(environment(stack, 'kafka-connect')).toMatchObject({
    KAFKA_OPTS: '-Djava.security.auth.login.config=/tmp/login.jaas',
    CONNECT_REST_EXTENSION_CLASSES:
      'com.example.Audit,org.apache.kafka.connect.rest.basic.auth.extension.BasicAuthSecurityRestExtension',
  });
  expect(container(stack, 'kafka-connect')).toMatchObject({
    read_only: true,
    command: [
      'bash',
      '-c',
      `echo 'KafkaConnect { org.apache.kafka.connect.rest.basic.auth.extension.PropertyFileLoginModule required file="${OWN}"; };' > /tmp/login.jaas && exec /etc/confluent/docker/run`,
    ],
    mounts: [mount(OWN)],
    labels: expect.arrayContaining([{ label: 'cdktf-streaming.login', value: `admin:${OWN}` }]) as unknown,
  });
});

test('a registry asks for one of users without a role', () => {
  const { stack } = platform();
  expect(environment(stack, 'schema-registry')).toMatchObject({
    SCHEMA_REGISTRY_AUTHENTICATION_METHOD: 'BASIC',
    SCHEMA_REGISTRY_AUTHENTICATION_REALM: 'SchemaRegistry',
    SCHEMA_REGISTRY_AUTHENTICATION_ROLES: '**',
    SCHEMA_REGISTRY_OPTS: '-Djava.security.auth.login.config=/tmp/login.jaas',
  });
  expect(container(stack, 'schema-registry')).toMatchObject({
    command: [
      'bash',
      '-c',
      expect.stringMatching(
        /^echo 'SchemaRegistry \{ org\.eclipse\.jetty\.jaas\.spi\.PropertyFile/,
      ) as string,
    ],
    mounts: [mount(OWN)],
  });
});

test('workers log in to the registry that they use, by a reference that they resolve', () => {
  const { stack, connect } = platform();
  const path = '/run/secrets/registry/login.properties';
  expect(environment(stack, 'kafka-connect')).toMatchObject({
    CONNECT_VALUE_CONVERTER_SCHEMA_REGISTRY_URL: 'http://schema-registry:8081',
    CONNECT_VALUE_CONVERTER_BASIC_AUTH_CREDENTIALS_SOURCE: 'USER_INFO',
    CONNECT_VALUE_CONVERTER_BASIC_AUTH_USER_INFO: `admin:$\${file:${path}:admin}`,
    CONNECT_CONFIG_PROVIDERS: 'file',
    CONNECT_CONFIG_PROVIDERS_FILE_PARAM_ALLOWED_PATHS: path,
  });
  expect(container(stack, 'kafka-connect')).toMatchObject({ mounts: [mount(OWN), mount(path)] });
  expect(connect.resolvable.files).toEqual([path]);
});

test('the page asks for one, and logs in to all that it shows, each by its own file', () => {
  const { stack } = platform();
  expect(environment(stack, 'kafka-ui')).toMatchObject({
    AUTH_TYPE: 'LOGIN_FORM',
    SPRING_SECURITY_USER_NAME: 'admin',
    SPRING_SECURITY_USER_PASSWORD: '$${admin}',
    KAFKA_CLUSTERS_0_SCHEMAREGISTRYAUTH_USERNAME: 'admin',
    KAFKA_CLUSTERS_0_SCHEMAREGISTRYAUTH_PASSWORD: '$${admin}',
    KAFKA_CLUSTERS_0_KAFKACONNECT_0_USERNAME: 'admin',
    KAFKA_CLUSTERS_0_KAFKACONNECT_0_PASSWORD: '$${admin}',
    SPRING_CONFIG_IMPORT: [
      OWN,
      '/run/secrets/registry-0/login.properties',
      '/run/secrets/connect-0-0/login.properties',
    ]
      .map((path) => `file:${path}`)
      .join(','),
  });
});

test('the page refuses a user of two files', () => {
  const { stack, kafka, registry } = platform();
  const other = { username: 'admin', password: SecretFile.fromHost('/etc/other.properties') };
  const ui = (of: typeof login) =>
    new KafkaUi(stack, `page-${of.password.source}`, {
      clusters: [{ name: 'all', cluster: kafka.cluster, registry }],
      serviceName: 'other',
      hostPort: 9999,
      login: of,
    });
  expect(() => accepted(ui(other))).toThrow(
    "must have different users where their files are different, because the page finds a password by its user; got 'admin' in several",
  );
});

test('Terraform logs in for connectors and subjects, and keeps what it read to itself', () => {
  const { kafka, connect, registry } = platform();
  connect.addConnector('c', { connectorClass: 'com.example.KnownConnector' });
  registry.addSubject('s', { schema: Schema.avro({ type: 'record', name: 'R', fields: [] }) });
  const stacks = kafka.app.node.children.map((each) => synth(each as never));
  expect(stacks.flatMap(({ provider }) => provider?.['kafka-connect'] ?? [])).toEqual([
    { url: 'http://localhost:8083', basic_auth_username: 'admin', basic_auth_password: READ_BY_TERRAFORM },
  ]);
  expect(stacks.flatMap(({ provider }) => provider?.restful ?? [])).toEqual([
    {
      base_url: 'http://localhost:8081',
      security: { http: { basic: { username: 'admin', password: READ_BY_TERRAFORM } } },
    },
  ]);
});

test('a file without the line of the user, in which everybody would be let in, is refused by the plan', () => {
  const { stack } = newConnect({ login });
  expect(container(stack, 'kafka-connect')).toMatchObject({
    lifecycle: {
      precondition: [
        {
          condition: `\${((length(path.root) >= 1) && can(regex("(?m)^admin=[0-9A-Za-z_.~-]+$", file("${SOURCE}"))))}`,
          error_message: expect.stringMatching(/or it has no line admin=…, of letters, digits/) as string,
        },
      ],
    },
  });
});

describe('a health check', () => {
  const run = promisify(execFile);
  const asked: IncomingHttpHeaders[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    asked.push(request.headers);
    response.writeHead(request.url === '/connectors' ? status : 404).end('[]');
  });
  const folder = mkdtempSync(join(tmpdir(), 'login-'));
  const programs = join(folder, 'bin');
  beforeAll(() => {
    mkdirSync(programs);
    symlinkSync('/usr/bin/base64', join(programs, 'base64'));
    writeFileSync(join(folder, 'login.properties'), 'other=x\nadmin=s3cret');
    return new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());
  beforeEach(() => {
    status = 200;
    asked.length = 0;
  });

  /** As in a container that has nothing but Bash and what encodes. */
  function check(props?: Parameters<typeof newConnect>[0]): Promise<unknown> {
    const { stack } = newConnect(props);
    const [, , , script = ''] = container(stack, 'kafka-connect').healthcheck!.test;
    const { port } = server.address() as AddressInfo;
    const here = script
      .replaceAll('$${', '${')
      .replaceAll('8083', String(port))
      .replaceAll('/run/secrets/login', folder);
    return run('/bin/bash', ['-c', here], { env: { PATH: programs } });
  }

  test('asks without a login where none is asked for', async () => {
    await check();
    expect(asked).toMatchObject([{ host: expect.stringMatching(/^127\.0\.0\.1:/) as string }]);
    expect(asked[0]).not.toHaveProperty('authorization');
  });

  test('logs in', async () => {
    await check({ login });
    const admin = Buffer.from('admin:s3cret').toString('base64');
    expect(asked).toMatchObject([{ authorization: `Basic ${admin}` }]);
  });

  test.each([401, 404, 500])('fails when the answer is %p', async (refused) => {
    status = refused;
    await expect(check()).rejects.toMatchObject({ code: 1 });
  });
});
