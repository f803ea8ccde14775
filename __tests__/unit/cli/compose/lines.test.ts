import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteLines } from '../../../../cli/compose/notes';
import { convert, type Converted } from '../../../../cli/compose/program';

/** What becomes of a file of these lines. */
function of(lines: string, wishes = {}, environment = {}): Promise<Converted> {
  const file = join(mkdtempSync(join(tmpdir(), 'compose-')), 'docker-compose.yml');
  writeFileSync(file, lines);
  return convert(file, { profiles: [], keepsData: false, ...wishes }, environment);
}

const service = (lines: string): string => `services:\n  web:\n    image: example/web:1\n${lines}`;
const said = async (lines: string, ...rest: unknown[]): Promise<string[]> =>
  noteLines((await of(lines, ...(rest as [object, object]))).notes).map((note) =>
    note.replace(/^.*?yml/, ''),
  );

test.each([
  [
    'a key of a service',
    service('    hovercraft: 1\n'),
    ':4: services.web.hovercraft is left out: no construct',
  ],
  [
    'a key within one',
    service('    deploy:\n      placement:\n        constraints: [x]\n'),
    ':4: services.web.deploy is left out',
  ],
  [
    'a key of a volume',
    `${service('    volumes: [data:/data]\n')}volumes:\n  data:\n    hovercraft: 1\n`,
    ':7: volumes.data.hovercraft is left out',
  ],
  [
    'a key of the file',
    `${service('')}hovercraft:\n  full: of eels\n`,
    ':4: hovercraft is left out: nothing in the program',
  ],
  [
    'a port of UDP',
    service('    ports: ["53:53/udp"]\n'),
    ':4: services.web.ports[0] is left out: only ports of TCP',
  ],
  [
    'a variable of nobody',
    service('    environment: [NOBODY]\n'),
    ':4: services.web.environment[0] is left out: its value is the shell’s'.replace('’', "'"),
  ],
  [
    'a file of variables that is not there',
    service('    env_file: web.env\n'),
    ':4: services.web.env_file is left out: there is no web.env here',
  ],
  [
    'a restart after failures alone',
    service('    restart: on-failure\n'),
    ':4: services.web.restart is changed: it starts again',
  ],
  [
    'a secret that is in a command',
    service('    command: serve --password hunter2\n'),
    ':2: services.web is left out: its command has a secret',
  ],
  [
    'an image that has no such name',
    'services:\n  web:\n    image: Example/Web\n',
    ':2: services.web is left out: its image must have its name in lower case',
  ],
  [
    'a profile that nobody wished',
    service('    profiles: [debug]\n'),
    ':2: services.web is left out: it is of the profiles debug',
  ],
])('%s is said', async (_, lines, note) => {
  expect(await said(lines)).toEqual([expect.stringContaining(note)]);
});

test.each([
  ['the version', `version: '2'\n${service('')}`],
  ['what only anchors are taken of', `x-common: &common\n  restart: always\n${service('    <<: *common\n')}`],
  [
    'a network of its own',
    `${service('    networks: [inside]\n')}networks:\n  inside:\n    driver: bridge\n`,
  ],
  ['a profile that is wished', service('    profiles: [debug]\n')],
])('%s is nothing to be told of', async (_, lines) => {
  expect(await said(lines, { profiles: ['debug'] })).toEqual([]);
});

test.each([
  ['an image without a version', 'image: redis\n', "ContainerImage.of('redis', {"],
  ['a user that is root', 'image: example/web:1\n    user: root\n', "dangerouslyAs: 'root'"],
  ['a user who is not', "image: example/web:1\n    user: '1000:1000'\n", "user: '1000:1000'"],
  [
    'the socket of the Engine',
    'image: example/web:1\n    volumes: [/var/run/docker.sock:/var/run/docker.sock]\n',
    "HostPath.of(resolve('/var/run/docker.sock'))",
  ],
  [
    'an address of the host',
    "image: example/web:1\n    ports: ['192.168.1.10:80:8080']\n",
    "{ name: '8080', port: 8080, hostPort: 80, hostAddress: '192.168.1.10' }",
  ],
  [
    'a range of ports',
    "image: example/web:1\n    ports: ['80-81:8080-8081']\n",
    "{ name: '8081', port: 8081, hostPort: 81 }",
  ],
  [
    'a port as a map',
    'image: example/web:1\n    ports: [{ target: 80, published: "8080" }]\n',
    'port: 80, hostPort: 8080',
  ],
  [
    'a volume as a map',
    'image: example/web:1\n    volumes: [{ type: volume, source: data, target: /data, read_only: true }]\n',
    "{ volume: platform.volume('data'), path: '/data', readOnly: true }",
  ],
  ['no check at all', 'image: example/web:1\n    healthcheck: { test: [NONE] }\n', 'HealthCheck.ofImage()'],
  ['words in quotes', `image: example/web:1\n    command: serve "a b" c\n`, "command: ['serve', 'a b', 'c']"],
])('%s is carried over', async (_, lines, code) => {
  const { program } = await of(`services:\n  web:\n    ${lines}`);
  expect(program).toContain(code);
});

