import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parseEnv } from 'node:util';
import { debianImage } from '../../scripts/lib/debian-image';
import { credentials } from '../../scripts/lib/docker-config';
import { publishedImages, pullImages } from '../../scripts/lib/pull';
import { ask, registryOf } from '../../scripts/lib/registry';
import { engineSteps, imageSteps, type Setup } from '../../scripts/lib/setup';
import { chooseImages, FOR_WANT, remember } from '../../scripts/lib/settings';
import { fakeEngine, type FakeEngine, type Reply } from '../support/fake-engine';

const KAFKA = 'confluentinc/cp-kafka:7.9.6';
const environment = { ...process.env };
let folder: string;
let engine: FakeEngine;
const engines: FakeEngine[] = [];

async function start(reply: Parameters<typeof fakeEngine>[0]): Promise<void> {
  engine = await fakeEngine(reply);
  engines.push(engine);
  process.env.DOCKER_HOST = engine.address;
}

/** An Engine without images, whose registries answer so. */
async function registries(answer: Reply | ((path: string) => Reply), have: RegExp = /$^/): Promise<void> {
  await start((path) => {
    if (path.includes('/images/')) return have.test(path) ? ok : 'none';
    if (path.includes('/volumes')) return { status: 200, body: { Volumes: [] } };
    if (path.includes('/containers')) return { status: 200, body: [] };
    return typeof answer === 'function' ? answer(path) : answer;
  });
}

const ok = { status: 200, body: {} };
const says = (status: number, message: string): Reply => ({ status, body: { message } });
const noHost = 'Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io: no such host';

const configure = (config: object): void =>
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
const basic = (login: string): { auth: string } => ({ auth: Buffer.from(login).toString('base64') });

/** Prints this, and keeps what it was given. */
function helper(name: string, output: string, exit = 0): void {
  const file = join(folder, `docker-credential-${name}`);
  writeFileSync(file, `#!/bin/sh\ncat >${folder}/asked\necho '${output}'\nexit ${exit}\n`);
  chmodSync(file, 0o755);
  process.env.PATH = `${folder}${delimiter}${environment.PATH}`;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'registry-'));
  process.env.DOCKER_CONFIG = folder;
  delete process.env.PLATFORM_IMAGES;
  delete process.env.PLATFORM_PROFILE;
  delete process.env.PLATFORM_IMAGE_REGISTRY;
});

