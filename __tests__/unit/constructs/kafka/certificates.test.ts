import { TerraformVariable, type App } from 'cdktf';
import {
  Certificates,
  ControllerQuorum,
  KafkaCluster,
  ListenerReach,
  Metadata,
  SchemaRegistry,
  SchemaRegistryTopic,
  type KafkaListenerSpec,
} from '../../../../constructs';
import { PemFiles } from '../../../support/pem-files';
import { ownBrokers } from '../../../support/secured';
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

describe('of a client', () => {
  const registry = (): SchemaRegistry => {
    const kafka = ownBrokers(newStack('kafka'), { certificates: Certificates.folder(pem.folder) });
    pem.leaf('kafka1', NAMES);
    const topic = new SchemaRegistryTopic(newStack('topics', kafka.node.root as App), 't', {
      cluster: kafka,
    });
    const stack = newStack('services', kafka.node.root as App);
    return accepted(new SchemaRegistry(stack, 'registry', { cluster: kafka, topic }));
  };
  const make = (options: Parameters<PemFiles['leaf']>[2] = {}): void =>
    pem.leaf('schema-registry', ['DNS:any'], { usage: 'clientAuth', ...options });

  test('takes what is right, or good for servers too, and what is not there', () => {
    expect(registry).not.toThrow();
    make();
    expect(registry).not.toThrow();
    make({ usage: 'serverAuth,clientAuth' });
    expect(registry).not.toThrow();
  });

  test.each<[string, () => void, RegExp]>([
    ['another name', () => make({ subject: '/CN=registry' }), /is not of CN=schema-registry alone/],
    [
      'more than a name',
      () => make({ subject: '/O=we/CN=schema-registry' }),
      /is not of CN=schema-registry alone/,
    ],
    [
      'a certificate for servers only',
      () => make({ usage: 'serverAuth' }),
      /is not for clients; .*clientAuth/,
    ],
    ['another authority', () => make({ authority: 'other' }), /is not signed by ca.crt/],
    [
      'the key of another',
      () => pem.write('schema-registry.pem', pem.read('other.key') + pem.read('schema-registry.crt')),
      /has the key of another certificate/,
    ],
    ['no key', () => pem.write('schema-registry.pem', pem.read('schema-registry.crt')), /has no key;/],
    [
      'a key for everybody',
      () => pem.write('schema-registry.pem', pem.read('schema-registry.pem'), 0o404),
      /can be read by everybody on this machine/,
    ],
  ])('refuses %s', (_, write, message) => {
    make();
    write();
    expect(registry).toThrow(message);
    expect(registry).toThrow(
      /^[^\n]*services\/registry[^\n]*\n {2}- certificates: [^\n]*schema-registry.pem[^\n]*$/,
    );
  });
});

test.each(['secrets', './secrets', '/a/../b', '/a:b', ''])('refuses the folder %p', (path) => {
  expect(Certificates.folder(path).problem).toContain('path must be');
});
