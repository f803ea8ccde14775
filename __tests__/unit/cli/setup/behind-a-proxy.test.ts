import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type Docker from 'dockerode';
import { program } from '../../../../cli/program';
import { fingerprint, hostAuthorities, putAuthorities } from '../../../../cli/setup/certificates';
import { declaredBuilds } from '../../../../cli/setup/declared-builds';
import { buildBehindProxies, buildImages, missingImages } from '../../../../cli/setup/images';
import { proxyOptions, proxyVariables, unreadableProxies } from '../../../../cli/proxies';
import { fakeEngine } from '../../../support/fake-engine';

const environment = { ...process.env };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proxy-'));
  for (const name of Object.keys(process.env)) if (/_proxy$/i.test(name)) process.env[name] = '';
  process.env.NODE_EXTRA_CA_CERTS = '';
});

afterEach(() => {
  process.env = { ...environment };
});

describe('a build', () => {
  /** What `docker build` was given, by a client that has buildx or has not. */
  async function build(hasBuildx: boolean, work = buildOne): Promise<string> {
    const script = `#!/bin/sh
[ "$1" = buildx ] && exit ${hasBuildx ? 0 : 1}
echo "$@ $BUILDX_BUILDER.$DOCKER_BUILDKIT" >${folder}/build\n`;
    writeFileSync(join(folder, 'docker'), script);
    chmodSync(join(folder, 'docker'), 0o755);
    process.env.PATH = `${folder}${delimiter}${environment.PATH}`;
    const engine = await fakeEngine(() => 'none');
    try {
      await work(engine.docker);
    } finally {
      await engine.close();
    }
    const done = join(folder, 'build');
    return existsSync(done) ? readFileSync(done, 'utf8').trim() : '';
  }

  const buildOne = (docker: Docker): Promise<void> =>
    buildImages(docker, [{ product: 'x', reference: 'x:1', context: '/x', parents: {} }], () => undefined);

  test.each([
    [
      'http://proxy:3128',
      'build --force-rm --tag y:1 --build-arg https_proxy --build-arg HTTPS_PROXY --build-arg BASE=x:1 /stack/images/y default.',
    ],
    ['', ''],
  ])('of a deploy is done before it behind the proxy “%s”', async (proxy, done) => {
    process.env.HTTPS_PROXY = proxy;
    const attributes = [
      { name: 'x:1' },
      { name: 'y:1', build: { context: 'images/y', build_args: { BASE: 'x:1' } } },
    ];
    const stack = {
      directory: '/stack',
      resources: () => attributes.map((each) => ({ address: '', attributes: each })),
    };
    const work = (docker: Docker): Promise<void> =>
      buildBehindProxies(docker, declaredBuilds([stack]), () => undefined);
    await expect(build(true, work)).resolves.toBe(done);
  });

  test('goes to the Engine’s own builder, whichever is selected', async () => {
    process.env.BUILDX_BUILDER = 'elsewhere';
    await expect(build(true)).resolves.toBe('build --force-rm --tag x:1 /x default.');
  });

  test('goes to the classic builder of a client that has no other', async () => {
    await expect(build(false)).resolves.toBe('build --force-rm --tag x:1 /x .0');
  });

  test('is told the proxies, without their passwords among its arguments', async () => {
    process.env.HTTPS_PROXY = 'http://me:secret@proxy:3128';
    await expect(build(true)).resolves.toBe(
      'build --force-rm --tag x:1 --build-arg https_proxy --build-arg HTTPS_PROXY /x default.',
    );
  });
});

describe('the proxies of the environment', () => {
  test('are shared with every tool that a script starts', async () => {
    process.env.HTTPS_PROXY = 'proxy:3128';
    await new Promise<void>((resolve) => program(process.cwd(), () => resolve()));
    expect(process.env).toMatchObject({ https_proxy: 'http://proxy:3128', HTTPS_PROXY: 'http://proxy:3128' });
  });

  test.each([
    'http://me:pass/word@proxy:3128',
    'http://me:1#2@proxy:3128',
    'http://me:1?2@proxy:3128',
    'http://me:50%@proxy:3128',
  ])('are refused, without their passwords, where tools would show them: %s', async (address) => {
    process.env.https_proxy = address;
    const told = jest.spyOn(console, 'error').mockImplementation();
    program(process.cwd(), () => undefined);
    await new Promise(setImmediate);
    process.exitCode = undefined;
    expect(told).toHaveBeenCalledWith(
      expect.stringMatching(/^https_proxy is not a proxy address: .* % as %25\.$/),
    );
    told.mockRestore();
  });

  test.each(['proxy:3128', 'http://proxy:3128/', 'http://me:p%40%2F@proxy:3128', 'socks5://proxy'])(
    'may be %s',
    (address) => {
      process.env.https_proxy = address;
      expect(unreadableProxies()).toEqual([]);
    },
  );

  test.each(['HTTP_PROXY', 'http_proxy'])('are those in %s, and told in both cases', (name) => {
    process.env[name] = 'http://proxy:3128';
    expect(proxyVariables()).toEqual({ http_proxy: 'http://proxy:3128', HTTP_PROXY: 'http://proxy:3128' });
  });

  test.each([
    ['http://127.0.0.1:3128', true],
    ['http://me:x@localhost:3128', true],
    ['localhost:3128', true],
    ['http://[::1]:3128', true],
    ['http://proxy.example.com:3128', false],
    ['http://me:x@localhost.example.com:3128', false],
  ])('at %s are reached from the machine’s own network: %p', (https_proxy, isHere) => {
    expect(proxyOptions({ https_proxy, no_proxy: 'localhost' }).includes('host')).toBe(isHere);
  });

  test.each<Record<string, string>>([{}, { no_proxy: 'localhost' }])('may be none: %j', (variables) => {
    expect(proxyOptions(variables)).toEqual([]);
  });
});