test('without --keep-data volumes are new, and with it those that compose has made', async () => {
  const lines = `name: shop\n${service('    volumes: [data:/data]\n')}volumes:\n  data:\n`;
  expect((await of(lines)).program).not.toContain('existingVolumes');
  expect((await of(lines, { keepsData: true })).program).toContain("existingVolumes: { data: 'shop_data' }");
});

test('brokers that name other ensembles are other clusters', async () => {
  const pair = (name: string): string =>
    `  zoo-${name}: { image: "zookeeper:3.8" }\n  kafka-${name}: { image: "confluentinc/cp-kafka:7.9.6", environment: { KAFKA_ZOOKEEPER_CONNECT: "zoo-${name}:2181" } }\n`;
  const { program } = await of(`services:\n${pair('a')}${pair('b')}`);
  expect(program).toContain("new KafkaCluster(stack, 'kafka-a', {");
  expect(program).toContain("namePrefix: 'kafka-b-'");
});

/** A broker of Confluent's image in KRaft, told this besides. */
const broker = (environment: string, more = '', image = 'confluentinc/cp-kafka:7.9.6'): string =>
  `services:\n  kafka:\n    image: ${image}\n${more}    environment:\n      KAFKA_PROCESS_ROLES: broker,controller\n      KAFKA_LISTENERS: PLAINTEXT://kafka:9092,CONTROLLER://kafka:9093\n${environment}`;

test.each([
  [
    "Confluent Server's own",
    '      KAFKA_CONFLUENT_BALANCER_ENABLE: "true"\n',
    'it is of Confluent Server; Apache Kafka runs here.',
  ],
  [
    'of a class that is not there',
    '      KAFKA_METRIC_REPORTERS: io.confluent.metrics.reporter.ConfluentMetricsReporter\n',
    'the image that runs has no class io.confluent.metrics.reporter.ConfluentMetricsReporter, and nothing starts',
  ],
  [
    'about who may do what, where nobody logs in',
    '      KAFKA_AUTHORIZER_CLASS_NAME: org.apache.kafka.metadata.authorizer.StandardAuthorizer\n',
    'the brokers of the program are in plaintext',
  ],
  [
    'of another image',
    '      CUB_CLASSPATH: /etc/confluent\n',
    'KafkaCluster has no property for it: another image',
  ],
])('a setting of a broker that is %s is left out aloud', async (_, environment, note) => {
  const { program, notes } = await of(broker(environment));
  expect(notes.map(({ says }) => says)).toContainEqual(expect.stringContaining(note));
  expect(program).not.toMatch(/ettings/);
});

test("variables of Bitnami's image are settings where they say so", async () => {
  const { program, notes } = await of(
    broker('      KAFKA_CFG_NUM_IO_THREADS: 4\n      KAFKA_CLIENT_USERS: me\n', '', 'bitnami/kafka:3.9.0'),
  );
  expect(program).toContain("settings: { 'num.io.threads': 4 }");
  expect(notes.map(({ path }) => path)).toContain('services.kafka.environment.KAFKA_CLIENT_USERS');
});

test.each([
  ['of controllers', '"9093:9093"', 'controllers are not published'],
  ['of a broker that is elsewhere now', '"9094:9092"', 'the broker is at localhost:9094'],
  ['of JMX', '"9101:9101"', 'nothing of the construct listens at 9101'],
])('a port %s is said', async (_, port, note) => {
  const notes = await said(broker('', `    ports: [${port}, "9092:9092"]\n`));
  expect(notes).toContainEqual(expect.stringContaining(note));
});

