import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askConnectors } from '../../../../cli/docker/connectors';
import { authorizationAt, rememberLogin, rememberLoginOf } from '../../../../cli/engine/rest-logins';
import { ENDPOINT_LABEL, LABEL } from '../../../../constructs/core/labels';

const PATH = '/run/secrets/login/login.properties';

/** A container that asks for a login at an address. */
function asks(address: string, source: string): void {
  const labels = { [LABEL.login]: `admin:${PATH}`, [`${ENDPOINT_LABEL}REST`]: address };
  rememberLogin({
    labels: Object.entries(labels).map(([label, value]) => ({ label, value })),
    mounts: [
      { type: 'bind', source: '/etc/other', target: '/etc/other' },
      { type: 'bind', source, target: PATH },
    ],
  });
}

function file(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'logins-')), 'login.properties');
  writeFileSync(path, text);
  return path;
}

test('who asks a worker logs in with what its container reads', async () => {
  const server = createServer(({ headers }, response) => {
    const isKnown = headers.authorization === `Basic ${Buffer.from('admin:pa:ss').toString('base64')}`;
    response.writeHead(isKnown ? 200 : 401).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await expect(askConnectors(url)).rejects.toThrow('it does not take the login that is known here');
  asks(url, file('other=x\nadmin=pa:ss\n'));
  await expect(askConnectors(url)).resolves.toEqual({});
  server.close();
});

test.each([
  ['a file that is not there', () => '/nowhere'],
  ['a file without the user', () => file('administrator=x\n')],
])('nothing is said by %s', (_, source) => {
  asks('http://localhost:1', source());
  expect(authorizationAt('http://localhost:1')).toEqual({});
});

const basic = (login: string) => ({ authorization: `Basic ${Buffer.from(login).toString('base64')}` });

test('workers that others run are asked with what Terraform logs in with: a file, or a variable', () => {
  const url = 'https://connect.example.com';
  const asked = (basic_auth_password: string) => {
    rememberLoginOf({ url, basic_auth_username: 'me', basic_auth_password });
    return authorizationAt(url);
  };
  expect(asked(`\${one(regex("(?m)^me=(.+?)$", sensitive(file("${file('me=of-file\n')}"))))}`)).toEqual(
    basic('me:of-file'),
  );
  expect(asked('${var.of_workers}')).toEqual({});
  process.env.TF_VAR_of_workers = 'of-variable';
  expect(asked('${var.of_workers}')).toEqual(basic('me:of-variable'));
  delete process.env.TF_VAR_of_workers;
});

test('nothing is said where nobody asks', () => {
  rememberLogin({ labels: [{ label: `${ENDPOINT_LABEL}REST`, value: 'http://localhost:2' }] });
  expect(authorizationAt('http://localhost:2')).toEqual({});
});
