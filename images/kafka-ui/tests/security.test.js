import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Connect } from '../src/connect.js';
import { security } from '../src/kafka/security.js';
import { tokens } from '../src/kafka/tokens.js';
import { resolved } from '../src/placeholders.js';
import { Registry } from '../src/registry.js';
import { createServer as createPage } from '../src/server.js';
import { readSettings } from '../src/settings.js';

const folder = mkdtempSync(join(tmpdir(), 'kafka-ui-'));
/** @type {(name: string, text: string) => string} */
const file = (name, text) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const CA = file('ca.crt', 'the authority');
const CLIENT = file('client.pem', 'key and certificate');
const LOGIN = file('login.properties', '# the login\npassword=s=cret:#!\r\n  other : 2 \n');

const P = 'KAFKA_CLUSTERS_0_PROPERTIES';
const TLS = {
  [`${P}_SECURITY_PROTOCOL`]: 'SSL',
  [`${P}_SSL_TRUSTSTORE_TYPE`]: 'PEM',
  [`${P}_SSL_TRUSTSTORE_LOCATION`]: CA,
};
const SCRAM = {
  ...TLS,
  [`${P}_SECURITY_PROTOCOL`]: 'SASL_SSL',
  [`${P}_SASL_MECHANISM`]: 'SCRAM-SHA-512',
  [`${P}_SASL_JAAS_CONFIG`]:
    'org.apache.kafka.common.security.scram.ScramLoginModule required username="me" password="${password}";',
  SPRING_CONFIG_IMPORT: `file:${LOGIN}`,
};
/** @param {Record<string, string>} environment */
const read = (environment) => security(resolved(environment), P);

test('speaks plaintext to brokers that want nothing', () => {
  assert.deepEqual(read({}), {});
});

test('trusts the authority of a file, and by default those that it knows', () => {
  assert.deepEqual(read(TLS), { tls: { ca: 'the authority', key: undefined, cert: undefined } });
  assert.deepEqual(read({ [`${P}_SECURITY_PROTOCOL`]: 'SSL' }).tls?.ca, undefined);
});

test('shows the certificate of a key store, which is one file', () => {
  const store = { [`${P}_SSL_KEYSTORE_TYPE`]: 'PEM', [`${P}_SSL_KEYSTORE_LOCATION`]: CLIENT };
  const { tls } = read({ ...TLS, ...store });
  assert.deepEqual([tls?.key, tls?.cert], ['key and certificate', 'key and certificate']);
});

for (const mechanism of ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'])
  test(`logs in by ${mechanism}, with the password of a file`, () => {
    const { sasl, tls } = read({ ...SCRAM, [`${P}_SASL_MECHANISM`]: mechanism });
    assert.deepEqual(sasl, { mechanism, username: 'me', password: 's=cret:#!' });
    assert.equal(tls?.ca, 'the authority');
  });

/** @type {[string, Record<string, string>, RegExp][]} */
const REFUSED = [
  ['an unknown protocol', { [`${P}_SECURITY_PROTOCOL`]: 'TLS' }, /SECURITY_PROTOCOL must be one of.*'TLS'/],
  [
    'a store that is not in PEM',
    { [`${P}_SSL_TRUSTSTORE_TYPE`]: 'JKS' },
    /TRUSTSTORE_TYPE must be PEM.*'JKS'/,
  ],
  [
    'a file that is not there',
    { [`${P}_SSL_TRUSTSTORE_LOCATION`]: '/not/there' },
    /LOCATION names \/not\/there/,
  ],
  ['an unknown mechanism', { [`${P}_SASL_MECHANISM`]: 'GSSAPI' }, /SASL_MECHANISM must be one of.*'GSSAPI'/],
  ['a login without a password', { [`${P}_SASL_JAAS_CONFIG`]: 'x username="a";' }, /must have password=/],
  [
    'a line that is not there',
    { SPRING_CONFIG_IMPORT: `file:${CA}` },
    /JAAS_CONFIG refers to \$\{password\}/,
  ],
  [
    'a file of lines that is not there',
    { SPRING_CONFIG_IMPORT: 'file:/not/there' },
    /IMPORT names \/not\/there/,
  ],
  ['tokens from nowhere', { [`${P}_SASL_MECHANISM`]: 'OAUTHBEARER' }, /TOKEN_ENDPOINT_URL must be set/],
];
for (const [what, environment, message] of REFUSED)
  test(`refuses ${what}, and says no secret`, () => {
    assert.throws(
      () => read({ ...SCRAM, ...environment }),
      (/** @type {Error} */ { message: said }) => message.test(said) && !said.includes('s=cret'),
    );
  });

/**
 * A server that answers with what it was asked.
 * @param {(address: string, asked: string[]) => Promise<void>} use
 */
async function answering(use) {
  /** @type {string[]} */
  const asked = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      asked.push(`${request.headers.authorization} ${body}`);
      response.end(JSON.stringify(request.method === 'POST' ? { access_token: 'a token' } : []));
    });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  try {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    await use(`http://127.0.0.1:${port}`, asked);
  } finally {
    server.close();
  }
}
const basic = (/** @type {string} */ text) => `Basic ${Buffer.from(text).toString('base64')}`;