describe('Maven in a build', () => {
  const settings = (env: Record<string, string>): string =>
    execFileSync(join(__dirname, '..', '..', '..', '..', 'images', 'builder', 'maven-settings'), {
      env: { PATH: environment.PATH, ...env },
      encoding: 'utf8',
    }).replace(/\s+/g, '');

  test('goes through the proxies that curl goes through', () => {
    expect(settings({ http_proxy: 'http://a:1', HTTPS_PROXY: 'http://me:p%40%26@b:3128/' })).toBe(
      '<settings><proxies>' +
        '<proxy><id>http</id><protocol>http</protocol><host>a</host><port>1</port></proxy>' +
        '<proxy><id>https</id><protocol>https</protocol><host>b</host><port>3128</port><username>me</username><password>p@&amp;</password></proxy>' +
        '</proxies></settings>',
    );
  });

  test.each([
    ['example.com, .internal', 'example.com|internal|*.example.com|*.internal'],
    ['*.example.com', 'example.com|*.example.com'],
    ['10.0.0.1', '10.0.0.1'],
    ['*', '*'],
  ])('goes past them to the hosts of %s', (no_proxy, hosts) => {
    expect(settings({ https_proxy: 'proxy:3128', no_proxy })).toContain(
      `<host>proxy</host><port>3128</port><nonProxyHosts>${hosts}</nonProxyHosts>`,
    );
  });

  test('is told them in the memory of a step, for its layer stays', () => {
    const dockerfile = join(__dirname, '..', '..', '..', '..', 'images', 'builder', 'Dockerfile');
    expect(readFileSync(dockerfile, 'utf8').match(/maven-settings *>[\w./]+/g)).toEqual([
      'maven-settings >/dev/shm/settings.xml',
    ]);
  });

  test('goes out directly where there are none', () => {
    expect(settings({ no_proxy: 'a' })).toBe('<settings><proxies></proxies></settings>');
  });
});

test('a builder that trusts other authorities than the host is built anew', async () => {
  let label: string | undefined;
  const engine = await fakeEngine(() => ({
    status: 200,
    body: { Config: { Labels: label === undefined ? null : { 'cdktf-streaming.authorities': label } } },
  }));
  const builder = { product: 'builder', reference: 'builder:1', context: folder, parents: {} };
  const isMissing = async (): Promise<boolean> => (await missingImages(engine.docker, [builder])).length > 0;
  try {
    const now = fingerprint(await hostAuthorities());
    label = now || undefined;
    await expect(isMissing()).resolves.toBe(false);
    label = 'other';
    await expect(isMissing()).resolves.toBe(true);
  } finally {
    await engine.close();
  }
});

describe('the certificate authorities of the host', () => {
  const certificate = (of: string): string => `-----BEGIN CERTIFICATE-----\n${of}\n-----END CERTIFICATE-----`;

  test('are taken one a file, also those that Node was told of, in place of those before', async () => {
    const anchors = join(folder, 'anchors', 'company');
    mkdirSync(anchors, { recursive: true });
    writeFileSync(join(anchors, 'bundle.pem'), `# both\n${certificate('A')}\n${certificate('B')}\n`);
    writeFileSync(join(anchors, 'readme.txt'), certificate('C'));
    process.env.NODE_EXTRA_CA_CERTS = join(folder, 'node.crt');
    writeFileSync(process.env.NODE_EXTRA_CA_CERTS, certificate('D'));
    const target = join(folder, 'ca');
    mkdirSync(target);
    writeFileSync(join(target, 'old.crt'), 'old');
    writeFileSync(join(target, '.gitignore'), '*');

    await putAuthorities(target, await hostAuthorities([join(folder, 'anchors'), join(folder, 'none')]));
    const taken = readdirSync(target).filter((name) => name.endsWith('.crt'));
    const texts = taken.map((name) => readFileSync(join(target, name), 'utf8').trim());
    expect(texts.sort()).toEqual(['A', 'B', 'D'].map(certificate));
    expect(readdirSync(target)).toContain('.gitignore');
  });
});
