import { X509Certificate } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Testing } from 'cdktf';
import {
  assertNotEnding,
  dueCertificates,
  makeCertificates,
  missingCertificates,
  namedCertificates,
  rotateAuthorities,
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

const of = (folder: string, name: string): X509Certificate =>
  new X509Certificate(readFileSync(join(folder, `${name}.pem`)));
const authorities = (folder: string): readonly string[] =>
  readFileSync(join(folder, 'ca.crt'), 'utf8').match(/-----BEGIN[^-]+-+[^-]+-+END[^-]+-+/g) ?? [];
const isSignedBy = (folder: string, name: string, authority: string | undefined): boolean =>
  of(folder, name).verify(new X509Certificate(authority ?? '').publicKey);

test('renews what it made, and signed, from 30 days before its end on, by a file put in the place of the other', async () => {
  const folder = newFolder();
  const all = named(folder);
  await makeCertificates(all);
  const end = Date.parse(of(folder, 'kafka1').validTo);
  const inode = statSync(join(folder, 'kafka1.pem')).ino;
  expect(dueCertificates(all, end - 31 * DAY)).toEqual([]);
  expect(dueCertificates(all, end - 29 * DAY)).toEqual(all);
  const before = of(folder, 'kafka1').serialNumber;
  await makeCertificates(all);
  expect(of(folder, 'kafka1').serialNumber).not.toBe(before);
  expect(statSync(join(folder, 'kafka1.pem')).ino).not.toBe(inode);
  expect(() => named(folder)).not.toThrow();
  rmSync(join(folder, 'ca.key'));
  expect(dueCertificates(all, end - 29 * DAY)).toEqual([]);
});

test('goes to another authority in three steps, in each of which who is not replaced yet is trusted', async () => {
  const folder = newFolder();
  const all = named(folder);
  await makeCertificates(all);
  const step = () => rotateAuthorities(all, Date.now());
  const [old] = authorities(folder);

  expect(await step()).toMatch(/^step 1 of 3/);
  const [first, other] = authorities(folder);
  expect([first, other]).toEqual([old, expect.not.stringContaining(old as string)]);
  expect(new X509Certificate(other as string).subject).not.toBe(new X509Certificate(old as string).subject);
  expect(isSignedBy(folder, 'kafka1', old)).toBe(true);
  expect(dueCertificates(all, Date.now())).toEqual([]);

  expect(await step()).toMatch(/^step 2 of 3/);
  expect(authorities(folder)).toEqual([other, old]);
  for (const { name } of all) expect(isSignedBy(folder, name, other)).toBe(true);

  expect(await step()).toMatch(/^step 3 of 3/);
  expect(authorities(folder)).toEqual([other]);
  // The constructs look at all of it.
  expect(() => named(folder)).not.toThrow();
});

test('goes on where a step was interrupted', async () => {
  const folder = newFolder();
  const all = named(folder);
  await makeCertificates(all);
  // Its key alone was made: nobody has heard of it.
  writeFileSync(join(folder, 'ca.next.key'), 'half of a key');
  expect(await rotateAuthorities(all, Date.now())).toMatch(/^step 1 of 3/);
  const [old, other] = authorities(folder);
  const kept = join(folder, 'kept.pem');
  copyFileSync(join(folder, 'kafka1.pem'), kept);
  // The second step came as far as the list of authorities.
  rmSync(join(folder, 'ca.crt'));
  writeFileSync(join(folder, 'ca.crt'), `${other}\n${old}\n`);
  expect(await rotateAuthorities(all, Date.now())).toMatch(/^step 2 of 3/);
  expect(authorities(folder)).toEqual([other, old]);
  // One certificate is still the old one's.
  rmSync(join(folder, 'kafka1.pem'));
  renameSync(kept, join(folder, 'kafka1.pem'));
  expect(dueCertificates(all, Date.now()).map(({ name }) => name)).toEqual(['kafka1']);
});

test('an authority of others is theirs to replace', async () => {
  const folder = newFolder();
  const all = named(folder);
  await makeCertificates(all);
  rmSync(join(folder, 'ca.key'));
  await expect(rotateAuthorities(all, Date.now())).rejects.toThrow('is none of ours: add the certificate');
});

test('an authority that ends stops, unless it is being replaced', async () => {
  const folder = newFolder();
  const all = named(folder).filter(({ name }) => name === 'nobody');
  const admin = named(folder).filter(({ name }) => name === 'admin');
  await makeCertificates(admin);
  const end = Date.parse(new X509Certificate(authorities(folder)[0] as string).validTo);
  rmSync(join(folder, 'admin.pem'));
  expect(() => assertNotEnding(admin, end - 7 * DAY)).not.toThrow();
  expect(() => assertNotEnding(admin, end - 7 * DAY + 1)).toThrow(/ca\.crt ends on .* up --rotate-authority/);
  expect(() => assertNotEnding(admin, end, true)).not.toThrow();
  expect(() => assertNotEnding(all, end)).not.toThrow();
});
