import { X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Testing } from 'cdktf';
import {
  assertNotEnding,
  makeCertificates,
  missingCertificates,
  namedCertificates,
  type NamedCertificate,
} from '../../../../cli/setup/broker-certificates';
import {
  Certificates,
  ControllerQuorum,
  KafkaCluster,
  ListenerReach,
  Metadata,
} from '../../../../constructs';
import { accepted, newPlatform, newStack, resources } from '../../../support/synth';

const newFolder = (): string => join(mkdtempSync(join(tmpdir(), 'certificates-')), 'secrets');
const DAY = 24 * 3600 * 1000;

/** A program with a broker and a controller, as the command finds it; synthesized anew it looks at what was made. */
function named(folder: string): readonly NamedCertificate[] {
  const stack = newStack('kafka', Testing.app());
  const props = { platform: newPlatform(stack), certificates: Certificates.folder(folder) };
  const quorum = new ControllerQuorum(stack, 'controllers', { ...props, controllers: 1 });
  accepted(
    new KafkaCluster(stack, 'kafka', {
      ...props,
      brokers: 1,
      metadata: Metadata.kraft(quorum),
      listeners: [
        { name: 'INTERNAL', reach: ListenerReach.inside() },
        { name: 'LAN', reach: ListenerReach.at('10.0.0.1'), dangerouslyOpen: true },
      ],
    }),
  );
  const containers = resources(stack, 'docker_container').map((attributes) => ({ address: '', attributes }));
  return namedCertificates([{ resources: () => containers }]);
}

test('finds what brokers, controllers and Terraform are to show, and all by which they are found', () => {
  expect(named('/nowhere')).toEqual([
    { folder: '/nowhere', name: 'admin', names: ['admin'] },
    { folder: '/nowhere', name: 'kafka-controller1', names: ['kafka-controller1'] },
    { folder: '/nowhere', name: 'kafka1', names: ['kafka1', '10.0.0.1'] },
  ]);
});

test('makes what is missing so that it is right, out of reach of Git and of others, and nothing twice', async () => {
  const folder = newFolder();
  await makeCertificates(missingCertificates(named(folder)));
  // The constructs look at the files that are there now.
  expect(missingCertificates(named(folder))).toEqual([]);
  expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('*\n');
  for (const file of ['ca.key', 'admin.pem', 'kafka1.pem', 'kafka-controller1.pem'])
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o400);

  const authority = readFileSync(join(folder, 'ca.crt'), 'utf8');
  const before = readFileSync(join(folder, 'admin.pem'), 'utf8');
  rmSync(join(folder, 'kafka1.pem'));
  const missing = missingCertificates(named(folder));
  expect(missing.map(({ name }) => name)).toEqual(['kafka1']);
  await makeCertificates(missing);
  expect(() => named(folder)).not.toThrow();
  expect(readFileSync(join(folder, 'ca.crt'), 'utf8')).toBe(authority);
  expect(readFileSync(join(folder, 'admin.pem'), 'utf8')).toBe(before);
});

test('makes none where only another one has the key of the authority', async () => {
  const folder = newFolder();
  await makeCertificates(missingCertificates(named(folder)));
  for (const file of ['ca.key', 'kafka1.pem']) rmSync(join(folder, file));
  const made = makeCertificates(missingCertificates(named(folder)));
  await expect(made).rejects.toThrow(`There is no ${folder}/kafka1.pem, and the authority`);
  expect(existsSync(join(folder, 'kafka1.pem'))).toBe(false);
});

test('stops a week before a certificate ends, and later, but not before that', async () => {
  const folder = newFolder();
  await makeCertificates(missingCertificates(named(folder)));
  const end = Date.parse(new X509Certificate(readFileSync(join(folder, 'admin.pem'))).validTo);
  const all = named(folder).filter(({ name }) => name === 'admin');
  expect(() => assertNotEnding(all, end - 7 * DAY)).not.toThrow();
  expect(() => assertNotEnding(all, end - 7 * DAY + 1)).toThrow(`${folder}/admin.pem ends on`);
  expect(() => assertNotEnding(all, end + DAY)).toThrow(`${folder}/admin.pem ends on`);
});
