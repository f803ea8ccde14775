import fs, { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConnectPlugin, type MavenPluginOptions } from '../../../../constructs/connect/connect-plugin';
import { ContainerImage } from '../../../../constructs/core/container-image';
import { newConnect, newKafka } from '../../../support/connect';
import { accepted, container, IMAGES, resources } from '../../../support/synth';

const SHA256 = '79a2f5a02cd18d3c1a19f48b26e2e1170190676a1af26670238970d1ae136d05';
const JDBC = 'io.debezium:debezium-connector-jdbc:3.2.0.Final';
const jdbc = (options: Partial<MavenPluginOptions> = {}, coordinates = JDBC): ConnectPlugin =>
  ConnectPlugin.maven(coordinates, { sha256: SHA256, classifier: 'plugin', extension: 'tar.gz', ...options });
const url = (plugin: ConnectPlugin): string | undefined => plugin.build!(IMAGES.kafkaConnect).arguments?.URL;

let directory: string;
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'plugin-')), 'my-plugin');
  mkdirSync(directory);
  writeFileSync(join(directory, 'a.jar'), 'one');
});

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

describe('an archive at an address', () => {
  const hub =
    'https://hub-downloads.confluent.io/api/plugins/confluentinc/kafka-connect-datagen/versions/0.6.6/confluentinc-kafka-connect-datagen-0.6.6.zip';
  const archive = (address: string, sha256 = SHA256): ConnectPlugin =>
    ConnectPlugin.archive(address, { sha256 });

  test('is fetched, compared with its checksum, and unpacked into a folder of its name', () => {
    const plugin = archive(hub);
    expect(plugin.pluginName).toBe('confluentinc-kafka-connect-datagen-0.6.6');
    expect(plugin.build!(IMAGES.kafkaConnect)).toEqual({
      ...jdbc().build!(IMAGES.kafkaConnect),
      name: plugin.pluginName,
      arguments: {
        FETCHER: IMAGES.kafkaConnect.fetcher,
        URL: hub,
        SHA256,
        PLUGIN: plugin.pluginName,
      },
    });
  });

  test.each(['jar', 'zip', 'tar.gz', 'tgz'])('may be a %s', (extension) => {
    expect(archive(`http://a/b.${extension}`).pluginName).toBe('b');
    expect(refusal(archive(`http://a/b.${extension}`))).toBe('');
  });

  test.each([
    'a/b.zip',
    'ftp://a/b.zip',
    'https://b.zip',
    'https://a/b.rar',
    'https://a/b.zip?c',
    'https://a/ b.zip',
  ])('is not at %p', (address) => {
    expect(refusal(archive(address))).toContain('url must be an http or https address, without a query,');
  });

  test.each([
    ['a'.repeat(100), true],
    ['a'.repeat(101), false],
    ['.a', false],
    ['a%20b', false],
  ])('may have the name %p: %p', (name, taken) => {
    const said = refusal(archive(`https://a/${name}.zip`));
    if (taken) expect(said).toBe('');
    else expect(said).toContain('url must be of a file that has a name of 1 to 100 of letters');
  });

  test('is refused without its checksum, and with a password in its address', () => {
    expect(refusal(ConnectPlugin.archive(hub, {} as never))).toContain('sha256 must be');
    expect(refusal(archive(hub, SHA256.toUpperCase()))).toContain('sha256 must be 64 hexadecimal digits');
    expect(refusal(archive('https://me:hunter2@a/b.zip'))).toContain('ConnectPlugin.folder');
  });
});

test('is fetched by the image that can, the image of Connect itself unless it names another', () => {
  const fetcher = (image: ContainerImage) => jdbc().build!(image).arguments?.FETCHER;
  expect(fetcher(ContainerImage.of('example/connect:1'))).toBe('example/connect:1');
  expect(fetcher(ContainerImage.of('example/connect:1', { fetcher: 'example/builder:1' }))).toBe(
    'example/builder:1',
  );
});

