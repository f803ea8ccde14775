import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { TerraformStack } from 'cdktf';
import {
  ContainerApp,
  ContainerImage,
  DockerPlatform,
  HealthCheck,
  Images,
  Size,
} from '../../../../constructs';
import type { LocalImage } from '../../../../constructs/local-images/local-images';
import { debianImage } from '../../../../cli/setup/debian-image';
import { buildImages, serviceImages } from '../../../../cli/setup/images';
import { namedImages } from '../../../../cli/steps/setup-steps';
import { noHost, ok, registries, says, withFakeEngines } from '../../../support/engine-of-a-test';
import type { Reply } from '../../../support/fake-engine';
import { newStack, resources } from '../../../support/synth';
import { applicationImage, localFamily } from '../../../../constructs/local-images';

// Another attempt needs no second here to find things changed.
jest.mock('async-retry', () => {
  const retry = jest.requireActual<(work: unknown, options: object) => unknown>('async-retry');
  return (work: unknown, options: object) => retry(work, { ...options, minTimeout: 0 });
});

const IMAGES = join(__dirname, '..', '..', '..', '..', 'images');

const builder = (): LocalImage => serviceImages(IMAGES).find(({ product }) => product === 'builder')!;

/** What the set-up builds for a stack that runs these images. */
function built(...images: ContainerImage[]): readonly string[] {
  const stack: TerraformStack = newStack();
  const platform = new DockerPlatform(stack, 'platform', { images: Images.public() });
  images.forEach((image, index) => {
    const healthCheck = HealthCheck.http(80, '/');
    new ContainerApp(stack, `app${index}`, {
      platform,
      image,
      user: 'app',
      healthCheck,
      memory: Size.gibibytes(1),
    });
  });
  const synthesized = {
    resources: (type: string) => resources(stack, type).map((attributes) => ({ address: '', attributes })),
  };
  return namedImages([synthesized], serviceImages(IMAGES)).map(({ product }) => product);
}

test('an application of the project’s own is built beside public images, which are not', () => {
  expect(built(Images.public().kafka, applicationImage(IMAGES, 'listener'))).toEqual(['listener']);
  expect(built(Images.public().kafka, Images.public().spark)).toEqual([]);
});

test('local images are built where they run, and not what only others are made from', () => {
  expect(built(localFamily(IMAGES).zooKeeper, localFamily(IMAGES).kafka)).toEqual(['zookeeper', 'kafka']);
  const { kafka, kafkaConnect } = localFamily(IMAGES, '4');
  expect(built(kafka, kafkaConnect)).toEqual(['kafka-4', 'kafka-connect-4']);
  expect(serviceImages(IMAGES).map(({ product }) => product)).not.toContain('kafka-base');
});

test('the image that plugins are fetched with is built where a deploy needs it', () => {
  const stack = {
    resources: () => [{ address: '', attributes: { build: { FETCHER: builder().reference } } }],
  };
  expect(namedImages([stack], serviceImages(IMAGES))).toEqual([builder()]);
});

test('an application’s image has a read-only root', () => {
  expect(applicationImage(IMAGES, 'listener')).toMatchObject({
    readOnlyRoot: true,
    reference: expect.stringMatching(/^cdktf-streaming\/listener:1\.0\.0-[0-9a-f]{12}$/) as string,
  });
});

const own = withFakeEngines();

describe('a build', () => {
  /** How often `docker build` was called, whose first attempts end so, and how it ended. */
  async function attempts(failures: number, output: string): Promise<[number, string]> {
    await registries(own, ok);
    const [binary, count] = ['docker', 'count'].map((name) => join(own.folder, name)) as [string, string];
    const fails = `[ $(wc -l <${count}) -gt ${failures} ] || { echo '${output}'; exit 1; }`;
    writeFileSync(binary, `#!/bin/sh\n[ $1 = buildx ] && exit 1\necho >>${count}\n${fails}\n`, {
      mode: 0o755,
    });
    process.env.PATH = `${own.folder}${delimiter}${process.env.PATH}`;
    const image = { product: 'x', reference: 'x:1', context: '/x', parents: {} };
    const end = await buildImages(own.engine.docker, [image], () => undefined).then(
      () => 'built',
      (error: unknown) => (error as Error).message,
    );
    return [readFileSync(count, 'utf8').length, end];
  }

  test.each([
    'Could not transfer artifact x from central: Premature end of Content-Length delimited message body',
    'Could not transfer artifact x from central: Connection reset',
    'pip._vendor.urllib3.exceptions.IncompleteRead: IncompleteRead(5 bytes read, 7 more expected)',
    'go: module x: read tcp: unexpected EOF',
    'curl: (18) transfer closed with 7 bytes remaining to read',
  ])('whose download broke off is made again: %s', async (output) => {
    await expect(attempts(2, output)).resolves.toEqual([3, 'built']);
  });

  test('is made five times at most', async () => {
    await expect(attempts(9, 'Read timed out')).resolves.toEqual([5, 'The image x:1 could not be built.']);
  });

  test('that fails otherwise is not made again', async () => {
    const output = 'sh: unexpected EOF while looking for a quote';
    await expect(attempts(1, output)).resolves.toEqual([1, 'The image x:1 could not be built.']);
  });
});

describe('Debian, from which the images start,', () => {
  const SLIM = 'debian:bookworm-slim';
  const MIRRORED = `mirror.example.com/hub/library/${SLIM}`;
  const reached = (): Promise<string> => debianImage(own.engine.docker, 'bookworm', () => undefined);
  const only =
    (reference: string) =>
    (path: string): Reply =>
      path.includes(`/distribution/${reference}/`) ? ok : says(500, noHost);

  test('is the one that the Engine has, unasked', async () => {
    await registries(own, undefined, /debian:bookworm-slim/);
    await expect(reached()).resolves.toBe(SLIM);
  });

  test('comes from the registry that the Engine reaches', async () => {
    await registries(own, only(SLIM));
    await expect(reached()).resolves.toBe(SLIM);
  });

  test('comes from the mirror in the settings, if that has it', async () => {
    process.env.PLATFORM_IMAGE_REGISTRY = 'mirror.example.com/hub/';
    await registries(own, ok);
    await expect(reached()).resolves.toBe(MIRRORED);
  });

  test('comes from Docker Hub where the mirror has none', async () => {
    process.env.PLATFORM_IMAGE_REGISTRY = 'mirror.example.com/hub';
    await registries(own, only(SLIM));
    await expect(reached()).resolves.toBe(SLIM);
  });

  test('is the one made here before where no registry gives it', async () => {
    await registries(own, says(429, 'toomanyrequests'), /cdktf-streaming\/debian:bookworm/);
    await expect(reached()).resolves.toBe('cdktf-streaming/debian:bookworm');
  });
});
