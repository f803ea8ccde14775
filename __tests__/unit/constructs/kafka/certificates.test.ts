import { TerraformVariable } from 'cdktf';
import {
  Certificates,
  ControllerQuorum,
  KafkaCluster,
  ListenerReach,
  Metadata,
  type KafkaListenerSpec,
} from '../../../../constructs';
import { PemFiles } from '../../../support/pem-files';
import { accepted, newPlatform, newStack } from '../../../support/synth';

const NAMES = ['DNS:kafka1', 'DNS:localhost', 'IP:10.0.0.1'];
const listeners: readonly KafkaListenerSpec[] = [
  { name: 'INTERNAL', reach: ListenerReach.inside() },
  { name: 'EXTERNAL', reach: ListenerReach.host() },
  { name: 'LAN', reach: ListenerReach.at('10.0.0.1'), port: 9192, dangerouslyOpen: true },
];

const pem = new PemFiles();
pem.authority('other');
beforeEach(() => {
  pem.leaf('kafka1', NAMES);
});

const broker = (path = pem.folder): KafkaCluster => {
  const stack = newStack();
  const certificates = Certificates.folder(path);
  return accepted(
    new KafkaCluster(stack, 'kafka', { platform: newPlatform(stack), brokers: 1, certificates, listeners }),
  );
};
const key = (): string => pem.read('kafka1.key');
const certificate = (): string => pem.read('kafka1.crt');

test('takes a key and a certificate of the authority, that are right', () => {
  expect(() => broker()).not.toThrow();
});

test('takes a certificate of an authority between, whose own is in the file', () => {
  const folder = new PemFiles();
  folder.leaf('between', ['DNS:between']);
  folder.leaf('kafka1', NAMES, { authority: 'between' });
  expect(() => broker(folder.folder)).toThrow(/is not signed by ca.crt/);
  folder.write('kafka1.pem', folder.read('kafka1.pem') + folder.read('between.crt'));
  expect(() => broker(folder.folder)).not.toThrow();
});

test('takes what cannot be looked at: files that are not there yet, and folders that Terraform alone knows', () => {
  expect(() => broker('/nowhere')).not.toThrow();
  const { stringValue } = new TerraformVariable(newStack(), 'folder', { type: 'string' });
  expect(() => broker(stringValue)).not.toThrow();
});

test.each<[string, () => void, RegExp]>([
  [
    'a name that is missing',
    () => pem.leaf('kafka1', ['DNS:kafka1', 'IP:10.0.0.1']),
    /kafka1.pem does not name localhost;/,
  ],
  [
    'an address that is missing',
    () => pem.leaf('kafka1', ['DNS:kafka1', 'DNS:localhost', 'DNS:10.0.0.1']),
    /does not name 10.0.0.1;/,
  ],
  [
    'its own name missing',
    () => pem.leaf('kafka1', ['DNS:localhost', 'IP:10.0.0.1']),
    /does not name kafka1;/,
  ],
  ['another authority', () => pem.leaf('kafka1', NAMES, { authority: 'other' }), /is not signed by ca.crt/],
  [
    'another subject',
    () => pem.leaf('kafka1', NAMES, { subject: '/CN=kafka2' }),
    /is not of CN=kafka1 alone/,
  ],
  [
    'more in the subject',
    () => pem.leaf('kafka1', NAMES, { subject: '/O=we/CN=kafka1' }),
    /is not of CN=kafka1 alone/,
  ],
  [
    'a certificate for servers only',
    () => pem.leaf('kafka1', NAMES, { usage: 'serverAuth' }),
    /is not for both/,
  ],
  [
    'a certificate for clients only',
    () => pem.leaf('kafka1', NAMES, { usage: 'clientAuth' }),
    /is not for both/,
  ],
  [
    'the key of another',
    () => pem.write('kafka1.pem', pem.read('other.key') + certificate()),
    /has the key of another certificate/,
  ],
  ['no key', () => pem.write('kafka1.pem', certificate()), /has no key;/],
  ['no certificate', () => pem.write('kafka1.pem', key()), /has no certificate;/],
  [
    'a key that is encrypted',
    () => pem.write('kafka1.pem', key().replaceAll('PRIVATE', 'ENCRYPTED PRIVATE') + certificate()),
    /of the kind ENCRYPTED PRIVATE KEY/,
  ],
  [
    'a key in another form',
    () => pem.write('kafka1.pem', key().replaceAll('PRIVATE', 'EC PRIVATE') + certificate()),
    /of the kind EC PRIVATE KEY/,
  ],
  [
    'something else',
    () => pem.write('kafka1.pem', key() + certificate().replace('MII', 'XXX')),
    /cannot be read as PEM/,
  ],
  [
    'a key for everybody',
    () => pem.write('kafka1.pem', pem.read('kafka1.pem'), 0o404),
    /can be read by everybody on this machine/,
  ],
])('refuses %s', (_, write, message) => {
  write();
  expect(() => broker()).toThrow(message);
  expect(() => broker()).toThrow(/^[^\n]*\n {2}- certificates: [^\n]*$/);
});

test('says nothing of what is in a file', () => {
  pem.write('kafka1.pem', key() + certificate().replace('MII', 'XXX'));
  const secret = key().split('\n')[1] as string;
  expect(() => broker()).not.toThrow(secret);
});

test("looks at the controllers' too", () => {
  const stack = newStack();
  const props = {
    platform: newPlatform(stack),
    controllers: 1,
    certificates: Certificates.folder(pem.folder),
  };
  pem.leaf('kafka-controller1', ['DNS:localhost']);
  const quorum = new ControllerQuorum(stack, 'controllers', props);
  expect(() => accepted(quorum)).toThrow(/kafka-controller1.pem does not name kafka-controller1;/);
  expect(Metadata.kraft(quorum).problem).toBeUndefined();
});

test.each(['secrets', './secrets', '/a/../b', '/a:b', ''])('refuses the folder %p', (path) => {
  expect(Certificates.folder(path).problem).toContain('path must be');
});
