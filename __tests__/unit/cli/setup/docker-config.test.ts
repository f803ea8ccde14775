import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { credentials } from '../../../../cli/setup/docker-config';
import { pullImages } from '../../../../cli/setup/pull';
import { ask } from '../../../../cli/setup/registry';
import { KAFKA, ok, registries, says, withFakeEngines } from '../../../support/engine-of-a-test';

const own = withFakeEngines();

const configure = (config: object): void =>
  writeFileSync(join(own.folder, 'config.json'), JSON.stringify(config));
const basic = (login: string): { auth: string } => ({ auth: Buffer.from(login).toString('base64') });

/** Prints this, and keeps what it was given. */
function helper(name: string, output: string, exit = 0): void {
  const file = join(own.folder, `docker-credential-${name}`);
  writeFileSync(file, `#!/bin/sh\ncat >${own.folder}/asked\necho '${output}'\nexit ${exit}\n`);
  chmodSync(file, 0o755);
  process.env.PATH = `${own.folder}${delimiter}${process.env.PATH}`;
}

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
    expect(readFileSync(join(own.folder, 'asked'), 'utf8')).toBe(address);
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
    await registries(own, says(401, 'unauthorized'));
    await expect(ask(own.engine.docker, KAFKA)).resolves.toMatchObject({
      refuses: true,
      why: expect.stringMatching(trouble) as string,
    });
  });

  test('is used by the question and by the pull, each at its registry', async () => {
    configure({ auths: { [HUB]: basic('me:x') } });
    await registries(own, ok);
    await ask(own.engine.docker, KAFKA);
    await ask(own.engine.docker, 'ghcr.io/kafbat/kafka-ui:v1.5.0');
    await pullImages(own.engine.docker, [KAFKA], () => undefined).catch(() => undefined);
    const login = { username: 'me', password: 'x', serveraddress: HUB };
    expect(own.engine.logins).toEqual([login, login]);
  });

  test('that does not suffice is named as one', async () => {
    configure({ auths: { [HUB]: basic('me:x') } });
    await registries(own, says(403, 'denied'));
    await expect(ask(own.engine.docker, KAFKA)).resolves.toMatchObject({
      why: expect.stringContaining('not for the login that Docker has for it') as string,
    });
  });

  test('in a file that cannot be read is no reason for a stack trace', async () => {
    writeFileSync(join(own.folder, 'config.json'), '{');
    await expect(credentials('docker.io')).rejects.toThrow(
      /^Docker's configuration .*config\.json cannot be read/,
    );
  });
});