/** Part of what a Connect cluster says that is given the plugin; the synth goes on to say all that is wrong. */
function refusal(plugin: unknown): string {
  const { connect } = newConnect();
  connect.addPlugin(plugin as ConnectPlugin);
  try {
    accepted(connect);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

test.each(['io.debezium', 'io.debezium:jdbc', 'a:b:c:d', ':b:1', 'a:b:', 'a b:c:1', 'a:../b:1', '-a:b:1'])(
  'refuses the coordinates %p',
  (coordinates) => {
    expect(refusal(jdbc({}, coordinates))).toContain(
      `coordinates must be group:artifact:version; got '${coordinates}'`,
    );
  },
);

test.each(['1.0-SNAPSHOT', 'SNAPSHOT', 'snapshot', 'LATEST', 'RELEASE', 'latest'])(
  'refuses the version %s, which changes by itself',
  (version) => {
    expect(refusal(jdbc({}, `a:b:${version}`))).toContain(
      `must be of a release, because what runs must not change by itself; got 'a:b:${version}'`,
    );
  },
);

test.each(['1.0-SNAPSHOT1', '1-LATEST', 'RELEASED', 'a'.repeat(100)])('takes the version %s', (version) => {
  expect(refusal(jdbc({}, `a:b:${version}`))).toBe('');
});

test.each([SHA256.slice(1), `${SHA256}0`, SHA256.toUpperCase(), ''])('refuses the checksum %p', (sha256) => {
  expect(refusal(jdbc({ sha256 }))).toContain(
    `sha256 must be 64 hexadecimal digits in lower case; got '${sha256}'`,
  );
});

test.each(['jar', 'zip', 'tar.gz', 'tgz'] as const)('takes a file that ends in %s', (extension) => {
  expect(refusal(jdbc({ extension }))).toBe('');
});

test.each([
  ['a', true],
  ['a'.repeat(100), true],
  ['a'.repeat(101), false],
  ['', false],
  ['.a', false],
  ['a/b', false],
])('takes the classifier %p: %p', (classifier, taken) => {
  const said = refusal(jdbc({ classifier }));
  if (taken) expect(said).toBe('');
  else expect(said).toContain('classifier must be 1 to 100 of letters');
});

test.each(['https://nexus.example.com', 'http://localhost:8081/maven'])(
  'takes the repository %s',
  (repository) => expect(refusal(jdbc({ repository }))).toBe(''),
);

test.each(['nexus', 'ftp://nexus', 'https://', ' https://nexus'])(
  'refuses the repository %p',
  (repository) => {
    expect(refusal(jdbc({ repository }))).toContain(
      `repository must be an http or https address; got '${repository}'`,
    );
  },
);

test('refuses once, with the path of the Connect cluster, naming everything that cannot be', () => {
  const wrong = { sha256: 'x', extension: 'rar' as 'jar', classifier: 'a/b', connectorClasses: [''] };
  expect(refusal(jdbc(wrong))).toMatch(
    /^services\/connect cannot be made:\n {2}- plugin is a ConnectPlugin in which sha256.*and classifier.*and extension must be one of 'jar', 'zip', 'tar\.gz', 'tgz'; got 'rar'.*and connectorClasses is a list in which \[0\].*\[policy\] \(at \S+\)$/s,
  );
});

test.each<[string, () => unknown, string]>([
  ['no options', () => ConnectPlugin.maven(JDBC, undefined as never), 'sha256 must be'],
  [
    'no coordinates',
    () => ConnectPlugin.maven(undefined as never, { sha256: SHA256 }),
    'coordinates must be',
  ],
  ['coordinates that are no text', () => jdbc({}, 42 as never), 'coordinates must be group:artifact:version'],
  ['an unknown option', () => jdbc({ sha1: 'x' } as never), "there is no property 'sha1'"],
  [
    'a folder that is no text',
    () => ConnectPlugin.folder(42 as never),
    'path must be a folder that can be read',
  ],
  ['no plugin at all', () => 'debezium', 'plugin must be a ConnectPlugin'],
  ['nothing', () => undefined, 'plugin must be a ConnectPlugin'],
])('refuses %s, and shows no stack trace', (_, plugin, says) => {
  expect(refusal(plugin())).toContain(says);
});

test('a folder is refused if there is none of this name, or it is a file', () => {
  expect(refusal(ConnectPlugin.folder(join(directory, 'none')))).toMatch(
    /path must be a folder that can be read; got '.*none', where '.*none' cannot \(ENOENT\)/,
  );
  expect(refusal(ConnectPlugin.folder(join(directory, 'a.jar')))).toMatch(/'.*a\.jar' cannot \(ENOTDIR\)/);
  expect(refusal(ConnectPlugin.folder(directory))).toBe('');
});

test('a folder is refused if one of its files cannot be read', () => {
  const unreadable = Object.assign(new Error('no'), { code: 'EACCES', path: join(directory, 'a.jar') });
  const access = jest.spyOn(fs, 'accessSync').mockImplementation(() => {
    throw unreadable;
  });
  try {
    expect(refusal(ConnectPlugin.folder(directory))).toMatch(/where '.*a\.jar' cannot \(EACCES\)/);
  } finally {
    access.mockRestore();
  }
});

test('a folder is refused if its name is none for a folder of plugins', () => {
  mkdirSync(join(directory, 'has space'));
  expect(refusal(ConnectPlugin.folder(join(directory, 'has space')))).toMatch(
    /path must have a name of 1 to 100 of letters.*got '.*has space'/,
  );
});

test('every worker runs an image with all plugins, built before it starts, in the stack of the platform', () => {
  const kafka = newKafka();
  const { connect, stack } = newConnect({ workers: 2 }, kafka);
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
  expect(() => accepted(connect)).not.toThrow();
  connect.addPlugin(jdbc({ classifier: undefined }));
  expect(() => accepted(connect)).toThrow(
    "plugin must be another, for 'debezium-connector-jdbc' was added before; add it once. [policy]",
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
