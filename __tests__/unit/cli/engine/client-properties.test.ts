import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { forKafkaJs, forPlatformatic, rememberAccess } from '../../../../cli/engine/broker-access';
import { accessBy, clientProperties, readClientProperties } from '../../../../cli/engine/client-properties';
import { PemFiles } from '../../../support/pem-files';

const pem = new PemFiles();
pem.leaf('shop', ['DNS:shop']);
const [ca, own] = [join(pem.folder, 'ca.crt'), join(pem.folder, 'shop.pem')];
const TRUST = { 'ssl.truststore.type': 'PEM', 'ssl.truststore.location': ca };
const KEYS = { 'ssl.keystore.type': 'PEM', 'ssl.keystore.location': own };
const LOGIN =
  'org.apache.kafka.common.security.scram.ScramLoginModule required username="shop" password="pa:ss=1";';
const SCRAM = {
  'security.protocol': 'SASL_SSL',
  'sasl.mechanism': 'SCRAM-SHA-512',
  'sasl.jaas.config': LOGIN,
};

test('a file of Kafka says TLS, and a login', () => {
  const file = join(pem.folder, 'client.properties');
  writeFileSync(
    file,
    `# ours\nsecurity.protocol=SASL_SSL\nsasl.mechanism = SCRAM-SHA-512\nsasl.jaas.config=${LOGIN.replace(' required', ' required \\\n  ')}\nssl.truststore.type=PEM\nssl.truststore.location=${ca}\n`,
  );
  expect(readClientProperties(file)).toEqual({
    isEncrypted: true,
    caFile: ca,
    login: { mechanism: 'SCRAM-SHA-512', username: 'shop', password: 'pa:ss=1' },
  });
});

test('both clients are told of it, by the addresses of the brokers', () => {
  rememberAccess(['a:1', 'b:2'], accessBy(clientProperties({ ...SCRAM, ...TRUST }, 'f')));
  const sasl = { username: 'shop', password: 'pa:ss=1' };
  expect(forKafkaJs(['b:2'])).toMatchObject({
    brokers: ['b:2'],
    ssl: { ca: pem.read('ca.crt') },
    sasl: { ...sasl, mechanism: 'scram-sha-512' },
  });
  expect(forPlatformatic(['b:2'])).toEqual({
    bootstrapBrokers: [{ host: 'b', port: 2 }],
    tls: { ca: pem.read('ca.crt') },
    sasl: { ...sasl, mechanism: 'SCRAM-SHA-512' },
    tlsServerName: true,
  });
});

test('a certificate is shown with its key, of the one file', () => {
  const access = accessBy(clientProperties({ 'security.protocol': 'SSL', ...TRUST, ...KEYS }, 'f'));
  const text = pem.read('shop.pem');
  expect(access).toEqual({ tls: { ca: pem.read('ca.crt'), key: text, cert: text } });
});

test('TLS without files trusts whom Node trusts; plaintext is nothing', () => {
  expect(accessBy(clientProperties({ 'security.protocol': 'SSL' }, 'f'))).toEqual({ tls: {} });
  expect(accessBy(clientProperties({}, 'f'))).toEqual({});
});

test.each<[string, Record<string, string>, RegExp]>([
  ['an unknown property', { ...SCRAM, acks: 'all' }, /^f: acks is not understood here\. Understood are /],
  ['two of them', { a: '1', b: '2' }, /a, b are not understood/],
  ['an unknown protocol', { 'security.protocol': 'TLS' }, /must be PLAINTEXT, .*, got 'TLS'/],
  [
    'another mechanism',
    { ...SCRAM, 'sasl.mechanism': 'GSSAPI' },
    /sasl\.mechanism must be PLAIN, .*'GSSAPI'/,
  ],
  ['no mechanism', { 'security.protocol': 'SASL_SSL', 'sasl.jaas.config': LOGIN }, /and is missing/],
  ['a store of Java', { 'security.protocol': 'SSL', 'ssl.truststore.location': ca }, /type must be PEM here/],
  [
    'a file that is not there',
    { 'security.protocol': 'SSL', ...TRUST, 'ssl.truststore.location': '/no/where' },
    /no file \/no\/where/,
  ],
  ['TLS in plaintext', TRUST, /would do nothing, because security\.protocol is PLAINTEXT/],
  [
    'a login without SASL',
    { ...SCRAM, 'security.protocol': 'SSL' },
    /sasl\.mechanism, sasl\.jaas\.config would/,
  ],
  ['another module', { ...SCRAM, 'sasl.jaas.config': 'com.example.Login required;' }, /must be org\.apache/],
  ['no password', { ...SCRAM, 'sasl.jaas.config': LOGIN.replace(/password=".*"/, '') }, /password="…"/],
  [
    'more options',
    { ...SCRAM, 'sasl.jaas.config': LOGIN.replace(';', ' tokenauth="true";') },
    /nothing else/,
  ],
])('%s is refused', (_, properties, message) => {
  expect(() => clientProperties(properties, 'f')).toThrow(message);
});

test('a file that is not there is refused', () => {
  expect(() => readClientProperties('/nowhere.properties')).toThrow('There is no file /nowhere.properties');
});
