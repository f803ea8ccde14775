import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteText } from '../../../../cli/compose/notes';
import { convert, type Converted } from '../../../../cli/compose/program';

/** What becomes of a file of these lines. */
function of(lines: string, wishes = {}, environment = {}): Promise<Converted> {
  const file = join(mkdtempSync(join(tmpdir(), 'compose-')), 'docker-compose.yml');
  writeFileSync(file, lines);
  return convert(file, { profiles: [], keepsData: false, ...wishes }, environment);
}

const service = (lines: string): string => `services:\n  web:\n    image: example/web:1\n${lines}`;
const said = async (lines: string, ...rest: unknown[]): Promise<string[]> =>
  (await of(lines, ...(rest as [object, object]))).notes.map((note) => noteText(note).replace(/^.*?yml/, ''));

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
