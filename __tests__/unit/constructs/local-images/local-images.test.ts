import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localImageReference, localImages } from '../../../../constructs/local-images/local-images';

const IMAGES = join(__dirname, '../../../../images');

describe('the reference of a local image', () => {
  let directory: string;

  const write = (path: string, content: string): void => {
    mkdirSync(join(directory, path, '..'), { recursive: true });
    writeFileSync(join(directory, path), content);
  };
  const declare = (
    images: Record<
      string,
      {
        version: string;
        parents: Record<string, string>;
        context?: string;
        debian?: string;
        arguments?: Record<string, string>;
      }
    >,
  ): void => write('images.json', JSON.stringify(images));

  beforeEach(() => {
    directory = join(mkdtempSync(join(tmpdir(), 'images-')), 'images');
    mkdirSync(directory);
    declare({
      broker: { version: '3.9.1', parents: { BASE: 'system' } },
      system: { version: '12', parents: {} },
      other: { version: '1', parents: {} },
    });
    write('broker/Dockerfile', 'FROM x');
    write('broker/bin/run', 'exec java');
    write('system/Dockerfile', 'FROM y');
    write('other/Dockerfile', 'FROM z');
  });

  test('names the product, its version and twelve digits of its content', () => {
    expect(localImageReference(directory, 'broker')).toMatch(
      /^cdktf-streaming\/broker:3\.9\.1-[0-9a-f]{12}$/,
    );
  });

  test('is the same in another folder', () => {
    const reference = localImageReference(directory, 'broker');
    const copy = join(directory, 'copy');
    for (const entry of ['images.json', 'broker', 'system', 'other'])
      cpSync(join(directory, entry), join(copy, entry), { recursive: true });
    expect(localImageReference(copy, 'broker')).toBe(reference);
  });

  test.each<[string, () => void]>([
    ['the content of a file', () => write('broker/Dockerfile', 'FROM X')],
    ['a file more', () => write('broker/bin/more', '')],
    [
      'the name of a file',
      () => renameSync(join(directory, 'broker/bin/run'), join(directory, 'broker/bin/run2')),
    ],
    ['the exec bit of a file', () => chmodSync(join(directory, 'broker/bin/run'), 0o755)],
    ['the content of a parent', () => write('system/Dockerfile', 'FROM Y')],
    [
      'the version of a parent',
      () =>
        declare({
          broker: { version: '3.9.1', parents: { BASE: 'system' } },
          system: { version: '13', parents: {} },
        }),
    ],
    [
      'another parent',
      () =>
        declare({
          broker: { version: '3.9.1', parents: { BASE: 'other' } },
          other: { version: '1', parents: {} },
        }),
    ],
  ])('changes with %s', (_, change) => {
    const reference = localImageReference(directory, 'broker');
    change();
    expect(localImageReference(directory, 'broker')).not.toBe(reference);
  });

  test('changes with the suite of Debian that an ancestor starts from', () => {
    const declareOn = (debian: string): void =>
      declare({
        broker: { version: '3.9.1', parents: { BASE: 'system' } },
        system: { version: '12', parents: {}, debian },
      });
    declareOn('bookworm');
    const reference = localImageReference(directory, 'broker');
    declareOn('trixie');
    expect(localImageReference(directory, 'broker')).not.toBe(reference);
  });

  test('tells two images of one folder by the arguments of their builds', () => {
    const build = (LINE: string) => ({ version: '1', parents: {}, context: 'broker', arguments: { LINE } });
    declare({ one: build('3.9'), same: build('3.9'), two: build('4') });
    const [one, same, two] = localImages(directory).map(({ reference }) => reference.split('-').at(-1));
    expect(one).toBe(same);
    expect(two).not.toBe(one);
  });

  test('tells two files from one that holds the bytes of both', () => {
    write('broker/a', 'one');
    write('broker/b', 'two');
    const reference = localImageReference(directory, 'broker');
    rmSync(join(directory, 'broker/b'));
    write('broker/a', 'oneb\0-\0\0two');
    expect(localImageReference(directory, 'broker')).not.toBe(reference);
  });

  test.each<[string, () => void]>([
    ['an image that is no parent', () => write('other/Dockerfile', 'FROM z2')],
    ['the certificates of the host that builds', () => write('broker/ca/proxy.crt', 'certificate')],
    ["packages of an application's own tools", () => write('broker/node_modules/a/index.js', '')],
    ['the construct that deploys an application', () => write('broker/app.ts', 'export class App {}')],
    ["an application's compiled classes", () => write('broker/target/a.class', '')],
    [
      'write permissions, which depend on the umask',
      () => chmodSync(join(directory, 'broker/Dockerfile'), 0o600),
    ],
  ])('does not change with %s', (_, change) => {
    const reference = localImageReference(directory, 'broker');
    change();
    expect(localImageReference(directory, 'broker')).toBe(reference);
  });

  test('takes the folder that the declaration names', () => {
    declare({ listener: { version: '1', parents: {}, context: '../apps/listener' } });
    mkdirSync(join(directory, '../apps/listener'), { recursive: true });
    expect(localImages(directory)[0]).toMatchObject({ context: join(directory, '../apps/listener') });
  });

  test('comes after those of its parents', () => {
    expect(localImages(directory).map((image) => image.product)).toEqual(['system', 'broker', 'other']);
  });

  test('is refused for a product that nobody declared, naming those there are', () => {
    expect(() => localImageReference(directory, 'connect')).toThrow(
      "There is no image 'connect' in images.json; there are system, broker, other.",
    );
  });

  test('is refused with a parent that nobody declared', () => {
    declare({ broker: { version: '3.9.1', parents: { BASE: 'system' } } });
    expect(() => localImages(directory)).toThrow("There is no image 'system'");
  });

  test('is refused for an image made from itself, showing the way round', () => {
    declare({
      broker: { version: '3.9.1', parents: { BASE: 'system' } },
      system: { version: '12', parents: { BASE: 'broker' } },
    });
    expect(() => localImages(directory)).toThrow('broker from system from broker');
  });
});