afterEach(async () => {
  process.env = { ...environment };
  await Promise.all(engines.splice(0).map((each) => each.close()));
});

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
  const file = (): string => join(folder, '.env');
  const chosen = (): ReturnType<typeof chooseImages> => chooseImages(engine.docker, file(), 300);

  test('is the public one where the registries answer, each of which is asked once', async () => {
    await registries(ok);
    await expect(chosen()).resolves.toMatchObject({ value: 'public' });
    const asked = engine.asked.filter((path) => path.includes('/distribution/'));
    expect(asked).toHaveLength(2);
    expect(asked.join()).toMatch(/docker|confluentinc.*ghcr\.io|ghcr\.io.*confluentinc/);
  });

  test('is the public one, unasked, where the Engine has its images', async () => {
    await registries(says(429, 'toomanyrequests'), /json$/);
    await expect(chosen()).resolves.toMatchObject({ value: 'public', reason: 'the Engine has them' });
  });

  test.each<[string, Reply, RegExp]>([
    ['500, without a network', says(500, noHost), /no image registry answers: .*no such host/],
    ['later than it may', { ...ok, after: 5_000 }, /docker\.io: no answer within 0\.3 s/],
    ['never', undefined, /ghcr\.io: no answer within 0\.3 s/],
  ])('is the local one where they answer %s', async (_, reply, reason) => {
    await registries(reply);
    await expect(chosen()).resolves.toMatchObject({
      value: 'local',
      reason: expect.stringMatching(reason) as string,
    });
  });

  test.each<[number, string, RegExp]>([
    [401, 'unauthorized: authentication required', /without a login, or not at all \(401.*`docker login`/s],
    [403, 'denied: requested access to the resource is denied', /without a login.*403/s],
    [403, '', /without a login.*403/s],
    [404, 'manifest unknown: manifest unknown', /docker\.io has no \S+.*404/s],
    [404, 'docker.io/apache/spark:3: not found', /docker\.io has no \S+/],
    [404, 'page not found', /cannot ask a registry.*Podman does so; this platform needs a Docker Engine/s],
    [404, 'Path /distribution/x/json is not supported', /cannot ask a registry/],
    [
      429,
      'toomanyrequests: You have reached your pull rate limit',
      /so many images.*`docker login` allows more/s,
    ],
    [500, 'toomanyrequests: You have reached your pull rate limit', /so many images/],
    [500, 'Get "https://x/v2/": unauthorized: incorrect username or password', /without a login/],
    [400, 'invalid reference format', /docker\.io: invalid reference format/],
  ])(
    'is left open where they answer %p (%s), which is said as what it is',
    async (status, words, message) => {
      await registries(says(status, words));
      await expect(chosen()).rejects.toThrow(message);
      await expect(chosen()).rejects.toThrow(
        /^The public images cannot be taken: .*PLATFORM_IMAGES=local npm start$/s,
      );
    },
  );

  test('is left open where only one of the registries answers', async () => {
    await registries((path) => (path.includes('ghcr.io') ? says(500, 'dial tcp: i/o timeout') : ok));
    await expect(chosen()).rejects.toThrow(/cannot be taken: ghcr\.io: dial tcp: i\/o timeout/);
  });

  test('is asked of the mirror in the settings, and of nobody else', async () => {
    process.env.PLATFORM_IMAGE_REGISTRY = 'mirror.example.com/hub/';
    await registries(ok);
    await chosen();
    const asked = engine.asked.filter((path) => path.includes('/distribution/'));
    expect(asked).toEqual([expect.stringContaining('/distribution/mirror.example.com/hub/')]);
  });

  test('is asked for again where it was local for want of a registry, and nothing is deployed', async () => {
    remember('PLATFORM_IMAGES', 'local', FOR_WANT, file());
    await registries(ok);
    await expect(chosen()).resolves.toMatchObject({ value: 'public' });
  });

  test.each(['volumes', 'containers'])('stays local where a platform has %s', async (what) => {
    remember('PLATFORM_IMAGES', 'local', FOR_WANT, file());
    const body = { volumes: { Volumes: [{ Name: 'a' }] }, containers: [{ Id: 'a' }] };
    await start((path) => {
      if (path.includes('/volumes')) return { status: 200, body: what === 'volumes' ? body.volumes : {} };
      return { status: 200, body: path.includes('/containers') ? body.containers : {} };
    });
    await expect(chosen()).resolves.toMatchObject({ value: 'local', isSet: true });
  });

  test.each(['local', 'public'])('stays %s where the user said so', async (family) => {
    remember('PLATFORM_IMAGES', family, '', file());
    await registries(says(429, 'toomanyrequests'));
    await expect(chosen()).resolves.toMatchObject({ value: family, isSet: true });
    expect(engine.asked).toEqual([]);
  });

  test('said in .env with its reason is read by Node without it', () => {
    remember('PLATFORM_IMAGES', 'local', FOR_WANT, file());
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
    process.chdir(folder);
    delete process.env.PLATFORM_IMAGES;
    const stack = { resources: () => [{ address: '', attributes: { name: KAFKA } }], directory: folder };
    const setup = { docker: engine.docker, stacks: [stack] } as unknown as Setup;
    for (const { task } of [...engineSteps('small').slice(1), ...imageSteps()])
      await (task(setup, { title: '', output: '' } as Parameters<typeof task>[1]) as Promise<void>);
    return readFileSync('.env', 'utf8');
  }

  test('is the profile at once, and the family only once its images are there', async () => {
    const lines: object[] = [{ error: 'unexpected EOF' }];
    let pulled = false;
    await start((path) => {
      if (!path.includes('/images/create')) return path.includes('/distribution/') || pulled ? ok : 'none';
      pulled = !lines[0];
      return { status: 200, lines };
    });
    await expect(setUp()).rejects.toThrow(/could not be taken: the connection was lost/);
    expect(readFileSync('.env', 'utf8')).toBe('PLATFORM_PROFILE=small\n');
    lines.pop();
    await expect(setUp()).resolves.toBe('PLATFORM_PROFILE=small\nPLATFORM_IMAGES=public\n');
  });

  test('is the local family with its reason', async () => {
    await registries(says(500, noHost), /cp-kafka/);
    await expect(setUp()).resolves.toBe(`PLATFORM_PROFILE=small\nPLATFORM_IMAGES=local # ${FOR_WANT}\n`);
  });
});