test('asks the issuer for a token by the credentials of the client', async () => {
  await answering(async (address, asked) => {
    assert.equal(await tokens(address, 'me', 'secret', 'a b')(), 'a token');
    assert.deepEqual(asked, [`${basic('me:secret')} grant_type=client_credentials&scope=a+b`]);
  });
});

test('logs in to a registry and a Connect that ask for it, with passwords of files', async () => {
  await answering(async (address, asked) => {
    const [source] = readSettings({
      KAFKA_CLUSTERS_0_NAME: 'local',
      KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS: 'kafka1:19092',
      KAFKA_CLUSTERS_0_SCHEMAREGISTRY: address,
      KAFKA_CLUSTERS_0_SCHEMAREGISTRYAUTH_USERNAME: 'reader',
      KAFKA_CLUSTERS_0_SCHEMAREGISTRYAUTH_PASSWORD: '${reader}',
      KAFKA_CLUSTERS_0_KAFKACONNECT_0_NAME: 'files',
      KAFKA_CLUSTERS_0_KAFKACONNECT_0_ADDRESS: address,
      KAFKA_CLUSTERS_0_KAFKACONNECT_0_USERNAME: 'me',
      KAFKA_CLUSTERS_0_KAFKACONNECT_0_PASSWORD: '${password}',
      SPRING_CONFIG_IMPORT: `file:${LOGIN},file:${file('reader.properties', 'reader=1')}`,
    }).clusters;
    await source?.registry?.subjects();
    await source?.connects[0]?.connectors();
    await new Registry(address).subjects();
    await new Connect('open', address).connectors();
    assert.deepEqual(asked, [
      `${basic('reader:1')} `,
      `${basic('me:s=cret:#!')} `,
      'undefined ',
      'undefined ',
    ]);
  });
});

test('shows nothing but its health to who is not the one user, where there is one', async () => {
  const { clusters, asksFor } = readSettings({
    KAFKA_CLUSTERS_0_NAME: 'local',
    KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS: '127.0.0.1:2',
    AUTH_TYPE: 'LOGIN_FORM',
    SPRING_SECURITY_USER_NAME: 'admin',
    SPRING_SECURITY_USER_PASSWORD: '${admin}',
    SPRING_CONFIG_IMPORT: `file:${file('page.properties', 'admin=s3cret\n')}`,
  });
  const app = createPage(clusters, asksFor);
  /** @type {(path: string, login?: string) => Promise<number>} */
  const status = async (path, login) => {
    const headers = login ? { authorization: `Basic ${Buffer.from(login).toString('base64')}` } : undefined;
    return (await app.request(path, { headers })).status;
  };
  assert.equal(await status('/actuator/health'), 200);
  for (const path of ['/', '/assets/style.css', '/clusters/local', '/nothing']) {
    assert.equal(await status(path), 401);
    assert.equal(await status(path, 'admin:wrong'), 401);
    assert.equal(await status(path, 'other:s3cret'), 401);
  }
  assert.equal(await status('/assets/style.css', 'admin:s3cret'), 200);
});

test('refuses a login of another kind', () => {
  assert.throws(
    () =>
      readSettings({
        KAFKA_CLUSTERS_0_NAME: 'local',
        KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS: '127.0.0.1:2',
        AUTH_TYPE: 'OAUTH2',
      }),
    /AUTH_TYPE must be DISABLED or LOGIN_FORM here, got 'OAUTH2'/,
  );
});
