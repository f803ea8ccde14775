import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { registryOf } from '../../../../cli/setup/registry';
import { imageStep, type Setup } from '../../../../cli/steps/setup-steps';
import { chooseImages, choices, FOR_WANT, saveSetting } from '../../../../tools/lib/choices';
import {
  KAFKA,
  noHost,
  ok,
  registries,
  says,
  start,
  withFakeEngines,
} from '../../../support/engine-of-a-test';
import type { Reply } from '../../../support/fake-engine';

const own = withFakeEngines();

test.each([
  ['debian:bookworm-slim', 'docker.io'],
  [KAFKA, 'docker.io'],
  ['ghcr.io/kafbat/kafka-ui:v1.5.0', 'ghcr.io'],
  ['localhost/kafka:1', 'localhost'],
  ['mirror:5000/hub/kafka:1', 'mirror:5000'],
])('the registry of %s is %s', (reference, registry) => {
  expect(registryOf(reference)).toBe(registry);
});

describe('which family of images is taken', () => {
  const file = (): string => join(own.folder, '.env');
  const chosen = (): ReturnType<typeof chooseImages> => chooseImages(own.engine.docker, file(), 1_500);

  test('is the public one where the registries answer, each of which is asked once', async () => {
    await registries(own, ok);
    await expect(chosen()).resolves.toMatchObject({ value: 'public' });
    const asked = own.engine.asked.filter((path) => path.includes('/distribution/'));
    expect(asked).toHaveLength(2);
    expect(asked.join()).toMatch(/docker|confluentinc.*ghcr\.io|ghcr\.io.*confluentinc/);
  });

  test.each([
    ['PLATFORM_KAFKA', '4'],
    ['PLATFORM_METADATA', 'kraft'],
  ])('depends on the images of Kafka 4 with %s=%s', async (name, value) => {
    await registries(own, ok);
    process.env[name] = value;
    await expect(chosen()).resolves.toMatchObject({ value: 'public' });
    expect(own.engine.asked.join()).toMatch(/cp-kafka(:|%3A)8\./);
  });

  test('is the public one, unasked, where the Engine has its images', async () => {
    await registries(own, says(429, 'toomanyrequests'), /json$/);
    await expect(chosen()).resolves.toMatchObject({ value: 'public', reason: 'the Engine has them' });
  });

  test.each<[string, Reply, RegExp]>([
    ['500, without a network', says(500, noHost), /no image registry answers: .*no such host/],
    ['later than it may', { ...ok, after: 5_000 }, /docker\.io: no answer within 1\.5 s/],
    ['never', undefined, /ghcr\.io: no answer within 1\.5 s/],
  ])('is the local one where they answer %s', async (_, reply, reason) => {
    await registries(own, reply);
    await expect(chosen()).resolves.toMatchObject({
      value: 'local',
      reason: expect.stringMatching(reason) as string,
    });
  });

  test.each<[number, string, RegExp]>([
    [401, 'unauthorized: authentication required', /only with a login, or not at all \(401.*`docker login`/s],
    [403, 'denied: requested access to the resource is denied', /only with a login.*403/s],
    [403, '', /only with a login.*403/s],
    [404, 'manifest unknown: manifest unknown', /docker\.io has no \S+.*404/s],
    [404, 'docker.io/apache/spark:3: not found', /docker\.io has no \S+/],
    [404, 'page not found', /cannot ask a registry.*Podman does so; this platform needs a Docker Engine/s],
    [404, 'Path /distribution/x/json is not supported', /cannot ask a registry/],
    [
      429,
      'toomanyrequests: You have reached your pull rate limit',
      /no more image pulls.*`docker login` allows more/s,
    ],
    [500, 'toomanyrequests: You have reached your pull rate limit', /no more image pulls/],
    [500, 'Get "https://x/v2/": unauthorized: incorrect username or password', /only with a login/],
    [400, 'invalid reference format', /docker\.io: invalid reference format/],
  ])(
    'is left open where they answer %p (%s), which is said as what it is',
    async (status, words, message) => {
      await registries(own, says(status, words));
      await expect(chosen()).rejects.toThrow(message);
      await expect(chosen()).rejects.toThrow(
        /^The public images cannot be pulled: .*PLATFORM_IMAGES=local npm start$/s,
      );
    },
  );

  test('is left open where only one of the registries answers', async () => {
    await registries(own, (path) => (path.includes('ghcr.io') ? says(500, 'dial tcp: i/o timeout') : ok));
    await expect(chosen()).rejects.toThrow(/cannot be pulled: ghcr\.io: dial tcp: i\/o timeout/);
  });

  test('is asked of the mirror in the settings, and of nobody else', async () => {
    process.env.PLATFORM_IMAGE_REGISTRY = 'mirror.example.com/hub/';
    await registries(own, ok);
    await chosen();
    const asked = own.engine.asked.filter((path) => path.includes('/distribution/'));
    expect(asked).toEqual([expect.stringContaining('/distribution/mirror.example.com/hub/')]);
  });

  test('is asked for again where it was local for want of a registry, and nothing is deployed', async () => {
    saveSetting('PLATFORM_IMAGES', 'local', FOR_WANT, file());
    await registries(own, ok);
    await expect(chosen()).resolves.toMatchObject({ value: 'public' });
  });

  test.each(['volumes', 'containers'])('stays local where a platform has %s', async (what) => {
    saveSetting('PLATFORM_IMAGES', 'local', FOR_WANT, file());
    const body = { volumes: { Volumes: [{ Name: 'a' }] }, containers: [{ Id: 'a' }] };
    await start(own, (path) => {
      if (path.includes('/volumes')) return { status: 200, body: what === 'volumes' ? body.volumes : {} };
      return { status: 200, body: path.includes('/containers') ? body.containers : {} };
    });
    await expect(chosen()).resolves.toMatchObject({ value: 'local', isSet: true });
  });

  test.each(['local', 'public'])('stays %s where the user said so', async (family) => {
    saveSetting('PLATFORM_IMAGES', family, '', file());
    await registries(own, says(429, 'toomanyrequests'));
    await expect(chosen()).resolves.toMatchObject({ value: family, isSet: true });
    expect(own.engine.asked).toEqual([]);
  });

  test('said in .env with its reason is read by Node without it', () => {
    saveSetting('PLATFORM_IMAGES', 'local', FOR_WANT, file());
    const text = readFileSync(file(), 'utf8');
    expect(text).toContain('# for want of a registry');
    expect(parseEnv(text)).toEqual({ PLATFORM_IMAGES: 'local' });
  });
});

describe('what is kept in .env', () => {
  const directory = process.cwd();
  afterEach(() => process.chdir(directory));

  /** The steps of a set-up up to the images, of a platform with one. */
  async function setUp(): Promise<string> {
    process.chdir(own.folder);
    delete process.env.PLATFORM_IMAGES;
    process.env.PLATFORM_SPARK = '3.5';
    const images = [{ address: '', attributes: { name: KAFKA } }];
    const resources = (type: string) => (type === 'docker_image' ? images : []);
    const stack = { resources, directory: own.folder };
    const setup = { docker: own.engine.docker, stacks: [stack] } as unknown as Setup;
    const { choose, keep } = choices('small');
    for (const { task } of [choose, imageStep(true, keep)])
      await (task(setup, { title: '', output: '' } as Parameters<typeof task>[1]) as Promise<void>);
    return readFileSync('.env', 'utf8');
  }

  test('is the profile at once, and the family only once its images are there', async () => {
    const lines: object[] = [{ error: 'unexpected EOF' }];
    let pulled = false;
    await start(own, (path) => {
      if (!path.includes('/images/create')) return path.includes('/distribution/') || pulled ? ok : 'none';
      pulled = !lines[0];
      return { status: 200, lines };
    });
    await expect(setUp()).rejects.toThrow(/could not be pulled: the connection was lost/);
    expect(readFileSync('.env', 'utf8')).toBe('PLATFORM_PROFILE=small\n');
    lines.pop();
    await expect(setUp()).resolves.toBe('PLATFORM_PROFILE=small\nPLATFORM_IMAGES=public\n');
  });

  test('is the local family with its reason', async () => {
    await registries(own, says(500, noHost), /cp-kafka/);
    await expect(setUp()).resolves.toBe(`PLATFORM_PROFILE=small\nPLATFORM_IMAGES=local # ${FOR_WANT}\n`);
  });
});