/** Of each line of Kafka: the image, what it downloads, and which of that is Kafka's. */
const KAFKA_ARTIFACTS = [
  ['3.9', ''],
  ['4', '-4'],
].flatMap(([line, end]) =>
  Object.entries({
    kafka: ['kafka_2.13', 'kafka-tools', 'kafka-shell'],
    'kafka-connect': [
      'connect-runtime',
      'connect-file',
      'connect-mirror',
      'connect-basic-auth-extension',
      'kafka-tools',
    ],
  }).flatMap(([image, artifacts]) =>
    artifacts.map((artifact) => [`${image}${end}`, `${image}/${line}/pom.xml`, artifact] as const),
  ),
);

describe('the images of this repository', () => {
  test('start from a suite of Debian where they have no parent, and only there', () => {
    for (const { debian, parents } of localImages(IMAGES))
      expect(debian === undefined).toBe(Object.keys(parents).length > 0);
  });

  // The version of a tag is written once more in what is downloaded.
  test.each([
    [
      'zookeeper',
      'zookeeper/pom.xml',
      '<artifactId>zookeeper</artifactId>\n      <version>VERSION</version>',
    ],
    [
      'listener',
      '../apps/listener/pom.xml',
      '<artifactId>listener</artifactId>\n  <version>VERSION</version>',
    ],
    [
      'schema-registry',
      'schema-registry/pom.xml',
      '<artifactId>apicurio-registry-app</artifactId>\n              <version>VERSION</version>',
    ],
    ...KAFKA_ARTIFACTS.map(([product, file, artifact]): [string, string, string] => [
      product,
      file,
      `<artifactId>${artifact}</artifactId>\n      <version>VERSION</version>`,
    ]),
    ...[
      ['spark', '3.5', '2.12'],
      ['spark-4', '4', '2.13'],
    ].flatMap(([product, line, scala]): [string, string, string][] => [
      [product!, `spark/${line}/requirements.txt`, 'pyspark==VERSION '],
      [
        product!,
        `spark/${line}/pom.xml`,
        `<artifactId>spark-sql-kafka-0-10_${scala}</artifactId>\n      <version>VERSION</version>`,
      ],
    ]),
  ])('%s holds the version of its tag: %s', (product, file, pinned) => {
    const version = localImages(IMAGES)
      .find((image) => image.product === product)!
      .reference.match(/:(.+)-[0-9a-f]{12}$/)![1]!;
    expect(readFileSync(join(IMAGES, file), 'utf8')).toContain(pinned.replace('VERSION', version));
  });
});
