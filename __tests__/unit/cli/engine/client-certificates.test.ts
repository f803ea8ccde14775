import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { alike, showCertificate, tlsFor } from '../../../../cli/engine/client-certificates';
import { PemFiles } from '../../../support/pem-files';

const pem = new PemFiles();
pem.leaf('admin', ['DNS:admin']);
const admin = join(pem.folder, 'admin.pem');
const FILES = { ca_cert: join(pem.folder, 'ca.crt'), client_cert: admin, client_key: admin };

test('shows brokers what Terraform shows them, where that is in files', () => {
  expect(showCertificate(['kafka:9092', 'kafka:9093'], FILES)()).toBe(true);
  const [ca, cert] = [pem.read('ca.crt'), pem.read('admin.pem')];
  expect(tlsFor(['kafka:9093'])).toEqual({ ca, cert, key: cert });
  // Also where one of them is new.
  expect(tlsFor(['kafka:9094', 'kafka:9092'])).toEqual({ ca, cert, key: cert });
});

test('shows what another user has beside it', () => {
  pem.leaf('demo', ['DNS:demo']);
  const own = pem.read('demo.pem');
  expect(tlsFor(['kafka:9092'], 'demo')).toEqual({ ca: pem.read('ca.crt'), cert: own, key: own });
  expect(tlsFor(['other:9092'], 'demo')).toBeUndefined();
});

test('asks only those to whom it shows something, where there are any', () => {
  showCertificate(['kafka:9092', 'kafka:9093'], FILES);
  expect(alike(['kafka:9093', 'plain:9092', 'kafka:9092'])).toEqual(['kafka:9093', 'kafka:9092']);
  expect(alike(['plain:9092'])).toEqual(['plain:9092']);
});

test('shows what was made after it was named', () => {
  const later = join(pem.folder, 'later.pem');
  const canShow = showCertificate(['late:9092'], { ...FILES, client_cert: later, client_key: later });
  expect([canShow(), tlsFor(['late:9092']), alike(['late:9092', 'plain:9092'])]).toEqual([
    false,
    undefined,
    ['late:9092', 'plain:9092'],
  ]);
  copyFileSync(admin, later);
  expect(canShow()).toBe(true);
  expect(tlsFor(['late:9092'])?.key).toBe(pem.read('admin.pem'));
  expect(alike(['late:9092', 'plain:9092'])).toEqual(['late:9092']);
});

test('shows others nothing', () => {
  expect(tlsFor(['other:9092'])).toBeUndefined();
});

test.each<[string, object]>([
  ['no certificate', { ca_cert: FILES.ca_cert }],
  ['files that are not there', { ...FILES, client_key: '/nowhere/admin.pem' }],
  ['text', { ...FILES, client_cert: pem.read('admin.crt') }],
  ['what Terraform alone knows', { ...FILES, client_key: '${var.key}' }],
])('cannot show %s', (_, files) => {
  expect(showCertificate(['closed:9092'], files)()).toBe(false);
  expect(tlsFor(['closed:9092'])).toBeUndefined();
});