test('two brokers in KRaft whose quorum has no name are two clusters, at ports that both can have', async () => {
  const one = (name: string): string =>
    `  ${name}: { image: "apache/kafka:3.9.0", environment: { KAFKA_PROCESS_ROLES: "broker,controller" } }\n`;
  const { program } = await of(`services:\n${one('a')}${one('b')}`);
  expect(program).toContain("new KafkaCluster(stack, 'a', { platform, brokers: 1 });");
  expect(program).toContain(
    "new KafkaCluster(stack, 'b', { platform, namePrefix: 'b-', brokers: 1, hostPort: 29192 });",
  );
});

test('brokers are one cluster by the quorum that they name, in whatever order', async () => {
  const one = (name: string, voters: string): string =>
    `  ${name}: { image: "apache/kafka:3.9.0", environment: { KAFKA_PROCESS_ROLES: "broker,controller", KAFKA_CONTROLLER_QUORUM_VOTERS: "${voters}" } }\n`;
  const { program } = await of(`services:\n${one('a', '1@a:9093,2@b:9093')}${one('b', '2@b:9093,1@a:9093')}`);
  expect(program).toContain('brokers: 2');
});

test('a broker that is set up otherwise than the first is said', async () => {
  const one = (name: string, heap: string): string =>
    `  ${name}: { image: "apache/kafka:3.9.0", environment: { KAFKA_CONTROLLER_QUORUM_VOTERS: "1@a:9093", KAFKA_HEAP_OPTS: -Xmx${heap} } }\n`;
  const notes = await said(`services:\n${one('a', '512m')}${one('b', '1g')}`);
  expect(notes).toContainEqual(
    expect.stringContaining(
      ':3: services.b.environment.KAFKA_HEAP_OPTS is left out: it is not that of the first',
    ),
  );
});

test('an address that becomes what another was is replaced once', async () => {
  const one = (id: number): string =>
    `  kafka${id}: { image: "apache/kafka:3.9.0", environment: { KAFKA_NODE_ID: ${id}, KAFKA_CONTROLLER_QUORUM_VOTERS: "0@kafka0:9093", KAFKA_ADVERTISED_LISTENERS: "PLAINTEXT://kafka${id}:9092" } }\n`;
  const { program } = await of(
    `services:\n${one(0)}${one(1)}  web: { image: "example/web:1", command: [at, "kafka0:9092", "kafka1:9092"] }\n`,
  );
  expect(program).toContain("command: ['at', 'kafka1:9092', 'kafka2:9093']");
});

test('pages of Spark take no port of another service', async () => {
  const lines =
    'services:\n  spark-master: { image: "bitnami/spark:3.5", environment: { SPARK_MODE: master }, ports: ["8080:8080"] }\n  spark-worker: { image: "bitnami/spark:3.5", environment: { SPARK_MODE: worker } }\n  web: { image: "example/web:1", ports: ["8081:80"] }\n';
  const { program, notes } = await of(lines);
  expect(program).toContain("new SparkCluster(stack, 'spark-master', { platform, workers: 1 });");
  expect(notes.map(({ says }) => says)).toContainEqual(
    expect.stringContaining('its page is at localhost:8090, and those of the workers are at the next'),
  );
});

test('variables of a file are settings too, and those that nobody takes are said', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'compose-')), 'docker-compose.yml');
  writeFileSync(join(file, '..', 'kafka.env'), 'KAFKA_NUM_IO_THREADS=4\nWHATEVER=1\nKAFKA_NODE_ID=1\n');
  writeFileSync(file, 'services:\n  kafka:\n    image: apache/kafka:3.9.0\n    env_file: kafka.env\n');
  const { program, notes } = await convert(file, { profiles: [], keepsData: false }, {});
  expect(program).toContain("settings: { 'num.io.threads': 4 }");
  expect(notes.map(({ path }) => path)).toContain('services.kafka.env_file.WHATEVER');
});

test('a sentence that is true of several lines is said once', async () => {
  expect(await said(service('    mac_address: a\n    networks: { x: { ipv4_address: b } }\n'))).toEqual([
    expect.stringMatching(/^:4: services.web.mac_address is left out: the Engine gives addresses/),
    ':5: services.web.networks.x.ipv4_address is left out, as in line 4.',
  ]);
});

