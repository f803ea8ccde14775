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
  ContainerApp,
  ContainerImage,
  ControllerQuorum,
  HealthCheck,
  KafkaCluster,
  KafkaConnect,
  ListenerReach,
  Metadata,
  Size,
} from '../../../../constructs';
import { ownBrokers } from '../../../support/secured';
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
  return namedCertificates([
    { resources: (type) => (type === 'docker_container' ? containers : []), kafkaProviders: [] },
  ]);
}

test('finds what brokers, controllers and Terraform are to show, and all by which they are found', () => {
  expect(named('/nowhere')).toEqual([
    { folder: '/nowhere', name: 'admin', names: [], owner: 'deployer' },
    { folder: '/nowhere', name: 'kafka-controller1', names: ['kafka-controller1'], owner: 1000 },
    { folder: '/nowhere', name: 'kafka1', names: ['kafka1', '10.0.0.1'], owner: 1000 },
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

/** A program with services of brokers that ask for certificates. */
function ofServices(folder: string, user?: string): readonly NamedCertificate[] {
  const stack = newStack('kafka', Testing.app());
  const cluster = ownBrokers(stack, { certificates: Certificates.folder(folder) });
  new KafkaConnect(stack, 'connect', { cluster, workers: 2 });
  const image = ContainerImage.of('example/billing:1', { user });
  const props = {
    image,
    user: 'billing',
    healthCheck: HealthCheck.http(80, '/'),
    memory: Size.mebibytes(64),
  };
  new ContainerApp(stack, 'billing', { ...props, ...(user !== undefined && { user }), kafka: cluster });
  accepted(stack);
  const containers = resources(stack, 'docker_container').map((attributes) => ({ address: '', attributes }));
  return namedCertificates([
    { resources: (type) => (type === 'docker_container' ? containers : []), kafkaProviders: [] },
  ]);
}

test("makes one for each service, once for all workers, of the container's user and good for clients alone", async () => {
  const folder = newFolder();
  const all = ofServices(folder, '185');
  expect(Object.fromEntries(all.map(({ name, owner }) => [name, owner]))).toEqual({
    admin: 'deployer',
    billing: 185,
    'kafka-connect': 1000,
    kafka1: 1000,
  });
  expect(all).toHaveLength(4);
  await makeCertificates(all.filter(({ name }) => name === 'billing'));
  // The constructs look at the file that is there now.
  expect(missingCertificates(ofServices(folder, '185'))).toHaveLength(3);
  const { keyUsage, subject } = new X509Certificate(readFileSync(join(folder, 'billing.pem')));
  expect([keyUsage, subject]).toEqual([['1.3.6.1.5.5.7.3.2'], 'CN=billing']);
  if (process.getuid?.() === 0) expect(statSync(join(folder, 'billing.pem')).uid).toBe(185);
});

test('makes none for a user whose number nobody knows, because the container could not read it', async () => {
  const folder = newFolder();
  await expect(makeCertificates(missingCertificates(ofServices(folder)))).rejects.toThrow(
    'There is no certificate of billing, and nobody knows whose its file would have to be. Give the service `user` as a number',
  );
  expect(existsSync(folder)).toBe(false);
});

test('says what lets containers read what only root could give them', async () => {
  const getuid = jest.spyOn(process, 'getuid').mockReturnValue(1000);
  const folder = newFolder();
  const all = ofServices(folder, '185').filter(({ name }) => ['billing', 'kafka1'].includes(name));
  await expect(makeCertificates(all)).rejects.toThrow(
    `containers cannot read them yet. \`sudo chown 185 ${folder}/billing.pem\` lets them.`,
  );
  expect(existsSync(join(folder, 'kafka1.pem'))).toBe(true);
  getuid.mockRestore();
});