describe('a login at a registry', () => {
  const HUB = 'https://index.docker.io/v1/';

  test.each<[string, string, object, object]>([
    [
      'of Docker Hub',
      'docker.io',
      { [HUB]: basic('me:a:b') },
      { username: 'me', password: 'a:b', serveraddress: HUB },
    ],
    ['by host', 'ghcr.io', { 'ghcr.io': basic('me:x') }, { username: 'me', password: 'x' }],
    ['by address', 'ghcr.io', { 'https://ghcr.io/v2/': basic('me:x') }, { username: 'me', password: 'x' }],
    ['by token', 'ghcr.io', { 'ghcr.io': { identitytoken: 't' } }, { identitytoken: 't' }],
  ])('%s is what Docker’s configuration has', async (_, registry, auths, login) => {
    configure({ auths });
    await expect(credentials(registry)).resolves.toEqual({ login: expect.objectContaining(login) as object });
  });

  test.each<[string, object | undefined]>([
    ['no configuration', undefined],
    ['an empty one', {}],
    ['logins elsewhere', { auths: { 'quay.io': basic('me:x') } }],
    ['an entry without one', { auths: { 'ghcr.io': {} } }],
  ])('is none with %s', async (_, config) => {
    if (config) configure(config);
    await expect(credentials('ghcr.io')).resolves.toEqual({});
  });

  test.each([
    [{ credsStore: 'fake' }, 'docker.io', HUB],
    [{ credsStore: 'other', credHelpers: { 'ghcr.io': 'fake' } }, 'ghcr.io', 'ghcr.io'],
  ])('comes from the helper of %j', async (config, registry, address) => {
    configure(config);
    helper('fake', JSON.stringify({ ServerURL: address, Username: 'me', Secret: 's' }));
    await expect(credentials(registry)).resolves.toMatchObject({ login: { username: 'me', password: 's' } });
    expect(readFileSync(join(folder, 'asked'), 'utf8')).toBe(address);
  });

  test('may be a token of a helper', async () => {
    configure({ credsStore: 'fake' });
    helper('fake', JSON.stringify({ Username: '<token>', Secret: 's' }));
    await expect(credentials('ghcr.io')).resolves.toEqual({
      login: { identitytoken: 's', serveraddress: 'ghcr.io' },
    });
  });

  test('is none where the helper has none, and then what the file says', async () => {
    configure({ credsStore: 'fake', auths: { 'ghcr.io': basic('me:x') } });
    helper('fake', 'credentials not found in native keychain', 1);
    await expect(credentials('docker.io')).resolves.toEqual({});
    await expect(credentials('ghcr.io')).resolves.toMatchObject({ login: { username: 'me' } });
  });

  test.each([
    ['is not there', undefined, /docker-credential-fake: .*ENOENT/s],
    ['fails', { output: 'locked', exit: 1 }, /docker-credential-fake: locked/],
    ['prints something else', { output: 'hello', exit: 0 }, /docker-credential-fake gave no credentials/],
  ] as const)('is none where the helper %s, and the refusal says so', async (_, fake, trouble) => {
    configure({ credsStore: 'fake' });
    if (fake) helper('fake', fake.output, fake.exit);
    await registries(says(401, 'unauthorized'));
    await expect(ask(engine.docker, KAFKA)).resolves.toMatchObject({
      refuses: true,
      why: expect.stringMatching(trouble) as string,
    });
  });

  test('is used by the question and by the pull, each at its registry', async () => {
    configure({ auths: { [HUB]: basic('me:x') } });
    await registries(ok);
    await ask(engine.docker, KAFKA);
    await ask(engine.docker, 'ghcr.io/kafbat/kafka-ui:v1.5.0');
    await pullImages(engine.docker, [KAFKA], () => undefined).catch(() => undefined);
    const login = { username: 'me', password: 'x', serveraddress: HUB };
    expect(engine.logins).toEqual([login, login]);
  });

  test('that does not suffice is named as one', async () => {
    configure({ auths: { [HUB]: basic('me:x') } });
    await registries(says(403, 'denied'));
    await expect(ask(engine.docker, KAFKA)).resolves.toMatchObject({
      why: expect.stringContaining('not for the login that Docker has for it') as string,
    });
  });

  test('in a file that cannot be read is no reason for a stack trace', async () => {
    writeFileSync(join(folder, 'config.json'), '{');
    await expect(credentials('docker.io')).rejects.toThrow(
      /^Docker's configuration .*config\.json cannot be read/,
    );
  });
});

