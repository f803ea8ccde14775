import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createServer as createTlsServer } from 'node:tls';
import { createServer } from '../src/server.js';
import { readSettings } from '../src/settings.js';

const folder = mkdtempSync(join(tmpdir(), 'certificates-'));
const DAY = 86_400;

/**
 * A key and a certificate that signs itself, in one file.
 * @param {string} name
 * @param {number} days
 */
function certificate(name, days) {
  const file = join(folder, `${name}.pem`);
  const words = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const more = ['-days', String(days), '-subj', `/CN=${name}`, '-keyout', file, '-out', `${file}.crt`];
  execFileSync('openssl', [...words, ...more], { stdio: 'ignore' });
  return { file, crt: `${file}.crt`, pem: readFileSync(file, 'utf8') + readFileSync(`${file}.crt`, 'utf8') };
}

const broker = certificate('kafka1', 5);
const authority = certificate('authority', 3650);

// It shows a certificate that nobody here has to trust, and says nothing.
const server = createTlsServer({ key: broker.pem, cert: broker.pem }, (socket) =>
  socket.on('error', () => {}),
);
server.listen(0, '127.0.0.1');
await once(server, 'listening');
after(() => server.close());
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

const P = 'KAFKA_CLUSTERS_0_PROPERTIES';
const metrics = async (/** @type {Record<string, string>} */ security) => {
  const { clusters } = readSettings({
    KAFKA_CLUSTERS_0_NAME: 'local',
    KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS: `127.0.0.1:${port},127.0.0.1:2`,
    ...security,
  });
  return (await createServer(clusters).request('/metrics')).text();
};

test('tells when certificates end, of brokers that answer and of the authority, to whoever trusts them or not', async () => {
  const text = await metrics({
    [`${P}_SECURITY_PROTOCOL`]: 'SSL',
    [`${P}_SSL_TRUSTSTORE_TYPE`]: 'PEM',
    [`${P}_SSL_TRUSTSTORE_LOCATION`]: authority.crt,
  });
  const ends = new Map(
    [
      ...text.matchAll(
        /^kafka_certificate_end_timestamp_seconds\{cluster="local",certificate="(.*)"\} (\d+)$/gm,
      ),
    ].map(([, whose = '', end]) => [whose, Math.round((Number(end) - Date.now() / 1000) / DAY)]),
  );
  assert.deepEqual(
    [...ends],
    [
      [`127.0.0.1:${port}`, 5],
      ['authority', 3650],
    ],
  );
});

test('has nothing to tell of brokers that show none', async () => {
  assert.equal(await metrics({}), '');
});