test('a shell reads the secrets of its script from variables', async () => {
  const { program, secrets } = await of(
    service(
      '    entrypoint: [sh, -c, "mc alias set s3 http://minio:9000 me hunter2 && serve --password hunter2"]\n',
    ),
  );
  expect(program).toContain(
    'http://minio:9000 me ${COMMAND_PASSWORD} && serve --password ${COMMAND_PASSWORD}',
  );
  expect(program).toContain('dangerouslyVisible: { COMMAND_PASSWORD: commandPassword }');
  expect([...secrets]).toEqual([['command_password', 'hunter2']]);
});

test('within single quotes, where a shell reads no variables, a secret leaves its service out', async () => {
  expect(await said(service(`    command: [sh, -c, "serve 'a --password hunter2 b'"]\n`))).toEqual([
    expect.stringContaining('services.web is left out: its command has a secret'),
  ]);
});

test.each([
  ['that makes topics is a Task', 'kafka-topics --create --topic a', '', 'new Task('],
  ['that goes on after it is none', 'sh -c "kafka-topics --list; sleep infinity"', '', 'new ContainerApp('],
  ['that is to start always is none', 'kafka-topics --list', '    restart: always\n', 'new ContainerApp('],
])('a command %s', async (_, command, more, code) => {
  const { program } = await of(service(`    command: ${command}\n${more}`));
  expect(program).toContain(code);
});

test('a task keeps the variable that names brokers', async () => {
  const { program } = await of(
    `${broker('')}  topics:\n    image: example/tool:1\n    command: kafka-topics --list\n    environment: { BROKERS: "kafka:9092" }\n`,
  );
  expect(program).toContain("environment: { BROKERS: 'kafka1:9092' }");
});

test.each([
  ['memory', '    mem_limit: much\n', 'services.web.mem_limit'],
  ['cores', '    cpus: none\n', 'services.web.cpus'],
  ['a time', '    stop_grace_period: soon\n', 'services.web.stop_grace_period'],
])('%s that nobody understands is said', async (_, lines, path) => {
  expect(await said(service(lines))).toEqual([expect.stringContaining(`${path} is left out`)]);
});

test('variables in a list go on with those of a map that is extended', async () => {
  const { program } = await of(
    `services:\n  base: { image: "example/web:1", environment: { A: "1", B: "2" } }\n  web: { extends: base, environment: [B=3] }\n`,
  );
  expect(program).toContain("environment: { A: '1', B: '3' }");
});

test('variables of .env refer to those before them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'compose-'));
  writeFileSync(join(folder, '.env'), 'NAME=web\nIMAGE=example/${NAME}\n');
  writeFileSync(join(folder, 'docker-compose.yml'), 'services:\n  web: { image: "${IMAGE}:1" }\n');
  const { program } = await convert(
    join(folder, 'docker-compose.yml'),
    { profiles: [], keepsData: false },
    {},
  );
  expect(program).toContain("ContainerImage.of('example/web:1')");
});

test('a registry at another port is found at its own', async () => {
  const { program } = await of(
    `${broker('')}  registry:\n    image: confluentinc/cp-schema-registry:7.9.6\n    ports: ["8085:8085"]\n    environment: { SCHEMA_REGISTRY_LISTENERS: "http://0.0.0.0:8085" }\n  web: { image: "example/web:1", environment: { REGISTRY: "http://registry:8085" } }\n`,
  );
  expect(program).toContain("environment: { REGISTRY: 'http://registry:8081' }");
  expect(program).toContain('hostPort: 8085');
});

test('listeners with logins are left out aloud, and brokers stay on this machine', async () => {
  const notes = await said(
    `services:\n  kafka:\n    image: confluentinc/cp-kafka:7.9.6\n    environment:\n      KAFKA_ADVERTISED_LISTENERS: SASL_SSL://kafka:9093\n      KAFKA_SSL_KEYSTORE_FILENAME: a.jks\n`,
  );
  expect(notes).toEqual([
    expect.stringContaining('SASL_SSL (SASL_SSL) is not carried over'),
    expect.stringContaining('the brokers of the program are in plaintext'),
  ]);
});

test.each([
  ['is no YAML', 'services: [\n', /is no YAML/],
  ['has no services', 'version: "3"\n', /has no services/],
  ['wants a variable', service('    user: ${WHO:?say who}\n'), /WHO must be set.*say who/],
  ['extends what is not there', service('    extends: other\n'), /has no service other to extend/],
])('a file that %s is refused in a sentence', async (_, lines, message) => {
  await expect(of(lines)).rejects.toThrow(message);
});
