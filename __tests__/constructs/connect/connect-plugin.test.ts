import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConnectPlugin, type MavenPluginOptions } from '../../../constructs/connect/connect-plugin';
import { ContainerImage } from '../../../constructs/core/container-image';
import { newConnect, newKafka } from '../../support/connect';
import { container, IMAGES, resources } from '../../support/synth';

const SHA256 = '79a2f5a02cd18d3c1a19f48b26e2e1170190676a1af26670238970d1ae136d05';
const JDBC = 'io.debezium:debezium-connector-jdbc:3.2.0.Final';
const jdbc = (options: Partial<MavenPluginOptions> = {}, coordinates = JDBC): ConnectPlugin =>
  ConnectPlugin.maven(coordinates, { sha256: SHA256, classifier: 'plugin', extension: 'tar.gz', ...options });
const url = (plugin: ConnectPlugin): string | undefined => plugin.build(IMAGES.kafkaConnect).arguments?.URL;

let directory: string;
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'plugin-')), 'my-plugin');
  mkdirSync(directory);
  writeFileSync(join(directory, 'a.jar'), 'one');
});
afterEach(() => rmSync(join(directory, '..'), { recursive: true }));

test('is where Maven keeps it, in Central or in a repository of your own', () => {
  const path = 'io/debezium/debezium-connector-jdbc/3.2.0.Final/debezium-connector-jdbc-3.2.0.Final';
  expect(url(jdbc())).toBe(`https://repo1.maven.org/maven2/${path}-plugin.tar.gz`);
  expect(url(jdbc({ classifier: undefined, extension: undefined }))).toBe(
    `https://repo1.maven.org/maven2/${path}.jar`,
  );
  expect(url(jdbc({ repository: 'http://nexus.example.com/central/' }))).toBe(
    `http://nexus.example.com/central/${path}-plugin.tar.gz`,
  );
});

test('is fetched by the image that can, the image of Connect itself unless it names another', () => {
  const fetcher = (image: ContainerImage) => jdbc().build(image).arguments?.FETCHER;
  expect(fetcher(ContainerImage.of('example/connect:1'))).toBe('example/connect:1');
  expect(fetcher(ContainerImage.of('example/connect:1', { fetcher: 'example/builder:1' }))).toBe(
    'example/builder:1',
  );
});

test.each(['io.debezium', 'io.debezium:jdbc', 'a:b:c:d', ':b:1', 'a:b:', 'a b:c:1', 'a:../b:1'])(
  'refuses the coordinates %p',
  (coordinates) => {
    expect(() => jdbc({}, coordinates)).toThrow(
      `coordinates must be group:artifact:version, got '${coordinates}'`,
    );
  },
);

test.each(['1.0-SNAPSHOT', 'LATEST', 'RELEASE'])(
  'refuses the version %s, which changes by itself',
  (version) => {
    expect(() => jdbc({}, `a:b:${version}`)).toThrow(`got '${version}'`);
  },
);

test.each([SHA256.slice(1), `${SHA256}0`, SHA256.toUpperCase(), ''])('refuses the checksum %p', (sha256) => {
  expect(() => jdbc({ sha256 })).toThrow(
    `sha256 must be 64 hexadecimal digits in lower case, got '${sha256}'`,
  );
});

test('refuses once, naming everything that cannot be', () => {
  const wrong = { sha256: 'x', extension: 'rar' as 'jar', classifier: 'a/b', repository: 'nexus' };
  expect(() => jdbc(wrong)).toThrow(
    /The plugin io\.debezium.*sha256.*extension must be one of jar, zip, tar\.gz, tgz; got 'rar'.*classifier.*repository.*'nexus'/s,
  );
});

test('a folder is refused if there is none of this name', () => {
  expect(() => ConnectPlugin.folder(join(directory, 'none'))).toThrow(
    /it must be a folder, and '.*none' is none/,
  );
  expect(() => ConnectPlugin.folder(join(directory, 'a.jar'))).toThrow('it must be a folder');
});

test('a folder is refused if its name is none for a folder of plugins', () => {
  mkdirSync(join(directory, 'has space'));
  expect(() => ConnectPlugin.folder(join(directory, 'has space'))).toThrow("got 'has space'");
});

test('every worker runs an image with all plugins, built before it starts, in the stack of the platform', () => {
  const { connect, stack, kafka } = newConnect({ workers: 2 });
  connect.addPlugin(jdbc());
  connect.addPlugin(ConnectPlugin.folder(directory));

  const images = resources(kafka.stack, 'docker_image') as { name: string; build?: unknown }[];
  const [archive, folder] = ['debezium-connector-jdbc-', 'my-plugin-'].map((name) =>
    images.find((image) => image.name.startsWith(`cdktf-streaming/kafka-connect:${name}`)),
  );
  expect(archive?.build).toMatchObject({
    build_args: {
      BASE: 'example/kafka-connect:3.9.1',
      FETCHER: 'example/kafka-connect:3.9.1',
      PLUGIN: 'debezium-connector-jdbc',
      SHA256,
    },
  });
  expect(folder?.build).toMatchObject({ build_args: { BASE: archive?.name, PLUGIN: 'my-plugin' } });
  for (const worker of ['kafka-connect', 'kafka-connect-2'])
    expect(container(stack, worker).image).toBe(folder?.name);
});

test("the image's reference changes with a folder's content, and with nothing else", () => {
  const reference = (): string => {
    const { connect, stack } = newConnect();
    connect.addPlugin(ConnectPlugin.folder(directory));
    return container(stack, 'kafka-connect').image;
  };
  const before = reference();
  expect(reference()).toBe(before);
  writeFileSync(join(directory, 'a.jar'), 'two');
  expect(reference()).not.toBe(before);
});

test('a plugin is added once', () => {
  const { connect } = newConnect();
  connect.addPlugin(jdbc());
  expect(() => connect.addPlugin(jdbc({ classifier: undefined }))).toThrow(
    "services/connect: the plugin 'debezium-connector-jdbc' was added before",
  );
});

describe('the connectors that are known', () => {
  const sink = 'io.debezium.connector.jdbc.JdbcSinkConnector';

  test("are the image's, without its converters, and those of its plugins", () => {
    const { connect } = newConnect();
    expect(connect.connectorClasses).toEqual(['com.example.KnownConnector']);
    connect.addPlugin(jdbc({ connectorClasses: [sink] }));
    expect(connect.connectorClasses).toEqual(['com.example.KnownConnector', sink]);
  });

  test('are not all there may be once a plugin does not name its own', () => {
    const { connect } = newConnect();
    connect.addPlugin(jdbc());
    expect(connect.connectorClasses).toBeUndefined();
  });

  test('are not all there may be in a further folder of the plugin path', () => {
    expect(newConnect({ pluginPath: ['/opt/more'] }).connect.connectorClasses).toBeUndefined();
  });

  test("are unknown with an image of one's own", () => {
    const kafka = newKafka(undefined, { ...IMAGES, kafkaConnect: ContainerImage.of('example/own:1') });
    expect(newConnect({}, kafka).connect.connectorClasses).toBeUndefined();
  });
});