describe('a pull', () => {
  let present: boolean;
  beforeEach(() => {
    present = false;
  });

  /** An Engine that pulls with these lines. */
  async function pulls(...lines: object[]): Promise<void> {
    await start((path) => {
      if (path.includes('/images/create')) return { status: 200, lines };
      return present ? ok : 'none';
    });
  }
  const pulled = (report: (...said: string[]) => void = () => undefined): Promise<void> =>
    pullImages(engine.docker, [KAFKA], report);

  test('says each tenth of what has come, of all layers together', async () => {
    present = true;
    const layer = (id: string, current: number, total = 1e6): object => ({
      id,
      status: 'Downloading',
      progressDetail: { current, total },
    });
    await pulls(
      { status: 'Pulling from x' },
      layer('a', 1e5),
      layer('a', 1.4e5),
      layer('b', 8.6e5),
      layer('a', 1e6),
    );
    const said: string[] = [];
    await pulled((...each) => said.push(each.join(' ')));
    expect(said).toEqual([`${KAFKA} 10 % of 1 MB`, `${KAFKA} 50 % of 2 MB`, `${KAFKA} 90 % of 2 MB`]);
    expect(engine.asked[0]).toContain('fromImage=confluentinc/cp-kafka&tag=7.9.6');
  });

  test.each([
    ['write /var/lib/docker/tmp/x: no space left on device', /disk is full.*docker system prune/],
    ['unexpected EOF', /connection was lost.*try again, what has come is kept/],
    ['read tcp 10.0.0.1:1->1.1.1.1:443: read: connection reset by peer', /connection was lost/],
    ['net/http: TLS handshake timeout', /connection was lost/],
    ['filesystem layer verification failed for digest sha256:0', /not what it announced/],
    ['toomanyrequests: You have reached your pull rate limit.', /so many images.*docker login/],
    ['unauthorized: authentication required', /without a login/],
    ['manifest unknown', /docker\.io has no confluentinc/],
    ['no matching manifest for linux/arm/v7 in the manifest list entries', /processors of another kind/],
    ['x509: certificate signed by unknown authority', /does not trust the certificate/],
    ['something new', /the Engine says: something new/],
  ])('that fails in its stream by “%s” is explained', async (error, message) => {
    await pulls({ status: 'Pulling' }, { errorDetail: { message: error }, error });
    await expect(pulled()).rejects.toThrow(message);
    await expect(pulled()).rejects.toThrow(new RegExp(`^The image ${KAFKA} could not be taken: `));
  });

  test('that ends without an error and without the image was broken off', async () => {
    await pulls({ status: 'Pulling' });
    await expect(pulled()).rejects.toThrow(/connection was lost/);
  });

  test('is made of what the stacks run and nobody builds', () => {
    const images = [
      { name: KAFKA },
      { name: KAFKA },
      { name: 'cdktf-streaming/listener:1' },
      { name: 'cdktf-streaming/x:1', build: [{ context: '.' }] },
      { name: '${var.image}' },
    ];
    const stack = { resources: () => images.map((attributes) => ({ address: '', attributes })) };
    expect(publishedImages([stack], ['cdktf-streaming/listener:1'])).toEqual([KAFKA]);
  });
});

describe('Debian, from which the images start,', () => {
  const SLIM = 'debian:bookworm-slim';
  const MIRRORED = `mirror.example.com/hub/library/${SLIM}`;
  const reached = (): Promise<string> => debianImage(engine.docker, 'bookworm', () => undefined);
  const only =
    (reference: string) =>
    (path: string): Reply =>
      path.includes(`/distribution/${reference}/`) ? ok : says(500, noHost);

  test('is the one that the Engine has, unasked', async () => {
    await registries(undefined, /debian:bookworm-slim/);
    await expect(reached()).resolves.toBe(SLIM);
  });

  test('comes from the registry that the Engine reaches', async () => {
    await registries(only(SLIM));
    await expect(reached()).resolves.toBe(SLIM);
  });

  test('comes from the mirror in the settings, if that has it', async () => {
    process.env.PLATFORM_IMAGE_REGISTRY = 'mirror.example.com/hub/';
    await registries(ok);
    await expect(reached()).resolves.toBe(MIRRORED);
  });

  test('comes from Docker Hub where the mirror has none', async () => {
    process.env.PLATFORM_IMAGE_REGISTRY = 'mirror.example.com/hub';
    await registries(only(SLIM));
    await expect(reached()).resolves.toBe(SLIM);
  });

  test('is the one made here before where no registry gives it', async () => {
    await registries(says(429, 'toomanyrequests'), /cdktf-streaming\/debian:bookworm/);
    await expect(reached()).resolves.toBe('cdktf-streaming/debian:bookworm');
  });
});
